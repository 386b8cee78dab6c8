"""Reports that nobody made: what one may, should or is the first to say, and what a thing "means admitting"."""

from __future__ import annotations

from sayso.annotate.attribution.lexicon import Lexicon
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token

__all__ = ["is_meant", "is_unreal"]

_MODALS = frozenset(("should", "must", "may", "might", "could", "ought", "shall"))


def is_unreal(sentence: Sentence, cue: CueVerb, rule: str, lexicon: Lexicon) -> bool:
    """Tell whether a cue names a report that is only possible, demanded or meant; `rule` is how its content was found."""
    verb = cue.token
    helpers = sentence.children(verb, "aux")
    if any(k.tag == "TO" for k in helpers):
        return _is_unreal_infinitive(sentence, verb, rule, lexicon)
    if rule == "object" and any(k.text.lower() in _MODALS for k in helpers):
        return True
    return is_meant(sentence, verb)


def _is_unreal_infinitive(sentence: Sentence, verb: Token, rule: str, lexicon: Lexicon) -> bool:
    """ "ready to endorse", "too soon to say that", "too many to mention": no report was made."""
    above = sentence.head(verb)
    if above.lemma.lower() in ("able", "unable"):
        return False  # "was unable to confirm the accounts" tells what was done about them
    if lexicon.takes("ready", above.lemma.lower()) and not _too(sentence, verb):
        return False  # "was quick to add that …"
    if verb.dep in ("xcomp", "advcl", "ccomp") and (above.pos == "ADJ" or _too(sentence, verb)):
        return True
    if verb.dep in ("xcomp", "advcl", "ccomp") and _is_impersonal(sentence, above):
        return True
    if rule == "object" and verb.dep in ("acl", "relcl"):
        return True
    return verb.dep == "advcl" and any(k.dep == "attr" and k.index < verb.index for k in sentence.children(above))


def _is_impersonal(sentence: Sentence, verb: Token) -> bool:
    """Tell whether nobody is the subject: "it is sad to think what they lost"."""
    it = any(k.text.lower() == "it" for k in sentence.children(verb, "nsubj"))
    return it and verb.lemma.lower() == "be" and bool(sentence.children(verb, "acomp", "attr"))


def _too(sentence: Sentence, verb: Token) -> bool:
    """Tell whether "too" or "enough" governs an infinitive: "too soon to say"."""
    return any(t.text.lower() in ("too", "enough") for t in sentence.tokens[max(0, verb.index - 4) : verb.index])


def is_meant(sentence: Sentence, verb: Token) -> bool:
    """ "It means admitting that …": nobody has admitted anything."""
    above = sentence.head(verb)
    return (
        verb.tag == "VBG"
        and verb.dep in ("xcomp", "pcomp", "ccomp")
        and above.lemma.lower() in ("mean", "avoid", "require")
    )
