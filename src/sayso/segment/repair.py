"""Mend a parse where the parser took a report's first noun for its object.

"It claimed armed men in the town had killed 12": the parser reads "claimed armed men", and leaves "had killed" without a
subject. Where a verb of saying has an object, and a finite verb after it has an auxiliary but no subject and nothing that
would lend it one, the object is that verb's subject and the verb is what was said.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sayso.model.syntax import Sentence, Token

__all__ = ["give_back_subjects"]

AUXILIARIES = frozenset({"have", "be", "will", "would", "do"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def give_back_subjects(sentence: Sentence, sayings: Collection[str]) -> Sentence:
    """Return the sentence with such verbs given back their subjects; unchanged where nothing is wrong."""
    for verb in sentence.tokens:
        saying = _governor(sentence, verb, sayings) if _lacks_subject(sentence, verb) else None
        if saying is not None:
            return give_back_subjects(_reattached(sentence, saying, verb), sayings)
    return sentence


def _lacks_subject(s: Sentence, verb: Token) -> bool:
    if verb.pos not in {"VERB", "AUX"} or verb.dep not in {"conj", "ROOT", "dep"} or s.children(verb, *SUBJECTS):
        return False
    if not any(kid.lemma in AUXILIARIES and kid.index < verb.index for kid in s.children(verb, "aux", "auxpass")):
        return False
    joined = any(kid.index < verb.index for kid in s.children(s.head(verb), "cc")) if verb.dep == "conj" else False
    return not joined


def _governor(s: Sentence, verb: Token, sayings: Collection[str]) -> Token | None:
    """Return the nearest verb of saying before `verb` whose object stands between the two."""
    first_aux = min(kid.index for kid in s.children(verb, "aux", "auxpass"))
    for token in reversed(s.tokens[:first_aux]):
        if token.dep in SUBJECTS and s.head(token).index != verb.index and token.lemma not in {"who", "which", "that"}:
            return None
        if token.dep == "dobj" and token.head < token.index and s.head(token).lemma in sayings:
            return s.head(token)
    return None


def _reattached(s: Sentence, saying: Token, verb: Token) -> Sentence:
    noun = next(kid for kid in s.children(saying, "dobj") if kid.index < verb.index)
    tokens = list(s.tokens)
    above = next((t for t in (saying, *s.ancestors(saying)) if t.head == verb.index and t.index != verb.index), None)
    if above is not None:
        tokens[above.index] = replace(above, head=above.index, dep="ROOT")
    tokens[noun.index] = replace(noun, head=verb.index, dep="nsubj")
    tokens[verb.index] = replace(verb, head=tokens[saying.index].index, dep="ccomp")
    for kid in s.children(saying, "prep"):
        if noun.index < kid.index < verb.index:
            tokens[kid.index] = replace(tokens[kid.index], head=noun.index)
    return Sentence(s.span, s.language, tuple(tokens), s.parsed, s.paragraph, s.report)
