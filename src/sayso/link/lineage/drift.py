"""What changed on the way from a passage to its copy: figures, names, hedges, denials, and who is said to have said it.

Words decide: a change is listed only where words of the passage went, came or were replaced. That two readings differ
where the words are the same says something of the reader, not of the copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.link.corpus import Corpus
from sayso.link.lineage.changes import Passage, Version, standing_in
from sayso.link.voices.names import same_person
from sayso.model.annotations import Attribution, MentionType, Quantity
from sayso.model.reading import Reading
from sayso.model.reconstruction import Drift, DriftChange, DriftKind
from sayso.model.statements import Certainty, Polarity, Statement
from sayso.model.text import Anchor, Span, covers, hull, overlaps
from sayso.values.amount import Bound

__all__ = ["drift_between", "figures_between", "same_told"]

KEPT = 0.6  # share of the words of what was said that the copy needs to have kept, for it to be the same thing said
NAMES = frozenset({MentionType.PERSON, MentionType.PLACE})
CLOSE = 0.05  # figures that differ by less may be rounded
NOT_TOLD = frozenset({Polarity.ASKS, Polarity.WANTS, Polarity.REFUSES_TO_SAY})
SURE = frozenset({Certainty.CERTAIN, Certainty.UNKNOWN})


def drift_between(corpus: Corpus, source: Anchor, target: Anchor) -> tuple[Drift, ...]:
    """List the changes between one passage and its copy, sorted by place."""
    a, b = corpus.documents[source.document], corpus.documents[target.document]
    passage = Passage(Version(a, source.span), Version(b, target.span))
    found = [*_altered(passage), *_lost(passage), *_gained(passage)]
    return tuple(sorted(set(found), key=lambda d: (d.source, d.target, d.kind, d.change)))


def same_told(corpus: Corpus, source: Anchor, target: Anchor) -> bool:
    """Tell whether a rewritten passage still tells the same, so that what differs changed on the way: most words on both sides."""
    a, b = (Version(corpus.documents[place.document], place.span) for place in (source, target))
    return min(Passage(a, b).kept(a.span), Passage(b, a).kept(b.span)) >= KEPT


def figures_between(corpus: Corpus, source: Anchor, target: Anchor) -> tuple[Drift, ...]:
    """List the figure that a translated sentence tells otherwise, where each has just one that the other has not, of one kind."""
    mine, theirs = (_figures_of(corpus.documents[place.document], place.span) for place in (source, target))
    only = [q for q in mine if not any(_may_agree(q, p) for p in theirs)]
    other = [q for q in theirs if not any(_may_agree(q, p) for p in mine)]
    if len(only) != 1 or len(other) != 1 or not _of_one_kind(only[0], other[0]):
        return ()
    kind = _figure_kind(only[0], other[0])
    return (Drift(kind, Anchor(source.document, only[0].span), Anchor(target.document, other[0].span)),)


def _figures_of(reading: Reading, span: Span) -> list[Quantity]:
    return [q for q in standing_in(reading.quantities, span) if covers(span, q.span)]


def _may_agree(p: Quantity, q: Quantity) -> bool:
    """Tell whether two figures have a bound in common; what is counted may be told in other units."""
    return bool({p.amount.low, p.amount.high} & {q.amount.low, q.amount.high} - {None})


def _of_one_kind(p: Quantity, q: Quantity) -> bool:
    """Tell whether two figures count the same sort of thing: persons to whom one thing happened."""
    return p.act is not None and p.act is q.act and p.unit is None and q.unit is None


def _altered(passage: Passage) -> Iterator[Drift]:
    for kind, here, there in (*_figures(passage), *_names(passage), *_mouths(passage)):
        yield Drift(kind, passage.a.anchor(here), passage.b.anchor(there))


def _lost(passage: Passage) -> Iterator[Drift]:
    for kind, here, there in _one_sided(passage):
        yield Drift(kind, passage.a.anchor(here), passage.b.anchor(there), DriftChange.LOST)


def _gained(passage: Passage) -> Iterator[Drift]:
    for kind, here, there in _one_sided(passage.turned()):
        yield Drift(kind, passage.a.anchor(there), passage.b.anchor(here), DriftChange.GAINED)


def _one_sided(passage: Passage) -> Iterator[tuple[DriftKind, Span, Span | None]]:
    """Yield what stands in the first version only: kind, its place there, and what the other version has of the rest."""
    yield from _attributions(passage)
    yield from _marked(passage)
    yield from _hearsay(passage)


def _attributions(passage: Passage) -> Iterator[tuple[DriftKind, Span, Span | None]]:
    """Yield attributions whose words are gone while what was said is still there, in nobody's mouth."""
    for item in _said(passage.a):
        kept = max(map(passage.kept, item.content), default=0.0)
        if kept >= KEPT and passage.gone(*item.source) and not _put_elsewhere(passage, item):
            yield DriftKind.ATTRIBUTION, hull((*item.source, *item.cue)), None


def _mouths(passage: Passage) -> Iterator[tuple[DriftKind, Span, Span]]:
    """Yield attributions that the copy gives to somebody else."""
    for item in _said(passage.a):
        kept = max(map(passage.kept, item.content), default=0.0)
        other = _put_elsewhere(passage, item) if kept >= KEPT and passage.gone(*item.source) else None
        if other and passage.turned().gone(*other.source):
            yield DriftKind.ATTRIBUTION, hull(item.source), hull(other.source)


def _said(version: Version) -> list[Attribution]:
    """Return the attributions whose source and content stand in a passage, each with a place of its own."""
    found = standing_in(version.reading.attributions, version.span)
    wished = {s.attribution for s in standing_in(version.reading.statements, version.span) if s.polarity in NOT_TOLD}
    return [
        i
        for i in found
        if i.source and all(covers(version.span, s) for s in i.source) and i.content and i.id not in wished
    ]


def _put_elsewhere(passage: Passage, item: Attribution) -> Attribution | None:
    """Return an attribution of the copy, with a source named, that holds most of what another held; None without one."""
    for other in standing_in(passage.b.reading.attributions, passage.b.span):
        inside = [s for s in other.content if overlaps(s, passage.b.span)]
        words = {passage.b.words[i] for s in inside for i in passage.b.within(s)}
        mine = {passage.a.words[i] for s in item.content for i in passage.a.within(s)}
        if other.source and words and 2 * len(words & mine) >= min(len(words), len(mine)):
            return other
    return None


def _marked(passage: Passage) -> Iterator[tuple[DriftKind, Span, Span | None]]:
    """Yield hedges and denials whose words are gone while the rest of the statement is still there."""
    for statement in standing_in(passage.a.reading.statements, passage.a.span):
        kind = _mark_kind(statement)
        marks = [span for span in statement.marks if covers(passage.a.span, span)]
        if kind is None or not marks or passage.kept(statement.span) < KEPT or not passage.gone_wholly(*marks):
            continue
        if not any(_mark_kind(s) is kind for s in standing_in(passage.b.reading.statements, passage.b.span)):
            yield kind, hull(marks), None


def _hearsay(passage: Passage) -> Iterator[tuple[DriftKind, Span, Span | None]]:
    """Yield words that give a claim to nobody in particular ("reportedly") and are gone while the claim is still there."""
    if any(not item.source for item in standing_in(passage.b.reading.attributions, passage.b.span)):
        return
    for item in standing_in(passage.a.reading.attributions, passage.a.span):
        inside = item.cue and all(covers(passage.a.span, span) for span in item.cue)
        if item.source or not inside or max(map(passage.kept, item.content), default=0.0) < KEPT:
            continue
        if passage.gone_wholly(*item.cue):
            yield DriftKind.HEDGE, hull(item.cue), None


def _mark_kind(statement: Statement) -> DriftKind | None:
    if statement.polarity in (Polarity.DENIES, Polarity.DOUBTS):
        return DriftKind.DENIAL
    return None if statement.certainty in SURE else DriftKind.HEDGE


def _figures(passage: Passage) -> Iterator[tuple[DriftKind, Span, Span]]:
    """Yield figures in whose place the copy has another, one for one: of two that became one, the sum may be told."""
    theirs = [q for q in standing_in(passage.b.reading.quantities, passage.b.span) if covers(passage.b.span, q.span)]
    found: list[tuple[Quantity, Quantity]] = []
    for mine in standing_in(passage.a.reading.quantities, passage.a.span):
        place = passage.in_place_of(mine.span) if covers(passage.a.span, mine.span) else None
        other = next((q for q in theirs if place and overlaps(q.span, place) and _amounts_differ(mine, q)), None)
        if other:
            found.append((mine, other))
    for mine, other in found:
        if sum(other is q for _, q in found) == 1:
            yield _figure_kind(mine, other), mine.span, other.span


def _amounts_differ(p: Quantity, q: Quantity) -> bool:
    same = (p.amount.low, p.amount.high) == (q.amount.low, q.amount.high)
    if (p.window is None) != (q.window is None) or (p.act and q.act and p.act is not q.act):
        return False  # counted over another time, or counted of another fate
    return not same and (p.unit == q.unit or p.unit is None or q.unit is None)


def _figure_kind(p: Quantity, q: Quantity) -> DriftKind:
    """Tell a rounding from another figure: close by, and one of the two is round or said to be no exact figure."""
    low, high = sorted((p.amount.low or p.amount.high or 0, q.amount.low or q.amount.high or 0))
    close = high - low <= CLOSE * high
    loose = any(x.amount.bound is not Bound.EXACT or (x.amount.low or 0) % 10 == 0 for x in (p, q))
    return DriftKind.ROUNDING if close and loose else DriftKind.FIGURE


def _names(passage: Passage) -> Iterator[tuple[DriftKind, Span, Span]]:
    """Yield names of people and places in whose place the copy has the name of another of their kind."""
    theirs = [m for m in standing_in(passage.b.reading.mentions, passage.b.span) if m.type in NAMES]
    for mine in standing_in(passage.a.reading.mentions, passage.a.span):
        place = passage.in_place_of(mine.span) if mine.type in NAMES and passage.gone(mine.span) else None
        for other in theirs if place else ():
            if place and mine.type is other.type and overlaps(other.span, place) and passage.turned().gone(other.span):
                x, y = mine.span.of(passage.a.reading.text).split(), other.span.of(passage.b.reading.text).split()
                if not same_person(x, y):
                    yield DriftKind.NAME, mine.span, other.span
                break
