"""A small case made by hand, with every kind of record in it, for tests of what is shown and exported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.factory import reading

from sayso.model.annotations import (
    Act,
    Candidate,
    EventMention,
    Group,
    Person,
    Place,
    Precision,
    Quantity,
    Scope,
    Slot,
    SlotName,
)
from sayso.model.ids import derived_id, sha256_hex
from sayso.model.judgements import Judgement, Quoted, Target, Verdict
from sayso.model.reading import Reading
from sayso.model.reconstruction import (
    About,
    Answer,
    Because,
    Direction,
    Drift,
    DriftKind,
    Event,
    Lineage,
    LineageHow,
    Origin,
    Question,
    QuestionSlot,
    Reconstruction,
    RelationType,
    ReportDate,
    ResolvedTime,
    SaySo,
    SaySoLink,
    Standing,
    State,
    Status,
    ValueRelation,
    Voice,
    VoiceKind,
    VoiceName,
)
from sayso.model.text import Acquisition, Anchor, Document, Original, Problem, Span
from sayso.present.case import Case
from sayso.values.amount import Amount, Bound

__all__ = ["case_of", "made_case"]

FIRST = (
    "{menu|Home | News}\nKestrin, {t|Tuesday}\n{s1|The mayor} {c1|said} {x1|20 fishermen drowned at Kestrin}. "
    "{own|The harbour is closed.}\n{s2|A widow} {c2|told} us {x2|the pier “=collapsed”}.\n"
)
SECOND = "{s1|The mayor} {c1|said} {x1|30 fishermen drowned at Kestrin}.\n"


def made_case() -> Case:
    """Return two pages by two papers that differ on how many drowned."""
    first = _with_values(reading(FIRST, name="one.txt", outlet="The Kestrin Post", published="2015-03-04"), "20")
    second = _with_values(reading(SECOND, name="two.txt", outlet="Gull Bay Echo"), "30")
    return case_of((first, second))


def case_of(readings: tuple[Reading, Reading]) -> Case:
    """Return a case of the two readings with conclusions made by hand."""
    return Case(
        name="kestrin",
        originals=tuple(_original(r) for r in readings),
        documents=tuple(_document(r) for r in readings),
        readings=readings,
        reconstruction=_reconstruction(*readings),
        problems=(Problem("not text", "it is not read", "convert it", member="a.bin", where="pages/a.bin"),),
        judgements=(_judgement(readings[0]),),
        version="v",
    )


def _original(of: Reading) -> Original:
    return Original(sha256_hex(of.text + of.name), len(of.text), "text/plain", (Acquisition(f"pages/{of.name}"),))


def _document(of: Reading) -> Document:
    return Document(of.document, sha256_hex(of.text + of.name), "", of.name, of.text, sha256_hex(of.text))


def _span(of: Reading, words: str) -> Span:
    start = of.text.index(words)
    return Span(start, start + len(words))


def _with_values(of: Reading, figure: str) -> Reading:
    """Add a figure, a place, a person harmed and an event mention to the first statement."""
    number, whole, town = _span(of, figure), _span(of, f"{figure} fishermen"), _span(of, "at Kestrin")
    town = Span(town.start + 3, town.end)
    quantity = Quantity(
        derived_id("quantity", of.document, (number,)),
        number,
        Amount(float(figure), float(figure), Bound.EXACT),
        whole,
        of=Span(number.end + 1, whole.end),
        group=Group.CIVILIANS,
        act=Act.KILLED,
        scope=Scope.EVENT,
    )
    place = Place(derived_id("place", of.document, (town,)), town, "Kestrin", (_kestrin(),), chosen=0)
    trigger = _span(of, "drowned")
    mention = EventMention(
        derived_id("mention", of.document, (trigger,)),
        trigger,
        "kill",
        (
            Slot(SlotName.TARGET, whole, "civilians"),
            Slot(SlotName.COUNT, number, ref=quantity.id),
            Slot(SlotName.PLACE, town, ref=place.id),
        ),
    )
    said = next(i for i, s in enumerate(of.statements) if s.attribution is not None)
    statements = [replace(s, mentions=(mention,)) if i == said else s for i, s in enumerate(of.statements)]
    person = Person(derived_id("person", of.document, (whole,)), whole, (whole,), age=40)
    return replace(of, quantities=(quantity,), places=(place,), persons=(person,), statements=tuple(statements))


def _kestrin() -> Candidate:
    return Candidate(
        "geonames",
        "77",
        "Kestrin",
        1.5,
        -2.25,
        "KV",
        Precision.TOWN,
        0.9,
        "name",
        admin1="Coast",
        admin1_code="01",
        country_name="Karvia",
    )


def _reconstruction(first: Reading, second: Reading) -> Reconstruction:
    attributed = [s for s in (*first.statements, *second.statements) if s.attribution]
    drowned, pier, other = attributed
    mayor = Voice("v1", "the mayor", tuple(_name(r) for r in (first, second)), VoiceKind.PERSON, named=False)
    because = (Because("same-place", "both are told of Kestrin", (Anchor(first.document, drowned.span),)),)
    event = Event(
        "e1",
        "kill",
        "drowning at Kestrin",
        (drowned.mentions[0].id, other.mentions[0].id),
        (drowned.id, other.id),
        places=("Kestrin",),
        because=because,
    )
    report = first.reports[0].id
    return Reconstruction(
        report_dates=(ReportDate(report, date(2015, 3, 4), date(2015, 3, 4), "stated", because),),
        resolved_times=tuple(ResolvedTime(t.id, date(2015, 3, 3), date(2015, 3, 3), because[0]) for t in first.times),
        lineage=(_lineage(first, second),),
        voices=(mayor,),
        say_so=tuple(
            SaySo(s.id, (SaySoLink(report=s.report), SaySoLink(("v1",), "the mayor"))) for s in (drowned, other)
        ),
        events=(event,),
        origins=(Origin("o1", (drowned.id,), because), Origin("o2", (other.id,), because)),
        questions=(_question(drowned.id, other.id, pier.id, event.id),),
        judged=(("j1", "applied"),),
    )


def _name(of: Reading) -> VoiceName:
    return VoiceName("The mayor", (Anchor(of.document, _span(of, "The mayor")),))


def _lineage(first: Reading, second: Reading) -> Lineage:
    drift = Drift(
        DriftKind.FIGURE, Anchor(first.document, _span(first, "20")), Anchor(second.document, _span(second, "30"))
    )
    return Lineage(
        "l1",
        first.reports[0].id,
        Anchor(first.document, _span(first, "fishermen drowned")),
        second.reports[0].id,
        Anchor(second.document, _span(second, "fishermen drowned")),
        LineageHow.EDITED,
        Direction.UNKNOWN,
        (drift,),
    )


def _question(drowned: str, other: str, pier: str, event: str) -> Question:
    standing = Standing(1, 1, 1, 1, 1, 2, denied_by=("v1",), first_said=date(2015, 3, 4))
    answers = (
        Answer("a1", "20", "20", (drowned,), standing, State.SINGLE_ORIGIN, voices=("v1",), denials=(pier,)),
        Answer("a2", "30", "30", (other,), standing, State.CORROBORATED, voices=("v1",)),
    )
    conflict = ValueRelation("a1", "a2", RelationType.CONFLICTS, About.FIGURE, Because("figures", "20 is not 30"))
    return Question(
        "q1", "How many drowned at Kestrin?", QuestionSlot.HOW_MANY, event, answers, (conflict,), Status.CONTESTED, 1.5
    )


def _judgement(of: Reading) -> Judgement:
    anchor = Anchor(of.document, _span(of, "The harbour"))
    quoted = Quoted(anchor, sha256_hex(of.text), "The harbour", "", "")
    target = Target("statement", (quoted,))
    return Judgement("j1", "2020-01-01T00:00:00Z", "kari", Verdict.NOTE, target, "see the log")
