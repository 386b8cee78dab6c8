"""Repairs of the parse by position: who speaks before or after a cue that follows or interrupts what is said.

A parser without the lexicon often makes the nearest noun the subject, or loses the subject altogether. What the word order
shows is then read instead: "Y, farmers and a priest said Friday.", "Y, said A. Name, a nurse who …".
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.attribution.contents import FINITE, Range
from sayso.annotate.attribution.sources import voices
from sayso.annotate.attribution.spans import trimmed
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = [
    "as_clause",
    "clause_around",
    "clause_before",
    "garden_source",
    "inverted_source",
    "is_inverted",
    "left_phrase",
    "quoted_source",
    "related_source",
    "run_before",
    "self_named",
    "source_before",
]

_NOMINAL = frozenset(("NOUN", "PROPN", "DET", "ADJ", "NUM", "CCONJ", "ADP", "PART", "PRON", "X"))
_OPENS_NAME = frozenset(("PROPN", "DET", "NOUN", "ADJ", "NUM", "PRON"))
_HEADS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_BREAKS = frozenset((",", "”", '"', "''", "—", "–", ";", ":", "“", "’", "?", "!"))
_QUALIFIES = frozenset(("aux", "auxpass", "neg", "advmod", "npadvmod"))
_TIMES = frozenset(("DATE", "TIME"))
_REPORTING = frozenset(("say", "claim", "write", "believe", "confirm", "show", "want", "deny"))


def source_before(sentence: Sentence, verb: Token, subject: Token | None, view: str) -> tuple[Span, ...] | None:
    """Return the noun phrase between comma and closing cue where it is not the parsed subject, None where all is well."""
    run = run_before(sentence, verb)
    if (
        not run
        or run[0].index == 0
        or sentence.tokens[run[0].index - 1].text not in _BREAKS
        or not _ends(sentence, verb)
    ):
        return None
    if not any(t.pos in _HEADS for t in run) or run[0].pos in ("ADP", "CCONJ"):
        return None
    if subject is not None and subject.index > verb.index:
        return None
    inside = {t.index for t in run}
    if subject is not None and (subject.index in inside or _appositive(sentence, subject, run)):
        first = sentence.subtree(subject)[0].index
        overreaches = subject.index in inside and first < run[0].index and _has_verb(sentence, first, run[0].index)
        return _pieces(run, view) if overreaches else None
    return _pieces(run, view)


def left_phrase(sentence: Sentence, verb: Token, view: str) -> tuple[Span, ...]:
    """Return the noun phrase directly before a finite cue that the parse left without a subject."""
    if not _finite(sentence, verb):
        return ()
    run = list(run_before(sentence, verb))
    while run and (run[0].pos in ("ADP", "CCONJ", "PART") or run[0].text in _BREAKS):
        run = run[1:]
    if not run or run[-1].pos not in _HEADS:
        return ()
    before = sentence.tokens[: run[0].index]
    if len(before) == 1 and before[0].tag == "VBG":  # "Fleeing villagers tell of …"
        run.insert(0, before[0])
    return _pieces(tuple(run), view)


def _finite(sentence: Sentence, verb: Token) -> bool:
    return verb.tag in FINITE or any(k.tag in FINITE for k in sentence.children(verb, "aux", "auxpass"))


def run_before(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the unbroken nominal words right before a cue and its auxiliaries."""
    last = verb.index - 1
    while last >= 0 and sentence.tokens[last].dep in _QUALIFIES and sentence.tokens[last].head == verb.index:
        last -= 1
    first = last
    while first >= 0 and sentence.tokens[first].pos in _NOMINAL and sentence.tokens[first].text not in _BREAKS:
        first -= 1
    return sentence.tokens[first + 1 : last + 1]


def _appositive(sentence: Sentence, subject: Token, run: tuple[Token, ...]) -> bool:
    """Tell whether the run only describes the subject ("Tolland, a nurse, said")."""
    return run[0].index > subject.index and any(
        t.dep in ("appos", "relcl", "acl", "attr") and sentence.head(t).index <= subject.index for t in run
    )


def _has_verb(sentence: Sentence, start: int, end: int) -> bool:
    return any(t.pos in ("VERB", "AUX") for t in sentence.tokens[start:end])


def _ends(sentence: Sentence, verb: Token) -> bool:
    """Tell whether nothing that could be a content follows the cue."""
    rest = sentence.tokens[verb.index + 1 :]
    return not any(t.pos in ("VERB", "AUX") or t.text in ("“", '"', ":") for t in rest[:40])


def _pieces(run: tuple[Token, ...], view: str) -> tuple[Span, ...]:
    """Cut a run of nominal words into the speakers it joins."""
    pieces: list[list[Token]] = [[]]
    for token in run:
        if token.pos == "CCONJ" and pieces[-1] and _can_split(token, run):
            pieces.append([])
        else:
            pieces[-1].append(token)
    spans = [trimmed(view, p[0].start, p[-1].end) for p in pieces if p]
    return tuple(s for s in spans if s is not None)


def _can_split(link: Token, run: tuple[Token, ...]) -> bool:
    """Tell whether a conjunction joins two speakers rather than two words of one name or title."""
    i = link.index - run[0].index
    left, right = run[i - 1], run[i + 1 :]
    if not right or left.pos == "ADJ" or any(t.pos == "ADP" for t in run[:i]):
        return False
    person = left.pos == "PROPN" and right[0].pos == "PROPN" and left.entity == "PERSON"
    return left.tag in ("NNS", "PRP") or right[0].pos == "DET" or person


def is_inverted(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a speaker follows the cue ("…, said Mira Tolland"): what is said stands before, closed by a comma."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.index == 0 or sentence.tokens[verb.index - 1].text not in _BREAKS:
        return False
    following = sentence.tokens[verb.index + 1 : verb.index + 3]
    if not following or (following[0].pos not in _OPENS_NAME and not _is_name(following)):
        return False
    return following[0].text.lower() not in ("that", "it", "he", "she", "they", "there", "this", "we", "i")


def _is_name(following: Sequence[Token]) -> bool:
    """Tell whether two words are a name whose first the parser takes for a word ("said Per Aune")."""
    return len(following) > 1 and following[0].text[:1].isupper() and following[1].pos == "PROPN"


def related_source(sentence: Sentence, verb: Token, view: str) -> tuple[Span, ...]:
    """Return "a colleague who saw it" before a closing "said", where the parse makes its last word the speaker."""
    if not _ends(sentence, verb):
        return ()
    first = verb.index - 1
    while first > 0 and sentence.tokens[first].text not in _BREAKS and sentence.tokens[first].tag != "WP":
        first -= 1
    who = sentence.tokens[first]
    relative = sentence.head(who)
    run = run_before(sentence, who) if who.text.lower() == "who" and relative.tag in FINITE else ()
    if not run or run[0].index == 0 or sentence.tokens[run[0].index - 1].text not in _BREAKS:
        return ()
    span = trimmed(view, run[0].start, sentence.tokens[verb.index - 1].end)
    return (span,) if span is not None and first < relative.index < verb.index else ()


def garden_source(sentence: Sentence, verb: Token, view: str) -> tuple[Span, ...]:
    """Return "A leaflet dropped over the town" before "said", where the parse takes "dropped" for the main verb."""
    head = sentence.head(verb)
    subjects = sentence.children(head, "nsubj")
    plain = verb.dep == "conj" and head.tag in ("VBD", "VBN") and not sentence.children(head, "aux", "dobj", "cc")
    between = sentence.tokens[head.index : verb.index]
    if not plain or not subjects or head.index > verb.index or any(t.pos in ("PUNCT", "CCONJ") for t in between):
        return ()
    span = trimmed(view, sentence.subtree(subjects[0])[0].start, sentence.tokens[verb.index - 1].end)
    return (span,) if span is not None and subjects[0].index < head.index else ()


def inverted_source(sentence: Sentence, verb: Token, view: str) -> tuple[Span, ...]:
    """Return who speaks after an inverted cue: the parsed subject if it is whole, else to where another clause begins."""
    tokens = sentence.tokens
    subjects = [k for k in sentence.children(verb, "nsubj", "dobj", "attr", "oprd") if k.index > verb.index]
    if subjects and sentence.subtree(subjects[0])[0].index == verb.index + 1:
        end = sentence.subtree(subjects[0])[-1].index + 1
        if not _cut_short(sentence, verb, end):
            return voices(sentence, subjects[0], view)
    end = verb.index + 1
    while end < len(tokens) and tokens[end].text not in ("“", '"', ";", ":") and not _turns(sentence, verb, end):
        end += 1
    span = (
        trimmed(view, tokens[verb.index + 1].start, tokens[end - 1].end, right=" \t\n,;:.—–-(")
        if end > verb.index + 1
        else None
    )
    return (span,) if span is not None else ()


def _cut_short(sentence: Sentence, verb: Token, end: int) -> bool:
    """Tell whether a parsed phrase breaks off before its words do: a verb or noun follows that does not hang on the cue."""
    if end >= len(sentence.tokens):
        return False
    token = sentence.tokens[end]
    return (
        token.pos in ("NOUN", "PROPN", "PART", "VERB", "AUX")
        and token.tag != "VBG"
        and token.entity not in ("DATE", "TIME")
        and token.head != verb.index
    )


def _turns(sentence: Sentence, verb: Token, at: int) -> bool:
    """Tell whether the sentence turns at a comma to something that is not about the speaker (adding …, in a statement)."""
    if at <= verb.index + 1 or sentence.tokens[at - 1].text not in (",", "—", "–"):
        return False
    token = sentence.tokens[at]
    return token.tag == "VBG" or token.pos in ("CCONJ", "SCONJ", "ADP") or (token.pos == "PRON" and token.tag == "PRP")


def self_named(sentence: Sentence, verb: Token, view: str) -> tuple[Span, ...]:
    """Return "A boy who gave his name as Ondo" where the parse makes "as Ondo said" a clause of its own."""
    clause = sentence.head(verb)
    opens = [k for k in sentence.children(verb, "mark", "prep") if k.text.lower() == "as" and k.index < verb.index]
    if verb.dep != "advcl" or clause.dep != "relcl" or not opens or sentence.head(clause).index > clause.index:
        return ()
    first = sentence.subtree(sentence.head(clause))[0]
    span = trimmed(view, first.start, sentence.tokens[verb.index - 1].end)
    return (span,) if span is not None else ()


def quoted_source(sentence: Sentence, verb: Token, view: str) -> tuple[Span, ...]:
    """Return who "was quoted (by a paper) as saying": the noun phrase before "was quoted", not the paper."""
    link = sentence.head(verb)
    quoted = sentence.head(link)
    if (
        verb.dep != "pcomp"
        or link.text.lower() != "as"
        or quoted.lemma.lower() not in ("quote", "cite")
        or quoted.index > link.index
    ):
        return ()
    run = list(run_before(sentence, quoted))
    while run and run[0].pos in ("ADP", "CCONJ", "PART"):
        run = run[1:]
    return _pieces(tuple(run), view) if run and run[-1].pos in _HEADS else ()


def as_clause(sentence: Sentence, cue: CueVerb) -> tuple[list[Range], str] | None:
    """Return what ", as X claims," is said of: the denied words before it ("not by frost, as …"), or the clause round it."""
    verb = cue.token
    opens = [k for k in sentence.children(verb, "mark") if k.text.lower() == "as"]
    if verb.dep != "advcl" or not opens or cue.cls not in _REPORTING or _as_if(sentence, verb):
        return None  # "as men shouted abuse" is when, not who says so
    start = opens[0].index
    end = verb.index + 1
    closing = start - 1 if start and sentence.tokens[start - 1].text == "," else start
    for i in range(closing - 1, max(-1, closing - 10), -1):
        if sentence.tokens[i].text in _BREAKS:
            break
        if sentence.tokens[i].text.lower() == "not" and i + 1 < closing:
            return [(i + 1, closing)], "as-denied"
    clause = sentence.head(verb)
    for kid in sentence.children(verb, "prep", "npadvmod"):
        said_when = kid.entity in _TIMES or any(k.entity in _TIMES for k in sentence.children(kid, "pobj"))
        end = sentence.subtree(kid)[-1].index + 1 if kid.index == end and said_when else end
    if clause.pos not in ("VERB", "AUX") or (end < len(sentence.tokens) and sentence.tokens[end].pos != "PUNCT"):
        return None
    whole = [t.index for t in sentence.subtree(clause)]
    return [(whole[0], closing), (end, max(end, whole[-1] + 1))], "as-clause"


def _as_if(sentence: Sentence, verb: Token) -> bool:
    """Tell whether "as" compares or tells when: "as if they had decided", "as men shouted abuse"."""
    marks = {k.text.lower() for k in sentence.children(verb, "mark", "advmod")}
    return bool({"if", "though"} & marks) or bool(sentence.children(verb, "dobj", "ccomp"))


def clause_around(sentence: Sentence, cue: CueVerb, edge: int) -> tuple[list[Range], str] | None:
    """Return what stands on both sides of a cue between commas ("She was told, she says, to wait …")."""
    verb, tokens = cue.token, sentence.tokens
    after = verb.index + 1
    if cue.cls not in _REPORTING or verb.tag not in FINITE or edge < 2 or after + 2 >= len(tokens):
        return None
    while after + 2 < len(tokens) and tokens[after].entity in ("DATE", "TIME"):
        after += 1
    if tokens[edge - 1].text != "," or tokens[after].text != ",":
        return None
    following = tokens[after + 1]
    if following.text in ("“", '"') or following.tag == "VBG" or not _has_verb(sentence, after, len(tokens)):
        return None
    opening = tokens[0]
    conditional = opening.text.lower() == "if" and any(k.dep == "nsubj" for k in tokens[1 : edge - 1])
    if (opening.pos == "SCONJ" and not conditional) or verb.dep in ("relcl", "acl"):
        return None
    return [(0, edge), (after + 1, len(tokens))], "clause-around"


def clause_before(sentence: Sentence, cue: CueVerb, edge: int) -> tuple[list[Range], str] | None:
    """Return what precedes a closing "…, X said" where the parse gives the cue no clause."""
    verb = cue.token
    if cue.cls not in _REPORTING or verb.tag in ("VBG", "VB") or verb.dep in ("relcl", "acl"):
        return None
    if edge < 2 or sentence.tokens[edge - 1].text not in _BREAKS or not _has_verb(sentence, 0, edge - 1):
        return None
    if cue.cls != "say" and any(
        k.index > verb.index for k in sentence.children(verb, "acomp", "attr", "oprd", "xcomp")
    ):
        return None  # "it feels different" has what it says beside it
    if not (_ends(sentence, verb) or any(k.index > verb.index for k in sentence.children(verb, "nsubj"))):
        return None
    opening = [k for k in sentence.children(verb, "advcl") if sentence.subtree(k)[0].index == 0]
    if opening and opening[0].tag in ("VBN", "VBG") and sentence.subtree(opening[0])[-1].index >= edge - 2:
        return None  # "Asked whether it was safe, she did not say"
    return [(0, edge)], "postposed"
