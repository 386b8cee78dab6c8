"""Recognising cue verbs in a parsed sentence: the lemma or phrase, its class, and the words that make up the cue."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.attribution.lexicon import Lexicon
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["CueVerb", "cue_verb", "has_mark", "is_passive", "is_surname"]

_AUXILIARY = frozenset(("aux", "auxpass", "neg"))


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A cue verb: its token, entry in the lexicon, class, words, and the preposition whose object it reports, if any."""

    token: Token
    entry: str
    cls: str
    span: Span
    preposition: Token | None = None
    passive: bool = False

    @property
    def lemma(self) -> str:
        """The verb's own lemma, first word of the entry."""
        return self.entry.split(" ", 1)[0]


def cue_verb(sentence: Sentence, verb: Token, lexicon: Lexicon) -> CueVerb | None:
    """Return the cue a verb is, None if it is none."""
    if verb.pos not in ("VERB", "AUX") or verb.dep in ("aux", "auxpass", "amod", "compound"):
        return None
    if is_surname(sentence, verb):
        return None
    lemma = verb.lemma.lower()
    lemma = lexicon.aliases.get(lemma, lemma)
    passive = is_passive(sentence, verb)
    for particle in sentence.children(verb, "prt"):
        entry = f"{lemma} {particle.lemma.lower()}"
        if entry in lexicon.verbs:
            return CueVerb(verb, entry, lexicon.verbs[entry], _span(sentence, verb, particle), None, passive)
    for word in sentence.children(verb, "ccomp", "acomp", "oprd", "advmod"):
        entry = f"{lemma} {word.text.lower()}"
        if word.pos == "ADJ" and word.index == verb.index + 1 and entry in lexicon.verbs:
            return CueVerb(verb, entry, lexicon.verbs[entry], _span(sentence, verb, word), None, passive)
    clause = sentence.children(verb, "ccomp")
    for preposition in sentence.children(verb, "prep", "agent"):
        entry = f"{lemma} {preposition.lemma.lower()}"
        if entry in lexicon.prepositional and preposition.index > verb.index and not _has_clause(clause, preposition):
            near = preposition if preposition.index == verb.index + 1 else verb
            return CueVerb(verb, entry, lexicon.prepositional[entry], _span(sentence, verb, near), preposition, passive)
    if lemma not in lexicon.verbs:
        return None
    return CueVerb(verb, lemma, lexicon.verbs[lemma], _span(sentence, verb, verb), None, passive)


def is_surname(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb form is the second word of a name ("Osman Said told", "Rolf Will")."""
    before = sentence.tokens[verb.index - 1] if verb.index else verb
    capital = verb.text[:1].isupper() and verb.text[1:].islower()
    return capital and verb.index > 0 and before.pos == "PROPN" and any(t.text.islower() for t in sentence.tokens[:40])


def _has_clause(clauses: tuple[Token, ...], preposition: Token) -> bool:
    """Tell whether a clause of the verb precedes or outranks the preposition's object."""
    return any(c.index < preposition.index for c in clauses)


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb is passive, also as a bare participle after a noun ("troops believed to")."""
    if sentence.children(verb, "auxpass", "nsubjpass"):
        return True
    if verb.tag != "VBN" or sentence.children(verb, "aux", "nsubj"):
        return False
    return verb.dep in ("acl", "relcl", "advcl") or any(
        k.tag == "TO" for x in sentence.children(verb, "xcomp") for k in sentence.children(x, "aux")
    )


def has_mark(sentence: Sentence, clause: Token, *marks: str) -> bool:
    """Tell whether a clause opens with one of these subordinators."""
    if sentence.subtree(clause)[0].text.lower() in marks:
        return True
    return any(k.text.lower() in marks for k in sentence.children(clause, "mark", "advmod", "aux"))


def _span(sentence: Sentence, verb: Token, last: Token) -> Span:
    """Return the cue with its auxiliaries and negation as far as they stand directly before it."""
    kids = {
        k.index for k in sentence.children(verb) if k.dep in _AUXILIARY or (k.dep == "advmod" and k.index < verb.index)
    }
    first = verb.index
    while first - 1 in kids:
        first -= 1
    while first < verb.index and sentence.tokens[first].dep == "advmod":
        first += 1
    return Span(sentence.tokens[first].start, max(verb.end, last.end if last.index <= verb.index + 2 else verb.end))
