"""Why, as the clause itself says it: "because …", "in retaliation for …", "after refusing to …", "to restore order".

The cue words are data (`[reason]` of the pack's `events.toml`). A reason keeps the words it stands in; its value is a short
reading of them by which two reasons can be compared: actors by their widest class (`@state-side`), event words by kind, words
of one meaning by its name, all others by lemma.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.annotate.actors import actor_class, wider_classes
from sayso.annotate.events.lexicon import Lexicon
from sayso.annotate.events.roles import is_passive
from sayso.annotate.events.slots import Values
from sayso.lang.packs import Pack
from sayso.model.annotations import Slot, SlotFrom, SlotName
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["flat_reasons", "reason_slots"]

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
SUFFERED = frozenset({"kill", "wound"})
MOST = 2  # reasons of one event word
LONGEST = 30  # tokens of one reason
CLAUSE_ENDS = frozenset({".", ";", ":", "!", "?", "”", "»", '"', "men", ","})


def reason_slots(s: Sentence, trigger: Token, kind: str, words: Lexicon, values: Values, pack: Pack) -> list[Slot]:
    """Return the reasons that the clause of an event word gives for the event, at most two, in text order."""
    found: dict[Span, tuple[Token, ...]] = {}
    for head in _heads(s, trigger, words):
        for tokens in _reasons_at(s, head, kind, words, values):
            found.setdefault(Span(tokens[0].start, tokens[-1].end), tokens)
    fled = {kid.start for kid in s.children(trigger, "dobj")} if kind == "flee" else set()
    slots = [
        Slot(SlotName.REASON, span, _reading(s, tokens, words, pack, fled=any(t.start in fled for t in tokens)))
        for span, tokens in sorted(found.items())
    ]
    return [slot for slot in slots if slot.value and not _holds(slot, trigger)][:MOST]


def flat_reasons(s: Sentence, trigger: Token, words: Lexicon, pack: Pack) -> list[Slot]:
    """Return the reason that follows an event word where there is no parser, up to the end of its clause."""
    after = s.tokens[trigger.index + 1 :]
    forms = [t.text.lower() for t in after]
    for at in range(len(after)):
        if forms[at] in CLAUSE_ENDS - {","}:
            return []
        cue = next((c for c in words.cues if tuple(forms[at : at + len(c)]) == c), None)
        if cue:
            rest = _clause(after[at : at + LONGEST])
            value = _reading(s, rest[len(cue) :], words, pack)
            span = Span(rest[0].start, rest[-1].end)
            return [Slot(SlotName.REASON, span, value, found=SlotFrom.SENTENCE)] if value else []
    return []


def _clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    end = next((i for i, t in enumerate(tokens) if i and t.text.lower() in CLAUSE_ENDS), len(tokens))
    return tokens[:end]


def _holds(slot: Slot, trigger: Token) -> bool:
    return slot.span is not None and slot.span.start <= trigger.start < slot.span.end


def _heads(s: Sentence, trigger: Token, words: Lexicon) -> tuple[Token, ...]:
    """The event word itself, and the verb that carries it: "were forced to flee because …", "staged a protest over …"."""
    head = s.head(trigger)
    carried = trigger.dep == "xcomp" or (trigger.dep == "dobj" and head.lemma in words.words_of("light.active"))
    return (trigger, head) if carried and head.pos == "VERB" else (trigger,)


def _reasons_at(s: Sentence, head: Token, kind: str, words: Lexicon, values: Values) -> Iterator[tuple[Token, ...]]:
    for kid in s.children(head, "advcl", "xcomp", "prep", "acl", "relcl", "dobj"):
        is_one = (
            _is_clause(s, kid, kind, words)
            or (kid.dep in {"prep", "advcl"} and _is_phrase(s, kid, kind, words, values))
            or (kind == "flee" and kid.dep == "dobj" and _is_fled(kid, words))
        )
        if is_one:
            tokens = _words(s, kid)
            if len(tokens) <= LONGEST:
                yield tokens


def _is_clause(s: Sentence, verb: Token, kind: str, words: Lexicon) -> bool:
    """A clause of reason, a motive told as a participle, or a purpose."""
    marks = {m.lemma.lower() for m in s.children(verb, "mark", "advmod")}
    if marks & words.words_of("reason.because"):
        return True
    if marks & words.words_of("reason.after"):
        return verb.lemma in words.words_of("reason.after_verbs")
    if verb.dep in {"advcl", "acl"} and verb.tag in {"VBG", "VBN"} and not marks:
        return verb.lemma in words.words_of("reason.participles") and len(s.children(verb)) > 0
    if kind in SUFFERED and is_passive(s, s.head(verb)):
        return False  # those who were killed had no purpose in it
    return verb.dep == "advcl" and _is_purpose(s, verb, words)


def _is_purpose(s: Sentence, verb: Token, words: Lexicon) -> bool:
    if verb.tag != "VB" or not any(k.lemma == "to" for k in s.children(verb, "aux")):
        return False
    before = {t.lemma.lower() for t in s.tokens[max(0, verb.index - 3) : verb.index]}
    return verb.lemma not in words.words_of("reason.not_purposes") and not before & {"only", "not", "how", "whether"}


def _is_phrase(s: Sentence, prep: Token, kind: str, words: Lexicon, values: Values) -> bool:
    """ "because of X", "in retaliation for X", "for refusing …", and of some kinds "over X"."""
    lemma = prep.lemma.lower()
    if lemma in words.words_of("reason.prepositions"):
        return bool(s.children(prep))
    inside = s.children(prep, "pobj", "pcomp")
    if any(f"{lemma} {k.lemma.lower()}" in words.words_of("reason.phrases") and s.children(k) for k in inside):
        return True
    if lemma in words.words_of("reason.after") and any(
        k.dep == "pcomp" and k.lemma in words.words_of("reason.after_verbs") for k in inside
    ):
        return True
    if f"{kind} {lemma}" not in words.words_of("reason.over"):
        return False
    span = s.subtree_span(prep)
    return bool(inside) and not values.times_in(span) and not values.places_in(span) and not values.quantities_in(span)


def _is_fled(noun: Token, words: Lexicon) -> bool:
    """ "fleeing the troops", "fled the fighting": what people flee, where it is no place they leave."""
    return noun.lemma.lower() in words.nouns or noun.lemma.lower() in words.words_of("reason.fled")


def _words(s: Sentence, top: Token) -> tuple[Token, ...]:
    """Return the unbroken run of a subtree around its top, without marks at its ends."""
    inside = {t.index for t in s.subtree(top)}
    first = last = top.index
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    tokens = list(s.tokens[first : last + 1])
    while len(tokens) > 1 and not tokens[-1].text[-1].isalnum():
        tokens.pop()
    while len(tokens) > 1 and not tokens[0].text[0].isalnum():
        tokens.pop(0)
    return tuple(tokens)


def _reading(s: Sentence, tokens: Iterable[Token], words: Lexicon, pack: Pack, *, fled: bool = False) -> str:
    """Return the comparable reading of a reason; "" when it says nothing that could be compared. Who is `fled` is a threat."""
    found = dict.fromkeys(filter(None, ("threat" if fled else "", *(_word(s, t, words, pack) for t in tokens))))
    telling = [w for w in found if not w.startswith("@")]
    return " ".join(found) if telling else ""


def _is_cue(s: Sentence, token: Token, words: Lexicon) -> bool:
    """ "in order to", "on suspicion of": the noun opens the reason and is none, unless it has a meaning of its own."""
    before = s.tokens[token.index - 1].lemma.lower() if token.index else ""
    return f"{before} {token.lemma.lower()}" in words.words_of("reason.phrases")


def _word(s: Sentence, token: Token, words: Lexicon, pack: Pack) -> str:
    lemma = token.lemma.lower()
    if lemma in words.meanings:
        return words.meanings[lemma]
    if (
        token.pos not in CONTENT
        or _is_cue(s, token, words)
        or lemma in words.words_of("reason.empty")
        or not lemma[:1].isalpha()
    ):
        return ""
    kind = words.nouns.get(lemma) or words.verbs.get(lemma)
    if kind:
        return kind.kind
    who = actor_class(s, token, pack)
    if who:
        return f"@{wider_classes(who, pack)[-1]}"
    return "" if token.pos == "PROPN" else lemma
