"""Contents mended where an aside cut them off from their tail ("… not by rebels, as X claims, | but by others").

The attributions handed in stay as they are; only which words count as whose is set right here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.statements.clauses import is_word
from sayso.annotate.statements.joins import is_finite
from sayso.annotate.statements.tokens import TokenIndex
from sayso.model.annotations import Attribution
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["mended"]


def mended(attribution: Attribution, index: TokenIndex) -> Attribution:
    """Return the attribution with its last content stretched over a cut-off tail."""
    if not attribution.content or not attribution.cue or attribution.cue[0].start > attribution.content[0].start:
        return attribution
    last = attribution.content[-1]
    content, sentence = index.inside(last), index.sentence_at(last)
    if not content or sentence is None or not sentence.parsed or content[-1].end > sentence.span.end:
        return attribution
    end = _tail_end(content, sentence)
    if end is None or end <= last.end:
        return attribution
    return replace(attribution, content=(*attribution.content[:-1], Span(last.start, end)))


def _tail_end(content: Sequence[Token], sentence: Sentence) -> int | None:
    """Find ", but by others" after a content: a conjunct of something inside it that is no clause of its own."""
    inside = {t.index for t in content}
    after = [t for t in sentence.tokens[content[-1].index + 1 :] if is_word(t)][:2]
    if len(after) < 2 or after[0].dep != "cc":
        return None
    if after[1].pos == "ADP" and any(t.lemma == after[1].lemma and sentence.children(t, "neg") for t in content):
        return _end_of(after[1], sentence)  # "not by X …, but by Y", wherever the parse hung it
    if after[0].head not in inside:
        return None
    conjunct = after[1]
    while conjunct.dep != "conj" and conjunct.head not in inside and conjunct.head != conjunct.index:
        conjunct = sentence.head(conjunct)
    if (
        conjunct.dep != "conj"
        or conjunct.head not in inside
        or conjunct.pos in ("VERB", "AUX")
        or is_finite(conjunct, sentence)
    ):
        return None
    return _end_of(conjunct, sentence)


def _end_of(token: Token, sentence: Sentence) -> int:
    words = [t for t in sentence.subtree(token) if is_word(t)]
    return words[-1].end
