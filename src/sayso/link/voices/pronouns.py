"""Whom a pronoun stands for among those met before it: by number, sex and kind, who spoke or leads a sentence first.

Sentence by sentence backwards: in the nearest sentence with somebody who fits and who speaks there or is its subject, that
one is meant; two who speak there jointly stay both. Those who are only mentioned come last.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sayso.link.voices.lexicon import lexicon
from sayso.link.voices.scene import Entry, Scene
from sayso.link.voices.speaker import Speaker
from sayso.link.voices.terms import Form, Phrase
from sayso.model.reconstruction import VoiceKind
from sayso.model.text import Span

__all__ = ["fits", "recall"]

Found = tuple[list[Speaker], str]


def recall(phrase: Phrase, outer: Speaker | None, scene: Scene, own: tuple[Span, ...] = ()) -> Found:
    """Return the speaker a pronoun means (one), those it may mean (several) or none, and the rule.

    `own` is what the pronoun is the source of: whoever is named there is somebody else.
    """
    if phrase.pronoun in {"self", "selves"}:
        return (
            ([outer], "the speaker of the words around it")
            if outer
            else ([], "the speaker of words that nobody is named for")
        )
    if outer and not phrase.quoted and phrase.pronoun != "relative" and fits(phrase, outer):
        return [outer], "the speaker that the words are told of"
    if phrase.quoted and phrase.pronoun == "plural":
        return [], "“they” in somebody's quoted words"
    found = _meant(phrase, outer, scene, own)
    word = phrase.core.lower()
    if not found:
        return [], "a pronoun without a speaker before it"
    one = len({id(s) for s in found}) == 1
    if one and len(found) > 1:
        return found, f"“{word}” may mean the last one mentioned"
    return found, f"“{word}” for the last speaker that fits" if one else f"“{word}” fits several who spoke"


def _meant(phrase: Phrase, outer: Speaker | None, scene: Scene, own: tuple[Span, ...]) -> list[Speaker]:
    """Return whom a pronoun means: near it, else the subject of the words told ("Ada Brenn was late, she said"), else far back."""
    entries = list(_fitting(phrase, outer, scene))
    if phrase.pronoun == "relative":
        return [e.speaker for e in entries if not e.phrase.silent][:1]
    start = phrase.anchor.span.start
    sentence, paragraph = scene.sentence(start), scene.paragraph(start)
    if outer and phrase.pronoun == "plural":  # "she said that they say": of whom she speaks, whoever that is
        entries = [e for e in entries if e.sentence == sentence and e.paragraph == paragraph]
    others = [e for e in entries if not _inside(e, own)]
    near = [e for e in others if e.paragraph == paragraph or sentence - e.sentence < 2]
    told = [e for e in entries if _inside(e, own) and e.phrase.leads and e.phrase.name]
    for found in (near, told, others):
        for _, group in groupby(found, key=lambda e: (e.sentence, e.paragraph)):
            chosen = _chosen(list(group)[::-1], scene)
            if chosen:
                return chosen
    mentioned = [e.speaker for e in others if e.phrase.name or not e.phrase.silent]
    alone = all(s is mentioned[0] for s in mentioned)
    return mentioned[:1] if alone else mentioned[:1] * 2  # one of several who are only mentioned: a candidate


def _inside(entry: Entry, own: tuple[Span, ...]) -> bool:
    return any(span.start <= entry.phrase.anchor.span.start < span.end for span in own)


def _fitting(phrase: Phrase, outer: Speaker | None, scene: Scene) -> Iterator[Entry]:
    """Yield those met before a pronoun that it can stand for; names inside quoted words only for a pronoun inside some."""
    for entry in scene.within_reach(phrase.anchor.span.start):
        if entry.speaker is outer or (entry.phrase.quoted and not phrase.quoted):
            continue
        if fits(phrase, entry.speaker):
            yield entry


def _chosen(entries: list[Entry], scene: Scene) -> list[Speaker]:
    """Return whom of one sentence a pronoun means: who speaks there, else its subject; of several the first, joint ones all."""
    spoken = [e for e in entries if not (e.phrase.silent or e.phrase.addressed)]
    spoken = [e for e in spoken if e.phrase.form is not Form.PRONOUN] or spoken
    leading = [e for e in entries if e.phrase.leads]
    leading = spoken or [e for e in leading if e.speaker.sex] or leading
    if not leading:
        return []
    joint = [e.speaker for e in leading if _joined(leading[0], e, scene)]
    return list({id(s): s for s in [leading[0].speaker, *joint]}.values())


def _joined(first: Entry, other: Entry, scene: Scene) -> bool:
    """Tell whether two stand side by side ("Ada Brenn and Odo Dure")."""
    between = scene.text[first.phrase.anchor.span.end : other.phrase.anchor.span.start].strip(" ,")
    return other is not first and lexicon(first.speaker.language).has("conjunctions", between.lower())


def fits(phrase: Phrase, speaker: Speaker) -> bool:
    """Tell whether a pronoun can stand for a speaker, by number, sex and kind."""
    several = speaker.plural or speaker.kind is VoiceKind.GROUP
    body = speaker.kind in {VoiceKind.BODY, VoiceKind.MEDIUM}
    if phrase.pronoun in {"plural", "selves"}:
        return several or body
    if phrase.pronoun == "thing":
        return body or speaker.thing
    if phrase.pronoun == "relative":
        return True
    alone = speaker.kind is VoiceKind.PERSON or bool(speaker.name) or speaker.somebody
    return alone and not several and not body and (speaker.sex in {None, phrase.sex} or phrase.sex is None)
