"""Who took it from whom: the picture's boxes and lines with their words, the same as rows, and what changed on the way."""

from __future__ import annotations

from sayso.model.reconstruction import Answer, DriftChange
from sayso.model.text import Anchor, covers
from sayso.present.dossier import limits
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.present.dossier.limits import plural, rest
from sayso.present.dossier.outline import outline, report_href
from sayso.present.dossier.views import Drifted, FeedBox, FeedChart, FeedLine, FeedRow, Piece, PlaceLink
from sayso.present.drifts import Changed, changes, changes_of, said_of
from sayso.present.feeds import Feed, Feeds, Line, Source, draw, feeds_of
from sayso.present.terminal.quotes import shorten

__all__ = ["changed_of", "feed_chart"]

LABEL, NOTE, ON_LINE = 27, 34, 20  # characters that fit into a box, and on a line
AROUND = 90  # characters on either side of changed words
SAME = "alignment"


def feed_chart(index: DossierIndex) -> FeedChart:
    """Return the section on who feeds whom."""
    feeds = feeds_of(index.case)
    drawing = draw(feeds, lambda key: _order(index, feeds.sources[key]))
    rows = tuple(_row(index, feeds, feed) for feed in feeds.feeds[: limits.FEEDS])
    found = _told_once(index, changes(index.case.reconstruction.lineage))
    drifts = [_drifted(index, change, also) for change, also in found[: limits.DRIFTS + limits.DRIFTS_FOLDED]]
    return FeedChart(
        width=drawing.width,
        height=drawing.height,
        boxes=tuple(_box(index, feeds.sources[box.id], box.x, box.y) for box in drawing.boxes),
        lines=tuple(_line(line) for line in drawing.lines),
        summary=_summary(feeds),
        rows=rows,
        rows_more=rest(len(feeds.feeds), len(rows), "line"),
        drifts=tuple(drifts[: limits.DRIFTS]),
        drifts_folded=tuple(drifts[limits.DRIFTS :]),
        drifts_more=rest(len(found), len(drifts), "change"),
        warnings=_warnings(found),
        outline=outline(index, feeds, lambda key: _order(index, feeds.sources[key])) if drawing.width else (),
    )


def _order(index: DossierIndex, source: Source) -> tuple[str, ...]:
    """Sort what hangs side by side by day, then by name; what has no day comes last."""
    dated = index.dates.get(source.id)
    day = dated.earliest or dated.latest if dated else None
    return (day.isoformat() if day else "9", source.label, source.id)


def _name(index: DossierIndex, source: Source) -> str:
    return index.report_label(source.report) if source.report else source.label


def _link(index: DossierIndex, source: Source) -> PlaceLink:
    return PlaceLink(_name(index, source), report_href(index, source.report) if source.report else "")


def _box(index: DossierIndex, source: Source, x: int, y: int) -> FeedBox:
    if source.page is not None:
        label, note = index.document_label(source.page), "page that gathers several reports"
        href = f"#d-{source.page}" if source.page in index.shown else ""
        return FeedBox(x, y, _fit(label, LABEL), note, f"{label}, {note}", href, False, page=True)
    if source.report is None:
        return FeedBox(x, y, _fit(source.label, LABEL), "credited by reports", f"{source.label}, credited", "", True)
    dated = index.dates.get(source.id)
    day = (day_words(dated.earliest, dated.latest) if dated else "") or "day not known"
    label, document = _name(index, source), index.document_label(source.report.document)
    named = source.report.outlet is not None  # an agency alone is the box it hangs from
    piece = index.piece_of(source.report)
    note = " · ".join(words for words in (day, document if named and not piece else "", piece) if words)
    label = label if named else document
    whole = f"{_name(index, source)}; {document}; {day}"
    return FeedBox(x, y, _fit(label, LABEL), _fit(note, NOTE), whole, report_href(index, source.report), False)


def _fit(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _line(line: Line) -> FeedLine:
    feed = line.feed
    words = _fit(feed.words, ON_LINE) + (f" · {feed.grave} ⚠" if feed.grave else "")
    css = " ".join([str(feed.way), "known" if feed.known else "open", *(["warned"] if feed.grave else [])])
    return FeedLine(line.path, line.x, line.y, words, css)


def _row(index: DossierIndex, feeds: Feeds, feed: Feed) -> FeedRow:
    why = [b.text for link in feed.links for b in link.because if b.rule != SAME]
    return FeedRow(
        _link(index, feeds.sources[feed.source]),
        _link(index, feeds.sources[feed.target]),
        feed.known,
        feed.words,
        tuple(dict.fromkeys(why)),
        feed.grave,
    )


def _summary(feeds: Feeds) -> str:
    """Say in a sentence what the picture shows, for those who do not see it."""
    met = {end for feed in feeds.feeds for end in (feed.source, feed.target)}
    reports = sum(feeds.sources[key].report is not None for key in met)
    known = sum(feed.known for feed in feeds.shown)
    agencies = len(met) - reports
    credited = f" and {agencies:,} credited {'agency' if agencies == 1 else 'agencies'}" if agencies else ""
    parts = [f"{plural(reports, 'report')}{credited} that feed others or are fed"]
    parts.append(f"of {plural(len(feeds.shown), 'line')}, {known} {'has' if known == 1 else 'have'} a known direction")
    pages = len({feed.target for feed in feeds.gathered})
    if pages:
        verb = "gathers" if pages == 1 else "gather"
        parts.append(f"{plural(pages, 'page')} {verb} {plural(len(feeds.gathered), 'report')}")
    if feeds.alone:
        verbs = ("shares", "credits") if feeds.alone == 1 else ("share", "credit")
        parts.append(f"{plural(feeds.alone, 'more report')} {verbs[0]} no text with another and {verbs[1]} no agency")
    return "; ".join(parts) + "."


def _told_once(index: DossierIndex, found: tuple[Changed, ...]) -> list[tuple[Changed, int]]:
    """Return each change of the same words once, with the number of further places that have it."""
    kept: dict[tuple[object, ...], list[Changed]] = {}
    for change in found:
        words = (index.words(change.drift.source), index.words(change.drift.target))
        kept.setdefault((change.drift.kind, change.drift.change, *words), []).append(change)
    return [(changed[0], len(changed) - 1) for changed in kept.values()]


def changed_of(index: DossierIndex, answer: Answer) -> tuple[tuple[Drifted, ...], str]:
    """Return what changed on the way to or from the passages an answer draws on, and what was left out."""
    lineage = {link.id: link for link in index.case.reconstruction.lineage} if answer.drift else {}
    found = _told_once(index, changes_of((answer,), lineage))
    shown = found[: limits.ANSWER_DRIFTS]
    return tuple(_drifted(index, change, also) for change, also in shown), rest(len(found), len(shown), "change")


def _drifted(index: DossierIndex, change: Changed, also: int) -> Drifted:
    link, drift = change.link, change.drift
    names = (index.report_label(index.reports[report]) for report in (link.source_report, link.target_report))
    return Drifted(
        called=change.called,
        said=said_of(change, *names),
        warning=change.grave,
        known=link.direction == "known",
        before=_pieces(index, drift.source, link.source, marked=drift.change != DriftChange.GAINED),
        after=_pieces(index, drift.target, link.target, marked=drift.change != DriftChange.LOST),
        source=index.report_label(index.reports[link.source_report]),
        target=index.report_label(index.reports[link.target_report]),
        source_place=_place(index, link.source_report, drift.source),
        target_place=_place(index, link.target_report, drift.target),
        also=also,
    )


def _place(index: DossierIndex, report: str, anchor: Anchor) -> PlaceLink:
    return PlaceLink(index.where(anchor.document, anchor.span), report_href(index, index.reports[report]))


def _pieces(index: DossierIndex, changed: Anchor, passage: Anchor, *, marked: bool) -> tuple[Piece, ...]:
    """Return the passage with the changed words marked; where it is long, what stands around them. A side that has nothing to
    mark stands for what was said of."""
    text, span = index.readings[changed.document].text, changed.span
    if not marked:
        return (Piece(shorten(span.of(text), 3 * AROUND), False),)
    outer = passage.span if covers(passage.span, span) else span
    start, end = max(outer.start, span.start - AROUND), min(outer.end, span.end + AROUND)
    before = ("… " if start > outer.start else "") + text[start : span.start]
    after = text[span.end : end] + (" …" if end < outer.end else "")
    return (Piece(before, False), Piece(span.of(text), True), Piece(after, False))


def _warnings(found: list[tuple[Changed, int]]) -> str:
    """Say how many changes bear on a claim, "" without any."""
    grave = [change for change, _ in found if change.grave]
    if not grave:
        return ""
    lost = sum(change.rank == 0 for change in grave)
    words = f"{plural(len(grave), 'change')} on the way from text to text that bear on a claim"
    return f"{words}; {lost} of them lost whose words they are" if lost else words
