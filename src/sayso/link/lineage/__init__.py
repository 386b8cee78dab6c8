"""Lineage: which report took which passage from which. Whole sentences on both sides, exact places, reasons for a direction.

Candidates come from an index (`candidates`), sentences are aligned only inside candidate pairs (`alignment`), direction is
stated only with a reason (`direction`: days and credits; `family`: what the texts themselves give away), and what changed on
the way is listed (`drift`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sayso.link.corpus import Corpus
from sayso.link.lineage.alignment import Alignment, align, where_words_stand
from sayso.link.lineage.candidates import Crowds, candidate_pairs, crowds
from sayso.link.lineage.cut import denials_cut
from sayso.link.lineage.direction import UNKNOWN, Verdict, told_first
from sayso.link.lineage.drift import drift_between, figures_between, same_told
from sayso.link.lineage.family import Family
from sayso.link.lineage.sentences import Piece, pieces_of
from sayso.link.lineage.stock import stock_pairs
from sayso.link.lineage.tongues import first_of_tongues, translated
from sayso.link.lineage.utterances import only_quotes, same_utterances
from sayso.model.ids import cluster_id
from sayso.model.reconstruction import Because, Direction, Drift, Lineage, LineageHow, ReportDate
from sayso.model.text import Anchor, covers

__all__ = ["find_lineage"]


def find_lineage(corpus: Corpus, dates: tuple[ReportDate, ...]) -> tuple[Lineage, ...]:
    """Find every passage that two reports share, sorted by id; the pieces of one page are reports like others."""
    pieces = pieces_of(corpus)
    known = {d.report: d for d in dates}
    crowd = crowds(pieces)
    found = _aligned(pieces, crowd)
    told = {(i, j): told_first(pieces[i], pieces[j], shared.runs, known) for (i, j), shared in found.items()}
    family = Family(pieces, found, told)
    stock = stock_pairs(pieces, found, known)
    links: list[Lineage] = []
    for (i, j), shared in found.items():
        apart = _AS_STOCK if (i, j) in stock else _AS_QUOTE if only_quotes(pieces[i], pieces[j], shared) else None
        made = _links(corpus, pieces[i], pieces[j], shared, UNKNOWN if apart else family.first((i, j)))
        links += [_apart(link, *apart) for link in made] if apart else made
    for (i, j), shared in translated(pieces, crowd[1]).items():
        if (i, j) not in found:
            links += _links(corpus, pieces[i], pieces[j], shared, first_of_tongues(pieces[i], pieces[j], shared, known))
    links += _utterances(corpus, links)
    return tuple(sorted(links, key=lambda link: link.id))


# What two reports share that took nothing from each other: how, by which rule, and why.
_AS_STOCK = (
    LineageHow.SAME_AGENCY,
    "stock",
    "a stock passage: several reports carry it that share little else, or both do weeks apart",
)
_AS_QUOTE = (LineageHow.SAME_QUOTE, "same-quote", "the same words are quoted in both, and nothing else is shared")


def _apart(link: Lineage, how: LineageHow, rule: str, words: str) -> Lineage:
    return replace(link, how=how, drift=(), because=(*link.because, Because(rule, words, (link.source, link.target))))


def _utterances(corpus: Corpus, links: Sequence[Lineage]) -> Iterator[Lineage]:
    known = {anchor for link in links for anchor in (link.source, link.target)}
    for first, place in same_utterances(corpus, known):
        (x, one), (y, other) = sorted((first, place))
        yield Lineage(
            id=cluster_id("utterance " + y.document + str(y.span.start), (x,)),
            source_report=one,
            source=x,
            target_report=other,
            target=y,
            how=LineageHow.SAME_QUOTE,
            direction=Direction.UNKNOWN,
            because=(Because("same-quote", "the same words are quoted in both: one utterance", (x, y)),),
        )


def _aligned(pieces: list[Piece], crowd: Crowds) -> dict[tuple[int, int], Alignment]:
    """Return pair of piece numbers → what the two share, for those that share something."""
    found: dict[tuple[int, int], Alignment] = {}
    for i, pairs in groupby(candidate_pairs(pieces, crowd), key=lambda pair: pair[0]):
        a = pieces[i]
        where = where_words_stand(a)
        for b in (pieces[j] for _, j in pairs):
            shared = align(a, b, where)
            if shared.runs:
                found[i, b.number] = shared
    return found


def _links(corpus: Corpus, a: Piece, b: Piece, shared: Alignment, verdict: Verdict) -> Iterator[Lineage]:
    turned = verdict.first is b
    source, target = (b, a) if turned else (a, b)
    denials = (
        ()
        if _of_tongues(shared)
        else denials_cut(source, target, [(j, i) if turned else (i, j) for i, j in shared.pairs])
    )
    for item in shared.runs:
        start, end = (item.b, item.a) if turned else (item.a, item.b)
        x, y = Anchor(source.report.document, start), Anchor(target.report.document, end)
        beside = tuple(drift for here, there, drift in denials if covers(start, here) and covers(end, there))
        yield Lineage(
            id=cluster_id("lineage " + y.document + str(y.span.start), (x,)),
            source_report=source.report.id,
            source=x,
            target_report=target.report.id,
            target=y,
            how=item.how,
            direction=Direction.KNOWN if verdict.first else Direction.UNKNOWN,
            drift=(*_drift(corpus, x, y, item.how), *beside),
            because=(Because("alignment", f"whole sentences, {item.how}", (x, y)), *verdict.because),
        )


def _of_tongues(shared: Alignment) -> bool:
    return any(run.how is LineageHow.TRANSLATED for run in shared.runs)


def _drift(corpus: Corpus, source: Anchor, target: Anchor, how: LineageHow) -> tuple[Drift, ...]:
    """Return what changed on the way; words cannot be compared across languages, figures can."""
    if how is LineageHow.VERBATIM or (how is LineageHow.REWRITTEN and not same_told(corpus, source, target)):
        return ()
    between = figures_between if how is LineageHow.TRANSLATED else drift_between
    return between(corpus, source, target)
