"""How far a content reaches: clauses after the cue, clauses before it, objects, and what interrupts them.

Ranges are pairs of token indexes, half-open, inside one sentence.
"""

from __future__ import annotations

from sayso.model.syntax import Sentence, Token

__all__ = ["Range", "after", "before", "leftmost", "object_range", "rightmost"]

Range = tuple[int, int]
_TAKEN_ALONG = frozenset(("of", "for", "as", "on", "against", "from", "to", "with", "about", "into", "that"))
_KEPT_CLAUSES = frozenset(("because", "if", "unless", "until", "since", "that", "whether", "when", "where", "but"))


def leftmost(sentence: Sentence, token: Token, floor: int = 0) -> int:
    """Return the least index in a subtree that is not below `floor`."""
    return min((t.index for t in sentence.subtree(token) if t.index >= floor), default=token.index)


def rightmost(sentence: Sentence, token: Token) -> int:
    """Return one past the greatest index in a subtree."""
    return sentence.subtree(token)[-1].index + 1


def after(sentence: Sentence, verb: Token, clause: Token) -> Range:
    """Return the range of a clause that follows its cue, up to where the cue's own later dependents begin."""
    start = leftmost(sentence, clause, verb.index + 1)
    end = max(t.index for t in sentence.subtree(clause) if t.index >= start) + 1
    limit = rightmost(sentence, verb)
    for kid in sentence.children(verb):
        if kid.index >= end and kid.dep != "punct" and not _kept(sentence, kid):
            limit = min(limit, leftmost(sentence, kid, end))
    return start, max(end, min(limit, len(sentence.tokens)))


def _kept(sentence: Sentence, kid: Token) -> bool:
    """Tell whether a later dependent of the cue rather goes on with the content."""
    if kid.dep == "advcl":
        return any(k.text.lower() in _KEPT_CLAUSES for k in sentence.children(kid, "mark", "advmod"))
    return kid.dep == "ccomp"


def before(sentence: Sentence, verb: Token, clause: Token, edge: int) -> Range:
    """Return the range of a clause that precedes its cue; `edge` is where source and cue begin.

    Opening adverbials hang now on the clause, now on the cue; they belong to what is said, so a main clause is taken
    from the sentence's beginning.
    """
    start = leftmost(sentence, clause)
    if verb.dep in ("ROOT", "parataxis"):
        start = 0
    return start, max(edge, start)


def object_range(sentence: Sentence, verb: Token, first: Token) -> Range:
    """Return the range of a reported object with the phrases it is nothing without ("blamed X for Y", "called X Y")."""
    start = leftmost(sentence, first, verb.index + 1)
    end = max((t.index for t in sentence.subtree(first) if t.index >= start), default=start) + 1
    for kid in sentence.children(verb):
        if kid.index < end:
            continue
        along = kid.dep in ("oprd", "xcomp", "ccomp", "acomp", "dobj") or (
            kid.dep in ("prep", "dative") and kid.lemma.lower() in _TAKEN_ALONG
        )
        if not along or leftmost(sentence, kid, verb.index + 1) > end + 1:
            break
        end = max(end, rightmost(sentence, kid))
    return start, end
