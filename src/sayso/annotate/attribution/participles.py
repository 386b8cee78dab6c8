"""Whose a report is that hangs on another's words: ", adding that …", "issued a statement saying …", "…, calling them thieves"."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.attribution.contents import after
from sayso.annotate.attribution.draft import Scene
from sayso.annotate.attribution.sources import subject_of, voices
from sayso.annotate.attribution.words import CueVerb, cue_verb
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["as_active", "in_document", "puts_it", "reporter_of"]

_SPEECH = ("say", "claim", "believe", "confirm", "deny", "ask", "want", "write")
_FURTHEST = 8  # tokens from "issued" to "saying"


def puts_it(sentence: Sentence, verb: Token) -> CueVerb | None:
    """Return the cue of "as the mayor put it", which no lemma tells."""
    its = [k for k in sentence.children(verb, "dobj") if k.text.lower() == "it" and k.index == verb.index + 1]
    if verb.lemma.lower() != "put" or verb.pos != "VERB" or not its or sentence.children(verb, "prep", "prt"):
        return None
    return CueVerb(verb, "put it", "say", Span(verb.start, its[0].end))


def as_active(sentence: Sentence, cue: CueVerb) -> CueVerb:
    """Read "The survey found last week that …" as it is meant where the parse takes the verb for a participle."""
    head = sentence.head(cue.token)
    clauses = [k for k in sentence.children(cue.token, "ccomp") if k.index > cue.token.index]
    verbless = head.dep == "ROOT" and head.pos in ("NOUN", "PROPN") and head.index < cue.token.index
    if not (cue.passive and cue.token.dep == "acl" and verbless and clauses):
        return cue
    return replace(cue, passive=False) if not sentence.children(cue.token, "agent") else cue


def reporter_of(scene: Scene, sentence: Sentence, cue: CueVerb) -> Token | None:
    """Return the subject of the report that a cue goes on with, where the parse hangs it on what is reported."""
    if sentence.children(cue.token, "nsubj", "nsubjpass"):
        return None
    for verb in sentence.ancestors(cue.token):
        outer = cue_verb(sentence, verb, scene.lexicon) if verb.pos == "VERB" else None
        if outer is None or outer.cls not in _SPEECH or outer.passive or outer.token.index > cue.token.index:
            continue
        if _is_carried_on(sentence, cue, outer) or _is_cut_off(scene, sentence, cue, outer):
            return subject_of(sentence, outer.token)
    if cue.token.tag != "VBG" or cue.token.dep != "acl":
        return None
    if cue.cls in ("name", "judge"):
        return _namer(scene, sentence, cue.token)
    return _after_comma(scene, sentence, cue.token)


def _is_carried_on(sentence: Sentence, cue: CueVerb, outer: CueVerb) -> bool:
    """Tell whether a saying participle goes on with a plain report: "said A, adding B"."""
    plain = outer.cls in ("say", "claim") and cue.cls == "say"
    return plain and cue.token.tag == "VBG" and cue.token.dep == "acl" and outer.token in sentence.ancestors(cue.token)


def _is_cut_off(scene: Scene, sentence: Sentence, cue: CueVerb, outer: CueVerb) -> bool:
    """Tell whether a cue stands in the clause of an outer one by the parse, but behind where that report ends."""
    if cue.token.dep not in ("conj", "advcl", "pcomp", "acl"):
        return False
    for clause in sentence.children(outer.token, "ccomp"):
        if clause.index > outer.token.index and clause in (cue.token, *sentence.ancestors(cue.token)):
            return after(sentence, outer.token, clause, scene.lexicon)[1] <= cue.token.index
    return False


def _namer(scene: Scene, sentence: Sentence, verb: Token) -> Token | None:
    """Return who names in "the army killed ten men, calling them thieves": not the men, who are "them"."""
    named = sentence.children(verb, "dobj", "nsubj", "dative")
    if not any(k.text.lower() in ("them", "him", "her", "it") and k.index > verb.index for k in named):
        return None
    return _after_comma(scene, sentence, verb)


def _after_comma(scene: Scene, sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject of the main verb before ", warning that", which is nobody in the noun right before it."""
    told = next((a for a in sentence.ancestors(verb) if a.pos == "VERB"), None)
    apart = verb.index > 0 and (sentence.tokens[verb.index - 1].text == "," or _lacks_comma(scene, sentence, verb))
    if told is None or told.index > verb.index or not apart or sentence.children(told, "nsubjpass"):
        return None
    return subject_of(sentence, told)


def _lacks_comma(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Tell whether a comma was lost before a participle: in a report without any, after a noun that says nothing itself."""
    noun, told = sentence.head(verb), next((a for a in sentence.ancestors(verb) if a.pos == "VERB"), verb)
    speaks = any(scene.lexicon.takes(f, noun.lemma.lower()) for f in ("occasions", "exhibits", "speakers", "titles"))
    seen = scene.lexicon.class_of(told.lemma.lower()) in ("perceive", "show", "name")
    return sentence.report in scene.commaless and noun.pos in ("NOUN", "NUM") and not speaks and not seen


def in_document(
    scene: Scene, sentence: Sentence, cue: CueVerb, source: tuple[Span, ...]
) -> tuple[Span, tuple[Span, ...]]:
    """Return cue and source of "the mayor issued a statement saying": the mayor says it, by means of the statement."""
    noun = sentence.head(cue.token)
    verb = sentence.head(noun)
    if (
        cue.token.dep not in ("acl", "relcl")
        or noun.dep != "dobj"
        or not scene.lexicon.takes("occasions", noun.lemma.lower())
    ):
        return cue.span, source
    near = cue.token.index - verb.index <= _FURTHEST and verb.index < noun.index < cue.token.index
    subject = subject_of(sentence, verb) if near and scene.lexicon.takes("issues", verb.lemma.lower()) else None
    if subject is None or _is_behind(sentence, subject, cue.token):
        return cue.span, source
    return Span(verb.start, cue.span.end), voices(sentence, subject, scene.view)


def _is_behind(sentence: Sentence, subject: Token, cue: Token) -> bool:
    """Tell whether a subject is no voice at all here: it stands behind the cue or in its clause."""
    return subject.index > cue.index or subject in sentence.subtree(cue)
