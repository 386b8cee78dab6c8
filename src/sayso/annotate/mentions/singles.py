"""Single victims told by their own words, whatever event they stand in: "a woman", "her child", "including a boy"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.mentions.words import MentionWords
from sayso.annotate.quantities.acts import act_of
from sayso.annotate.quantities.beside import beside
from sayso.annotate.quantities.counted import Counted
from sayso.annotate.quantities.words import QuantityWords
from sayso.model.annotations import Act
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["single_victims"]

HARM = (Act.KILLED, Act.WOUNDED, Act.MISSING, Act.DETAINED)
_INSIDE = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod"})
_UNREAL = frozenset({"MD"})


def single_victims(
    sentence: Sentence, words: MentionWords, figures: QuantityWords
) -> Iterator[tuple[Span, Token, Act]]:
    """Yield each singular noun for a person to whom harm is told to have been done, with its phrase and the act."""
    if not sentence.parsed:
        return
    for noun in sentence.tokens:
        if noun.lemma.lower() not in words.single_victims or noun.tag not in ("NN", "NNP") or noun.dep in _INSIDE:
            continue
        first = _phrase(sentence, noun)
        near = beside(sentence, first, noun, figures)
        marked = any(kid.text.lower() in words.single_marks or kid.dep == "poss" for kid in sentence.children(noun))
        if not marked and (near.at_once is None or sentence.children(noun, "det", "nummod")):
            continue
        act = act_of(sentence, Counted(noun, noun, noun), near, figures)
        if act in HARM and not _unreal(sentence, noun):
            yield Span(first.start, noun.end), noun, act


def _phrase(sentence: Sentence, noun: Token) -> Token:
    """Return the first token of the noun's phrase."""
    first = noun
    while first.index > 0:
        before = sentence.tokens[first.index - 1]
        if before.dep not in _INSIDE and before.text != "-":
            break
        if noun.index not in {before.head, *(a.index for a in sentence.ancestors(before))}:
            break
        first = before
    return first


def _unreal(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the verb above is denied or only possible."""
    verb = next((a for a in sentence.ancestors(noun) if a.pos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    return any(kid.tag in _UNREAL or kid.dep == "neg" for kid in sentence.children(verb))
