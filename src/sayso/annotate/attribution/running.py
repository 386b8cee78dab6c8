"""Speech that goes on without a cue of its own, sources without a verb, and names set under what they said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.spans import clean, trimmed
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, covers

__all__ = ["continued_drafts", "signed_drafts", "verbless_drafts"]

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
    sentences = scene.sentences
    first_of = {s.paragraph: i for i, s in reversed(list(enumerate(scene.page.sentences)))}
    outside = sorted((d for d in drafts if d.content and scene.quote_at(d.at) is None), key=lambda d: d.at)
    offsets = [d.at for d in outside]
    last: Draft | None = None
    del sentences
    for number, paragraph in enumerate(paragraphs):
        own = outside[bisect_right(offsets, paragraph.start - 1) : bisect_right(offsets, paragraph.end)]
        held = [d for d in own if d.source and any(scene.quote_at(s.start) is not None for s in d.content)]
        if own:
            last = held[-1] if held and held[-1] == own[-1] or held and not _later(own, held[-1]) else None
            continue
        quote = scene.quote_at(paragraph.start)
        whole = quote is not None and covers(quote.span, Span(paragraph.start, max(paragraph.start + 1, paragraph.end - 1)))
        taken = quote is not None and any(covers(s, quote.inner) for d in outside for s in d.content[-2:]) if whole else False
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
        if match is None or len(words) > 10 or number not in first_of or scene.page.sentences[first_of[number]].language != scene.language:
            continue
        if bisect_right(cues, said.end) != bisect_right(cues, said.start - 1) or len(scene.view[said.start : said.end].split()) < 4:
            continue
        source = trimmed(scene.view, match.end(), line.end, right=" .,;:")
        content = trimmed(scene.view, said.start, said.end)
        if source is not None and content is not None:
            cue = Span(match.start(), max(match.start() + 1, match.end()))
            yield Draft(match.start(), (source,), (Span(cue.start, cue.start + 1),), (content,), "signed", "say", first_of[number])
