"""A reading as the row that `sayso read` prints: one small function a record, nothing decided here (MODEL §5)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from sayso.export.casualties import Harm, find_harm
from sayso.export.incidents import Incident, Killed, find_incidents
from sayso.export.records.anchors import day, number
from sayso.export.wire.read import (
    AttributionRow,
    BoilerplateRow,
    CasualtyRow,
    CountRow,
    EventRow,
    IncidentRow,
    KilledRow,
    MeansRow,
    MentionRow,
    Pair,
    PlaceRow,
    ProblemRow,
    QuantityRow,
    ReadRow,
    ReportRow,
    StatementRow,
    TimeRow,
)
from sayso.model.annotations import Attribution, EventMention, Place, Quantity, SlotName, TimeExpr
from sayso.model.reading import Reading
from sayso.model.reports import Report, StatedDate
from sayso.model.statements import Statement
from sayso.model.text import Problem, Span, hull

__all__ = ["read_row"]


def read_row(reading: Reading) -> ReadRow:
    """Return what one document says, spans as `[start, end]` in its text; `id` is the given one, else the file's stem."""
    harm, main = find_harm(reading)
    return ReadRow(
        id=reading.given_id or PurePath(reading.name).stem or reading.document,
        text=reading.text,
        language=reading.language,
        published=_published(reading),
        reports=[_report(report) for report in reading.reports],
        boilerplate=[BoilerplateRow(start=b.span.start, end=b.span.end, kind=b.kind) for b in reading.boilerplate],
        attributions=[_attribution(attribution) for attribution in reading.attributions],
        statements=[_statement(statement) for statement in reading.statements],
        times=[_time(time) for time in reading.times],
        quantities=[_quantity(quantity) for quantity in reading.quantities],
        mentions=[MentionRow(start=m.span.start, end=m.span.end, type=m.type) for m in reading.mentions],
        places=[_place(place) for place in reading.places],
        events=_events(reading, main),
        casualties=[_casualty(item) for item in harm],
        incidents=[_incident(item) for item in find_incidents(reading, harm)],
        problems=[_problem(problem) for problem in reading.problems],
    )


def _pair(span: Span) -> Pair:
    return (span.start, span.end)


def _pairs(spans: Sequence[Span]) -> list[Pair]:
    return [_pair(span) for span in spans]


def _days(date: StatedDate) -> str:
    first, last = date.earliest.isoformat(), date.latest.isoformat()
    return first if first == last else f"{first}/{last}"


def _published(reading: Reading) -> str | None:
    """The first report's day if it states one, else what the metadata claims."""
    first = next((r for r in reading.reports if r.parent is None), None)
    return _days(first.published) if first and first.published else reading.claimed.published


def _report(report: Report) -> ReportRow:
    whole, outlet = hull(report.spans), report.outlet
    return ReportRow(
        id=report.id,
        start=whole.start,
        end=whole.end,
        spans=_pairs(report.spans),
        language=report.language,
        parent=report.parent,
        relation=report.relation,
        outlet=outlet.value if outlet else None,
        outlet_span=_pair(outlet.span) if outlet and outlet.span else None,
        agency=report.agency.value if report.agency else None,
        byline=[name.value for name in report.byline],
        place=report.place.value if report.place else None,
        published=_days(report.published) if report.published else None,
        published_basis=report.published.basis if report.published else None,
        parts=[{"start": p.span.start, "end": p.span.end, "kind": p.kind} for p in report.parts],
    )


def _attribution(attribution: Attribution) -> AttributionRow:
    return AttributionRow(
        id=attribution.id,
        report=attribution.report,
        parent=attribution.parent,
        source=_pairs(attribution.source),
        cue=_pairs(attribution.cue),
        content=_pairs(attribution.content),
        mode=attribution.mode,
    )


def _statement(statement: Statement) -> StatementRow:
    return StatementRow(
        id=statement.id,
        report=statement.report,
        attribution=statement.attribution,
        backing=statement.backing,
        spans=_pairs(statement.spans),
        polarity=statement.polarity,
        certainty=statement.certainty,
        basis=statement.basis,
        tense=statement.tense,
        about=statement.about,
    )


def _time(time: TimeExpr) -> TimeRow:
    return TimeRow(
        start=time.span.start,
        end=time.span.end,
        value=time.when.timex,
        edtf=time.when.edtf,
        earliest=day(time.earliest),
        latest=day(time.latest),
        basis=time.basis,
    )


def _quantity(quantity: Quantity) -> QuantityRow:
    return QuantityRow(
        start=quantity.span.start,
        end=quantity.span.end,
        low=number(quantity.amount.low),
        high=number(quantity.amount.high),
        bound=quantity.amount.bound,
        of=_pair(quantity.of) if quantity.of else None,
        group=quantity.group,
        act=quantity.act,
        scope=quantity.scope,
    )


def _place(place: Place) -> PlaceRow:
    best = place.best
    return PlaceRow(
        start=place.span.start,
        end=place.span.end,
        name=best.name if best else place.name,
        lat=best.lat if best else None,
        lon=best.lon if best else None,
        geonameid=int(best.id) if best and best.id.isdigit() else None,
        admin1=best.admin1 if best else None,
        admin1_code=best.admin1_code if best else None,
        country=best.country_name if best else None,
        country_code=best.country if best else None,
        precision=best.precision if best else None,
    )


def _events(reading: Reading, main: str | None) -> list[EventRow]:
    places = {place.id: place for place in reading.places}
    times = {time.id: time for time in reading.times}
    quantities = {quantity.id: quantity for quantity in reading.quantities}
    mentions = {m.id: m for s in reading.statements for m in s.mentions}
    ordered = sorted(mentions.values(), key=lambda m: (m.id != main, m.span, m.id))
    return [_event(m, places, times, quantities, main=m.id == main) for m in ordered]


def _event(
    mention: EventMention,
    places: dict[str, Place],
    times: dict[str, TimeExpr],
    quantities: dict[str, Quantity],
    *,
    main: bool,
) -> EventRow:
    refs = {slot.name: slot.ref for slot in reversed(mention.slots) if slot.ref is not None}
    place, time = places.get(refs.get(SlotName.PLACE, "")), times.get(refs.get(SlotName.TIME, ""))
    count = quantities.get(refs.get(SlotName.COUNT, ""))
    return EventRow(
        id=mention.id,
        kind=mention.kind,
        start=mention.span.start,
        end=mention.span.end,
        agent=_slot_pairs(mention, SlotName.AGENT),
        agent_classes=_slot_classes(mention, SlotName.AGENT),
        target=_slot_pairs(mention, SlotName.TARGET),
        target_classes=_slot_classes(mention, SlotName.TARGET),
        means=_slot_pairs(mention, SlotName.MEANS),
        count=_count(count) if count else None,
        place=_place(place) if place else None,
        time=_time(time) if time else None,
        main=main,
    )


def _slot_pairs(mention: EventMention, name: SlotName) -> list[Pair]:
    return [_pair(slot.span) for slot in mention.fillers(name) if slot.span]


def _slot_classes(mention: EventMention, name: SlotName) -> list[str]:
    return [slot.value or "" for slot in mention.fillers(name) if slot.span]


def _count(quantity: Quantity) -> CountRow:
    return CountRow(
        start=quantity.span.start,
        end=quantity.span.end,
        low=number(quantity.amount.low),
        high=number(quantity.amount.high),
    )


def _casualty(harm: Harm) -> CasualtyRow:
    tally, statement = harm.tally, harm.statement
    return CasualtyRow(
        group=tally.group,
        fate=tally.act,
        low=number(tally.amount.low),
        high=number(tally.amount.high),
        bound=tally.amount.bound,
        start=tally.span.start,
        end=tally.span.end,
        part=tally.part_of is not None,
        basis=tally.basis,
        scope=tally.scope,
        report=statement.report if statement else None,
        attribution=statement.attribution if statement else None,
        event=harm.event.id if harm.event else None,
        main=harm.main,
    )


def _incident(incident: Incident) -> IncidentRow:
    agents = [(slot.span, slot.value) for slot in incident.agents if slot.span]
    means = incident.means
    return IncidentRow(
        report=incident.report,
        event=incident.event.id if incident.event else None,
        place=_place(incident.place) if incident.place else None,
        time=_time(incident.time) if incident.time else None,
        agent=[_pair(span) for span, _ in agents],
        agent_classes=[value or "" for _, value in agents],
        means=MeansRow(kind=means.kind, start=means.span.start, end=means.span.end) if means else None,
        killed=[_killed(item) for item in incident.killed],
    )


def _killed(killed: Killed) -> KilledRow:
    made = killed.estimate
    return KilledRow(
        group=killed.group,
        profile=made.profile,
        low=number(made.low),
        best=number(made.best),
        high=number(made.high),
        rules=list(made.rules),
    )


def _problem(problem: Problem) -> ProblemRow:
    return ProblemRow(
        what=problem.what,
        consequence=problem.consequence,
        way_out=problem.way_out,
        start=problem.span.start if problem.span else None,
        end=problem.span.end if problem.span else None,
    )
