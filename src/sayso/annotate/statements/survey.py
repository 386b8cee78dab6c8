"""The lie of the land before clauses are judged: positions indexed, cues read, sentences cut."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.annotate.statements.clauses import Clause, cut, is_word
from sayso.annotate.statements.ground import Ground
from sayso.annotate.statements.mending import mended
from sayso.annotate.statements.phrases import Lexicon, lexicon
from sayso.annotate.statements.plain import cut_plain
from sayso.annotate.statements.stance import CueStance, stance_of_cue
from sayso.annotate.statements.telling import is_told
from sayso.annotate.statements.tokens import TokenIndex
from sayso.annotate.statements.zones import Zones
from sayso.lang.packs import Pack
from sayso.model.annotations import Attribution, EventMention
from sayso.model.page import Page
from sayso.model.reports import PartKind
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["Survey", "survey"]

ECHO = "as-denied"
"""The rule by which attributions are found that repeat another's words: "not by rebels, as the council claims"."""
_HEADS = frozenset({PartKind.HEADLINE, PartKind.STANDFIRST, PartKind.CAPTION})
_NO_PROSE = frozenset({PartKind.DATELINE, PartKind.BYLINE, PartKind.PULL_QUOTE})


@dataclass(frozen=True)
class Survey:
    """Everything known before judging: the ground, the tokens by position, each cue's tokens, each sentence's clauses.

    `echoes` are the attributions whose content is part of what another denies.
    """

    ground: Ground
    index: TokenIndex
    lexicons: Mapping[str, Lexicon] = field(repr=False)
    cues: Mapping[str, tuple[Token, ...]] = field(repr=False)
    clauses: tuple[tuple[Clause, ...], ...] = field(repr=False)
    echoes: tuple[Attribution, ...] = ()

    def words(self, sentence: Sentence) -> Lexicon:
        """Return the lexicon of a sentence's language."""
        return self.lexicons[sentence.language]


def survey(
    page: Page, packs: Mapping[str, Pack], attributions: Sequence[Attribution], events: Sequence[EventMention]
) -> Survey:
    """Index the page, leave aside attributions that are mere deeds, read the cues and cut the sentences."""
    lexicons = {code: lexicon(pack) for code, pack in packs.items()}
    index = TokenIndex.of(_prose(page, lexicons))
    triggers = frozenset(event.span.start for event in events)
    opening = frozenset(edge for quote in page.quotes for edge in (quote.span.start, quote.inner.start))
    echoes = tuple(a for a in attributions if a.rule.startswith(ECHO))
    told = [mended(a, index) for a in attributions if not a.rule.startswith(ECHO)]
    told = [a for a in told if is_told(a, index, lexicons, triggers, opening)]
    zones = Zones.of(told, [quote.inner for quote in page.quotes], echoes)
    cues = {a.id: tuple(t for span in a.cue for t in index.inside(span)) for a in (*told, *echoes)}
    stances = {a.id: _stance(a, cues[a.id], index, lexicons) for a in told}
    ground = Ground(zones, stances, triggers, _said_by(told, index), _headlines(page))
    clauses = tuple(
        cut(sentence, ground, lexicons[sentence.language])
        if sentence.parsed
        else cut_plain(sentence, zones, lexicons[sentence.language])
        for sentence in index.sentences
    )
    return Survey(ground, index, lexicons, cues, clauses, echoes)


def _said_by(told: Sequence[Attribution], index: TokenIndex) -> dict[str, tuple[tuple[int, str], ...]]:
    """List, for each noun that heads a source, where it spoke: (start of the cue, attribution), in text order."""
    found: dict[str, set[tuple[int, str]]] = {}
    for a in told:
        for span in a.source if a.cue else ():
            nouns = [t for t in index.inside(span) if t.pos in ("NOUN", "PROPN")]
            inside = {t.index for t in nouns}
            heads = [t for t in nouns if t.head not in inside or t.head == t.index]
            for head in heads[:1]:
                found.setdefault(head.lemma.lower(), set()).add((a.cue[0].start, a.id))
    return {lemma: tuple(sorted(places)) for lemma, places in found.items()}


def _headlines(page: Page) -> frozenset[int]:
    """Return where the sentences of headlines, standfirsts and captions begin: they state something even without a verb."""
    spans = sorted(part.span for report in page.reports for part in report.parts if part.kind in _HEADS)
    starts = [span.start for span in spans]
    found = set()
    for sentence in page.sentences:
        i = bisect_right(starts, sentence.span.start) - 1
        if i >= 0 and sentence.span.start < spans[i].end:
            found.add(sentence.span.start)
    return frozenset(found)


def _prose(page: Page, lexicons: Mapping[str, Lexicon]) -> list[Sentence]:
    """Return the sentences that can state something: no datelines, by-lines or pull-quotes, no unread languages."""
    spans = sorted(part.span for report in page.reports for part in report.parts if part.kind in _NO_PROSE)
    found, i = [], 0
    for sentence in page.sentences:
        while i < len(spans) and spans[i].end <= sentence.span.start:
            i += 1
        inside = i < len(spans) and spans[i].start <= sentence.span.start and sentence.span.end <= spans[i].end
        if not inside and sentence.language in lexicons and sentence.tokens:
            found.append(_without(sentence, spans[i : i + 2]))
    return found


def _without(sentence: Sentence, spans: Sequence[Span]) -> Sentence:
    """Leave a dateline at the front out of a sentence's own tokens' reach by making it a sentence of the rest."""
    cut_at = max((s.end for s in spans if s.start <= sentence.span.start < s.end), default=sentence.span.start)
    kept = [t for t in sentence.tokens if t.start >= cut_at]
    if not kept or len(kept) == len(sentence.tokens):
        return sentence
    new = {t.index: n for n, t in enumerate(kept)}
    moved = tuple(
        Token(
            n,
            t.start,
            t.end,
            t.text,
            t.lemma,
            t.pos,
            t.tag,
            t.dep if t.head in new else "ROOT",
            new.get(t.head, n),
            t.entity,
        )
        for n, t in enumerate(kept)
    )
    return Sentence(
        Span(moved[0].start, moved[-1].end),
        sentence.language,
        moved,
        sentence.parsed,
        sentence.paragraph,
        sentence.report,
    )


def _stance(a: Attribution, cue: tuple[Token, ...], index: TokenIndex, lexicons: Mapping[str, Lexicon]) -> CueStance:
    sentence = index.sentence_at(a.cue[0]) if a.cue else None
    if sentence is None:
        return CueStance()
    return stance_of_cue(a, cue, sentence, lexicons[sentence.language], question=_is_question(a, index))


def _is_question(attribution: Attribution, index: TokenIndex) -> bool:
    """Tell whether a content asks: it ends in "?" or opens with a word of asking."""
    tokens = index.inside(attribution.content[0]) if attribution.content else ()
    opens = [t for t in tokens if is_word(t)][:1]
    asks = any(t.tag in ("WRB", "WP", "WDT") or t.lemma.lower() in ("whether", "if") for t in opens)
    return asks or any(t.text == "?" for t in tokens)
