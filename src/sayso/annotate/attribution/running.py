"""Speech that goes on without a cue of its own, sources without a verb, and names set under what they said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.spans import clean, trimmed
from sayso.model.annotations import Quote
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, covers

__all__ = [
    "continued_drafts",
    "signed_drafts",
    "subscribed_drafts",
    "unmarked_drafts",
    "verbless_drafts",
    "with_unmarked",
]

_SIGNATURE = re.compile(r"[–—―−-]{1,2}\s?(?=[A-ZÆØÅ])")
_SUBSCRIBED = re.compile(r"[ \t]*([–—―−]|--)[ \t]*([A-ZÆØÅ][^\n.!?;:“”\"]{1,80})\.?[ \t]*(?=\n|$)")


def verbless_drafts(scene: Scene, number: int, sentence: Sentence) -> Iterator[Draft]:
    """Yield "Village elders that the dam had burst": a speaker and a that-clause whose verb was lost."""
    for that in sentence.tokens[1:]:
        if that.text.lower() != "that" or that.dep != "mark":
            continue
        before = sentence.tokens[: that.index]
        if len(before) > 8 or any(t.pos in ("VERB", "AUX", "ADP", "SCONJ") or t.text in ",;:“" for t in before):
            return
        head = before[-1]
        if head.tag not in ("NNS", "NNP", "NNPS") and head.pos != "PRON":
            return
        if any(t.lemma.lower() in scene.lexicon.nouns for t in before) or not _subject_follows(sentence, that):
            return
        source = trimmed(scene.view, before[0].start, head.end)
        content = clean(scene.view, that.start, sentence.span.end)
        if source is not None and content is not None:
            yield Draft(that.start, (source,), (that.span,), (content,), "verbless", "say", number)
        return


def _subject_follows(sentence: Sentence, that: Token) -> bool:
    """Tell whether a whole clause follows "that": a subject of its own before its verb, and no main verb after it."""
    verb = sentence.head(that)
    own = [k for k in sentence.children(verb, "nsubj", "nsubjpass") if that.index < k.index < verb.index]
    main = [t for t in sentence.roots if t.pos in ("VERB", "AUX") and t.index != verb.index]
    return bool(own) and that.dep == "mark" and not any(t.index > verb.index for t in main)


def continued_drafts(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield paragraphs that are one quotation without a cue: of whom the paragraph before quotes, else of nobody named.

    Words in quotation marks are never the report's own, even where it does not say whose they are.
    """
    taken = sorted((s.start, s.end) for d in drafts if scene.quote_at(d.at) is None for s in d.content)
    outside = sorted((d for d in drafts if d.content and scene.quote_at(d.at) is None), key=lambda d: d.at)
    offsets = [d.at for d in outside]
    begun = {s.start for d in drafts if d.source for s in d.content}
    told = sorted(d.at for d in drafts if d.source and d.content)
    last: Draft | None = None
    for number, paragraph in enumerate(scene.page.paragraphs):
        own = outside[bisect_right(offsets, paragraph.start - 1) : bisect_right(offsets, paragraph.end)]
        if own:
            last = _last_quoted(scene, own)
            continue
        quote = _whole_quote(scene, paragraph)
        first = scene.first_sentences.get(number)
        if quote is None or first is None or scene.page.sentences[first].language != scene.language:
            last = None
        elif last is None or not _same_report(scene, first, last):
            last = None
            if _is_sentence(quote.inner.of(scene.view)) and not _is_taken(taken, quote.inner):
                yield Draft(paragraph.start, (), (), (quote.span,), "unclaimed", "say", first, "quotes")
        elif not _is_told(told, begun, paragraph, quote) and not any(
            covers(span, quote.inner) for span in last.content
        ):
            yield Draft(paragraph.start, last.source, (), (quote.span,), "continued", last.cls, first, "quotes")


def _is_told(told: Sequence[int], begun: Set[int], paragraph: Span, quote: Quote) -> bool:
    """Tell whether a paragraph's words are somebody's already, or its marks are no quotation's: one begins inside it."""
    if begun & {paragraph.start, paragraph.start + 1}:
        return True
    own = bisect_right(told, paragraph.end) != bisect_right(told, paragraph.start - 1)
    return own and quote.span.start != paragraph.start


def _is_sentence(words: str) -> bool:
    """Tell whether quoted words are a whole sentence, and not a title or a slogan."""
    return words.rstrip(" ”’\"'").endswith((".", "!", "?", "…", ",")) and len(words.split()) >= 4


def _is_taken(taken: Sequence[tuple[int, int]], quote: Span) -> bool:
    """Tell whether a content of somebody begins in a quotation or runs through its beginning."""
    at = bisect_right(taken, (quote.end, 0))
    return any(start < quote.end and quote.start < end for start, end in taken[max(0, at - 8) : at])


def _last_quoted(scene: Scene, own: Sequence[Draft]) -> Draft | None:
    """Return the draft whose speaker is quoted last in a paragraph, None when somebody else speaks after."""
    held = [d for d in own if d.source and any(scene.quote_at(s.start) is not None for s in d.content)]
    if not held:
        return _last_teller(scene, own)
    later = (d for d in own if d.at > held[-1].at and d.source and d.speaks)
    return None if any(d.source != held[-1].source for d in later) else held[-1]


def _last_teller(scene: Scene, own: Sequence[Draft]) -> Draft | None:
    """Return who tells last in a paragraph without quotations, if its last sentence is his report and nobody else's."""
    told = [d for d in own if d.source and d.speaks and d.rule in ("clause", "clause-before", "object", "preposition")]
    inner = [d for d in told if not any(o is not d and any(s.start <= d.at < s.end for s in o.content) for o in told)]
    if len({d.source for d in inner}) != 1:
        return None
    last = inner[-1]
    paragraph = scene.page.paragraphs[scene.page.sentences[last.sentence].paragraph]
    return last if scene.page.sentences[last.sentence].span.end >= paragraph.end - 1 else None


def _whole_quote(scene: Scene, paragraph: Span) -> Quote | None:
    """Return the quotation that fills a paragraph, if one does; a quoted title is none."""
    quote = scene.quote_at(paragraph.start)
    if scene.view[paragraph.start] in "'‘" or len(paragraph.of(scene.view).split()) < 4:
        return None
    inside = Span(paragraph.start, max(paragraph.start + 1, paragraph.end - 1))
    return quote if quote is not None and covers(quote.span, inside) else None


def _same_report(scene: Scene, sentence: int, draft: Draft) -> bool:
    return scene.page.sentences[sentence].report == scene.page.sentences[draft.sentence].report


def signed_drafts(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield pull quotes: a paragraph without a cue, and a line "– Name" under it."""
    cues = sorted(d.at for d in drafts)
    first_of = scene.first_sentences
    for number, (said, line) in enumerate(zip(scene.page.paragraphs, scene.page.paragraphs[1:], strict=False)):
        match = _SIGNATURE.match(scene.view, line.start, line.end)
        words = scene.view[line.start : line.end].split()
        if (
            match is None
            or len(words) > 10
            or number not in first_of
            or scene.page.sentences[first_of[number]].language != scene.language
        ):
            continue
        if (
            bisect_right(cues, said.end) != bisect_right(cues, said.start - 1)
            or len(scene.view[said.start : said.end].split()) < 4
        ):
            continue
        source = trimmed(scene.view, match.end(), line.end, right=" .,;:")
        content = trimmed(scene.view, said.start, said.end)
        if source is not None and content is not None:
            cue = Span(match.start(), max(match.start() + 1, match.end()))
            yield Draft(
                match.start(),
                (source,),
                (Span(cue.start, cue.start + 1),),
                (content,),
                "signed",
                "say",
                first_of[number],
            )


def subscribed_drafts(scene: Scene) -> Iterator[Draft]:
    """Yield quotations with a name after a dash on the same line: "“We want to go home.” — Mira Tolland"."""
    for quote in scene.page.quotes:
        match = _SUBSCRIBED.match(scene.view, quote.span.end)
        number = bisect_right(scene.sentence_starts, quote.span.start) - 1
        if match is None or number < 0 or scene.page.sentences[number].language != scene.language:
            continue
        source = trimmed(scene.view, match.start(2), match.end(2), right=" .,;:")
        if source is not None and 1 <= len(source.of(scene.view).split()) <= 8:
            cue = Span(match.start(1), match.end(1))
            yield Draft(cue.start, (source,), (cue,), (quote.span,), "signed", "say", number)


def _lossy(scene: Scene) -> frozenset[str]:
    """Return the reports in which quotation marks were lost: there, plain sentences may be speech."""
    found = set()
    for quote in scene.page.quotes:
        if not quote.closed and scene.sentence_starts:
            found.add(scene.page.sentences[max(0, bisect_right(scene.sentence_starts, quote.span.start) - 1)].report)
    return frozenset(found)


def with_unmarked(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Where quotation marks were lost, let "…, he said." at a paragraph's end speak for the uncued sentences before it."""
    lossy = _lossy(scene)
    cues = sorted(d.at for d in drafts)
    return [_from_paragraph_start(scene, d, cues) if _closes(scene, d, lossy) else d for d in drafts]


def _from_paragraph_start(scene: Scene, draft: Draft, cues: Sequence[int]) -> Draft:
    """Let a content begin with its paragraph when no cue stands before its sentence."""
    sentence = scene.page.sentences[draft.sentence]
    start = scene.page.paragraphs[sentence.paragraph].start
    if start == sentence.span.start or bisect_right(cues, sentence.span.start - 1) != bisect_right(cues, start - 1):
        return draft
    return replace(draft, content=(Span(start, draft.content[-1].end),), rule="unmarked")


def _closes(scene: Scene, draft: Draft, lossy: frozenset[str]) -> bool:
    """Tell whether a draft's cue ends its paragraph and what it reports is an unquoted clause before it."""
    if draft.rule not in ("clause-before", "postposed", "unmarked") or not draft.source or not draft.content:
        return False
    if scene.page.sentences[draft.sentence].report not in lossy:
        return False
    end = scene.page.paragraphs[scene.page.sentences[draft.sentence].paragraph].end
    quoted = any(scene.quote_at(s.start) is not None for s in draft.content)
    return not quoted and len(scene.view[draft.at : end].split()) <= 8


def unmarked_drafts(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield paragraphs that go on with unmarked speech: no cue, no marks, in the first person or broken off at a comma."""
    lossy = _lossy(scene)
    cues = sorted(d.at for d in drafts)
    closing = {scene.page.sentences[d.sentence].paragraph: d for d in drafts if _closes(scene, d, lossy)}
    first_of = scene.first_sentences
    for number in sorted(closing):
        following = first_of.get(number + 1)
        if following is None or scene.page.sentences[following].report not in lossy:
            continue
        paragraph = scene.page.paragraphs[number + 1]
        outer = bisect_right(cues, paragraph.end) != bisect_right(cues, paragraph.start - 1) and not _first_person(
            scene, following
        )
        if outer or not (_first_person(scene, following) or scene.view[paragraph.end - 1] == ","):
            continue
        content = clean(scene.view, paragraph.start, paragraph.end)
        if content is not None:
            draft = closing[number]
            yield Draft(paragraph.start, draft.source, (), (content,), "continued", draft.cls, following, "quotes")


def _first_person(scene: Scene, number: int) -> bool:
    words = {t.text.lower() for t in scene.page.sentences[number].tokens}
    return bool(words & scene.lexicon.frames.get("first_person", frozenset()))
