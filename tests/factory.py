"""Readings from marked-up text, so that linking can be tested without a parser.

Marks nest and are written `{name|words}`; a digit groups them into one attribution:

    {s1|Residents} {c1|said} {x1|the town was empty}.          an attribution and its statement
    {x1|{s2|the army} {c2|said} {x2|it left}} ... {s1|a man}    an attribution inside another's content
    {own|The town burned.}  {pre1|the killing of 120 men}       own voice; presupposed under attribution 1
    {m1|by telephone}  {to1|The Herald}                         medium and addressee of attribution 1
    {t|Tuesday}                                                 a time expression, unresolved
    {person|Ada Brenn}  {org|the Union}  {place|Karvia}  {group|two men}   mentions
    {head|..}  {caption|..}                                     parts of the report
    {menu|..}                                                   boilerplate

A source made of several spans is marked several times with the same number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.annotations import Attribution, Mention, MentionType, Mode, TimeBasis, TimeExpr
from sayso.model.ids import derived_id, make_document, sha256_hex
from sayso.model.reading import Reading
from sayso.model.reports import (
    Basis,
    Boilerplate,
    BoilerplateKind,
    Part,
    PartKind,
    Relation,
    Report,
    Sourced,
    StatedDate,
)
from sayso.model.statements import Backing, Certainty, Link, Polarity, SaidBasis, Statement, Tense
from sayso.model.text import Claimed, Span, covers, layer
from sayso.values.when import Granularity, When

__all__ = ["Marked", "mark", "reading"]

_MARK = re.compile(r"\{([a-z]+\d*)\||\}")
_TYPES = {"person": MentionType.PERSON, "org": MentionType.ORG, "place": MentionType.PLACE, "group": MentionType.GROUP}
_PARTS = {"head": PartKind.HEADLINE, "caption": PartKind.CAPTION}


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and the spans each mark stood around."""

    text: str
    spans: dict[str, tuple[Span, ...]]


def mark(marked: str) -> Marked:
    """Take the marks out of a text."""
    out, length, at = [], 0, 0
    open_marks: list[tuple[str, int]] = []
    spans: dict[str, list[Span]] = defaultdict(list)
    for found in _MARK.finditer(marked):
        piece = marked[at : found.start()]
        out.append(piece)
        length, at = length + len(piece), found.end()
        if found.group(1):
            open_marks.append((found.group(1), length))
        else:
            name, start = open_marks.pop()
            spans[name].append(Span(start, length))
    out.append(marked[at:])
    if open_marks:
        raise ValueError(f"unclosed marks: {open_marks}")
    return Marked("".join(out), {name: tuple(sorted(found)) for name, found in spans.items()})


def reading(
    marked: str,
    *,
    name: str = "test",
    outlet: str | None = None,
    agency: str | None = None,
    published: str | None = None,
    language: str = "en",
    claimed: Claimed | None = None,
    basis: Basis = Basis.CREDIT,
    translates: str | None = None,
    reports: tuple[str, ...] = (),
) -> Reading:
    """Make the reading of a marked-up text: one report, or one for each of the marks named in `reports`."""
    page = mark(marked)
    document = make_document(sha256_hex(page.text + name), name, page.text, claimed=claimed)
    junk = tuple(Boilerplate(span, BoilerplateKind.MENU, "marked") for span in page.spans.get("menu", ()))
    spans = [page.spans[r] for r in reports] or [_outside(len(page.text), junk)]
    made = tuple(
        Report(
            derived_id("report", document.id, own),
            document.id,
            own,
            language,
            outlet=_sourced(outlet, basis),
            agency=_sourced(agency, basis),
            published=_day(published),
            parts=_parts(page),
            parent=translates,
            relation=Relation.TRANSLATES if translates else None,
        )
        for own in spans
    )
    attributions = _attributions(page, document.id, made)
    head = (document.id, name, page.text, document.claimed, language)
    return Reading(
        *head,
        reports=made,
        boilerplate=junk,
        attributions=tuple(sorted(attributions.values(), key=lambda a: (a.span, a.id))),
        statements=_statements(page, document.id, made, attributions),
        mentions=layer(Mention(s, kind, s) for key, kind in _TYPES.items() for s in page.spans.get(key, ())),
        times=tuple(_time(document.id, span) for span in page.spans.get("t", ())),
    )


def _sourced(value: str | None, basis: Basis) -> Sourced | None:
    return Sourced(value, basis) if value else None


def _parts(page: Marked) -> tuple[Part, ...]:
    return tuple(Part(s, kind) for key, kind in _PARTS.items() for s in page.spans.get(key, ()))


def _time(document: str, span: Span) -> TimeExpr:
    return TimeExpr(derived_id("time", document, (span,)), span, When("", "", Granularity.DAY), TimeBasis.UNRESOLVED)


def _day(text: str | None) -> StatedDate | None:
    return StatedDate(date.fromisoformat(text), date.fromisoformat(text), Basis.STATED) if text else None


def _outside(length: int, junk: tuple[Boilerplate, ...]) -> tuple[Span, ...]:
    edges = [0, *(edge for item in junk for edge in (item.span.start, item.span.end)), length]
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)


def _report_of(reports: tuple[Report, ...], span: Span) -> str:
    return next(r.id for r in reports if any(covers(s, span) for s in r.spans))


def _attributions(page: Marked, document: str, reports: tuple[Report, ...]) -> dict[str, Attribution]:
    numbers = sorted({m.group(1) for key in page.spans if (m := re.fullmatch(r"[scx](\d+)", key))})
    made = {}
    for number in numbers:
        source, cue, content = (page.spans.get(kind + number, ()) for kind in "scx")
        where = _report_of(reports, (*content, *cue, *source)[0])
        quoted = any(s.of(page.text)[:1] in '"“' for s in content)
        made[number] = Attribution(
            derived_id("attribution", document, source, cue, content),
            where,
            source,
            cue,
            content,
            Mode.DIRECT if quoted else Mode.INDIRECT,
            "test",
        )
    for number in numbers:
        outer = [
            (len(span), made[n].id)
            for n in numbers
            if n != number
            for span in made[n].content
            if covers(span, made[number].span) and made[n].span != made[number].span
        ]
        if outer:
            made[number] = replace(made[number], parent=min(outer)[1])
    return made


def _chain(page: Marked, attributions: dict[str, Attribution], number: str) -> tuple[Link, ...]:
    """Report first, then the outermost attribution, inward to the first voice."""
    by_id = {a.id: n for n, a in attributions.items()}
    links: list[Link] = []
    at: str | None = number
    while at is not None:
        a = attributions[at]
        medium, to = page.spans.get("m" + at, (None,))[0], page.spans.get("to" + at, (None,))[0]
        links.append(Link(a.source, a.cue[0] if a.cue else None, a.id, medium=medium, addressee=to))
        at = by_id[a.parent] if a.parent else None
    return (Link(report=attributions[number].report), *reversed(links))


def _statements(
    page: Marked, document: str, reports: tuple[Report, ...], attributions: dict[str, Attribution]
) -> tuple[Statement, ...]:
    made = []
    for key, spans in page.spans.items():
        found = re.fullmatch(r"(x|pre|own)(\d*)", key)
        if not found:
            continue
        kind, number = found.groups()
        backing = {"x": Backing.ATTRIBUTED, "pre": Backing.PRESUPPOSED, "own": Backing.OWN_VOICE}[kind]
        for span in spans:
            where = _report_of(reports, span)
            known = number if number in attributions else None
            made.append(
                Statement(
                    derived_id("statement", document, (span,), kind),
                    where,
                    (span,),
                    backing,
                    Polarity.ASSERTS,
                    Certainty.CERTAIN,
                    SaidBasis.NOT_SAID,
                    Tense.PAST,
                    attribution=attributions[known].id if known else None,
                    chain=_chain(page, attributions, known) if known else (Link(report=where),),
                )
            )
    return layer(made)
