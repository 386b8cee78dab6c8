"""From an id a person sees to the words it stands for: what a judgement carries, so that it outlives every rebuild.

Which anchors stand for what, least first:

- statement, attribution, report: the spans that make them;
- event mention, figure, time, place: its span;
- voice: the least anchor of each of its names; event: its mentions; lineage: the two passages;
- question: the least anchor of each answer; answer: the least anchor of each of its statements;
- a pair (same, not-same, unsure): the least anchor of the one, then of the other.

`Target.value` tells apart what may share anchors: a question's slot, an answer's value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.errors import InputError
from sayso.model.judgements import Quoted, Target
from sayso.model.reading import Reading
from sayso.model.reconstruction import Answer, Reconstruction
from sayso.model.text import Anchor, Document, Span

__all__ = ["Targets"]

CONTEXT = 32  # characters kept on either side of a quote (MODEL §1)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands behind an id: its kind, its anchors (least first), and the value that tells it from its like."""

    kind: str
    anchors: tuple[Anchor, ...]
    value: str | None = None


class Targets:
    """Finds what ids stand for in one case."""

    def __init__(self, documents: Sequence[Document], readings: Sequence[Reading], made: Reconstruction) -> None:
        self._documents = {document.id: document for document in documents}
        self._standings = {id_: standing for reading in readings for id_, standing in _in_reading(reading)}
        self._standings |= dict(self._in_reconstruction(made))

    def target(self, record: str, other: str | None = None, value: str | None = None) -> Target:
        """Return the target of a judgement on one record, or on two of one kind; raise `InputError` when there is none."""
        one = self._standing(record)
        if other is None:
            return Target(one.kind, tuple(map(self._quoted, one.anchors)), one.value if value is None else value)
        two = self._standing(other)
        if one.kind != two.kind:
            raise InputError(
                f"{record} is one {one.kind}, {other} one {two.kind}: they cannot be the same", "name two of one kind"
            )
        if one == two:
            raise InputError(f"{record} was named twice", "name two different ones")
        return Target(one.kind, (self._quoted(one.anchors[0]), self._quoted(two.anchors[0])), value)

    def _standing(self, record: str) -> Standing:
        standing = self._standings.get(record)
        if standing is None or not standing.anchors:
            raise InputError(
                f"{record}: nothing in the case has this id", "take an id from: sayso questions, sayso show"
            )
        return standing

    def _quoted(self, anchor: Anchor) -> Quoted:
        document, (start, end) = self._documents[anchor.document], (anchor.span.start, anchor.span.end)
        text = document.text
        return Quoted(
            anchor,
            document.text_sha256,
            text[start:end],
            text[max(0, start - CONTEXT) : start],
            text[end : end + CONTEXT],
        )

    def _in_reconstruction(self, made: Reconstruction) -> Iterator[tuple[str, Standing]]:
        for voice in made.voices:
            yield voice.id, Standing("voice", _sorted(min(name.anchors) for name in voice.names if name.anchors))
        for event in made.events:
            yield event.id, Standing("event", self._least(event.mentions or event.statements))
        for line in made.lineage:
            yield line.id, Standing("lineage", (line.source, line.target))
        for question in made.questions:
            for answer in question.answers:
                yield answer.id, Standing("answer", self._of_answer(answer), answer.value)
            least = (self._of_answer(answer)[:1] for answer in question.answers)
            yield (
                question.id,
                Standing("question", _sorted(anchor for anchors in least for anchor in anchors), question.slot.value),
            )

    def _of_answer(self, answer: Answer) -> tuple[Anchor, ...]:
        return self._least((*answer.statements, *answer.presupposed, *answer.denials))

    def _least(self, records: Iterable[str]) -> tuple[Anchor, ...]:
        found = (self._standings[record].anchors[:1] for record in records if record in self._standings)
        return _sorted(anchor for anchors in found for anchor in anchors)


def _in_reading(reading: Reading) -> Iterator[tuple[str, Standing]]:
    def standing(kind: str, spans: Iterable[Span]) -> Standing:
        return Standing(kind, _sorted(Anchor(reading.document, span) for span in spans))

    yield from ((item.id, standing("report", item.spans)) for item in reading.reports)
    yield from (
        (item.id, standing("attribution", (*item.source, *item.cue, *item.content))) for item in reading.attributions
    )
    yield from ((item.id, standing("quantity", (item.span,))) for item in reading.quantities)
    yield from ((item.id, standing("time", (item.span,))) for item in reading.times)
    yield from ((item.id, standing("place", (item.span,))) for item in reading.places)
    for statement in reading.statements:
        yield statement.id, standing("statement", statement.spans)
        yield from ((mention.id, standing("event-mention", (mention.span,))) for mention in statement.mentions)


def _sorted(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    return tuple(sorted(set(anchors)))
