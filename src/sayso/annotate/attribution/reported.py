"""What a cue verb reports: the first of several readings of its parse that finds something, surest first."""

from __future__ import annotations

from sayso.annotate.attribution.contents import FINITE, Range, after, before, leftmost, rightmost
from sayso.annotate.attribution.draft import Scene
from sayso.annotate.attribution.lexicon import Lexicon
from sayso.annotate.attribution.objects import (
    bare_clause,
    may_show,
    naming,
    noun_object,
    prepositional_object,
    takes_lives,
)
from sayso.annotate.attribution.postposed import as_clause, clause_around, clause_before, self_named
from sayso.annotate.attribution.sources import subject_of
from sayso.annotate.attribution.words import CueVerb, has_mark
from sayso.model.syntax import Sentence, Token

__all__ = ["reported"]

Found = tuple[list[Range], str] | None


def reported(scene: Scene, sentence: Sentence, cue: CueVerb, edge: int) -> Found:
    """Return the ranges a cue reports with the rule that found them; `edge` is where source and cue begin."""
    if cue.preposition is not None:
        return prepositional_object(sentence, cue)
    clauses = [k for k in sentence.children(cue.token, "ccomp") if not cue.span.start < k.start < cue.span.end]
    clauses += _of_adjective(sentence, cue) or _of_gerund(sentence, cue)
    if scene.lexicon.takes("clauseless", cue.entry):
        clauses = []
    earlier = [c for c in clauses if c.index < cue.token.index]
    if takes_lives(sentence, cue, scene.lexicon) or _only_begins(scene, sentence, cue):
        return None
    around = clause_around(sentence, cue, edge) if not earlier else None
    if around is not None:
        return around
    if cue.cls == "perceive" and sentence.children(cue.token, "neg"):
        return None  # "could not see what was happening" reports nothing
    found = _clause(scene, sentence, cue, clauses) or _infinitive(scene, sentence, cue) or _bare(sentence, cue)
    if found is None and earlier:
        return [before(sentence, cue.token, earlier[0], edge)], "clause-before"
    return (
        found
        or naming(sentence, cue)
        or as_clause(sentence, cue)
        or noun_object(scene, sentence, cue)
        or clause_before(sentence, cue, edge)
        or _rest(scene, sentence, cue)
    )


def _of_adjective(sentence: Sentence, cue: CueVerb) -> list[Token]:
    """Return the clauses that hang on the second word of "made clear that …"."""
    words = [k for k in sentence.children(cue.token) if k.pos == "ADJ" and cue.span.start < k.start < cue.span.end]
    return [k for word in words for k in sentence.children(word, "ccomp", "csubj") if k.index > word.index]


def _of_gerund(sentence: Sentence, cue: CueVerb) -> list[Token]:
    """Return the clause whose subject the parse took for a participle of the cue ("said leaving would be safer")."""
    if cue.cls not in ("say", "claim", "believe"):
        return []
    words = [k for k in sentence.children(cue.token, "xcomp") if k.tag == "VBG" and k.index == cue.token.index + 1]
    finite = (k for word in words for k in sentence.children(word, "ccomp") if k.index > word.index)
    return words if any(a.tag in FINITE for k in finite for a in (k, *sentence.children(k, "aux"))) else []


def _only_begins(scene: Scene, sentence: Sentence, cue: CueVerb) -> bool:
    """Tell whether a cue that may be a plain deed governs another verb ("began sending signals that …")."""
    return scene.lexicon.takes("deeds", cue.entry) and bool(sentence.children(cue.token, "xcomp"))


def _clause(scene: Scene, sentence: Sentence, cue: CueVerb, clauses: list[Token]) -> Found:
    """Return the clause after a cue, or the that-clause of the document it speaks in."""
    later = [c for c in clauses if c.index > cue.token.index]
    if later and _counts(sentence, cue, later[0], scene) and may_show(sentence, cue, scene.lexicon):
        found = _with_object(scene, sentence, cue, after(sentence, cue.token, later[0], scene.lexicon))
        found = _without_concession(sentence, cue, later[0], found)
        return [_to_the_end(scene, sentence, cue, found)], "clause"
    document = _in_document(sentence, cue.token, scene.lexicon)
    return ([document], "clause") if document is not None else None


def _without_concession(sentence: Sentence, cue: CueVerb, clause: Token, found: Range) -> Range:
    """End what is denied where the teller objects: "refused to admit any error, even though the bridge had fallen"."""
    end = found[1]
    for kid in sentence.children(clause, "advcl") if cue.cls in ("refuse", "deny") else ():
        if kid.index > clause.index and has_mark(sentence, kid, "though", "although", "while", "whereas", "despite"):
            end = min(end, leftmost(sentence, kid, clause.index))
    while end > found[0] + 1 and sentence.tokens[end - 1].pos == "PUNCT":
        end -= 1
    return found[0], end


def _infinitive(scene: Scene, sentence: Sentence, cue: CueVerb) -> Found:
    """Return the to-infinitive a cue reports ("vowed to fight")."""
    if not scene.lexicon.takes("infinitive", cue.entry) or _refuses_thing(sentence, cue):
        return None
    for kid in sentence.children(cue.token, "xcomp", "ccomp", "advcl"):
        if kid.index > cue.token.index and any(a.tag == "TO" for a in sentence.children(kid, "aux")):
            found = after(sentence, cue.token, kid, scene.lexicon)
            return [_with_object(scene, sentence, cue, found, always=True)], "infinitive"
    return None


def _bare(sentence: Sentence, cue: CueVerb) -> Found:
    bare = bare_clause(sentence, cue.token, cue.cls)
    return ([bare], "clause") if bare is not None else None


def _rest(scene: Scene, sentence: Sentence, cue: CueVerb) -> Found:
    """Return the rest of the sentence after a plain "said" whose clause the parse has lost."""
    start, end = cue.token.index + 1, len(sentence.tokens)
    if cue.entry not in _PLAIN or start >= end or sentence.tokens[start].pos not in _OPENS:
        return None
    if cue.token.dep in ("relcl", "acl", "advcl"):
        end = min(end, max(rightmost(sentence, cue.token), start))
    verbs = [t.index for t in sentence.tokens[start:end] if t.tag in FINITE and t.pos in ("VERB", "AUX")]
    first = sentence.tokens[start]
    if not verbs or verbs[0] == start or any(t.text in ('"', "“", ",", ":") for t in sentence.tokens[start : verbs[0]]):
        return None
    if scene.quote_at(first.start) != scene.quote_at(cue.token.start):
        return None
    turns = (t.index for t in sentence.tokens[start + 1 : end] if t.text.lower() == "but")
    end = next((i for i in turns if sentence.tokens[i - 1].text == ","), end)
    return [(start, end)], "clause"


_PLAIN = frozenset(("say", "insist", "argue", "claim", "allege", "believe", "think", "assert", "maintain", "contend"))
_OPENS = frozenset(("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "SCONJ"))


def _refuses_thing(sentence: Sentence, cue: CueVerb) -> bool:
    """Tell whether a refusal is of a thing ("refused orders to fire"): a deed, no report."""
    return cue.cls == "refuse" and bool(sentence.children(cue.token, "dobj"))


def _to_the_end(scene: Scene, sentence: Sentence, cue: CueVerb, found: Range) -> Range:
    """Give a content the rest of its sentence where the parse hangs the cue on a clause that only goes on with it."""
    verb, end = cue.token, found[1]
    head = sentence.head(verb)
    named = bool(self_named(sentence, verb, scene.view))
    loose = verb.dep == "ccomp" and head.tag == "VBN" and not sentence.children(head, "aux", "auxpass")
    if not (named or (loose and head.index > end)) or end >= len(sentence.tokens) or sentence.tokens[end].text != ",":
        return found
    return found[0], len(sentence.tokens)


def _in_document(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Range | None:
    """Return the that-clause of "said in a report (issued Friday) that Y", which the parse hangs on the report."""
    for kid in sentence.children(verb, "prep"):
        for noun in sentence.children(kid, "pobj"):
            for clause in sentence.children(noun, "acl", "relcl", "ccomp", "appos"):
                labels = ("mark", "dobj") if lexicon.takes("occasions", noun.lemma.lower()) else ("mark",)
                opens = [k for k in sentence.children(clause, *labels) if k.text.lower() == "that"]
                if kid.text.lower() == "in" and opens and opens[0].index < clause.index:
                    return leftmost(sentence, clause, noun.index + 1), rightmost(sentence, clause)
    return None


def _counts(sentence: Sentence, cue: CueVerb, clause: Token, scene: Scene) -> bool:
    """Tell whether a clause is reported rather than merely governed (weak cues need "that" or a question word)."""
    if not scene.lexicon.takes("weak", cue.entry) or _is_finding(sentence, cue, scene):
        return True
    return has_mark(sentence, clause, "that", "whether", "how", "why", "what", "who") and clause.dep == "ccomp"


def _is_finding(sentence: Sentence, cue: CueVerb, scene: Scene) -> bool:
    """Tell whether a document or a body finds something, not a person ("the survey found most of them were farmers")."""
    subject = subject_of(sentence, cue.token) if cue.entry in ("find", "rule") else None
    return subject is not None and (subject.entity == "ORG" or scene.lexicon.takes("exhibits", subject.lemma.lower()))


def _with_object(scene: Scene, sentence: Sentence, cue: CueVerb, found: Range, *, always: bool = False) -> Range:
    """Take in what stands between cue and clause, unless it is the hearer or a time."""
    lexicon, first = scene.lexicon, cue.token.index + 1
    if first < found[0] and lexicon.takes("hearers", sentence.tokens[first].text.lower()) and not always:
        return (first + 1, found[1]) if _nominal(sentence, first + 1, found[0]) else found
    if lexicon.takes("addressee", cue.entry) and not always:
        return found
    inner = [k for k in sentence.children(cue.token, "dobj", "dative") if cue.token.index < k.index < found[0]]
    if inner and found[0] - rightmost(sentence, inner[0]) <= 2:
        return leftmost(sentence, inner[0], first), found[1]
    return found


def _nominal(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a gap holds a noun phrase that the parse cut off the clause after it."""
    gap = sentence.tokens[start:end]
    return (
        bool(gap)
        and gap[0].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM")
        and not any(t.entity in ("DATE", "TIME") for t in gap)
    )
