"""Repairs of the parse where source and cue follow what is said: "Y, residents and activists said Tuesday."

A parser without the lexicon often makes the nearest noun of Y the subject, or loses the subject altogether. When a plain
noun phrase stands between a comma and the cue, and the cue ends the sentence, that phrase is who speaks.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.annotate.attribution.contents import Range
from sayso.annotate.attribution.draft import Scene
from sayso.annotate.attribution.spans import trimmed
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["clause_before", "noun_phrase_before"]

_NOMINAL = frozenset(("NOUN", "PROPN", "DET", "ADJ", "NUM", "CCONJ", "ADP", "PART", "PRON", "X"))
_BREAKS = frozenset((",", "”", '"', "—", "–", ";", ":", "“", "’"))
_QUALIFIES = frozenset(("aux", "auxpass", "neg", "advmod", "npadvmod"))


def noun_phrase_before(
    sentence: Sentence, verb: Token, subject: Token | None
) -> Callable[[str], tuple[Span, ...]] | None:
    """Return a maker of the true source when a noun phrase between comma and cue is not the parsed subject."""
    last = _before_cue(sentence, verb)
    first = last
    while first >= 0 and sentence.tokens[first].pos in _NOMINAL and sentence.tokens[first].text not in _BREAKS:
        first -= 1
    run = sentence.tokens[first + 1 : last + 1]
    if not run or first < 0 or sentence.tokens[first].text not in _BREAKS or not _ends(sentence, verb):
        return None
    if not any(t.pos in ("NOUN", "PROPN", "PRON") for t in run) or run[0].pos in ("ADP", "CCONJ"):
        return None
    if subject is not None and subject.index > verb.index:
        return None
    inside = {t.index for t in run}
    if subject is not None and (subject.index in inside or _appositive(sentence, subject, run)):
        kids = sentence.subtree(subject)
        if subject.index in inside and kids[0].index < first and _has_verb(sentence, kids[0].index, first):
            return _maker(sentence, run)
        return None
    return _maker(sentence, run)


def _before_cue(sentence: Sentence, verb: Token) -> int:
    """Return the index of the last word before the cue and its auxiliaries."""
    last = verb.index - 1
    while last >= 0 and sentence.tokens[last].dep in _QUALIFIES and sentence.tokens[last].head == verb.index:
        last -= 1
    return last


def _appositive(sentence: Sentence, subject: Token, run: tuple[Token, ...]) -> bool:
    """Tell whether the run only describes the subject ("Kalin, an adviser, said")."""
    return run[0].index > subject.index and any(
        t.dep in ("appos", "relcl", "acl", "attr") and sentence.head(t).index <= subject.index for t in run
    )


def _has_verb(sentence: Sentence, start: int, end: int) -> bool:
    return any(t.pos in ("VERB", "AUX") for t in sentence.tokens[start:end])


def _ends(sentence: Sentence, verb: Token) -> bool:
    """Tell whether nothing that could be a content follows the cue."""
    rest = sentence.tokens[verb.index + 1 :]
    return not any(t.pos in ("VERB", "AUX") or t.text in ("“", '"', ":") for t in rest[:40])


def _maker(sentence: Sentence, run: tuple[Token, ...]) -> Callable[[str], tuple[Span, ...]]:
    pieces: list[list[Token]] = [[]]
    for token in run:
        if token.pos == "CCONJ" and pieces[-1] and _can_split(token, run):
            pieces.append([])
        else:
            pieces[-1].append(token)
    whole = [p for p in pieces if p]

    def make(view: str) -> tuple[Span, ...]:
        spans = [trimmed(view, p[0].start, p[-1].end) for p in whole]
        return tuple(s for s in spans if s is not None)

    return make


def _can_split(link: Token, run: tuple[Token, ...]) -> bool:
    """Tell whether a conjunction joins two speakers rather than two words of one name or title."""
    i = link.index - run[0].index
    left, right = run[i - 1], run[i + 1 :]
    if not right or left.pos == "ADJ" or any(t.pos == "ADP" for t in run[:i]):
        return False
    return (
        left.tag in ("NNS", "PRP")
        or right[0].pos == "DET"
        or (left.pos == "PROPN" and right[0].pos == "PROPN" and left.entity == "PERSON")
    )


def clause_before(scene: Scene, sentence: Sentence, cue: CueVerb, edge: int) -> tuple[list[Range], str] | None:
    """Return what precedes a closing "…, X said" where the parse gives the cue no clause."""
    verb = cue.token
    if cue.cls not in ("say", "claim", "write", "believe", "confirm", "show") or verb.tag == "VBG":
        return None
    if edge < 2 or sentence.tokens[edge - 1].text not in _BREAKS or not _has_verb(sentence, 0, edge - 1):
        return None
    if verb.dep in ("relcl", "acl") or not (_ends(sentence, verb) or _inverted(sentence, verb)):
        return None
    del scene
    return [(0, edge)], "postposed"


def _inverted(sentence: Sentence, verb: Token) -> bool:
    return any(k.index > verb.index for k in sentence.children(verb, "nsubj"))
