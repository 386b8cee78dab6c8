"""Direct speech: whole quotations as content, quotations given to the cue beside them, and speech that goes on uncued."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.spans import join
from sayso.model.annotations import Quote
from sayso.model.syntax import Sentence
from sayso.model.text import Span, covers, hull, overlaps

__all__ = ["with_dashes", "with_quotes"]

_REACH = 120  # characters between a cue and the quotation it introduces
# What may stand between a report and a quotation it goes on with, and how far apart that puts them.
_GAPS = {"": 0, ",": 1, ":": 1, "-": 1, "—": 1, "–": 1, ".": _REACH}
_AFTER_STOP = 60  # characters between a cue that reports nothing and the quotation that follows its full stop
_DASHES = ("–", "—", "−", "-")
_WORDS = 3  # a quotation of fewer words is a turn of phrase, not speech


def with_quotes(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give drafts the quotations they introduce, close or carry on."""
    widened = [_widened(scene, draft) for draft in drafts]
    free = _Assignment(scene, widened)
    for quote in scene.page.quotes:
        if free.speech(quote) and not free.taken(quote):
            free.give(quote)
    return free.drafts


def _widened(scene: Scene, draft: Draft) -> Draft:
    """Extend contents that begin or end inside a quotation to the whole of it, if the cue stands outside.

    A cue that is itself quoted reports nothing outside its quotation.
    """
    cue = scene.quote_at(draft.at)
    if cue is not None and cue.closed:
        inside = (
            Span(max(s.start, cue.inner.start), min(s.end, cue.inner.end))
            for s in draft.content
            if overlaps(s, cue.inner)
        )
        return replace(draft, content=tuple(inside))
    found = []
    for span in draft.content:
        start, end = span.start, span.end
        first, last = scene.quote_at(start), scene.quote_at(end - 1)
        if first is not None and first != cue:
            start = first.span.start
        if last is not None and last != cue:
            end = last.span.end
        found.append(Span(start, end))
    return replace(draft, content=join(found, scene.view)) if found else draft


class _Assignment:
    """Hands out quotations to drafts, nearest cue first; later ones in a paragraph go on with the last speaker."""

    def __init__(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        self.scene = scene
        self.drafts = list(drafts)
        self._outside = [i for i, d in enumerate(self.drafts) if scene.quote_at(d.at) is None]
        self._outside.sort(key=lambda i: self.drafts[i].at)
        self._offsets = [self.drafts[i].at for i in self._outside]
        self._paragraphs = scene.paragraph_starts

    def speech(self, quote: Quote) -> bool:
        """Tell whether a quotation is long enough, or closed by its own stop, to be speech."""
        words = quote.inner.of(self.scene.view).split()
        return len(words) >= _WORDS or (bool(words) and words[-1][-1:] in ".,!?")

    def taken(self, quote: Quote) -> bool:
        """Tell whether some draft's content already holds most of a quotation."""
        return any(any(overlaps(s, quote.inner) for s in self.drafts[i].content) for i in self._near(quote.span, 4))

    def give(self, quote: Quote) -> None:
        """Add a quotation to the draft that introduces, closes or precedes it."""
        best = self._beside(quote)
        if best is None:
            best = self._before(quote)
        if best is not None:
            draft = self.drafts[best]
            rule = draft.rule if draft.content else "quote"
            self.drafts[best] = replace(draft, content=join((*draft.content, quote.span), self.scene.view), rule=rule)

    def _near(self, span: Span, reach: int) -> list[int]:
        at = bisect_right(self._offsets, span.start)
        to = bisect_right(self._offsets, span.end)
        return self._outside[max(0, at - reach) : to + reach]

    def _beside(self, quote: Quote) -> int | None:
        """Return the draft whose cue stands in the same sentence or right at the quotation's edge."""
        scored = []
        for i in self._near(quote.span, 3):
            draft = self.drafts[i]
            if draft.speaks and draft.source:
                gap = self._gap(draft, quote)
                if gap is not None:
                    scored.append((gap, i))
        return min(scored)[1] if scored else None

    def _gap(self, draft: Draft, quote: Quote) -> int | None:
        """Return how far cue and quotation are apart, None when they do not belong together."""
        group = hull((*(s for s in draft.source if abs(s.start - draft.at) < _REACH), *draft.cue))
        if not self._same_paragraph(group, quote.span):
            return None
        view = self.scene.view
        if group.end <= quote.span.start:
            between = view[group.end : quote.span.start]
            if self._other_cue(draft.at, quote.span.start):
                return None
            if draft.content and not covers(Span(group.end, quote.span.start), draft.reach):
                between = between.strip()
                return _GAPS.get(between)
            closed = between.rstrip()
            if not draft.content and closed.endswith(".") and len(between) <= _AFTER_STOP:
                between = closed[:-1]  # "She said in a statement. “We …”"
            stops = any(mark in between for mark in (". ", "? ", "! ", "”", ";"))
            return (
                None
                if stops or len(between) > _REACH or (draft.content and between[-2:].strip() not in (",", ":"))
                else len(between)
            )
        if quote.span.end <= group.start:
            between = view[quote.span.end : group.start]
            return len(between) if len(between.split()) <= 1 and "." not in between else None
        return None

    def _other_cue(self, after: int, before: int) -> bool:
        """Tell whether another cue stands between a cue and a quotation."""
        return bisect_right(self._offsets, before) - bisect_right(self._offsets, after) > 0

    def _before(self, quote: Quote) -> int | None:
        """Return the draft of the speaker who was quoted just before in the same paragraph."""
        at = bisect_right(self._offsets, quote.span.start) - 1
        while at >= 0:
            i = self._outside[at]
            draft = self.drafts[i]
            if not draft.content or not self._same_paragraph(draft.cue[0], quote.span):
                return None
            if draft.source and self._direct(draft):
                return i if self._stands_alone(quote) else None
            at -= 1
        return None

    def _direct(self, draft: Draft) -> bool:
        return any(self.scene.quote_at(s.start) is not None for s in draft.content)

    def _stands_alone(self, quote: Quote) -> bool:
        """Tell whether a quotation is a sentence of its own: nothing but a stop or another quotation before it."""
        before = self.scene.view[max(0, quote.span.start - 3) : quote.span.start].rstrip()
        return not before or before[-1] in '.!?”"’'

    def _same_paragraph(self, a: Span, b: Span) -> bool:
        return bisect_right(self._paragraphs, a.start) == bisect_right(self._paragraphs, b.start)


def with_dashes(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Read dash dialogue: what stands between an opening dash and "sier X" is speech; sentences opened by a dash go on."""
    return [_dashed(scene, draft) for draft in drafts]


def _dashed(scene: Scene, draft: Draft) -> Draft:
    sentences = scene.page.sentences
    paragraph = sentences[draft.sentence].paragraph
    start = scene.page.paragraphs[paragraph].start
    if draft.rule != "clause-before" or not draft.content or _opens_with_dateline(scene, start):
        return draft
    spans = list(draft.content)
    if not _after_dash(scene.view, spans[0].start, start):
        opened = _speech_start(scene, draft, start)
        if opened is None:
            return draft
        spans[0] = Span(opened, spans[0].end)
    for following in sentences[draft.sentence + 1 : draft.sentence + 6]:
        first = next((t for t in following.tokens if t.text[0].isalnum()), None)
        if following.paragraph != paragraph or first is None or not _after_dash(scene.view, first.start, start):
            break
        spans.append(Span(first.start, following.span.end))
    return replace(draft, content=tuple(spans), rule="dash")


def _opens_with_dateline(scene: Scene, start: int) -> bool:
    """Tell whether the dash a paragraph opens with ends its dateline."""
    return any(line.start <= start < line.end for line in scene.datelines)


def _speech_start(scene: Scene, draft: Draft, paragraph: int) -> int | None:
    """Return where a speech opened by the paragraph's dash begins, when "…, sier X" only closes a later sentence of it."""
    sentence = scene.page.sentences[draft.sentence]
    if draft.content[0].start > sentence.span.start + 1 or scene.view[paragraph] not in _DASHES:
        return None
    quoted = scene.quotes_in(Span(paragraph, sentence.span.start))
    earlier = [
        s for s in scene.page.sentences[max(0, draft.sentence - 6) : draft.sentence] if s.span.start >= paragraph
    ]
    start = paragraph + 1
    while start < sentence.span.start and scene.view[start].isspace():
        start += 1
    return start if earlier and not quoted and not any(_closing_cue(scene, s) for s in earlier) else None


def _closing_cue(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence has a comma and a word of saying after it: somebody speaks there already."""
    comma = max((t.index for t in sentence.tokens if t.text == ","), default=len(sentence.tokens))
    return any(t.text.lower() in scene.speaking_forms for t in sentence.tokens[comma + 1 : comma + 3])


def _after_dash(view: str, offset: int, paragraph: int) -> bool:
    """Tell whether a dash opens speech right before an offset: at the paragraph's start or after a sentence's end."""
    i = offset - 1
    while i > paragraph and view[i].isspace():
        i -= 1
    if i < paragraph or view[i] not in _DASHES:
        return False
    return i == paragraph or view[max(paragraph, i - 3) : i].rstrip()[-1:] in (".", "!", "?")
