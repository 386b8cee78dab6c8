"""Which first voices share an origin for certain: the same voice, the same passage, a medium or spokesman and its body."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.link.corpus import Corpus
from sayso.link.groups import Groups
from sayso.link.origins.relays import relayed
from sayso.model.reconstruction import Lineage, SaySo, Voice, VoiceKind
from sayso.model.reports import Relation
from sayso.model.statements import Backing, Polarity, Statement
from sayso.model.text import Anchor, Span, covers

__all__ = ["Doubts", "Firsts", "first_voices", "share"]

Firsts = Mapping[str, tuple[str, ...]]  # statement → its first voices; itself where nobody is named
Doubts = dict[str, set[str]]


def first_voices(corpus: Corpus, say_so: Sequence[SaySo]) -> dict[str, tuple[str, ...]]:
    """Return the first voices of every attributed statement; own-voice and presupposed ones have none (MODEL §4)."""
    chains = {s.statement: s.chain for s in say_so}
    firsts: dict[str, tuple[str, ...]] = {}
    for key, statement in corpus.statements.items():
        if statement.backing is Backing.ATTRIBUTED:
            chain = chains.get(key, ())
            firsts[key] = chain[-1].voices if chain and chain[-1].voices else (key,)
    for outer, inner in _relays(corpus):
        tells = corpus.statements[outer].polarity is Polarity.ASSERTS  # who denies a claim speaks for himself
        if tells and outer in firsts and inner in firsts:
            firsts[outer] = firsts[inner]
    return firsts


def _relays(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield statements that only tell that another was made ("state TV said the minister announced ..."), innermost first."""
    by_attribution: dict[str, list[Statement]] = defaultdict(list)
    for statement in corpus.statements.values():
        if statement.attribution:
            by_attribution[statement.attribution].append(statement)
    parents = sorted((a for a in corpus.attributions.values() if a.parent), key=lambda a: (len(a.span), a.id))
    for attribution in parents:
        for outer in by_attribution.get(str(attribution.parent), ()):
            for inner in by_attribution.get(attribution.id, ()):
                if covers(outer.span, inner.span) and 2 * len(attribution.span) >= len(outer.span):
                    yield outer.id, inner.id


def share(
    corpus: Corpus, by_id: Mapping[str, Voice], firsts: Firsts, lineage: Sequence[Lineage], say_so: Sequence[SaySo]
) -> tuple[Groups[str], Groups[str], Doubts]:
    """Unite voices that are one origin for certain; return also those of them that a copy shows to be one voice, and the pairs
    for which it cannot be told."""
    groups: Groups[str] = Groups(voice for voices in firsts.values() for voice in voices)
    same: Groups[str] = Groups(groups.members())
    doubts: Doubts = defaultdict(set)
    spoken = set(groups.members())
    for voice in by_id.values():
        if voice.id in spoken and voice.speaks_for in spoken:
            rule = (
                "a medium that carries its voice"
                if voice.kind is VoiceKind.MEDIUM
                else "a spokesman and whom he speaks for"
            )
            groups.unite(voice.id, str(voice.speaks_for), rule)
    for x, y in relayed(corpus, by_id, say_so):
        if x in spoken and y in spoken:
            groups.unite(x, y, "the same unnamed voice of one newsroom, passed on by another")
            same.unite(x, y, "passed on")
    for a, b, why in (*_copied(corpus, firsts, lineage), *_translated(corpus, by_id, firsts)):
        for x, y in _paired(firsts[a], firsts[b]):
            if x == y:
                continue
            if (_named(x, by_id) or _named(y, by_id)) and not _called_alike(x, y, by_id):
                doubts[x].add(y)
                doubts[y].add(x)
            else:
                groups.unite(x, y, why)
                same.unite(x, y, why)
    return groups, same, doubts


def _named(voice: str, by_id: Mapping[str, Voice]) -> bool:
    return voice in by_id and by_id[voice].named


def _called_alike(x: str, y: str, by_id: Mapping[str, Voice]) -> bool:
    """Tell whether two voices are given in the very same words somewhere ("Mr. Sabri" in a passage and in its copy)."""
    if x not in by_id or y not in by_id:
        return False
    return bool({n.text.lower() for n in by_id[x].names} & {n.text.lower() for n in by_id[y].names})


def _paired(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield voices that stand for each other: one by one where there are as many, else each with each."""
    if len(a) == len(b):
        yield from zip(a, b, strict=True)
    else:
        yield from ((x, y) for x in a for y in b)


def _copied(corpus: Corpus, firsts: Firsts, lineage: Sequence[Lineage]) -> Iterator[tuple[str, str, str]]:
    """Yield pairs of statements of which one's passage derives from the other's."""
    standing = _Standing(corpus, firsts)
    for link in lineage:
        here = standing.inside(link.source)
        for place, target in standing.inside(link.target) if here else ():
            wanted = _mapped(place, link.target.span, link.source.span)
            near = [
                (_overlap(s, wanted), key) for s, key in here if _overlap(s, wanted) * 2 >= min(len(s), len(wanted))
            ]
            if near:
                yield max(near)[1], target, "one passage derives from the other"


class _Standing:
    """Attributed statements by the place they stand at, as (place, id)."""

    def __init__(self, corpus: Corpus, firsts: Firsts) -> None:
        found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for key in firsts:
            found[corpus.document_of[key]].append((corpus.statements[key].span, key))
        self._items = {document: sorted(items) for document, items in found.items()}
        self._starts = {document: [span.start for span, _ in items] for document, items in self._items.items()}
        self._longest = {document: max(len(span) for span, _ in items) for document, items in self._items.items()}

    def inside(self, anchor: Anchor) -> list[tuple[Span, str]]:
        """Return the statements that stand at least half inside a passage."""
        items = self._items.get(anchor.document, [])
        if not items:
            return []
        starts = self._starts[anchor.document]
        low = bisect_left(starts, anchor.span.start - self._longest[anchor.document])
        high = bisect_left(starts, anchor.span.end)
        return [item for item in items[low:high] if 2 * _overlap(item[0], anchor.span) >= len(item[0])]


def _mapped(span: Span, inside: Span, other: Span) -> Span:
    """Return where a stretch of one passage stands in the other, in proportion."""
    scale = len(other) / len(inside)
    start = other.start + round((span.start - inside.start) * scale)
    end = other.start + round((span.end - inside.start) * scale)
    start = max(0, start)
    return Span(start, max(end, start + 1))


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _translated(corpus: Corpus, by_id: Mapping[str, Voice], firsts: Firsts) -> Iterator[tuple[str, str, str]]:
    """Yield pairs of statements by which a translation's unnamed voices stand for its parent's: same sort, same order."""
    wanted = {
        r.id: r.parent
        for r in corpus.reports.values()
        if r.relation is Relation.TRANSLATES and r.parent in corpus.reports
    }
    if not wanted:
        return
    needed = {*wanted, *wanted.values()}
    by_report: dict[str, dict[tuple[str, ...], list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(firsts, key=lambda k: (corpus.statements[k].report, corpus.statements[k].span)):
        report = corpus.statements[key].report
        if report in needed:
            sort = tuple(sorted(_sort(v, by_id) for v in firsts[key]))
            seen = by_report[report][sort]
            if not any(firsts[s] == firsts[key] for s in seen):
                seen.append(key)
    for report, parent in sorted(wanted.items()):
        everyone, others = _in_order(corpus, by_report[report]), _in_order(corpus, by_report[str(parent)])
        for sort, mine in by_report[report].items():
            theirs = by_report[str(parent)].get(sort)
            for i, key in enumerate(mine if others else ()):
                other = theirs[min(i, len(theirs) - 1)] if theirs else others[min(everyone.index(key), len(others) - 1)]
                yield other, key, "a translation of the other report"


def _in_order(corpus: Corpus, by_sort: Mapping[tuple[str, ...], Sequence[str]]) -> list[str]:
    """Return the first statements of all sorts of voices in the order of the text."""
    return sorted((key for keys in by_sort.values() for key in keys), key=lambda key: corpus.statements[key].span)


def _sort(voice: str, by_id: Mapping[str, Voice]) -> str:
    known = by_id.get(voice)
    return f"{known.kind} {' '.join(known.roles)}" if known else ""
