"""Where a parsed sentence is cut: which words head a clause that can be true or false by itself.

Main and conjoined clauses, clauses of fact ("even though …", "after …"), non-restrictive relatives and free participles
are clauses of their own; conditions, aims and restrictive relatives stand or fall with what they belong to.
"""

from __future__ import annotations

from sayso.annotate.statements.phrases import Lexicon
from sayso.model.syntax import Sentence, Token

__all__ = ["first_of", "is_finite", "is_predicate", "is_set_off", "starts_clause"]

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
_MARKS = frozenset({"”", "“", '"', "’", "‘", "'", "''", "``"})
_SET_OFF = frozenset({",", "—", "–", "-", "--", "(", ";", "["})


def is_predicate(token: Token, sentence: Sentence) -> bool:
    """Tell whether a token is a verb or has a subject of its own."""
    return token.pos in ("VERB", "AUX") or bool(sentence.children(token, *SUBJECTS))


def is_finite(token: Token, sentence: Sentence) -> bool:
    """Tell whether a clause head is tensed, by itself or by an auxiliary."""
    tags = {token.tag, *(kid.tag for kid in sentence.children(token, "aux", "auxpass"))}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"})


def first_of(token: Token, sentence: Sentence) -> Token:
    """Return the first token of a token's subtree."""
    while token.dep != "":
        kids = sentence.children(token)
        if not kids or kids[0].index > token.index:
            break
        token = kids[0]
    return token


def is_set_off(token: Token, sentence: Sentence) -> bool:
    """Tell whether a comma, dash or bracket stands right before a token's subtree."""
    at = first_of(token, sentence).index
    if sentence.tokens[at].text in _SET_OFF:
        return at > 0
    while at > 0 and sentence.tokens[at - 1].text in _MARKS:
        at -= 1
    return at > 0 and sentence.tokens[at - 1].text in _SET_OFF


def starts_clause(token: Token, sentence: Sentence, words: Lexicon, *, headed: frozenset[int] | set[int]) -> bool:
    """Tell whether a token heads a clause of its own; `headed` holds the clause heads found above it."""
    rule = _RULES.get(token.dep)
    return rule is not None and rule(token, sentence, words, headed)


def _conjoined(token: Token, sentence: Sentence, words: Lexicon, headed: frozenset[int] | set[int]) -> bool:
    del words
    head = sentence.head(token)
    if not (is_predicate(token, sentence) and is_predicate(head, sentence)):
        return False
    if head.index not in headed and not _is_aim(head, sentence, headed):
        return False
    if sentence.children(token, *SUBJECTS):
        return True
    if is_finite(head, sentence) and any(kid.tag == "TO" for kid in sentence.children(token, "aux")):
        return False  # "never asked for help or to stay" is one clause
    between = [
        kid
        for kid in sentence.children(head)
        if head.index < kid.index < token.index and kid.dep not in ("cc", "punct", "prt")
    ]
    return bool(between) and not _leans_on_verb(token, head, sentence)


def _is_aim(head: Token, sentence: Sentence, headed: frozenset[int] | set[int]) -> bool:
    above = sentence.head(head)
    aims = head.dep in ("xcomp", "advcl") and any(kid.tag == "TO" for kid in sentence.children(head, "aux"))
    return aims and above.index in headed


def _leans_on_verb(token: Token, head: Token, sentence: Sentence) -> bool:
    """Tell whether a bare participle shares the auxiliary and the rest of the verb before it ("was seized, beaten")."""
    return (
        token.tag in ("VBN", "VBG", "VB")
        and head.tag == token.tag
        and not any(kid.index > token.index for kid in sentence.children(token))
        and token.dep == "conj"
        and not sentence.children(token, "dobj", "prep", "npadvmod")
    )


def _adverbial(token: Token, sentence: Sentence, words: Lexicon, headed: frozenset[int] | set[int]) -> bool:
    del headed
    head = sentence.head(token)
    if head.lemma == "be" and not sentence.children(head, "attr", "acomp", "prep", "aux"):
        return False  # "the only time is when …": the clause is what is predicated
    joins = {
        kid.lemma.lower()
        for kid in sentence.children(token)
        if kid.dep in ("mark", "advmod") and kid.tag in ("IN", "WRB")
    }
    if any(kid.tag == "TO" for kid in sentence.children(token, "aux")) or joins & words.words("clauses", "bound"):
        return False
    if "that" in joins and sentence.children(head, "expl"):
        return False  # "there is no evidence, so far, that …": the clause says of what
    if is_finite(token, sentence) and is_predicate(token, sentence):
        return True
    if joins & words.words("clauses", "fact_prepositions"):
        return True
    return token.tag in ("VBG", "VBN") and (is_set_off(token, sentence) or _opens(token, sentence))


def _opens(token: Token, sentence: Sentence) -> bool:
    last = sentence.subtree(token)[-1]
    after = sentence.tokens[last.index + 1 : last.index + 2]
    return first_of(token, sentence).index <= 1 and bool(after) and after[0].text == ","


def _prepositional(token: Token, sentence: Sentence, words: Lexicon, headed: frozenset[int] | set[int]) -> bool:
    del headed
    lemma = token.lemma.lower()
    if lemma in words.words("clauses", "fact_prepositions"):
        return any(kid.tag == "VBG" or is_finite(kid, sentence) for kid in sentence.children(token, "pcomp"))
    if lemma in words.words("clauses", "absolutes") and is_set_off(token, sentence):
        return any(is_predicate(kid, sentence) for kid in sentence.children(token, "pcomp")) or any(
            sentence.children(kid, "acl") for kid in sentence.children(token, "pobj")
        )
    return False


def _relative(token: Token, sentence: Sentence, words: Lexicon, headed: frozenset[int] | set[int]) -> bool:
    del headed
    if not is_predicate(token, sentence):
        return False
    return (
        is_set_off(token, sentence) or _is_claimed(token, sentence, words) or _is_misread_when(token, sentence, words)
    )


def _is_misread_when(token: Token, sentence: Sentence, words: Lexicon) -> bool:
    """Parsers hang "… by soldiers when they mutinied" on the noun; it is a clause of time unless the noun names a time."""
    when = any(kid.lemma.lower() == "when" for kid in sentence.children(token, "advmod"))
    antecedent = sentence.head(token)
    return (
        when
        and antecedent.lemma.lower() not in words.words("clauses", "time_nouns")
        and antecedent.entity not in ("DATE", "TIME")
    )


def _is_claimed(token: Token, sentence: Sentence, words: Lexicon) -> bool:
    return (
        token.tag == "VBN"
        and token.lemma.lower() in words.words("clauses", "claimed")
        and bool(sentence.children(token, "xcomp", "ccomp", "oprd", "prep"))
    )


def _participle(token: Token, sentence: Sentence, words: Lexicon, headed: frozenset[int] | set[int]) -> bool:
    del headed
    if token.tag not in ("VBG", "VBN"):
        return False
    return is_set_off(token, sentence) or _is_claimed(token, sentence, words)


def _beside(token: Token, sentence: Sentence, words: Lexicon, headed: frozenset[int] | set[int]) -> bool:
    """A clause put beside another with a semicolon, colon, dash or mere comma between them."""
    del headed
    if not is_predicate(token, sentence):
        return False
    head = sentence.head(token)
    low, high = sorted((token.index, head.index))
    between = sentence.tokens[low:high]
    if any(t.text in (";", ":", "—", "–", "--") for t in between):
        return True
    if (
        token.index > head.index
        or head.lemma.lower() in words.words("clauses", "telling")
        or head.pos not in ("VERB", "AUX")
    ):
        return False
    subjects = sentence.children(head, *SUBJECTS)
    spliced = any(t.text == "," for t in between) and any(token.index < s.index < head.index for s in subjects)
    return spliced and is_finite(token, sentence) and is_finite(head, sentence)


def _apposed(token: Token, sentence: Sentence, words: Lexicon, headed: frozenset[int] | set[int]) -> bool:
    del words, headed
    return is_set_off(token, sentence) and any(
        is_predicate(kid, sentence) and kid.tag != "TO" for kid in sentence.children(token, "relcl", "acl")
    )


_RULES = {
    "conj": _conjoined,
    "advcl": _adverbial,
    "prep": _prepositional,
    "relcl": _relative,
    "acl": _participle,
    "ccomp": _beside,
    "parataxis": _beside,
    "dep": _beside,
    "appos": _apposed,
}
