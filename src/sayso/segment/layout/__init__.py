"""Reports and boilerplate: which piece of a page belongs to whom. Each character goes to one report or to boilerplate.

The way: lines -> furniture and credit lines -> pieces -> languages inside pieces -> parts -> reports.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.lang.packs import Pack
from sayso.model.ids import derived_id
from sayso.model.reports import Boilerplate, BoilerplateKind, Part, Relation, Report
from sayso.model.text import Document, LanguageSpan, Span
from sayso.segment.languages import main_language
from sayso.segment.layout.anatomy import Anatomy
from sayso.segment.layout.blocks import find_blocks
from sayso.segment.layout.furniture import Verdict, furniture
from sayso.segment.layout.heads import Credit, find_dateline
from sayso.segment.layout.letters import take_letter_head
from sayso.segment.layout.lines import Line, lines_of
from sayso.segment.layout.marks import blocks_marked, marked, set_apart
from sayso.segment.layout.mastheads import find_masthead
from sayso.segment.layout.nesting import adopt, apart, pieces_of
from sayso.segment.layout.parts import dissect
from sayso.segment.layout.pieces import find_credits, find_pieces, settle_credits
from sayso.segment.layout.signs import Signs, signs_of
from sayso.segment.layout.translations import relate_translations
from sayso.segment.layout.voices import part_by_language
from sayso.segment.layout.who import agency_of, byline_of, claimed_agency, mended, outlet_of, place_of, published_of

__all__ = ["find_layout"]

_LETTER = "message/rfc822"
_BELOW = 8  # lines of furniture under a piece whose notices may speak for it


def find_layout(
    document: Document,
    view: str,
    paragraphs: tuple[Span, ...],
    languages: tuple[LanguageSpan, ...],
    packs: Mapping[str, Pack],
) -> tuple[tuple[Report, ...], tuple[Boilerplate, ...]]:
    """Find the reports of a document, in order of their first characters, and the boilerplate between them."""
    if not paragraphs:
        return (), ()
    signs = signs_of(packs)
    lines = marked(tuple(_told(line, signs) for line in lines_of(view, paragraphs, languages)), document.marks)
    shaped = find_credits(lines, signs)
    found = furniture(lines, shaped, signs) | set_apart(lines, document.marks)
    credited = settle_credits(shaped, found)
    blocks = find_blocks(
        lines, blocks_marked(lines, document.marks), _ends(found, credited), signs,
        credited=credited, letter=document.media_type == _LETTER,
    )  # fmt: skip
    for block in blocks:
        found.pop(block.head if block.head is not None else -1, None)
    masthead = None if credited else find_masthead(lines, found, signs)
    if masthead:
        found[masthead[0].index] = Verdict(BoilerplateKind.CREDIT, "masthead")
    pieces = find_pieces(lines, found, credited, signs, apart(blocks, credited))
    pieces = part_by_language([*pieces, *pieces_of(blocks, lines, found, credited, signs)], document.claimed.language)
    adopt(pieces, blocks)
    relate_translations(pieces)
    title = document.claimed.title if len(pieces) == 1 else None
    anatomies = [dissect(piece, signs, title) for piece in pieces]
    for anatomy in anatomies:
        take_letter_head(anatomy, lines, signs)
        found |= anatomy.cast_out
    found |= {index: Verdict(BoilerplateKind.CREDIT, "credit line") for index in credited}
    for anatomy in anatomies:
        anatomy.below = _right_below(anatomy, lines, found)
    owned = _shares(view, lines, anatomies, found)
    reports = _inherited(_reports(document, view, anatomies, owned, masthead, signs))
    return reports, _boilerplate(view, lines, found)


def _ends(found: Mapping[int, Verdict], credited: Mapping[int, Credit]) -> frozenset[int]:
    """Return the lines that end the entries of a page: credits, and the heads of lists."""
    heads = (index for index, verdict in found.items() if verdict.because == "head of a list")
    return frozenset((*credited, *heads))


def _told(line: Line, signs: Signs) -> Line:
    """Read what opens with a dateline as prose, however it ends."""
    return replace(line, prose=True) if not line.prose and len(line.words) >= 8 and find_dateline(line, signs) else line


def _right_below(anatomy: Anatomy, lines: Sequence[Line], found: Mapping[int, Verdict]) -> Sequence[Line]:
    """Return the first lines of furniture right below a piece."""
    first = anatomy.piece.lines[-1].index + 1
    last = first
    while last < len(lines) and last in found and last - first < _BELOW:
        last += 1
    return lines[first:last]


def _extent(view: str, lines: Sequence[Line], index: int) -> Span:
    """Return a line with the white space behind it; the first also takes what stands before it."""
    start = lines[index].span.start if index else 0
    return Span(start, lines[index + 1].span.start if index + 1 < len(lines) else len(view))


def _shares(
    view: str, lines: Sequence[Line], anatomies: Sequence[Anatomy], found: Mapping[int, Verdict]
) -> list[tuple[Span, ...]]:
    """Return the stretches of text that each piece owns, neighbouring lines joined."""
    shares = []
    for anatomy in anatomies:
        spans: list[Span] = []
        for line in anatomy.piece.lines:
            if line.index in found:
                continue
            extent = _extent(view, lines, line.index)
            if spans and spans[-1].end == extent.start:
                spans[-1] = Span(spans[-1].start, extent.end)
            else:
                spans.append(extent)
        shares.append(tuple(spans))
    return shares


def _reports(
    document: Document,
    view: str,
    anatomies: Sequence[Anatomy],
    shares: Sequence[tuple[Span, ...]],
    masthead: tuple[Line, Credit] | None,
    signs: Signs,
) -> tuple[Report, ...]:
    """Make the reports. Metadata and masthead speak for the page, so only for its one report that nobody else is credited with."""
    ids = [derived_id("report", document.id, spans) if spans else "" for spans in shares]
    own = [n for n, anatomy in enumerate(anatomies) if shares[n] and anatomy.piece.parent is None]
    reports = []
    for n, (anatomy, spans) in enumerate(zip(anatomies, shares, strict=True)):
        if not spans:
            continue
        parent = anatomy.piece.parent
        speaks = document.claimed if own == [n] else None
        reports.append(
            Report(
                ids[n],
                document.id,
                spans,
                _language(anatomy),
                parent=ids[parent] or None if parent is not None else None,
                relation=anatomy.piece.relation if parent is not None and ids[parent] else None,
                outlet=mended(outlet_of(anatomy, speaks, masthead if own == [n] else None, signs)),
                agency=mended(agency_of(anatomy, signs)) or claimed_agency(speaks),
                byline=byline_of(anatomy, view, speaks, signs),
                place=mended(place_of(anatomy)),
                published=published_of(anatomy, speaks, signs),
                parts=tuple(Part(*part) for part in sorted(anatomy.parts, key=lambda part: (part[0], part[1]))),
            )
        )
    return tuple(sorted(reports, key=lambda report: report.spans[0]))


def _inherited(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """Give entries and updates the outlet of the page that they continue, where they name none; entries its day as well.

    An update may be of a later day than what it updates, so its day stays open.
    """
    known = {report.id: report for report in reports}
    return tuple(
        replace(
            report,
            outlet=report.outlet or known[report.parent].outlet,
            published=report.published
            or (known[report.parent].published if report.relation is Relation.EMBEDS else None),
        )
        if report.parent is not None and report.relation in (Relation.EMBEDS, Relation.UPDATES)
        else report
        for report in reports
    )


def _language(anatomy: Anatomy) -> str:
    return main_language(tuple(LanguageSpan(line.span, line.language) for line in anatomy.piece.lines))


def _boilerplate(view: str, lines: Sequence[Line], found: Mapping[int, Verdict]) -> tuple[Boilerplate, ...]:
    return tuple(
        Boilerplate(_extent(view, lines, index), verdict.kind, verdict.because)
        for index, verdict in sorted(found.items())
    )
