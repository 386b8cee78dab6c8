"""What is reported without a clause of its own: objects, what follows a preposition, what something is called."""

from __future__ import annotations

from sayso.annotate.attribution.contents import FINITE, Range, leftmost, object_range, rightmost
from sayso.annotate.attribution.draft import Scene
from sayso.annotate.attribution.lexicon import Lexicon
from sayso.annotate.attribution.sources import subject_of
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token

__all__ = ["bare_clause", "may_show", "merely_adds", "naming", "noun_object", "prepositional_object", "takes_lives"]


_CONCLUDING = frozenset(("underline", "underscore", "highlight", "signal", "echo"))
_PERSONS = frozenset(("PERSON", "ORG", "GPE", "NORP"))


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
    if verb.dep in ("csubj", "csubjpass"):
        return None  # "what he says is true"
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
    if cue.cls in ("judge", "name") and verb.dep == "relcl" and (blamed := _blamed_before(sentence, cue)):
        return blamed
    labels = ("dobj", "oprd", "ccomp", "xcomp", *(("dative",) if cue.cls == "name" else ()))
    objects = [k for k in sentence.children(verb, *labels) if k.index > verb.index]
    if len(objects) > 1 and objects[0].text.lower() == "that" and objects[0].pos != "NOUN":
        objects = objects[1:]  # "they say that no boat left", its "that" taken for an object
    if not objects or objects[0].text.lower().endswith(("self", "selves")):
        return None
    if takes_lives(sentence, cue, lexicon):
        return None
    if verb.dep == "pcomp" and sentence.head(sentence.head(verb)).pos == "ADJ":
        return None  # "was reluctant about criticizing X" criticizes nobody
    if cue.cls == "show" or cue.entry == "find":
        return _shown(sentence, verb, objects[0], lexicon)
    if not lexicon.takes("object", cue.entry):
        return _reduced(sentence, cue, objects[0], lexicon)
    if merely_adds(sentence, verb) or (cue.entry == "argue" and _holds_case(sentence, objects[0])):
        return None
    return [object_range(sentence, verb, objects[0], lexicon)], "object"


def _holds_case(sentence: Sentence, thing: Token) -> bool:
    """Tell whether one argues a case in court, which says nothing of what."""
    return any(t.lemma.lower() == "case" for t in sentence.subtree(thing)[:6])


def takes_lives(sentence: Sentence, cue: CueVerb, lexicon: Lexicon) -> bool:
    """Tell whether "claimed" is a deed: "claiming the lives of two villagers"."""
    near = sentence.tokens[cue.token.index + 1 : cue.token.index + 5]
    return cue.cls == "claim" and any(
        t.text.lower() == "lives" or lexicon.takes("taken", t.lemma.lower()) for t in near
    )


def _blamed_before(sentence: Sentence, cue: CueVerb) -> tuple[list[Range], str] | None:
    """Return who is blamed for what in "armed men whom they blame for the fire": the noun before and the phrase after."""
    verb, links = cue.token, ("as",) if cue.cls == "name" else ("for", "of")
    blamed = [k for k in sentence.children(verb, "dobj") if k.text.lower() in ("whom", "who", "that", "which")]
    phrases = [k for k in sentence.children(verb, "prep") if k.text.lower() in links and k.index > verb.index]
    if not blamed or not phrases or blamed[0].index > verb.index:
        return None
    noun = sentence.head(verb)
    first = min([noun.index] + [k.index for k in sentence.children(noun) if k.index < noun.index])
    return [(first, noun.index + 1), (phrases[0].index, rightmost(sentence, phrases[0]))], "relative"


def _reduced(sentence: Sentence, cue: CueVerb, thing: Token, lexicon: Lexicon) -> tuple[list[Range], str] | None:
    """Return the clause whose verb the parse took for a participle of its subject: "said some soldiers rebelled"."""
    plain = cue.cls in ("say", "claim", "believe", "confirm") and not lexicon.takes("addressee", cue.entry)
    verbs = [k for k in sentence.children(thing, "acl", "relcl") if k.tag in ("VBN", "VBD") and k.index > thing.index]
    if not plain or thing.dep != "dobj" or not verbs or thing.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    return [(leftmost(sentence, thing, cue.token.index + 1), rightmost(sentence, thing))], "clause"


def merely_adds(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a participle draws the writer's own conclusion: "Accounts differed, underlining the difficulty"."""
    if verb.lemma.lower() not in _CONCLUDING:
        return False
    if verb.dep == "xcomp" and sentence.head(verb).lemma.lower() in ("want", "try", "seek", "hope"):
        return True  # "they want to signal strength" is what somebody else makes of them
    if verb.tag != "VBG" or verb.dep != "advcl":
        return False
    subject = subject_of(sentence, verb)
    return subject is None or not (subject.entity in _PERSONS or subject.pos == "PRON")


def _shown(sentence: Sentence, verb: Token, thing: Token, lexicon: Lexicon) -> tuple[list[Range], str] | None:
    """Return what a document, picture or person shows; an event that "reveals a weakness" is the writer's own view."""
    subject = subject_of(sentence, verb)
    if subject is None:
        return None
    exhibit = lexicon.takes("exhibits", subject.lemma.lower())
    if not exhibit and not (lexicon.takes("object", verb.lemma.lower()) and (subject.entity or subject.pos == "PRON")):
        return None
    return [object_range(sentence, verb, thing, lexicon)], "object"


def may_show(sentence: Sentence, cue: CueVerb, lexicon: Lexicon) -> bool:
    """Tell whether a cue's subject can report: what an event or a thing "shows" is the speaker's own conclusion."""
    subject = subject_of(sentence, cue.token) if cue.cls == "show" else None
    if subject is None or subject.entity or subject.pos in ("PRON", "PROPN", "NUM"):
        return True
    return not lexicon.takes("happenings", subject.lemma.lower())


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
    if not kids or cue.preposition is None or (cue.entry == "insist on" and kids[0].entity == "ORG"):
        return None
    if _only_pleases(sentence, cue, kids[0]):
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
    if any(k.text.lower().endswith(("self", "selves")) for k in objects):
        return None  # "a man who identified himself as Ondo" only gives his name
    if objects and cue.cls in ("want", "ask", "name", "judge"):
        start = leftmost(sentence, objects[0], cue.token.index + 1)
    return [(start, _with_infinitives(sentence, cue.token, end))], "preposition"


def _only_pleases(sentence: Sentence, cue: CueVerb, thing: Token) -> bool:
    """Tell whether "appeals to voters" asks for nothing: no infinitive follows as in "appealed to the guards to leave"."""
    begs = [*sentence.children(cue.token, "xcomp", "advcl"), *sentence.children(thing, "acl", "relcl", "xcomp")]
    return cue.entry == "appeal to" and not any(a.tag == "TO" for k in begs for a in sentence.children(k, "aux"))


def _with_infinitives(sentence: Sentence, verb: Token, end: int) -> int:
    """Take in infinitives the parse joins to the cue: "asked the army for help or to enter the town"."""
    for kid in sentence.children(verb, "conj"):
        joined = kid.tag == "VB" and any(a.tag == "TO" for a in sentence.children(kid, "aux"))
        if joined and kid.index > end and leftmost(sentence, kid, end) <= end + 1:
            end = rightmost(sentence, kid)
    return end
