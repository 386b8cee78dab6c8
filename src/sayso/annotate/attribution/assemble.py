"""From drafts to attributions: duplicates dropped, datelines cut off, modes, ids and parents set."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.annotate.attribution.draft import Draft
from sayso.annotate.attribution.relayed import RELAYED
from sayso.annotate.attribution.spans import clean, trimmed
from sayso.model.annotations import Attribution, Mode
from sayso.model.ids import derived_id
from sayso.model.page import Page
from sayso.model.reports import PartKind
from sayso.model.text import Span, covers, layer, overlaps

__all__ = ["apart", "assemble"]

LONGEST_HEAD = 40  # characters

_NOTE = re.compile(r"[.!?]\[\d{1,3}\]\s")

_CLOSERS = frozenset(("postposed", "clause-before", "commaless", "unpunctuated"))
_LEAST = 12  # characters that a content keeps when another report cuts it

_LOOK_BACK = 48  # contents looked at to find the one that encloses an attribution


def apart(drafts: Sequence[Draft]) -> list[Draft]:
    """End a content where the source of a cue that reports the whole sentence begins ("Y, believed to Z, A and B said")."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if (draft.rule in _CLOSERS or (draft.rule == "phrase" and len(draft.content) == 1)) and draft.source:
            by_sentence.setdefault(draft.sentence, []).append(draft)
    return [_cut_at(draft, by_sentence.get(draft.sentence, [])) for draft in drafts]


def _cut_at(draft: Draft, closers: Sequence[Draft]) -> Draft:
    content = draft.content
    for closer in closers:
        if closer is not draft and any(s.start <= draft.at < s.end for s in closer.content):
            edge = min(s.start for s in (*closer.source, *closer.cue))
            content = tuple(Span(s.start, edge) if s.start + _LEAST <= edge < s.end else s for s in content)

    return draft if content == draft.content else replace(draft, content=content)


def assemble(page: Page, drafts: Iterable[Draft]) -> tuple[Attribution, ...]:
    """Make attributions of drafts that have a content, in text order."""
    kept = _distinct(_without_datelines(page, [_tidy(page, d) for d in drafts if d.content]))
    marks = [quote.span.start for quote in page.quotes]
    made = [_made(page, draft, marks) for draft in kept]
    return layer(_with_parents(made))


def _tidy(page: Page, draft: Draft) -> Draft:
    spans = (clean(page.view, s.start, s.end) if draft.rule != "continued" else s for s in draft.content)
    source = tuple(_without_junk(page.view, span) for span in draft.source)
    return replace(draft, source=source, content=tuple(s for s in spans if s is not None))


def _without_junk(view: str, source: Span) -> Span:
    """Cut from a source letters lost in some conversion ("a witness _a__a__") and a sentence before it ("way.[2] Aas")."""
    note = _NOTE.search(view, source.start, source.end)
    source = Span(note.end(), source.end) if note is not None and note.end() < source.end else source
    at = source.start
    for number, word in enumerate(source.of(view).split(" ")):
        if number and word.count("_") > 1:
            return Span(source.start, max(source.start + 1, at - 1))
        at += len(word) + 1
    return source


def _without_datelines(page: Page, drafts: list[Draft]) -> list[Draft]:
    lines = sorted(p.span for r in page.reports for p in r.parts if p.kind is PartKind.DATELINE)
    if not lines:
        return drafts
    starts = [line.start for line in lines]
    found = []
    for draft in drafts:
        source = tuple(s for s in (_cut(page.view, span, lines, starts, False) for span in draft.source) if s)
        content = tuple(s for s in (_cut(page.view, span, lines, starts, True) for span in draft.content) if s)
        if content:
            found.append(replace(draft, source=source, content=content))
    return found


def _cut(view: str, span: Span, lines: list[Span], starts: list[int], content: bool) -> Span | None:
    """Cut a dateline off the front of a span."""
    i = bisect_right(starts, span.start)
    for line in lines[max(0, i - 1) : i + 1]:
        if overlaps(line, span):
            if line.end >= span.end:
                return None
            return clean(view, line.end, span.end) if content else trimmed(view, line.end, span.end)
    return span


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Keep one draft for each cue word and one for each content of one source."""
    seen: set[tuple[object, ...]] = set()
    found = []
    for draft in sorted(drafts, key=lambda d: (d.at, d.engine, d.rule)):
        keys: list[tuple[object, ...]] = [(draft.source, draft.content)]
        if draft.cue:
            keys.append((draft.at,))
        if not any(key in seen for key in keys):
            found.append(draft)
        seen.update(keys)
    return found


def _with_its_head(page: Page, source: Span) -> Span:
    """Give an editor's gloss its head back: of "State radio [in Orle] says" the parser may keep "[in Orle]" alone."""
    if page.view[source.start] != "[":
        return source
    sentence = page.sentence_at(source.start)
    start = sentence.span.start if sentence else source.start
    before = page.view[start : source.start]
    short = 0 < len(before) <= LONGEST_HEAD and not set(before) & set(',.;:“”"')
    return Span(start, source.end) if short else source


def _made(page: Page, draft: Draft, marks: Sequence[int]) -> Attribution:
    report = _report_of(page, draft)
    whole = tuple(_with_its_head(page, span) for span in draft.source)
    source, cue, content = (tuple(sorted(spans)) for spans in (whole, draft.cue, draft.content))
    identity = derived_id("attribution", page.document.id, source, cue, content)
    return Attribution(
        identity,
        report,
        source,
        cue,
        content,
        _mode(page, content, draft.rule, marks),
        draft.engine,
        f"{draft.rule}/{draft.cls}",
    )


def _report_of(page: Page, draft: Draft) -> str:
    return page.sentences[draft.sentence].report


def _mode(page: Page, content: Sequence[Span], rule: str, marks: Sequence[int]) -> Mode:
    """Tell whether a content is quoted whole, in part or not at all; dash dialogue is quoted by its dash."""
    if rule == "dash":
        return Mode.DIRECT
    states = []
    for span in content:
        i = bisect_right(marks, span.start) - 1
        j = bisect_right(marks, span.end - 1)
        whole = i >= 0 and page.quotes[i].span.end >= span.end - 1
        states.append(Mode.DIRECT if whole else Mode.MIXED if j > i + 1 or _begins(page, i, span) else Mode.INDIRECT)
    return states[0] if len(set(states)) == 1 else Mode.MIXED


def _begins(page: Page, i: int, span: Span) -> bool:
    return i >= 0 and page.quotes[i].span.end > span.start


def _teller(made: Sequence[Attribution], inner: Attribution) -> str | None:
    """Return the attribution that passes on another's words whole ("he quoted them as shouting")."""
    if not inner.rule.startswith(RELAYED):
        return None
    return next((a.id for a in made if a.content == inner.content and a is not inner), None)


def _with_parents(made: list[Attribution]) -> list[Attribution]:
    """Give each attribution that stands inside another's content that other as its parent, the innermost one."""
    contents = sorted((span.start, -span.end, a.id, i) for i, a in enumerate(made) for span in a.content)
    starts = [c[0] for c in contents]
    found = []
    for i, a in enumerate(made):
        at = bisect_right(starts, a.span.start)
        enclosing = [
            (-end - start, identity)
            for start, end, identity, j in contents[max(0, at - _LOOK_BACK) : at]
            if j != i and covers(Span(start, -end), a.span)
        ]
        parent = min(enclosing)[1] if enclosing else _teller(made, a)
        found.append(replace(a, parent=parent) if parent else a)
    return found
