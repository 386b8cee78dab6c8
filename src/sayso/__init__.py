"""sayso: on whose say-so? Reads many accounts of the same events and shows who says what, with every word anchored."""

from sayso.model.judgements import Judgement
from sayso.model.reading import Reading
from sayso.model.reconstruction import Reconstruction
from sayso.model.text import Anchor, Document, Span
from sayso.pipeline import read, reconstruct

__all__ = ["Anchor", "Document", "Judgement", "Reading", "Reconstruction", "Span", "read", "reconstruct"]
__version__ = "0.1.0"
