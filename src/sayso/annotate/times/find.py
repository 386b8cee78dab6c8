"""Find the times of a page and resolve what can be resolved inside the document; the case does the rest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from sayso.annotate.times.anchoring import Anchors, Said
from sayso.annotate.times.guards import Spot, is_time
from sayso.lang.packs import Pack
from sayso.model.annotations import TimeExpr
from sayso.model.page import Page
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, layer
from sayso.values import time_grammar
from sayso.values.time_patterns import TimeTables, time_tables

__all__ = ["find_times"]


def find_times(page: Page, packs: Mapping[str, Pack]) -> tuple[TimeExpr, ...]:
    """Find every time in report text, each read against its own report's date, or the dates told before it."""
    said: dict[str, list[Said]] = {}
    for sentence in page.sentences:
        pack = packs.get(sentence.language)
        tables = time_tables(pack) if pack else None
        if pack is not None and tables is not None:
            said.setdefault(sentence.report, []).extend(_in_sentence(page, sentence, pack, tables))
    found: list[TimeExpr] = []
    for report, times in said.items():
        found += Anchors(page.document.id, page.report(report).published, times).resolve()
    return layer(found)


def _in_sentence(page: Page, sentence: Sentence, pack: Pack, tables: TimeTables) -> Iterable[Said]:
    text = sentence.span.of(page.view)
    starts: list[int] | None = None
    ends = text.rstrip().endswith(_ENDS)
    for match in time_grammar.find_times(text, pack):
        if starts is None:
            starts = [token.start for token in sentence.tokens]
        token = _token_at(sentence, starts, sentence.span.start + match.start)
        if is_time(Spot(match, text, sentence, token), tables):
            span = Span(sentence.span.start + match.start, sentence.span.start + match.end)
            ahead = _ahead(sentence, token, tables, ends=ends)
            yield Said(span, match.when, sentence.paragraph, sentence.span, ahead)


def _token_at(sentence: Sentence, starts: list[int], offset: int) -> Token | None:
    at = bisect_right(starts, offset) - 1
    return sentence.tokens[at] if at >= 0 else None


def _ahead(sentence: Sentence, token: Token | None, tables: TimeTables, *, ends: bool) -> bool:
    """Tell whether the clause around a time looks ahead: a verb in the future, "is due to", or "opens on Monday".

    A headline has its past in the present tense ("Talks open Monday"), so the sentence must end as one (`ends`).
    """
    if token is None:
        return False
    if not sentence.parsed:
        return _told_ahead(sentence, token, tables)
    future, heads = tables.listed("future"), tables.listed("future_heads")
    for above in sentence.ancestors(token):
        if above.text.lower() in heads:
            return True
        if above.pos in ("VERB", "AUX"):
            helpers = sentence.children(above, "aux")
            if any(kid.text.lower() in future for kid in helpers):
                return True
            planned = ends and not helpers and above.lemma in tables.listed("timetable_verbs")
            if above.tag not in _INFINITE:
                return planned and above.tag in _PRESENT
    return False


def _told_ahead(sentence: Sentence, token: Token, tables: TimeTables) -> bool:
    """Tell by the words of its clause before a time whether it lies ahead, in a language that is not parsed."""
    ahead = tables.listed("future") | tables.listed("timetable_verbs")
    found = False
    for word in sentence.tokens[max(0, token.index - REACH) : token.index]:
        lower = word.text.lower()
        if lower in ahead or word.text in _STOPS:
            found = lower in ahead
        elif lower in tables.listed("perfect"):
            found = False
    return found


REACH = 12  # words before a time in which its verb is looked for
_STOPS = (",", ";", ":", "–")
_PRESENT = ("VBZ", "VBP")
_INFINITE = ("VB", "VBG")
_ENDS = (".", "!", "?", '"', "”", "’")
