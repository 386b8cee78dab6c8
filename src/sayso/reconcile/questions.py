"""Questions."""
from __future__ import annotations
from sayso.link.corpus import Corpus
from sayso.link.judgements import Decisions
from sayso.link.origins import Origins
from sayso.link.voices import Voices
from sayso.model.reconstruction import Event, Question, ReportDate, ResolvedTime, SaySo
__all__ = ["find_questions"]
def find_questions(corpus: Corpus, decisions: Decisions, voices: Voices, say_so: tuple[SaySo, ...], events: tuple[Event, ...], origins: Origins, dates: tuple[ReportDate, ...], resolved: tuple[ResolvedTime, ...]) -> tuple[Question, ...]:
    return ()
