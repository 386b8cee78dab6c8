"""What a voice does with a clause and how sure it says it is, from the words of its cue and of the clause.

Every judgement comes with the tokens that make it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotate.statements.phrases import Lexicon
from sayso.model.annotations import Attribution
from sayso.model.statements import Certainty, Polarity, SaidBasis
from sayso.model.syntax import Sentence, Token

__all__ = [
    "CueStance",
    "basis_of",
    "certainty_of",
    "doubt_of_all",
    "hearsay",
    "hedge_of_noun",
    "least_sure",
    "predicated",
    "stance_of_clause",
    "stance_of_cue",
]

_SURENESS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
_CUE_KEYS = (
    ("asserts", Polarity.ASSERTS),
    ("refuses", Polarity.REFUSES_TO_SAY),
    ("doubts", Polarity.DOUBTS),
    ("asks", Polarity.ASKS),
    ("denies", Polarity.DENIES),
    ("wants", Polarity.WANTS),
)
_HEDGE = "hedge/"  # "allegedly", "the claimed attack": no verb, but how sure it is
_NAMING = "/name"  # "called the report a lie" wants nothing
_NOTHING: tuple[Token, ...] = ()
_NOBODY = frozenset({"nobody", "none", "neither"})
_NEGATIONS = frozenset({"no", "nobody", "none", "neither", "nothing"})


@dataclass(frozen=True)
class CueStance:
    """What a cue does to its content: polarity, certainty, whether it takes the content for granted, and by which words."""

    polarity: Polarity = Polarity.ASSERTS
    certainty: Certainty = Certainty.CERTAIN
    basis: SaidBasis = SaidBasis.NOT_SAID
    takes_for_granted: bool = False
    marks: tuple[Token, ...] = ()


def least_sure(found: Sequence[Certainty]) -> Certainty:
    """Return the least sure of several; certain when there is none."""
    return max(found, key=_SURENESS.index, default=Certainty.CERTAIN)


def stance_of_cue(
    attribution: Attribution, cue: Sequence[Token], sentence: Sentence, words: Lexicon, *, question: bool = False
) -> CueStance:
    """Read a cue with the words that govern and negate it ("did not deny", "refused to say", "was unable to confirm").

    `question`: its content asks something, so that "asked" brings a question and no request.
    """
    tokens = _with_context(attribution, cue, sentence)
    polarity, marks = Polarity.ASSERTS, _NOTHING
    for key, value in _CUE_KEYS:
        found = words.phrases("polarity", key).find(tokens)
        if found and not (value is Polarity.WANTS and attribution.rule.endswith(_NAMING)):
            asked = question and value is Polarity.WANTS
            polarity, marks = (Polarity.ASKS if asked else value), found[0][1]
            break
    sureness = [
        (value, hit) for value in _SURENESS[1:] for _, hit in words.phrases("cue_certainty", value.value).find(tokens)
    ]
    if attribution.rule.startswith(_HEDGE):
        sureness += [(v, hit) for v in _SURENESS[1:] for _, hit in words.phrases("certainty", v.value).find(tokens)]
    certainty = least_sure([value for value, _ in sureness])
    hits = tuple(t for value, hit in sureness if value is certainty for t in hit)
    return CueStance(
        polarity,
        certainty,
        SaidBasis.DOCUMENT if _is_document(attribution, sentence, words) else _basis_of_cue(cue, words),
        words.phrases("polarity", "reacts").any(cue),
        tuple(dict.fromkeys((*marks, *hits))),
    )


def _with_context(attribution: Attribution, cue: Sequence[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Return the cue's tokens with governing verbs, negations and particles, in text order, without content words."""
    if not sentence.parsed:
        return tuple(cue)
    found = {t.index: t for t in cue}
    for token in cue:
        if token.dep == "prep":
            continue  # "according to X, Y dismissed …": the verb beside it governs another content
        above = token
        for _ in range(4):
            if above.dep not in ("xcomp", "aux", "pcomp", "acomp", "prep") or above.head == above.index:
                break
            above = sentence.head(above)
            found.setdefault(above.index, above)
    for token in tuple(found.values()):
        found.update((kid.index, kid) for kid in sentence.children(token, "neg", "aux", "acomp", "prt", "mark"))
        found.update((kid.index, kid) for kid in sentence.children(token, "det") if kid.lemma.lower() == "no")
        found.update(
            (kid.index, kid)
            for kid in sentence.children(token, "advmod")
            if kid.lemma.lower() in ("never", "independently", "immediately")
        )
    for token in cue:
        if token.dep == "conj" and any(k.text.lower() == "nor" for k in sentence.children(sentence.head(token), "cc")):
            found.update((k.index, k) for k in sentence.children(sentence.head(token), "preconj", "cc"))
    spans = attribution.content
    tokens = [t for _, t in sorted(found.items()) if not any(s.start <= t.start < s.end for s in spans)]
    return _negated(attribution, tokens, sentence)


def _negated(attribution: Attribution, tokens: Sequence[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Put a source that denies the cue ("Nobody would confirm that …") before its last verb, where "not" would stand."""
    words = [t for span in attribution.source[:1] for t in sentence.tokens_in(span)][:2]
    none = [w.text.lower() for w in words] in (["no", "one"], ["neither", "side"])
    if not words or not (none or words[0].text.lower() in _NOBODY):
        return tuple(tokens)
    at = max((i for i, t in enumerate(tokens) if t.pos in ("VERB", "AUX")), default=len(tokens))
    return (*tokens[:at], replace(words[0], text="nobody"), *tokens[at:])


def _basis_of_cue(cue: Sequence[Token], words: Lexicon) -> SaidBasis:
    for key, value in (("saw", SaidBasis.SAW), ("heard", SaidBasis.HEARD), ("was_told", SaidBasis.WAS_TOLD)):
        if words.phrases("basis", key).any(cue):
            return value
    return SaidBasis.NOT_SAID


def _is_document(attribution: Attribution, sentence: Sentence, words: Lexicon) -> bool:
    """Tell whether the source is a document, picture or film: it says what it says by being one."""
    for span in attribution.source if sentence.parsed else ():
        nouns = [t for t in sentence.tokens_in(span) if t.pos in ("NOUN", "PROPN", "PRON") and t.dep != "compound"]
        if nouns and nouns[0].pos == "NOUN" and nouns[0].lemma.lower() in words.words("basis", "document"):
            return True
    return False


def stance_of_clause(tokens: Sequence[Token], words: Lexicon) -> tuple[Polarity, tuple[Token, ...]]:
    """Tell whether a clause leaves its matter open ("it was not clear whether …") or asks; by default it asserts."""
    found = words.phrases("polarity", "open").find(tokens)
    return (Polarity.DOUBTS, found[0][1]) if found else (Polarity.ASSERTS, ())


def certainty_of(
    tokens: Sequence[Token], head: Token, sentence: Sentence, words: Lexicon
) -> tuple[Certainty, tuple[Token, ...]]:
    """Return how sure a clause's words are and which words say so."""
    hits: list[tuple[Certainty, tuple[Token, ...]]] = []
    for value in _SURENESS[1:]:
        for phrase, hit in words.phrases("certainty", value.value).find(tokens):
            if _counts(phrase, hit, head, sentence, words):
                hits.append((value, hit))
    certainty = least_sure([value for value, _ in hits])
    return certainty, tuple(t for value, hit in hits if value is certainty for t in hit)


def doubt_of_all(tokens: Sequence[Token], words: Lexicon) -> tuple[Token, ...]:
    """Return the words that make everything in a clause depend on being confirmed ("if confirmed"), taken for granted or not."""
    found = words.phrases("certainty", "conditions").find(tokens)
    return found[0][1] if found else ()


def hedge_of_noun(noun: Token, sentence: Sentence, words: Lexicon) -> tuple[Certainty, tuple[Token, ...]]:
    """Return how sure a happening is that a noun names, by the adjectives that describe it ("the alleged killing")."""
    described = [
        kid
        for kid in sentence.children(noun, "amod")
        if kid.lemma.lower() in words.words("certainty", "of_events")
        or kid.text.lower() in words.words("certainty", "of_events")
    ]
    hits = [
        (value, hit) for value in _SURENESS[1:] for _, hit in words.phrases("certainty", value.value).find(described)
    ]
    return least_sure([value for value, _ in hits]), tuple(t for _, hit in hits for t in hit)


def hearsay(tokens: Sequence[Token], head: Token, sentence: Sentence, words: Lexicon) -> tuple[Token, ...]:
    """Return the words that put a clause in nobody's mouth in particular ("reportedly"), if it has such."""
    for phrase, hit in words.phrases("certainty", "hearsay").find(tokens):
        if _counts(phrase, hit, head, sentence, words):
            return hit
    return ()


def _counts(phrase: str, hit: Sequence[Token], head: Token, sentence: Sentence, words: Lexicon) -> bool:
    """A hedge counts where it bears on what the clause says, not on a person or thing inside it."""
    if not sentence.parsed:
        return True
    first = hit[0]
    if phrase in words.words("certainty", "modals"):
        kids = sentence.children(sentence.head(first), "neg", "advmod")
        able = any(kid.dep == "neg" or kid.tag == "WRB" for kid in kids)  # "could not see", "how they could"
        return first.tag == "MD" and not (phrase == "could" and able)
    word = hit[-1]
    if word.dep == "amod":
        return _bears(sentence.head(word), head, sentence)
    if phrase in words.words("certainty", "of_events") and word.pos == "VERB" and word.dep != "acomp":
        return False  # "claimed 20 lives" is no hedge
    if (
        phrase in words.words("certainty", "of_events")
        and word.dep in ("det", "advmod")
        and sentence.head(word).dep == "amod"
    ):
        return False
    return _bears(word, head, sentence)


def _bears(word: Token, head: Token, sentence: Sentence) -> bool:
    """Tell whether a word reaches the clause head without passing into a noun's description."""
    while word.index != head.index:
        if word.dep in ("relcl", "acl", "amod", "poss", "compound", "appos") or word.head == word.index:
            return False
        above = sentence.head(word)
        if word.dep in ("pobj", "dobj", "nsubj", "nsubjpass", "npadvmod") and word.pos in ("NOUN", "PROPN"):
            return False
        word = above
    return True


def predicated(head: Token, sentence: Sentence, words: Lexicon) -> tuple[Polarity | None, tuple[Token, ...]]:
    """Return what a clause says of a claim that is its subject: false, doubtful, right, or nothing of the kind (None)."""
    around = [head, *sentence.children(head, "acomp", "attr", "neg", "oprd", "acl", "xcomp")]
    around += [kid for t in tuple(around[1:]) for kid in sentence.children(t, "neg", "det", "advmod")]
    tokens = sorted({t.index: t for t in around}.values(), key=lambda t: t.index)
    for key, value in (("false", Polarity.DENIES), ("doubtful", Polarity.DOUBTS), ("right", Polarity.ASSERTS)):
        found = words.phrases("polarity", key).find(tokens)
        if found:
            negated = any(t.dep == "neg" or t.text.lower() in _NEGATIONS for t in tokens) and "not" not in found[0][0]
            return (_turned(value) if negated else value), found[0][1]
    return None, ()


def _turned(polarity: Polarity) -> Polarity:
    return {Polarity.DENIES: Polarity.ASSERTS, Polarity.ASSERTS: Polarity.DENIES}.get(polarity, polarity)


def basis_of(
    tokens: Sequence[Token], sentence: Sentence, words: Lexicon, *, reporter: bool
) -> tuple[SaidBasis, tuple[Token, ...]]:
    """Return how the voice says it knows, from a verb in the clause whose subject is the voice itself ("we heard")."""
    selves = words.words("basis", "reporters" if reporter else "selves")
    for key, value in (("was_told", SaidBasis.WAS_TOLD), ("heard", SaidBasis.HEARD), ("saw", SaidBasis.SAW)):
        for _, hit in words.phrases("basis", key).find(tokens):
            verb = hit[-1]
            if sentence.parsed and sentence.children(verb, "neg"):
                continue
            subjects = sentence.children(verb, "nsubj", "nsubjpass") if sentence.parsed else ()
            if any(s.lemma.lower() in selves or s.text.lower() in selves for s in subjects):
                return value, hit
    return SaidBasis.NOT_SAID, ()
