"""Which tallies of a reading count persons harmed in the event the document is mainly about.

The main event is the one of the first number of killed, or else of otherwise harmed persons. Its tallies are the same number
told again, wholes and parts of these, and others of the same sentence that tell of another group or another fate. Tallies
that merely stand in a sentence with one of them are given too, not as main. Figures of other events, running totals and
background stay among the quantities.

Children and women are civilians unless they are told apart from them: where a text counts only them, or one list of groups,
the civilians that follow are given as well, `implied` or `added`, never as said.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.export.tallies import GROUPS, Tally, joined, tallies
from sayso.export.wire.read import CasualtyGroup
from sayso.model.annotations import Act, EventMention, Fact, Scope, SlotName
from sayso.model.reading import Reading
from sayso.model.statements import Statement
from sayso.model.text import Span, covers
from sayso.values.amount import Amount, Bound, span_of

__all__ = ["Harm", "find_harm"]

LATER = 4
"""How many sentences after a count of the dead more may be told of them."""

CIVILIANS = ("civilians", "children", "women")


@dataclass(frozen=True, slots=True)
class Harm:
    """A tally of persons harmed with the statement and event mention it stands in, where it stands in one."""

    tally: Tally
    statement: Statement | None
    event: EventMention | None
    main: bool


def find_harm(reading: Reading) -> tuple[tuple[Harm, ...], str | None]:
    """Return each report's tallies of its main event, main ones first, and the id of the first one's first mention."""
    found = tallies(reading)
    reports = [report.spans for report in reading.reports]
    by_report = [_counted([t for t in found if any(covers(span, t.span) for span in spans)]) for spans in reports]
    told = [_of_report(reading, many) for many in by_report if many]
    if not told:
        mention = _first_told(reading)
        return (), mention.id if mention else None
    return tuple(sorted((h for harm, _ in told for h in harm), key=_order)), told[0][1]


def _counted(found: list[Tally]) -> list[Tally]:
    """Leave the running totals of a few days to reports that count the dead of no single event."""
    single = [t for t in found if t.scope is not Scope.RUNNING_TOTAL]
    return single if any(t.act is Act.KILLED for t in single) else found


def _of_report(reading: Reading, found: Sequence[Tally]) -> tuple[list[Harm], str | None]:
    lead = min(found, key=_leads({t.id for t in found if t.precise}))
    own = _of_one_event(reading.text, found, lead)
    sentences = {t.sentence for t in found if t.id in own}
    kept = [t for t in found if (t.id in own or t.sentence in sentences) and not _better_told(t, found, own)]
    main = [t for t in kept if t.id in own]
    kept += _civilians(reading.text, main, kept)
    mentions, holding = _counting_mentions(reading), _statements_at(reading.statements, kept)
    harm = [Harm(t, holding[t.span], mentions.get(t.id), t.id in own or t.basis != "said") for t in kept]
    first = mentions.get(lead.id) or next((h.event for h in harm if h.main and h.event), None)
    return harm, first.id if first else None


def _order(harm: Harm) -> tuple[bool, bool, bool, Span, str, str]:
    tally = harm.tally
    part = tally.part_of is not None and tally.group == "unknown"
    return not harm.main, not tally.precise, part, tally.span, tally.id, tally.basis


def _better_told(tally: Tally, found: Sequence[Tally], own: Container[str]) -> bool:
    """Tell whether a round number or a notion stands for a nearer number of the same event, which is given instead."""
    nearer = [t for t in found if t.id in own and t.act is tally.act and _compatible(tally, t) and t.precise]
    if tally.precise:
        return any(tally.rounds(t) for t in nearer)
    low, high = span_of(tally.amount)
    return any(t.part_of is None and low / 2 <= t.number <= high for t in nearer)


def _leads(wholes: Container[str]) -> Callable[[Tally], tuple[bool, bool, bool, int, bool, Span, str]]:
    """Return the order by which a tally tells which event is the main one: killed first, numbers before notions of them."""
    return lambda t: (
        t.act is not Act.KILLED,
        not t.precise,
        t.part_of in wholes,
        t.sentence,
        t.number == 1,
        t.span,
        t.id,
    )


def _of_one_event(text: str, found: Sequence[Tally], lead: Tally) -> frozenset[str]:
    """Return the ids of the tallies that count the lead's event."""
    own = {lead.id} | {t.id for t in _breakdown(found, lead)}
    while True:
        more = {t.id for t in found if t.id not in own and any(_together(text, t, o) for o in found if o.id in own)}
        if not more:
            return frozenset(own)
        own |= more


def _breakdown(found: Sequence[Tally], whole: Tally) -> Sequence[Tally]:
    """Return the counts of different groups, told close to each other, that add up to a count of persons of no one group."""
    if whole.group != "unknown" or not whole.precise or whole.number <= 1:
        return ()
    kinds = [t for t in found if t.act is whole.act and t.precise and t.part_of is None and t.group != "unknown"]
    kinds = [t for t in kinds if t.number < whole.number and t.sentence >= whole.sentence]
    for start in range(len(kinds)):
        row: list[Tally] = []
        for tally in kinds[start : start + len(GROUPS)]:
            if any(tally.group == t.group for t in row) or (row and tally.sentence - row[-1].sentence > 1):
                break
            row.append(tally)
            if len(row) > 1 and sum(t.number for t in row) == whole.number:
                return row
    return ()


def _together(text: str, one: Tally, other: Tally) -> bool:
    """Tell whether a tally counts the event of one that is known to: told twice, part and whole, a list, two fates at once."""
    told_twice = one.same_number(other) or one.rounds(other) or other.rounds(one)
    if told_twice and _compatible(one, other) and (one.number > 1 or one.group == other.group != "unknown"):
        return True
    if one.part_of == other.id or other.part_of == one.id or (one.part_of is not None and one.part_of == other.part_of):
        return True
    if _known_dead(one, other):
        return True
    if one.sentence != other.sentence:
        return False
    return one.act is not other.act or joined(text, one, other) or joined(text, other, one)


def _known_dead(part: Tally, whole: Tally) -> bool:
    """Tell whether a tally speaks of those counted a few sentences before ("among the dead were two nurses")."""
    near = 0 < part.sentence - whole.sentence <= LATER
    smaller = part.number < whole.number and part.group not in ("unknown", whole.group)
    return part.refers and near and smaller and part.act is whole.act and whole.group in ("civilians", "unknown")


def _compatible(one: Tally, other: Tally) -> bool:
    return one.group == other.group or "unknown" in (one.group, other.group)


def _civilians(text: str, main: Sequence[Tally], beside: Sequence[Tally]) -> Iterator[Tally]:
    """Give the civilians that follow from children and women counted alone, or from one list of such groups."""
    for act in dict.fromkeys(t.act for t in main):
        told = [t for t in main if t.act is act and t.precise]
        mixed = {t.number for t in told if any(p.group == "noncivilians" for p in _breakdown(told, t))}
        wholes = [t for t in beside if t.act is act and t.precise and t.group in ("civilians", "unknown")]
        whole = (t.number for t in wholes if t.group == "civilians" or t.number not in mixed)
        most = max(whole, default=0.0)
        own = [t for t in told if t.group in (*CIVILIANS, "unknown") and t.part_of is None]
        for row in _lists(text, own):
            total = sum(t.number for t in row)
            if total > most and {t.group for t in row} & {"children", "women"}:
                yield _total(row, total)
                most = total


def _lists(text: str, found: Sequence[Tally]) -> list[list[Tally]]:
    rows: list[list[Tally]] = []
    for tally in found:
        if rows and joined(text, rows[-1][-1], tally):
            rows[-1].append(tally)
        else:
            rows.append([tally])
    return sorted(rows, key=lambda row: -len(row))


def _total(row: Sequence[Tally], total: float) -> Tally:
    first = row[0]
    if len(row) == 1:
        return replace(first, group="civilians", basis="implied")
    exact = all(t.amount.bound is Bound.EXACT for t in row)
    amount = Amount(total, total, Bound.EXACT) if exact else Amount(total, None, Bound.AT_LEAST)
    span = Span(first.span.start, row[-1].whole.end)
    group: CasualtyGroup = "unknown" if any(t.group == "unknown" for t in row) else "civilians"
    return replace(first, span=span, whole=span, amount=amount, group=group, basis="added")


def _counting_mentions(reading: Reading) -> dict[str, EventMention]:
    """Map each quantity that fills a count to its event mention."""
    return {
        slot.ref: mention
        for statement in reading.statements
        for mention in statement.mentions
        for slot in mention.fillers(SlotName.COUNT)
        if slot.ref is not None
    }


def _statements_at(statements: Sequence[Statement], found: Sequence[Tally]) -> dict[Span, Statement | None]:
    """For each tally's span the shortest statement that holds it, in one sweep over the text."""
    coming = sorted(
        ((span, statement) for statement in statements for span in statement.spans), key=lambda item: item[0]
    )
    open_now: list[tuple[Span, Statement]] = []
    holding: dict[Span, Statement | None] = {}
    at = 0
    for span in sorted({t.span for t in found}):
        while at < len(coming) and coming[at][0].start <= span.start:
            open_now.append(coming[at])
            at += 1
        open_now = [item for item in open_now if item[0].end > span.start]
        inside = [statement for place, statement in open_now if covers(place, span)]
        holding[span] = min(inside, key=lambda s: (len(s.span), s.span, s.id), default=None)
    return holding


def _first_told(reading: Reading) -> EventMention | None:
    told = (m for s in reading.statements for m in s.mentions if m.fact is Fact.HAPPENED and not m.refers_back)
    return min(told, key=lambda m: (m.span, m.id), default=None)
