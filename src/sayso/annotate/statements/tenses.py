"""When a clause puts its event, from the form of its verb."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.statements.phrases import Lexicon
from sayso.model.statements import Tense
from sayso.model.syntax import Sentence, Token

__all__ = ["tense_of", "tense_of_words"]

_FINITE = {"VBD": Tense.PAST, "VBZ": Tense.PRESENT, "VBP": Tense.PRESENT}
_OPEN_MODALS = frozenset({"may", "might", "could"})


def tense_of(head: Token, sentence: Sentence, words: Lexicon, *, told: bool) -> Tense:
    """Return the tense of a parsed clause by its head; `told`: it is somebody's content, where "would" is a future seen from the past."""
    token = head
    for _ in range(len(sentence.tokens)):
        found = _own(token, sentence, words, told=told)
        if found is not None:
            return found
        if token.head == token.index:
            break
        token = sentence.head(token)
    return Tense.PAST if token.pos in ("NOUN", "PROPN", "X") else Tense.PRESENT


def _own(token: Token, sentence: Sentence, words: Lexicon, *, told: bool) -> Tense | None:
    """Return what a verb's own form and auxiliaries tell, None where it has no tense of its own."""
    aux = sentence.children(token, "aux", "auxpass")
    lemmas = {a.lemma.lower() for a in aux}
    modal = next((a.text.lower() for a in aux if a.tag == "MD"), None)
    if modal is not None:
        return _modal(modal, lemmas, token, sentence, told=told)
    if any(a.tag == "TO" for a in aux):
        return Tense.PAST if "have" in lemmas else Tense.HYPOTHETICAL
    if _points_ahead(token, aux, sentence, words):
        return Tense.FUTURE
    return _by_form(token, aux, lemmas)


def _by_form(token: Token, aux: Sequence[Token], lemmas: set[str]) -> Tense | None:
    if token.tag == "VBN" and "have" in lemmas:
        return Tense.PAST
    finite = next((a.tag for a in aux if a.tag in _FINITE), None if aux else token.tag)
    if finite in _FINITE:
        return _FINITE[finite]
    return Tense.PAST if token.tag == "VBN" and token.head == token.index else None


def _modal(modal: str, lemmas: set[str], token: Token, sentence: Sentence, *, told: bool) -> Tense:
    if modal in ("'d", "’d") and token.tag == "VBN":
        return Tense.PAST
    if modal == "could" and sentence.children(token, "neg"):
        return Tense.PAST  # "could not see": ability
    if "have" in lemmas and modal not in ("will", "would") and not sentence.children(token, "mark"):
        return Tense.PAST
    if modal in ("will", "'ll", "’ll", "shall", "wo", "’d", "'d") or (modal == "would" and told):
        return Tense.FUTURE
    return Tense.HYPOTHETICAL if modal == "would" or modal in _OPEN_MODALS else Tense.PRESENT


def _points_ahead(token: Token, aux: Sequence[Token], sentence: Sentence, words: Lexicon) -> bool:
    if not sentence.children(token, "xcomp"):
        return False
    aim = sentence.children(token, "xcomp")[0]
    if not any(kid.tag == "TO" for kid in sentence.children(aim, "aux")):
        return False
    run = [*aux, token, *sentence.children(aim, "aux")]
    return words.phrases("clauses", "future").any(sorted(run, key=lambda t: t.index)) and token.tag != "VBD"


def tense_of_words(tokens: Sequence[Token], words: Lexicon) -> Tense:
    """Return the tense of an unparsed clause by the first word that shows one."""
    for token in tokens:
        lower = token.text.lower()
        if lower in words.words("clauses", "past"):
            return Tense.PAST
        if lower in words.words("clauses", "future"):
            perfect = any(t.text.lower() in words.words("clauses", "perfect") for t in tokens if t.index > token.index)
            return Tense.PAST if perfect else Tense.FUTURE  # "skal to vogner ha kjørt": said to have happened
        if lower in words.words("clauses", "present"):
            return Tense.PRESENT
    weak = any(t.text.islower() and len(t.text) > 4 and t.text.endswith(("te", "de", "et")) for t in tokens)
    return Tense.PAST if weak else Tense.PRESENT
