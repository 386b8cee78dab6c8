"""Say-so chains."""
from __future__ import annotations
from sayso.link.corpus import Corpus
from sayso.link.voices import Voices
from sayso.model.reconstruction import ReportDate, SaySo
__all__ = ["resolve_chains"]
def resolve_chains(corpus: Corpus, voices: Voices, dates: tuple[ReportDate, ...]) -> tuple[SaySo, ...]:
    return ()
