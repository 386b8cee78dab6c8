"""How far a content reaches: clauses after the cue, clauses before it, objects, and what interrupts them.

Ranges are pairs of token indexes, half-open, inside one sentence.
"""

from __future__ import annotations

from sayso.annotate.attribution.lexicon import Lexicon
from sayso.model.syntax import Sentence, Token

__all__ = ["FINITE", "Range", "after", "before", "is_occasion", "leftmost", "object_range", "rightmost"]

Range = tuple[int, int]
_MARKS = frozenset("”’\"')]?!")
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SET_APART = frozenset(("while", "as", "though", "although", "whereas", "after", "before"))
_NOT_ALONG = frozenset(("during", "after", "before", "while", "since", "through", "via", "outside"))
_SPEECH = frozenset(("say", "claim", "write", "deny", "confirm"))
_UTTERANCE = _SPEECH | frozenset(("believe", "ask", "judge", "name", "refuse", "want"))
_OPINION = frozenset(("believe",))
_WHILE = frozenset(("before", "after", "while", "instead"))


def leftmost(sentence: Sentence, token: Token, floor: int = 0) -> int:
    """Return the least index in a subtree that is not below `floor`."""
    return min((t.index for t in sentence.subtree(token) if t.index >= floor), default=token.index)


def rightmost(sentence: Sentence, token: Token) -> int:
    """Return one past the greatest index in a subtree."""
    return sentence.subtree(token)[-1].index + 1


def after(sentence: Sentence, verb: Token, clause: Token, lexicon: Lexicon) -> Range:
    """Return the range of a clause that follows its cue, up to where the cue's own later dependents begin."""
    start = leftmost(sentence, clause, verb.index + 1)
    end = max(t.index for t in sentence.subtree(clause) if t.index >= start) + 1
    limit = rightmost(sentence, verb)
    for kid in sentence.children(verb):
        if kid.index >= end and kid.dep != "punct" and not _kept(sentence, verb, kid, lexicon):
            limit = min(limit, leftmost(sentence, kid, end))
    end = _next_report(sentence, verb, start, max(end, min(limit, len(sentence.tokens))), lexicon)
    while (
        end > start + 1
        and sentence.tokens[end - 1].dep in ("cc", "punct", "mark")
        and sentence.tokens[end - 1].text not in _MARKS
    ):
        end -= 1
    return start, _to_clause(sentence, verb, end)


def _kept(sentence: Sentence, verb: Token, kid: Token, lexicon: Lexicon) -> bool:
    """Tell whether a later dependent of the cue rather goes on with the content."""
    if kid.dep == "advcl":
        marks = {k.text.lower() for k in sentence.children(kid, "mark", "advmod")}
        return not marks & _SET_APART and not _reports(kid, lexicon)
    if kid.dep == "conj":
        return _goes_on(sentence, verb, kid)
    if kid.dep == "npadvmod":
        return kid.entity not in ("DATE", "TIME") and bool(sentence.children(kid, "acl"))
    if kid.dep == "prep":
        return kid.index > 0 and sentence.tokens[kid.index - 1].pos == "CCONJ"
    return kid.dep in ("ccomp", "cc", "dep", "appos", "oprd", "xcomp")


def _goes_on(sentence: Sentence, verb: Token, kid: Token) -> bool:
    """Tell whether a clause the parse joins to the cue goes on with the content: "said that A and that B"."""
    if kid.pos not in ("VERB", "AUX") or any(k.text.lower() == "that" for k in sentence.children(kid, "mark")):
        return True
    if kid.tag in FINITE and not sentence.children(verb, "cc") and not sentence.children(kid, "nsubj", "nsubjpass"):
        return sentence.tokens[kid.index - 1].text == ","  # "said that Aas, 34, was in the harbor", its subject lost
    return kid.tag == "VB" and verb.tag != "VB" and not sentence.children(kid, "nsubj", "nsubjpass")


def _reports(token: Token, lexicon: Lexicon, classes: frozenset[str] = _SPEECH) -> bool:
    lemma = token.lemma.lower()
    return lexicon.verbs.get(lexicon.aliases.get(lemma, lemma)) in classes


def _next_report(sentence: Sentence, verb: Token, start: int, end: int, lexicon: Lexicon) -> int:
    """Return where a second report begins that the parse took into the first ("Norland said A, and Sudland said B")."""
    for token in sentence.tokens[start:end]:
        if token.tag not in ("VBD", "VBZ", "VBP", "VBN", "VBG") or not _reports(token, lexicon, _UTTERANCE):
            continue
        if verb.dep == "relcl" and token.tag == "VBD" and token.dep == "ROOT" and token.index > start + 1:
            return token.index
        at = _participle_of(sentence, verb, token, start, lexicon)
        at = _next_subject(sentence, token, start, lexicon) if at is None else at
        at = _same_subject(sentence, verb, token, start) if at is None else at
        if at is not None:
            return at
    return end


def _participle_of(sentence: Sentence, verb: Token, token: Token, start: int, lexicon: Lexicon) -> int | None:
    """Return where ", adding that" or "before claiming that" begins: words of the one who reports."""
    if token.tag != "VBG" or token.index <= start:
        return None
    left = sentence.tokens[token.index - 1]
    thinks = _reports(token, lexicon, _OPINION) and sentence.children(token, "ccomp")
    if left.text == "," and (_reports(token, lexicon) or thinks):
        return token.index
    joined = left.text.lower() in _WHILE and left.index > start and left.dep in ("prep", "mark", "advmod")
    return left.index if joined and _reports(token, lexicon) and verb.tag in FINITE else None


def _next_subject(sentence: Sentence, token: Token, start: int, lexicon: Lexicon) -> int | None:
    """Return where another speaker's report begins, set apart by a comma or semicolon, or by "while"."""
    first = leftmost(sentence, token, start)
    subjects = [k for k in sentence.children(token, "nsubj") if k.text.lower() not in ("who", "which", "that", "it's")]
    if not subjects or token.dep not in ("conj", "advcl", "parataxis", "ccomp") or first <= start + 1:
        return None
    opening = {sentence.tokens[i].text.lower() for i in (first - 2, first - 1, first)}
    joins = opening & {"and", "but", "while", ";", "whereas"}
    apart = "," in opening or ";" in opening or "while" in opening
    return first if joins and apart and _reports(token, lexicon) else None


def _same_subject(sentence: Sentence, verb: Token, token: Token, start: int) -> int | None:
    """Return where the reporter's next verb begins: its form fits the cue and not what it is joined to."""
    if token.dep != "conj" or token.tag != verb.tag or sentence.children(token, "nsubj", "aux", "auxpass"):
        return None
    head = sentence.head(token)
    return leftmost(sentence, token, start) if head.index >= start and head.tag != token.tag else None


def before(sentence: Sentence, verb: Token, clause: Token, edge: int) -> Range:
    """Return the range of a clause that precedes its cue; `edge` is where source and cue begin.

    Opening adverbials hang now on the clause, now on the cue; they belong to what is said, so a main clause is taken
    from the sentence's beginning.
    """
    start = leftmost(sentence, clause)
    if verb.dep in ("ROOT", "parataxis"):
        start = 0
    return start, max(edge, start)


def object_range(sentence: Sentence, verb: Token, first: Token, lexicon: Lexicon) -> Range:
    """Return the range of a reported object with the phrases it is nothing without ("blamed X for Y", "called X Y")."""
    start = leftmost(sentence, first, verb.index + 1)
    end = max((t.index for t in sentence.subtree(first) if t.index >= start), default=start) + 1
    end = _without_letter(sentence, first, end, lexicon)
    for kid in sentence.children(verb):
        if kid.index < end or kid.dep in ("punct", "cc"):
            continue
        along = kid.dep in ("oprd", "xcomp", "ccomp", "acomp", "dobj", "dep", "relcl", "acl", "advmod", "nsubj")
        along = along or (kid.dep in ("prep", "dative") and kid.lemma.lower() not in _NOT_ALONG)
        along = along and not is_occasion(sentence, kid, lexicon)
        if not along or leftmost(sentence, kid, verb.index + 1) > end + 1:
            break
        end = max(end, rightmost(sentence, kid))
    while end > start + 1 and sentence.tokens[end - 1].pos == "CCONJ":
        end -= 1
    return start, _to_clause(sentence, verb, end)


def _without_letter(sentence: Sentence, thing: Token, end: int, lexicon: Lexicon) -> int:
    """Return where an object ends that the parse describes by "in a letter", which rather tells how it was condemned."""
    for kid in sentence.children(thing, "prep"):
        nouns = sentence.children(kid, "pobj")
        new = any(k.text.lower() in ("a", "an") for n in nouns for k in sentence.children(n, "det"))
        if new and kid.index > thing.index and rightmost(sentence, kid) == end and is_occasion(sentence, kid, lexicon):
            return kid.index
    return end


def is_occasion(sentence: Sentence, preposition: Token, lexicon: Lexicon) -> bool:
    """Tell whether a phrase says when, where or through what something was said ("on Friday", "in a letter")."""
    if preposition.dep != "prep" or preposition.text.lower() not in ("in", "on", "at", "during", "via", "through"):
        return False
    nouns = sentence.children(preposition, "pobj")
    return bool(nouns) and (nouns[0].entity in ("DATE", "TIME") or lexicon.takes("occasions", nouns[0].lemma.lower()))


def _to_clause(sentence: Sentence, verb: Token, end: int) -> int:
    """Return the end of the clause whose subject the parse took for the cue's object ("claimed thieves had fled")."""
    if end >= len(sentence.tokens):
        return end
    token = sentence.tokens[end]
    if token.tag not in FINITE or token.pos not in ("VERB", "AUX"):
        return end
    governor = sentence.head(token) if token.dep in ("aux", "auxpass") else token
    subjects = sentence.children(governor, "nsubj", "nsubjpass")
    if any(k.index > end or k.index < verb.index for k in subjects) or governor.index < verb.index:
        return end
    return max(end, min(rightmost(sentence, governor), len(sentence.tokens)))
