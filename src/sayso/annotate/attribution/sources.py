"""Who speaks: the noun phrase that is a cue's subject, own or inherited, whole and cut where voices speak jointly."""

from __future__ import annotations

from sayso.annotate.attribution.spans import join, trimmed
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["SUBJECTS", "phrase", "relative_of", "subject_of", "voices"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_INHERITS = frozenset(("conj", "advcl", "xcomp", "ccomp", "dep", "acl", "relcl", "pcomp", "prep", "acomp"))


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head of a verb's subject: its own, a conjoined verb's, a participle's matrix subject, an antecedent."""
    seen = 0
    while seen < 6:
        own = [k for k in sentence.children(verb, "nsubj", "nsubjpass") if k.pos != "SCONJ"]
        if own:
            named = [k for k in own if k.text.lower() not in _RELATIVE]
            return _antecedent(sentence, verb, (named or own)[-1 if named and len(own) > 1 else 0])
        if verb.dep not in _INHERITS:
            return None
        beside = _after_mark(sentence, verb)
        if beside is not None:
            return beside
        head = sentence.head(verb)
        if verb.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
            return _nearest(sentence, verb, head)
        if verb.dep == "ccomp" and not _bare(sentence, verb):
            return None
        verb, seen = head, seen + 1
    return None


def _after_mark(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject that the parse hangs on the conjunction before it: "as first reports suggested …"."""
    left = sentence.tokens[verb.index - 1] if verb.index else verb
    mark = sentence.head(left)
    lost = left.dep == "pobj" and mark.dep == "mark" and mark.head == verb.index and left.pos in ("NOUN", "PROPN")
    return left if lost else None


def _nearest(sentence: Sentence, participle: Token, head: Token) -> Token:
    """Return the noun right before a participle where the parse hangs it on one further off ("a letter from X saying")."""
    left = sentence.tokens[participle.index - 1] if participle.index else head
    return left if left.pos in ("NOUN", "PROPN") and left in sentence.subtree(head) else head


def _bare(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb form has no tense of its own (infinitive, participle), so that it borrows a subject."""
    return verb.tag in ("VB", "VBG") and not sentence.children(verb, "mark")


def _antecedent(sentence: Sentence, verb: Token, subject: Token) -> Token:
    """Replace a relative pronoun by the noun it stands for."""
    if subject.text.lower() not in _RELATIVE:
        return subject
    clause = verb
    for _ in range(3):
        if clause.dep == "relcl":
            return _person(sentence, sentence.head(clause), subject)
        if clause.dep not in ("conj", "ccomp", "xcomp"):
            break
        clause = sentence.head(clause)
    return subject


def _person(sentence: Sentence, noun: Token, pronoun: Token) -> Token:
    """Pass from a name after "from" or "in" to whom it describes: "a merchant from Dol, who asked" is the merchant."""
    above = sentence.head(noun)
    apart = pronoun.index > 0 and sentence.tokens[pronoun.index - 1].text == ","
    if pronoun.text.lower() != "who" or not apart or noun.dep != "pobj" or noun.pos != "PROPN":
        return noun
    place = above.text.lower() in ("from", "in", "at", "of", "near") and above.dep == "prep"
    head = sentence.head(above)
    return head if place and head.pos == "NOUN" and head.index < noun.index else noun


def relative_of(sentence: Sentence, verb: Token, antecedent: Token) -> tuple[Span, ...]:
    """Return the relative pronoun that stands for an antecedent as the subject of a verb ("a woman | who | added")."""
    clause = verb
    for _ in range(4):
        for kid in sentence.children(clause, "nsubj", "nsubjpass"):
            if kid.text.lower() in _RELATIVE and antecedent.index < kid.index < verb.index:
                return (kid.span,)
        if clause.dep not in ("conj", "ccomp", "xcomp", "advcl"):
            break
        clause = sentence.head(clause)
    return ()


def phrase(sentence: Sentence, head: Token, *, without: tuple[Token, ...] = ()) -> list[Token]:
    """Return a noun phrase's tokens, leaving out the subtrees of `without`."""
    dropped = {t.index for w in without for t in sentence.subtree(w)}
    return [t for t in sentence.subtree(head) if t.index not in dropped]


def voices(sentence: Sentence, head: Token, view: str, *, without: tuple[Token, ...] = ()) -> tuple[Span, ...]:
    """Return the span of each who speaks jointly: "residents | an activist"."""
    found: list[Span] = []
    todo: list[Token] = [head]
    while todo:
        token = todo.pop(0)
        others = [k for k in sentence.children(token, "conj") if k.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")]
        others = [k for k in others if not _same_person(sentence, token, k)]
        links = sentence.children(token, "cc", "preconj") if others else ()
        loose = _loose(sentence, token)
        span = _span(phrase(sentence, token, without=(*without, *others, *links, *loose)), token, view)
        if span is not None and not (others and token is head and _governed(sentence, token, span)):
            found.append(span)
        todo += others
    return join(set(found), view)


def _governed(sentence: Sentence, head: Token, span: Span) -> bool:
    """Tell whether the first of joint speakers is rather when or where: "since the raids in Orle and | the leaders met"."""
    if head.pos != "NOUN" or not sentence.children(head, "prep"):
        return False
    before = [t for t in sentence.tokens if t.end <= span.start]
    return bool(before) and before[-1].text.lower() in ("since", "after", "before", "until", "amid")


def _same_person(sentence: Sentence, head: Token, other: Token) -> bool:
    """Tell whether a joined noun describes the same one ("the runner-up and former mayor"): one article for both."""
    plain = head.tag == other.tag == "NN" and not head.entity and other.index > head.index
    opens = ("det", "poss", "nummod")
    return plain and bool(sentence.children(head, *opens)) and not sentence.children(other, *opens)


def _loose(sentence: Sentence, head: Token) -> list[Token]:
    """Return what the parse hangs on a speaker though it says when: "then policemen", "residents on Sunday"."""
    found = []
    for kid in sentence.children(head, "prep", "npadvmod", "advmod"):
        objects = sentence.children(kid, "pobj")
        if kid.dep == "prep" and kid.index > head.index and objects and objects[0].entity in ("DATE", "TIME"):
            found.append(kid)
        if (kid.dep == "npadvmod" and kid.entity in ("DATE", "TIME")) or (
            kid.dep == "advmod"
            and kid.text.lower() in ("then", "meanwhile", "now", "earlier", "later", "also", "however")
        ):
            found.append(kid)
    return found


def _span(tokens: list[Token], head: Token, view: str) -> Span | None:
    """Return the unbroken run of tokens round the head."""
    indexes = {t.index for t in tokens}
    if head.index not in indexes:
        return None
    first = last = head.index
    while first - 1 in indexes:
        first -= 1
    while last + 1 in indexes:
        last += 1
    by_index = {t.index: t for t in tokens}
    return trimmed(view, by_index[first].start, by_index[last].end)
