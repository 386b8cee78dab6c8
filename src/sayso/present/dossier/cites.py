"""Citations: sentences with the cited words marked, the same words shown once, the most telling first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sayso.model.reading import Reading
from sayso.model.statements import Backing, Certainty, Polarity, SaidBasis, Statement
from sayso.model.text import Span
from sayso.present.dossier import limits
from sayso.present.dossier.index import DossierIndex
from sayso.present.dossier.views import Citations, Cited, Piece
from sayso.present.terminal.quotes import shorten

__all__ = ["KINDS", "gather", "tags_of"]

POLARITY = {
    Polarity.DENIES: "denies it",
    Polarity.DOUBTS: "doubts it",
    Polarity.ASKS: "asks",
    Polarity.WANTS: "wants it",
    Polarity.REFUSES_TO_SAY: "will not say",
}
CERTAINTY = {Certainty.PROBABLE: "held probable", Certainty.POSSIBLE: "held possible"}
BASIS = {
    SaidBasis.SAW: "saw it",
    SaidBasis.HEARD: "heard it said",
    SaidBasis.WAS_TOLD: "was told",
    SaidBasis.DOCUMENT: "from a document",
}
KINDS = {Backing.ATTRIBUTED: "said", Backing.OWN_VOICE: "own", Backing.PRESUPPOSED: "taken"}
SURENESS = (Certainty.CERTAIN, Certainty.UNKNOWN, Certainty.PROBABLE, Certainty.POSSIBLE)
QUOTED = 420
AROUND = 150
TELLING = range(25, 260)  # characters: shorter words tell nothing by themselves, longer ones too much at once


@dataclass
class _Passage:
    """Statements of one voice in one sentence, which are cited together."""

    reading: Reading
    around: Span
    statements: list[Statement] = field(default_factory=list)

    def spans(self) -> list[Span]:
        return sorted({span for statement in self.statements for span in statement.spans})

    def words(self) -> str:
        return " ".join(" … ".join(span.of(self.reading.text) for span in self.spans()).split())

    def rank(self) -> tuple[int, bool, bool, int]:
        """Order passages: the surest first, assertions before the rest, then those of a length that can be read."""
        sure = min(SURENESS.index(s.certainty) for s in self.statements)
        asserts = any(s.polarity is Polarity.ASSERTS for s in self.statements)
        length = len(self.words())
        return sure, not asserts, length not in TELLING, length


def gather(index: DossierIndex, ids: Iterable[str], *, kind: str = "", shown: int = limits.SHOWN) -> Citations:
    """Return statements as citations. `kind` overrides the marking that each statement's own backing asks for."""
    merged: dict[tuple[str, ...], list[_Passage]] = {}
    for passage in _passages(index, ids, kind):
        first = passage.statements[0]
        key = (index.speaker(first), passage.words().casefold(), *tags_of(first, kind))
        merged.setdefault(key, []).append(passage)
    by_voice: dict[str, list[list[_Passage]]] = {}
    for key, group in merged.items():
        by_voice.setdefault(key[0], []).append(group)
    cited = tuple(_cited(index, group, kind) for group in _in_turn(by_voice))
    end = shown + limits.FOLDED
    return Citations(cited[:shown], cited[shown:end], max(0, len(cited) - end))


def _passages(index: DossierIndex, ids: Iterable[str], kind: str) -> Iterator[_Passage]:
    found: dict[tuple[str, Span, str, tuple[str, ...]], _Passage] = {}
    for statement_id in dict.fromkeys(ids):
        placed = index.statement(statement_id)
        if placed:
            statement, reading = placed
            around = _sentences(reading, statement.span)
            key = (reading.document, around, index.speaker(statement), tags_of(statement, kind))
            found.setdefault(key, _Passage(reading, around)).statements.append(statement)
    yield from found.values()


def _in_turn(by_voice: dict[str, list[list[_Passage]]]) -> Iterator[list[_Passage]]:
    """Yield each voice's best passage, then each voice's second best, and so on."""
    queues = [sorted(groups, key=lambda group: group[0].rank()) for groups in by_voice.values()]
    for turn in range(max(map(len, queues), default=0)):
        yield from (queue[turn] for queue in queues if turn < len(queue))


def _cited(index: DossierIndex, group: list[_Passage], kind: str) -> Cited:
    first, others = group[0], group[1:]
    statement = min(first.statements, key=lambda s: s.span)
    places = dict.fromkeys(index.link(p.reading.document, min(p.statements, key=lambda s: s.span)) for p in others)
    return Cited(
        kind=kind or KINDS[statement.backing],
        pieces=tuple(_pieces(first)),
        voice=index.speaker(statement),
        via=index.via(statement),
        tags=tags_of(statement, kind),
        place=index.link(first.reading.document, statement),
        also=tuple(places)[: limits.ALSO],
        also_more=max(0, len(places) - limits.ALSO),
        language=statement.language,
        said=index.said(statement),
    )


def tags_of(statement: Statement, kind: str = "") -> tuple[str, ...]:
    """Say what a voice does with the words, how sure it is and how it knows; `kind` as for `gather`."""
    tags = (
        POLARITY.get(statement.polarity),
        "taken for granted" if kind == "taken" or statement.backing is Backing.PRESUPPOSED else "",
        CERTAINTY.get(statement.certainty),
        BASIS.get(statement.basis),
    )
    return tuple(tag for tag in tags if tag)


def _sentences(reading: Reading, own: Span) -> Span:
    """Return the span of the sentences that `own` touches."""
    first = bisect_right(reading.sentences, own.start, key=lambda s: s.start) - 1
    last = bisect_right(reading.sentences, own.end - 1, key=lambda s: s.start) - 1
    start = min(reading.sentences[first].start, own.start) if first >= 0 else own.start
    end = max(reading.sentences[last].end, own.end) if last >= 0 else own.end
    return Span(start, end)


def _pieces(passage: _Passage) -> Iterator[Piece]:
    """Cut the sentence into cited and other words, shortened, with single spaces."""
    text, at = passage.reading.text, passage.around.start
    made: list[Piece] = []
    for span in passage.spans():
        if span.start > at:
            made.append(Piece(_flat(text[at : span.start]), False))
        if span.end > at:
            made.append(Piece(_flat(text[max(at, span.start) : span.end]), True))
            at = span.end
    if at < passage.around.end:
        made.append(Piece(_flat(text[at : passage.around.end]), False))
    for n, piece in enumerate(made):
        yield replace(piece, text=_shortened(piece, first=n == 0, last=n == len(made) - 1))


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _shortened(piece: Piece, *, first: bool, last: bool) -> str:
    """Shorten a piece on the side that lies away from the cited words."""
    limit = QUOTED if piece.cited else AROUND
    words = piece.text.lstrip() if first else piece.text
    words = words.rstrip() if last else words
    if len(words) <= limit:
        return words
    if first and not piece.cited:
        return "… " + words[-limit:].split(" ", 1)[-1]
    return (" " if words[0] == " " else "") + shorten(words, limit) + ("" if last else " ")
