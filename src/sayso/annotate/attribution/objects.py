"""What is reported without a clause of its own: objects, what follows a preposition, what something is called."""

from __future__ import annotations

from sayso.annotate.attribution.contents import FINITE, Range, leftmost, object_range, rightmost
from sayso.annotate.attribution.draft import Scene
from sayso.annotate.attribution.lexicon import Lexicon
from sayso.annotate.attribution.sources import subject_of
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token

__all__ = ["bare_clause", "naming", "noun_object", "prepositional_object"]


def bare_clause(sentence: Sentence, verb: Token, cls: str) -> Range | None:
    """Return the predicate right after a cue in "what X claims was a killing", which the parse hangs elsewhere."""
    i = verb.index + 1
    if (
        i >= len(sentence.tokens)
        or sentence.tokens[i].tag not in FINITE
        or sentence.tokens[i].pos not in ("AUX", "VERB")
    ):
        return None
    relatives = ("what", "which", "that", "who") if cls in ("say", "claim", "believe") else ("what",)
    if not any(k.text.lower() in relatives and k.index < verb.index for k in sentence.children(verb)):
        return None
    first = sentence.tokens[i]
    head = sentence.head(first) if first.dep in ("aux", "auxpass") else first
    if any(k.index > i and k.dep in ("nsubj", "nsubjpass") for k in sentence.children(head)):
        return None
    return i, max(i + 1, rightmost(sentence, head) if head.dep != "ROOT" else rightmost(sentence, verb))


def noun_object(scene: Scene, sentence: Sentence, cue: CueVerb) -> tuple[list[Range], str] | None:
    """Return the reported object of a verb that takes one; things only speak through "show" and its like."""
    verb, lexicon = cue.token, scene.lexicon
    objects = [k for k in sentence.children(verb, "dobj", "oprd", "ccomp", "xcomp") if k.index > verb.index]
    if not objects or objects[0].text.lower().endswith(("self", "selves")):
        return None
    if lexicon.takes("taken", objects[0].lemma.lower()) and cue.cls == "claim":
        return None
    if verb.dep == "pcomp" and sentence.head(sentence.head(verb)).pos == "ADJ":
        return None  # "was reluctant about criticizing X" criticizes nobody
    if cue.cls == "show":
        return _shown(sentence, verb, objects[0], lexicon)
    if not lexicon.takes("object", cue.entry):
        return None
    return [object_range(sentence, verb, objects[0])], "object"


def _shown(sentence: Sentence, verb: Token, thing: Token, lexicon: Lexicon) -> tuple[list[Range], str] | None:
    """Return what a document, picture or person shows; an event that "reveals a weakness" is the writer's own view."""
    subject = subject_of(sentence, verb)
    if subject is None:
        return None
    exhibit = lexicon.takes("exhibits", subject.lemma.lower())
    if not exhibit and not (lexicon.takes("object", verb.lemma.lower()) and (subject.entity or subject.pos == "PRON")):
        return None
    return [object_range(sentence, verb, thing)], "object"


def naming(sentence: Sentence, cue: CueVerb) -> tuple[list[Range], str] | None:
    """Return what something is called in "what X describes as Y", "what X called Y"."""
    verb = cue.token
    if cue.cls != "name" or not any(
        k.text.lower() == "what" and k.index < verb.index for k in sentence.children(verb, "dobj", "nsubj")
    ):
        return None
    for kid in sentence.children(verb, "prep"):
        if kid.text.lower() == "as" and sentence.children(kid, "pobj"):
            return [(kid.index + 1, rightmost(sentence, kid))], "object"
    for kid in sentence.children(verb, "oprd", "ccomp", "dobj", "xcomp"):
        if kid.index > verb.index:
            return [(leftmost(sentence, kid, verb.index + 1), rightmost(sentence, kid))], "object"
    return None


def prepositional_object(sentence: Sentence, cue: CueVerb) -> tuple[list[Range], str] | None:
    """Return what a cue's preposition reports ("called for X") as ranges with the rule, None where it reports nothing."""
    kids = sentence.children(cue.preposition, "pobj", "pcomp") if cue.preposition is not None else ()
    if not kids or cue.preposition is None:
        return None
    start = leftmost(sentence, kids[0], cue.preposition.index + 1)
    end = rightmost(sentence, kids[0])
    for kid in sentence.children(cue.token):
        if (
            kid.index >= end
            and kid.dep in ("xcomp", "advcl", "ccomp")
            and any(a.tag == "TO" for a in sentence.children(kid, "aux"))
        ):
            end = max(end, rightmost(sentence, kid))
    for kid in sentence.children(cue.token, "prep"):
        if kid.index == end and kid.text.lower() == "as":
            end = rightmost(sentence, kid)
    objects = [k for k in sentence.children(cue.token, "dobj") if cue.token.index < k.index < cue.preposition.index]
    if objects and cue.cls in ("want", "ask"):
        start = leftmost(sentence, objects[0], cue.token.index + 1)
    return [(start, end)], "preposition"
