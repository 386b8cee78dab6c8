"""What a voice says happened instead of what it denies: "nobody fled, these are families visiting relatives"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.annotations import EventMention, Fact
from sayso.model.reading import Reading
from sayso.model.statements import Backing, Polarity, Statement
from sayso.reconcile.evidence import Evidence, Telling

__all__ = ["accounts_instead"]

ONE_BREATH = 12  # characters between a denial and what is said instead: "…, they went to …"
REACH = 350  # characters between a denial and the sentence that says what it was


def accounts_instead(evidence: Evidence, telling: Telling) -> list[str]:
    """Return the ids of the statements by which a denier says what happened instead: the clause that follows in one
    breath, or one close by in the same mouth that tells of what the pack lists as a rival account of the kind denied."""
    mine = telling.statement
    reading = evidence.corpus.documents[evidence.corpus.document_of[mine.id]]
    rivals = frozenset(evidence.packs["en"].table("questions").get("rivals", {}).get(telling.mention.kind, ()))
    return [
        other.id
        for other in _near(evidence, reading, mine)
        if _in_one_breath(reading, mine, other) or _is_rival(evidence, mine, other, rivals)
    ]


def _near(evidence: Evidence, reading: Reading, mine: Statement) -> Iterator[Statement]:
    for other in evidence.beside(reading, mine):
        apart = max(other.span.start - mine.span.end, mine.span.start - other.span.end)
        if other.id != mine.id and other.report == mine.report and apart <= REACH:
            yield other


def _in_one_breath(reading: Reading, mine: Statement, other: Statement) -> bool:
    if other.attribution != mine.attribution or other.span.start < mine.span.end:
        return False
    between = reading.text[mine.span.end : other.span.start]
    return len(between) < ONE_BREATH and not set(between) & set(".!?\n")


def _is_rival(evidence: Evidence, mine: Statement, other: Statement, rivals: frozenset[str]) -> bool:
    if other.backing is not Backing.ATTRIBUTED or other.polarity is not Polarity.ASSERTS:
        return False
    if not any(_tells(mention, rivals) for mention in other.mentions):
        return False
    return bool(set(evidence.first_voices(mine.id)) & set(evidence.first_voices(other.id)))


def _tells(mention: EventMention, rivals: frozenset[str]) -> bool:
    return mention.kind in rivals and mention.fact not in {Fact.DENIED, Fact.REFUSED}
