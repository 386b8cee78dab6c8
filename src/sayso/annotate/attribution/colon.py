"""Colons: "She added: …", a cue that ends a paragraph and hands over to the next, and "SPEAKER: …" lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.spans import clean, trimmed
from sayso.model.syntax import Sentence
from sayso.model.text import Span

__all__ = ["speaker_drafts", "with_colons"]

_SPEAKER = re.compile(r"[“\"]?([^\s:“”\"][^:\n“”\"()]{0,60}?)\s?:(?=\s)")
_WORD = re.compile(r"\w+")
_FOLLOWING = 6  # paragraphs an unquoted statement may go on
_TO_COLON = 40  # characters between what is told and the colon that ends its paragraph
_OPENING = "“\"‘'"


def with_colons(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give speech after a colon to the cue before it."""
    return [_after_colon(scene, draft) for draft in drafts]


def _after_colon(scene: Scene, draft: Draft) -> Draft:
    """Return the draft with what follows its colon, if its sentence holds one soon after the cue."""
    view, paragraphs = scene.view, scene.page.paragraphs
    if not draft.source or scene.quote_at(draft.at) is not None:
        return draft
    number = scene.page.sentences[draft.sentence].paragraph
    paragraph = paragraphs[number]
    end = draft.cue[-1].end
    block = _block(scene, draft, number)
    if block is not None or not draft.speaks:
        return draft if block is None else replace(draft, content=(*draft.content, block))
    colon = view.find(":", end, min(end + 120, paragraph.end))
    if (
        colon < 0
        or view[colon + 1 : colon + 2].isdigit()
        or any(mark in view[end:colon] for mark in ("“", '"', ". ", "? ", ";", ", "))
    ):
        return draft
    if any(s.start < colon and s.end > end for s in draft.content) and draft.content[0].end < colon:
        return draft
    content = _speech(scene, number, colon + 1)
    if content is None:
        return draft
    return replace(draft, content=(content, *_going_on(scene, content)), rule="colon")


def _block(scene: Scene, draft: Draft, number: int) -> Span | None:
    """Return the quotation that fills the next paragraph, where a telling that says something already ends in a colon."""
    view, paragraphs = scene.view, scene.page.paragraphs
    last = draft.content[-1] if draft.content else None
    if last is None or draft.cls not in ("say", "claim", "write", "name") or number + 1 >= len(paragraphs):
        return None
    rest = view[last.end : paragraphs[number].end]
    quote = scene.quote_at(paragraphs[number + 1].start)
    if (
        not rest.endswith(":")
        or len(rest) > _TO_COLON
        or quote is None
        or quote.span.start != paragraphs[number + 1].start
    ):
        return None
    return quote.span


def _speech(scene: Scene, number: int, start: int) -> Span | None:
    """Return the speech that begins after a colon: to the paragraph's end, or the next paragraph when nothing follows."""
    view, paragraphs = scene.view, scene.page.paragraphs
    paragraph = paragraphs[number]
    if view[start : paragraph.end].strip():
        return _in_paragraph(scene, start, paragraph.end)
    if number + 1 >= len(paragraphs):
        return None
    following = paragraphs[number + 1]
    quote = scene.quote_at(following.start)
    return (
        Span(quote.span.start, quote.span.end) if quote is not None else trimmed(view, following.start, following.end)
    )


def _in_paragraph(scene: Scene, start: int, end: int) -> Span | None:
    view = scene.view
    first = trimmed(view, start, end)
    if first is None:
        return None
    quote = scene.quote_at(first.start)
    if quote is not None:
        return quote.span
    lone = view[first.end - 1] in '”"' and scene.quote_at(first.end - 1) is None
    if lone or view[first.start] in _OPENING:
        return Span(first.start, first.end)
    i = bisect_right(scene.sentence_starts, first.start) - 1
    stop = min(end, scene.page.sentences[i].span.end) if i >= 0 else end
    if _first_person(scene, stop, end):
        stop = end
    return clean(view, first.start, max(stop, first.start + 1))


def _going_on(scene: Scene, content: Span) -> Iterator[Span]:
    """Yield the paragraphs in which an unquoted statement goes on.

    It goes on in the first person, and in the present or future between or after such paragraphs, where nobody else tells
    anything; it ends at quotation marks, at a heading, and where the report tells of the past in its own words.
    """
    paragraphs = scene.page.paragraphs
    if scene.quote_at(content.start) is not None:
        return
    number = bisect_right(scene.paragraph_starts, content.end)
    own = _first_person(scene, content.start, content.end)
    for i, paragraph in enumerate(paragraphs[number : number + _FOLLOWING], number):
        quoted = bool(scene.quotes_in(paragraph)) or scene.quote_at(paragraph.start) is not None
        span = clean(scene.view, paragraph.start, paragraph.end)
        speaks = _first_person(scene, paragraph.start, paragraph.end)
        if quoted or span is None or not (speaks or (own and _may_go_on(scene, i))):
            return
        own = own or speaks
        yield span


def _may_go_on(scene: Scene, number: int) -> bool:
    """Tell whether a paragraph may be part of a statement: whole sentences, mostly in the present or future, nobody's report.

    Between paragraphs in the first person it may tell of the past.
    """
    paragraph = scene.page.paragraphs[number]
    inside = _sentences_in(scene, bisect_right(scene.sentence_starts, paragraph.start - 1), paragraph.end)
    if not inside or not all(s.parsed for s in inside) or scene.view[paragraph.end - 1] not in ".!?":
        return False
    if any(_reports(scene, sentence) for sentence in inside):
        return False
    following = scene.page.paragraphs[number + 1 : number + 2]
    between = any(_first_person(scene, p.start, p.end) and not scene.quotes_in(p) for p in following)
    return between or 2 * sum(_is_present(sentence) for sentence in inside) > len(inside)


def _reports(scene: Scene, sentence: Sentence) -> bool:
    main = [t for t in sentence.roots if t.pos in ("VERB", "AUX")]
    return any(scene.lexicon.class_of(t.lemma.lower()) in ("say", "claim", "deny", "confirm") for t in main)


def _sentences_in(scene: Scene, first: int, end: int) -> list[Sentence]:
    sentences = scene.page.sentences
    return list(takewhile(lambda s: s.span.start < end, (sentences[i] for i in range(first, len(sentences)))))


def _is_present(sentence: Sentence) -> bool:
    """Tell whether a sentence's main verb is in the present, perfect or future."""
    main = [t for t in sentence.roots if t.pos in ("VERB", "AUX")][:1]
    tenses = {tag for t in main for tag in (t.tag, *(k.tag for k in sentence.children(t, "aux", "auxpass")))}
    return bool(tenses & {"VBZ", "VBP", "MD"})


def _first_person(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the author, or an unquoted speaker, says "we" or "I" in a stretch of text."""
    words = scene.lexicon.frames.get("first_person", frozenset())
    return any(word.lower() in words for word in _WORD.findall(scene.view, start, end))


def speaker_drafts(scene: Scene) -> Iterator[Draft]:
    """Yield "SPEAKER: what is said" lines, also as headlines."""
    labels = scene.lexicon.frames.get("speakers", frozenset())
    for number, sentence in enumerate(scene.page.sentences):
        paragraph = scene.page.paragraphs[sentence.paragraph]
        if sentence.span.start != paragraph.start or sentence.language != scene.language:
            continue
        match = _SPEAKER.match(scene.view, paragraph.start, paragraph.end)
        if match is None:
            continue
        tokens = sentence.tokens_in(Span(match.start(1), match.end(1))) if match.end(1) > match.start(1) else ()
        content = trimmed(scene.view, match.end(), paragraph.end)
        headline = sentence.paragraph == 0 and all(t.pos == "PROPN" for t in tokens)
        if content is None or not (headline or _names_speaker(tokens, labels)):
            continue
        if len(content.of(scene.view).split()) >= 3:
            source = Span(match.start(1), match.end(1))
            cue = Span(match.end() - 1, match.end())
            yield Draft(cue.start, (source,), (cue,), (content,), "speaker", "say", number)


def _names_speaker(tokens: Sequence[object], labels: frozenset[str]) -> bool:
    words = [str(getattr(t, "text", "")) for t in tokens]
    if not 1 <= len(words) <= 6 or any(w.isdigit() for w in words):
        return False
    if any(getattr(t, "pos", "") == "VERB" and getattr(t, "tag", "") in ("VBD", "VBZ", "VBP") for t in tokens):
        return False
    if any(w.lower() in labels for w in words):
        return True
    nominal = all(getattr(t, "pos", "") in ("PROPN", "PUNCT", "PART", "NOUN", "ADJ") for t in tokens)
    person = any(getattr(t, "entity", "") in ("PERSON", "ORG", "NORP", "GPE") for t in tokens)
    return nominal and (person or (len(words) <= 2 and words[0].isupper() and len(words[0]) > 2))
