"""Texts that lost their commas: "… in the harbor police sources said Friday.", "… burned down said a fisherman."

Only a cue at the very end of its sentence is read this way, and only with a speaker that is named or of a speaking kind.
"""

from __future__ import annotations

from sayso.annotate.attribution.contents import FINITE, Range
from sayso.annotate.attribution.lexicon import Lexicon
from sayso.annotate.attribution.postposed import run_before
from sayso.annotate.attribution.spans import trimmed
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["without_commas"]

_BREAKS = frozenset((",", "”", '"', "''", "—", "–", ";", ":", "“", "’", "-"))
_TIMES = frozenset(("DATE", "TIME"))


def without_commas(
    sentence: Sentence, cue: CueVerb, lexicon: Lexicon, view: str
) -> tuple[tuple[Span, ...], list[Range]] | None:
    """Return source and content of a closing cue that no comma sets off, None when it is not one."""
    verb = cue.token
    if verb.tag not in FINITE or cue.cls != "say" or verb.index < 4:
        return None
    run = run_before(sentence, verb)
    if run and (run[0].index == 0 or sentence.tokens[run[0].index - 1].text in _BREAKS):
        return None
    rest = [t for t in _own(sentence, verb) if t.pos != "PUNCT"]
    if any(_is_verb(sentence, t) for t in rest) or not _clause(sentence, verb.index - 2):
        return None
    spoken = [t for t in rest if t.entity not in _TIMES and t.pos != "ADP"]
    found = _after(sentence, verb, rest, lexicon) if spoken else _before(sentence, verb, lexicon)
    if found is None:
        return None
    (first, last), end = found
    span = trimmed(view, sentence.tokens[first].start, sentence.tokens[last].end)
    return ((span,), [(0, end)]) if span is not None else None


def _own(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return what follows a cue up to "quoting the television", which names who was there first."""
    rest = sentence.tokens[verb.index + 1 :]
    ends = (n for n, t in enumerate(rest) if t.tag == "VBG" and t.lemma.lower() in ("quote", "cite"))
    return rest[: next(ends, len(rest))]


def _is_verb(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word opens or makes a clause; "based" in "coast-based" does not."""
    hyphened = token.index > 0 and sentence.tokens[token.index - 1].text == "-"
    return token.pos in ("VERB", "AUX", "SCONJ") and not hyphened


def _clause(sentence: Sentence, end: int) -> bool:
    return any(t.tag in FINITE and t.pos in ("VERB", "AUX") for t in sentence.tokens[:end])


def _after(sentence: Sentence, verb: Token, rest: list[Token], lexicon: Lexicon) -> tuple[tuple[int, int], int] | None:
    """Return the speaker after "said": the rest of the sentence, if it names or describes somebody."""
    if lexicon.takes("addressee", verb.lemma.lower()) or sentence.tokens[verb.index - 1].text in _BREAKS:
        return None
    if rest[0].pos not in ("DET", "PROPN", "NOUN", "ADJ"):
        return None
    if rest[0].entity in _TIMES or not any(_speaks(t, lexicon) or t.entity in ("PERSON", "ORG") for t in rest):
        return None
    if any(
        k.index < verb.index and sentence.subtree(k)[-1].index == verb.index - 1
        for k in sentence.children(verb, "nsubj")
        if k.pos == "PRON"
    ):
        return None
    return (rest[0].index, rest[-1].index), verb.index


def _before(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[tuple[int, int], int] | None:
    """Return the speaker before "said": the nearest speaking noun with its plain modifiers, not what runs into it."""
    last = verb.index - 1
    while last > 0 and sentence.tokens[last].pos in ("ADV", "AUX"):
        last -= 1
    head = sentence.tokens[last]
    if _is_pronoun_clause(sentence, last, verb):
        return (last, last), last
    acronym = head.pos == "PROPN" and len(head.text) > 1 and head.text.isupper()
    if head.pos == "PROPN" and head.entity in ("ORG", "PERSON") and not acronym and not _speaks(head, lexicon):
        return _name_before(sentence, last)
    if not (_speaks(head, lexicon) or acronym):
        return None
    first = _phrase_start(sentence, last, bare=acronym)
    if any(t.text in _BREAKS - {"-"} for t in sentence.tokens[max(0, first - 6) : first]):
        return None
    before = sentence.tokens[first - 1] if first else None
    if before is not None and before.pos == "ADP" and head.tag == "NNS" and first < last:
        return _bare_plural(sentence, last, lexicon)
    if (
        before is None
        or before.text in _BREAKS
        or (before.pos in ("ADP", "CCONJ", "PROPN") and _one_name(sentence, first, acronym))
    ):
        return None
    return (first, last), first


def _phrase_start(sentence: Sentence, last: int, *, bare: bool) -> int:
    """Return where a noun phrase begins that ends in a speaking noun ("the state-run TV", "NNA correspondent")."""
    first = last
    while first > 0 and not bare and _modifies(sentence, first - 1) and sentence.tokens[first - 1].tag != "NNS":
        first -= 1
    before = sentence.tokens[first - 1] if first else None
    if not bare and before is not None and before.pos == "PROPN" and len(before.text) > 1 and before.text.isupper():
        return first - 1
    return first - 1 if before is not None and (before.pos == "DET" or before.tag == "PRP$") else first


def _bare_plural(sentence: Sentence, last: int, lexicon: Lexicon) -> tuple[tuple[int, int], int]:
    """Return "activists" of "in a northern province activists said": what stands before belongs to another phrase."""
    first = last - 1 if _speaks(sentence.tokens[last - 1], lexicon) else last
    return (first, last), first


def _is_pronoun_clause(sentence: Sentence, at: int, verb: Token) -> bool:
    """Tell whether "it added" closes a sentence that lost its comma: nothing joins it to what stands before."""
    before = sentence.tokens[at - 1] if at else None
    return (
        sentence.tokens[at].text.lower() in ("he", "she", "it", "they")
        and verb.lemma.lower() in ("say", "add", "claim", "report", "note", "explain")
        and before is not None
        and before.pos in ("NOUN", "PROPN", "ADV", "NUM", "VERB", "ADJ")
        and before.tag not in ("WRB", "WP", "WDT")
    )


def _name_before(sentence: Sentence, last: int) -> tuple[tuple[int, int], int] | None:
    """Return a proper name that speaks at a sentence's end, set off from what is said by a plain word."""
    first = last
    while first > 0 and (sentence.tokens[first - 1].pos == "PROPN" or _in_name(sentence, first - 1)):
        first -= 1
    while first > 0 and _is_based(sentence, first - 1):
        first -= 1
    if first > 0 and sentence.tokens[first - 1].pos == "DET":
        first -= 1
    before = sentence.tokens[first - 1] if first else None
    joined = before is None or before.pos in ("ADP", "CCONJ", "PART", "VERB", "AUX", "ADJ") or before.text in _BREAKS
    return None if joined or first == last else ((first, last), first)


def _in_name(sentence: Sentence, at: int) -> bool:
    """Tell whether a small word stands inside the name of a body ("Observatory for Human Rights")."""
    token, left = sentence.tokens[at], sentence.tokens[at - 1] if at else None
    return token.pos == "ADP" and token.entity == "ORG" and left is not None and left.entity == "ORG"


def _is_based(sentence: Sentence, at: int) -> bool:
    """Tell whether a word is part of "Norland-based" before a name."""
    token = sentence.tokens[at]
    after = sentence.tokens[at + 1]
    return (
        token.text == "-"
        or (token.lemma.lower() in ("base", "based") and at > 0)
        or (after.text == "-" and token.pos in ("PROPN", "NOUN", "ADJ"))
    )


def _modifies(sentence: Sentence, at: int) -> bool:
    """Tell whether a word is a plain modifier of the noun after it, or part of a hyphenated one ("state-run TV")."""
    token = sentence.tokens[at]
    hyphen = token.text == "-" or (at > 0 and sentence.tokens[at - 1].text == "-")
    return token.pos in ("ADJ", "NOUN") or (hyphen and not token.text[:1].isupper())


def _one_name(sentence: Sentence, first: int, acronym: bool) -> bool:
    """Tell whether what stands before a speaking noun belongs to it ("of the police", "Norland police")."""
    before = sentence.tokens[first - 1]
    return before.pos != "PROPN" or acronym or not _clause(sentence, first - 1)


def _speaks(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.takes("speakers", token.text.lower()) or lexicon.takes("speakers", token.lemma.lower())
