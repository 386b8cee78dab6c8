"""The dossier: everything a case shows, as plain values for one self-contained page.

`views` holds the types, the other modules fill them: `questions`, `figures`, `timeline`, `voices`, `sources`, `texts`.
Nothing here decides anything; what is counted was counted by `reconcile`.
"""

from sayso.present.dossier.build import build_dossier
from sayso.present.dossier.views import Dossier

__all__ = ["Dossier", "build_dossier"]
