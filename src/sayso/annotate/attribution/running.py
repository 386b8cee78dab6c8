"""Speech that goes on without a cue of its own, sources without a verb, and names set under what they said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.spans import clean, trimmed
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, covers

__all__ = ["continued_drafts", "signed_drafts", "unmarked_drafts", "verbless_drafts", "with_unmarked"]

_SIGNATURE = re.compile(r"[–—−-]{1,2}\s?(?=[A-ZÆØÅ])")


def verbless_drafts(scene: Scene, number: int, sentence: Sentence) -> Iterator[Draft]:
    """Yield "Rights activists that the troops had fired first": a speaker and a that-clause whose verb was lost."""
    for that in sentence.tokens[1:]:
        if that.text.lower() != "that" or that.pos != "SCONJ":
            continue
        before = sentence.tokens[: that.index]
        if len(before) > 8 or any(t.pos in ("VERB", "AUX", "ADP", "SCONJ") or t.text in ",;:“" for t in before):
            return
        head = before[-1]
        if head.tag not in ("NNS", "NNP", "NNPS") and head.pos != "PRON":
            return
        if head.lemma.lower() in scene.lexicon.nouns or not _subject_follows(sentence, that):
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
    """Yield paragraphs that are one quotation without a cue, right after a paragraph that quotes somebody."""
    view, paragraphs = scene.view, scene.page.paragraphs
    first_of = {s.paragraph: i for i, s in reversed(list(enumerate(scene.page.sentences)))}
    outside = sorted((d for d in drafts if d.content and scene.quote_at(d.at) is None), key=lambda d: d.at)
    offsets = [d.at for d in outside]
    last: Draft | None = None
    for number, paragraph in enumerate(paragraphs):
        own = outside[bisect_right(offsets, paragraph.start - 1) : bisect_right(offsets, paragraph.end)]
        held = [d for d in own if d.source and any(scene.quote_at(s.start) is not None for s in d.content)]
        if own:
            last = held[-1] if held and held[-1] == own[-1] or held and not _later(own, held[-1]) else None
            continue
        quote = scene.quote_at(paragraph.start)
        whole = quote is not None and covers(
            quote.span, Span(paragraph.start, max(paragraph.start + 1, paragraph.end - 1))
        )
        taken = (
            quote is not None and any(covers(s, quote.inner) for d in outside for s in d.content[-2:])
            if whole
            else False
        )
        if last is None or not whole or quote is None or taken or number not in first_of:
            last = last if taken else None
            continue
        sentence = first_of[number]
        if scene.page.sentences[sentence].report != scene.page.sentences[last.sentence].report:
            last = None
            continue
        if view[paragraph.start : paragraph.end].strip():
            yield Draft(paragraph.start, last.source, (), (quote.span,), "continued", last.cls, sentence, "quotes")


def _later(own: list[Draft], held: Draft) -> bool:
    """Tell whether somebody else speaks after the quoted one."""
    return any(d.at > held.at and d.source and d.source != held.source and d.speaks for d in own)


def signed_drafts(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield pull quotes: a paragraph without a cue, and a line "– Name" under it."""
    cues = sorted(d.at for d in drafts)
    first_of = {s.paragraph: i for i, s in reversed(list(enumerate(scene.page.sentences)))}
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


def _lossy(scene: Scene) -> frozenset[str]:
    """Return the reports in which quotation marks were lost: there, plain sentences may be speech."""
    found = set()
    starts = [s.span.start for s in scene.page.sentences]
    for quote in scene.page.quotes:
        if not quote.closed and starts:
            found.add(scene.page.sentences[max(0, bisect_right(starts, quote.span.start) - 1)].report)
    return frozenset(found)


def with_unmarked(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Where quotation marks were lost, let "…, he said." at a paragraph's end speak for the uncued sentences before it."""
    lossy = _lossy(scene)
    cues = sorted(d.at for d in drafts)
    found = []
    for draft in drafts:
        sentence = scene.page.sentences[draft.sentence]
        start = scene.page.paragraphs[sentence.paragraph].start
        closes = sentence.report in lossy and _closes(scene, draft)
        if (
            closes
            and start < sentence.span.start
            and bisect_right(cues, sentence.span.start - 1) == bisect_right(cues, start - 1)
        ):
            draft = replace(draft, content=(Span(start, draft.content[-1].end),), rule="unmarked")
        found.append(draft)
    return found


def _closes(scene: Scene, draft: Draft) -> bool:
    """Tell whether a draft's cue ends its paragraph and what it reports is an unquoted clause before it."""
    if draft.rule not in ("clause-before", "postposed", "unmarked") or not draft.source or not draft.content:
        return False
    end = scene.page.paragraphs[scene.page.sentences[draft.sentence].paragraph].end
    quoted = any(scene.quote_at(s.start) is not None for s in draft.content)
    return not quoted and len(scene.view[draft.at : end].split()) <= 8


def unmarked_drafts(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield paragraphs that go on with unmarked speech: no cue, no marks, in the first person or broken off at a comma."""
    lossy = _lossy(scene)
    cues = sorted(d.at for d in drafts)
    closing = {scene.page.sentences[d.sentence].paragraph: d for d in drafts if _closes(scene, d)}
    first_of = {s.paragraph: i for i, s in reversed(list(enumerate(scene.page.sentences)))}
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
