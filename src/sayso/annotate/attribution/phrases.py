"""Fixed phrases that name a source: "according to X", "in the words of X"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.contents import FINITE, leftmost, rightmost
from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.sources import voices
from sayso.annotate.attribution.spans import clean, trimmed
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["phrase_drafts"]

_COMMAS = frozenset((",", "—", "–", ";", ":"))


def phrase_drafts(scene: Scene, number: int, sentence: Sentence) -> Iterator[Draft]:
    """Yield the drafts of one sentence's phrases that name a source."""
    for words in scene.lexicon.phrases.get("according", ()):
        wanted = words.split()
        for token in sentence.tokens:
            if token.text.lower() == wanted[0] and _matches(sentence, token, wanted):
                draft = _draft(scene, number, sentence, token, sentence.tokens[token.index + len(wanted) - 1])
                if draft is not None:
                    yield draft


def _matches(sentence: Sentence, token: Token, wanted: list[str]) -> bool:
    run = sentence.tokens[token.index : token.index + len(wanted)]
    return [t.text.lower() for t in run] == wanted


def _draft(scene: Scene, number: int, sentence: Sentence, first: Token, last: Token) -> Draft | None:
    heads = sentence.children(last, "pobj", "pcomp", "dobj")
    if not heads or heads[0].pos in ("VERB", "AUX"):
        return None
    end = rightmost(sentence, heads[0])
    source = voices(sentence, heads[0], scene.view)
    loose = sentence.report in scene.commaless
    edge = _own_end(sentence, first, last.index + 1, end, loose)
    if edge is not None:
        end = edge
        span = trimmed(scene.view, sentence.tokens[last.index + 1].start, sentence.tokens[end - 1].end)
        source = (span,) if span is not None else ()
    pieces = _content(sentence, first, end)
    if loose and end >= len(sentence.tokens) - 1 and len(pieces) == 1:
        pieces = [(0, first.index)]
    content = tuple(s for s in (_span(scene, sentence, a, b) for a, b in pieces) if s is not None)
    if not source or not content:
        return None
    return Draft(first.start, source, (Span(first.start, last.end),), content, "phrase", "say", number)


def _own_end(sentence: Sentence, first: Token, start: int, end: int, loose: bool) -> int | None:
    """Return where a source ends that the parse lets run into the clause after it, None where it does not.

    "According to the police, Aas and Tolland were hurt" leaves "were hurt" without a subject if the names are sources, too;
    without commas the source ends where a verb begins.
    """
    tokens = sentence.tokens
    opens = not any(t.pos not in ("PUNCT", "CCONJ", "ADV", "SPACE") for t in tokens[: first.index])
    comma = next((t.index for t in tokens[start + 1 : end] if t.text == ","), None)
    following = next((t for t in tokens[end:] if t.text != ","), None)
    if opens and comma is not None and following is not None and following.tag in FINITE:
        return comma
    verbs = (t.index for t in tokens[start + 1 : end] if t.pos in ("VERB", "AUX") and t.tag not in ("VBG", "VBN"))
    verb = next(verbs, None) if loose else None
    relative = verb is not None and any(t.tag in ("WP", "WDT", "WRB") for t in tokens[start:verb])
    return None if relative else verb


def _content(sentence: Sentence, first: Token, end: int) -> list[tuple[int, int]]:
    """Return what the source is named for: what follows an opening phrase, what precedes a closing one, both around one."""
    tokens = sentence.tokens
    if not any(t.pos not in ("PUNCT", "CCONJ", "ADV", "SPACE") for t in tokens[: first.index]):
        return [(end, len(tokens))]
    start = _clause_start(sentence, first)
    rest = [t for t in tokens[end:] if t.pos != "PUNCT" and "__" not in t.text]
    if not rest or start > 0:
        return [(start, first.index)]
    return [(start, first.index), (end, len(tokens))] if _same_clause(sentence, first, end) else [(start, first.index)]


def _clause_start(sentence: Sentence, first: Token) -> int:
    """Return where the clause the phrase hangs on begins; a main clause begins with its sentence."""
    for i in range(first.index - 1, 0, -1):
        token = sentence.tokens[i]
        if token.dep in ("mark", "advmod") and token.pos == "SCONJ" and i < sentence.head(token).index < first.index:
            return i + 1 if sentence.head(token).dep == "advcl" and _main_follows(sentence, first) else 0
    head = sentence.head(first)
    clause = (
        head
        if head.pos in ("VERB", "AUX")
        else next((a for a in sentence.ancestors(first) if a.pos in ("VERB", "AUX")), head)
    )
    if clause.dep == "advcl" and clause.index < first.index:
        begin = leftmost(sentence, clause)
        return begin + 1 if sentence.tokens[begin].dep in ("mark", "advmod") else begin
    if clause.dep == "conj" and clause.index < first.index and sentence.children(clause, "nsubj", "nsubjpass"):
        joined = sentence.tokens[max(0, leftmost(sentence, clause) - 1)].text.lower()
        return leftmost(sentence, clause) if joined != "and" else 0
    return 0


def _main_follows(sentence: Sentence, first: Token) -> bool:
    """Tell whether the sentence's main clause only begins after the phrase."""
    return any(t.index > first.index and t.pos in ("VERB", "AUX") for t in sentence.roots)


def _same_clause(sentence: Sentence, first: Token, end: int) -> bool:
    """Tell whether what follows the phrase goes on with the same clause rather than opening another."""
    following = sentence.tokens[end]
    if following.text in _COMMAS and end + 1 < len(sentence.tokens):
        following = sentence.tokens[end + 1]
    if following.pos in ("CCONJ", "SCONJ") or following.text.lower() in ("so", "but", "yet"):
        return False
    opener = sentence.head(following)
    return not (following.dep == "nsubj" and opener.dep == "advcl") and first.index > 0


def _span(scene: Scene, sentence: Sentence, start: int, end: int) -> Span | None:
    return clean(scene.view, sentence.tokens[start].start, sentence.tokens[end - 1].end) if start < end else None
