"""What people's judgements mean for this corpus: found again exactly, or obsolete (DESIGN, Law 7).

A quote is looked for at its own place first; when its document is gone or reads differently there, the same words between
the same 32 characters are looked for in the other documents. Nothing is moved by guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.link.corpus import Corpus
from sayso.model.ids import sha256_hex
from sayso.model.judgements import Judgement, JudgementState, Quoted, Target, Verdict
from sayso.model.text import Anchor, Span

__all__ = ["Decisions", "decide"]

Pair = tuple[Anchor, Anchor]
_SINGLE = {Verdict.ACCEPT, Verdict.REJECT}
_PAIRED = {Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE}


@dataclass(frozen=True)
class Decisions:
    """Judgements as constraints, by kind of record (`statement`, `voice`, `event`, `question`, `answer`).

    `rejected[kind]` and `accepted[kind]` hold anchors of records; `same[kind]` and `apart[kind]` pairs of anchors.
    `protected[kind]` holds anchors of voices and others whose names must not leave. `states` tells what became of each
    judgement, sorted by its id.
    """

    rejected: dict[str, frozenset[Anchor]] = field(default_factory=dict)
    accepted: dict[str, frozenset[Anchor]] = field(default_factory=dict)
    same: dict[str, tuple[Pair, ...]] = field(default_factory=dict)
    apart: dict[str, tuple[Pair, ...]] = field(default_factory=dict)
    states: tuple[tuple[str, str], ...] = ()
    protected: dict[str, frozenset[Anchor]] = field(default_factory=dict)


def decide(corpus: Corpus, judgements: Sequence[Judgement]) -> Decisions:
    """Find every judgement's place again and turn the latest on each place into constraints."""
    log = sorted({j.id: j for j in judgements}.values(), key=lambda j: (j.at, j.id))
    undone = _undone(log)
    finder = _Finder(corpus)
    states: dict[str, JudgementState] = {}
    latest: dict[tuple[str, str, tuple[Anchor, ...]], Judgement] = {}
    for judgement in log:
        states[judgement.id] = JudgementState.APPLIED
        if judgement.id in undone or judgement.target is None:
            states[judgement.id] = JudgementState.OBSOLETE if judgement.id in undone else JudgementState.APPLIED
            continue
        places = finder.places(judgement.target)
        if places is None:
            states[judgement.id] = JudgementState.OBSOLETE
            continue
        for family, key in _keys(judgement, places):
            latest[family, judgement.target.kind, key] = judgement
    standing = {j.id for j in latest.values()}
    for judgement in log:
        decides = judgement.verdict in _SINGLE | _PAIRED | {Verdict.PROTECT}
        if decides and judgement.id not in standing:
            states[judgement.id] = JudgementState.OBSOLETE
    for judgement in _contradicted(latest):
        states[judgement.id] = JudgementState.CONFLICTING
    return _constraints(latest, tuple(sorted((key, str(state)) for key, state in states.items())))


def _undone(log: Sequence[Judgement]) -> frozenset[str]:
    """Return the entries taken back; an undo that is itself undone takes nothing back."""
    gone: set[str] = set()
    for judgement in reversed(log):
        if judgement.verdict is Verdict.UNDO and judgement.undoes and judgement.id not in gone:
            gone.add(judgement.undoes)
    return frozenset(gone)


def _keys(judgement: Judgement, places: tuple[Anchor, ...]) -> Iterable[tuple[str, tuple[Anchor, ...]]]:
    """Yield what a judgement decides: each place by itself, or each pair of places."""
    if judgement.verdict in _SINGLE:
        yield from (("single", (place,)) for place in places)
    elif judgement.verdict in _PAIRED:
        ordered = sorted(set(places))
        yield from (("pair", (ordered[0], other)) for other in ordered[1:])
    elif judgement.verdict is Verdict.PROTECT:
        yield from (("protect", (place,)) for place in places)


def _contradicted(latest: dict[tuple[str, str, tuple[Anchor, ...]], Judgement]) -> list[Judgement]:
    """Return the judgements that hold two things apart which others, taken together, make the same."""
    same: dict[tuple[str, Anchor], tuple[str, Anchor]] = {}

    def root(key: tuple[str, Anchor]) -> tuple[str, Anchor]:
        while same.get(key, key) != key:
            key = same[key]
        return key

    pairs = [(kind, key, j) for (family, kind, key), j in latest.items() if family == "pair"]
    for kind, (a, b), judgement in pairs:
        if judgement.verdict is Verdict.SAME:
            low, high = sorted((root((kind, a)), root((kind, b))))
            same[high] = low
    apart = [(kind, a, b, j) for kind, (a, b), j in pairs if j.verdict is Verdict.NOT_SAME]
    torn = {root((kind, a)): j for kind, a, b, j in apart if root((kind, a)) == root((kind, b))}
    merged = [j for kind, (a, _), j in pairs if j.verdict is Verdict.SAME and root((kind, a)) in torn]
    return [*(j for kind, a, b, j in apart if root((kind, a)) == root((kind, b))), *merged]


def _constraints(
    latest: dict[tuple[str, str, tuple[Anchor, ...]], Judgement], states: tuple[tuple[str, str], ...]
) -> Decisions:
    single: dict[Verdict, dict[str, set[Anchor]]] = defaultdict(lambda: defaultdict(set))
    paired: dict[Verdict, dict[str, set[Pair]]] = defaultdict(lambda: defaultdict(set))
    conflicting = {key for key, state in states if state == JudgementState.CONFLICTING}
    for (family, kind, places), judgement in latest.items():
        if family == "pair":
            if judgement.id not in conflicting or judgement.verdict is Verdict.NOT_SAME:
                paired[judgement.verdict][kind].add((places[0], places[1]))
        else:
            single[judgement.verdict][kind].add(places[0])
    return Decisions(
        rejected={kind: frozenset(found) for kind, found in sorted(single[Verdict.REJECT].items())},
        accepted={kind: frozenset(found) for kind, found in sorted(single[Verdict.ACCEPT].items())},
        same={kind: tuple(sorted(found)) for kind, found in sorted(paired[Verdict.SAME].items())},
        apart={kind: tuple(sorted(found)) for kind, found in sorted(paired[Verdict.NOT_SAME].items())},
        states=states,
        protected={kind: frozenset(found) for kind, found in sorted(single[Verdict.PROTECT].items())},
    )


class _Finder:
    """Finds quotes again; each text is hashed at most once."""

    def __init__(self, corpus: Corpus) -> None:
        self._texts = {r.document: r.text for r in corpus.readings}
        self._hashes: dict[str, str] = {}

    def places(self, target: Target) -> tuple[Anchor, ...] | None:
        """Return where all quotes of a target stand now, None as soon as one is lost."""
        found = [self._place(q) for q in target.quotes]
        kept = tuple(a for a in found if a is not None)
        return kept if found and len(kept) == len(found) else None

    def _place(self, quoted: Quoted) -> Anchor | None:
        anchor, text = quoted.anchor, self._texts.get(quoted.anchor.document)
        if (
            text is not None
            and anchor.span.of(text) == quoted.quote
            and self._same_text(anchor.document, quoted.text_sha256)
        ):
            return anchor
        wanted = quoted.before + quoted.quote + quoted.after
        hits = [hit for document, text in sorted(self._texts.items()) for hit in _occurrences(document, text, wanted)]
        own = [h for h in hits if h[0] == anchor.document] or hits
        if len(own) != 1:
            return None
        start = own[0][1] + len(quoted.before)
        return Anchor(own[0][0], Span(start, start + len(quoted.quote))) if quoted.quote else None

    def _same_text(self, document: str, digest: str) -> bool:
        if document not in self._hashes:
            self._hashes[document] = sha256_hex(self._texts[document])
        return self._hashes[document] == digest


def _occurrences(document: str, text: str, wanted: str) -> list[tuple[str, int]]:
    """Return the first two places where a passage stands; two are one too many."""
    first = text.find(wanted)
    if first < 0:
        return []
    second = text.find(wanted, first + 1)
    return [(document, first)] if second < 0 else [(document, first), (document, second)]
