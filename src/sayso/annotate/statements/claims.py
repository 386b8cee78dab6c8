"""Claims about claims: "the accusation of P is false", "dismissed reports that P": P for itself, in whose mouth it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.statements.clauses import Clause
from sayso.annotate.statements.ground import Ground
from sayso.annotate.statements.phrases import Lexicon
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["Claim", "find_claim"]


@dataclass(frozen=True)
class Claim:
    """A noun that holds a claim, whose it is, and the tokens of what is claimed (none when an attribution has them)."""

    noun: Token
    sources: tuple[Span, ...] = ()
    content: tuple[Token, ...] = ()
    attribution: str | None = None


def find_claim(clause: Clause, ground: Ground, words: Lexicon) -> Claim | None:
    """Return the claim a clause speaks about: its subject, or the clause itself when it is but a noun ("reports that …")."""
    sentence = clause.sentence
    subjects = sentence.children(clause.head, "nsubj", "nsubjpass")
    for noun in (*subjects, *((clause.head,) if clause.head.pos == "NOUN" else ())):
        held = ground.zones.cues.at(noun.start)
        if held is not None and held not in (clause.zone, clause.cue_of) and ground.zones.by_id[held].content:
            return Claim(noun, attribution=held)
        if noun.lemma.lower() in words.words("polarity", "claims"):
            content = _content(noun, sentence, frozenset(t.index for t in clause.tokens))
            if content:
                return Claim(noun, _sources(noun, sentence), content)
            holder = next(iter(sentence.children(noun, "poss")), None)
            earlier = ground.last_said_by(holder.lemma.lower(), noun.start) if holder is not None else None
            if earlier not in (None, clause.zone):
                return Claim(noun, attribution=earlier)
    return None


def _content(noun: Token, sentence: Sentence, mine: frozenset[int]) -> tuple[Token, ...]:
    for kid in sentence.children(noun, "acl", "relcl", "ccomp"):
        if any(mark.lemma.lower() == "that" for mark in sentence.children(kid, "mark", "dobj", "nsubj")):
            return tuple(t for t in sentence.subtree(kid) if t.index in mine)
    for prep in sentence.children(noun, "prep"):
        if prep.lemma.lower() in ("of", "about"):
            under = [t for t in sentence.subtree(prep) if t.index in mine and t.index != prep.index]
            return tuple(under)
    return ()


def _sources(noun: Token, sentence: Sentence) -> tuple[Span, ...]:
    found = [
        _bare(sentence, kid)
        for kid in sentence.children(noun, "poss", "compound")
        if kid.dep == "poss" or kid.pos == "PROPN"
    ]
    for prep in sentence.children(noun, "prep", "agent"):
        if prep.lemma.lower() in ("by", "from"):
            found += [sentence.subtree_span(kid) for kid in sentence.children(prep, "pobj")]
    return tuple(sorted(found))


def _bare(sentence: Sentence, token: Token) -> Span:
    """Return a possessor's words without its "'s"."""
    kept: Sequence[Token] = [t for t in sentence.subtree(token) if t.tag != "POS"]
    return Span(kept[0].start, kept[-1].end)
