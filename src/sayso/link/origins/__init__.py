"""Origins: the one function that counts independence (MODEL §4). Everything that counts calls `Origins.count`.

Statements share an origin when their first voice is one voice, or their passage was copied, or one only relays the other.
What is left apart is counted twice: `at_most` as it stands; `at_least` only what surely cannot be the same. Of unnamed
voices that is at most one a newsroom, and only where the text says the newsroom reached them itself and shares no text
with another; of named ones those that cannot be variants of one name or description: "the government" of two reports
that tell no country is one. When in doubt it does not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sayso.link.corpus import Corpus
from sayso.link.groups import Groups
from sayso.link.origins.independence import surely_apart
from sayso.link.origins.reached import reached_by, text_families
from sayso.link.origins.sharing import Firsts, first_voices, share
from sayso.link.voices import Voices
from sayso.link.voices.calls import Call, may_be_one
from sayso.model.ids import cluster_id
from sayso.model.reconstruction import Because, Lineage, Origin, OriginCount, Role, SaySo, Voice, VoiceKind
from sayso.model.text import Anchor

__all__ = ["Origins", "find_origins"]

UNKNOWN = "?"
MANY, OF_ONE_CALL = 800, 200  # beginnings that are all held against each other; of more, those that share one call
MAYBE_OFFICIAL = frozenset({Role.OFFICIAL, Role.ARMED_ACTOR})


@dataclass(frozen=True)
class Beginning:
    """What counting needs to know of one origin: how solid it is, and what it may be the same as.

    `newsrooms` are those that reached an unnamed voice themselves; empty for one that nobody is said to have reached.
    `has_voice` is false where the texts name nobody at all ("reportedly"): such words may have an origin, never surely.
    """

    origin: Origin
    voices: frozenset[str]
    named: bool
    own_right: bool
    newsrooms: frozenset[str]
    families: frozenset[str]
    roles: frozenset[Role]
    calls: tuple[Call, ...]
    has_voice: bool = True

    @property
    def solid(self) -> bool:
        """Whether it may count in `at_least` at all."""
        return self.own_right or bool(self.newsrooms)


@dataclass(frozen=True)
class Origins:
    """The corpus' statements grouped by origin; `count` is the one count of independence in the program."""

    all: tuple[Origin, ...] = ()
    _beginnings: Mapping[str, Beginning] = field(default_factory=dict, repr=False)
    _of: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _doubts: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _one_voice: Mapping[str, str] = field(default_factory=dict, repr=False)

    def count(self, statements: Collection[str]) -> OriginCount:
        """Count the independent origins of a set of statements (by id); own-voice and presupposed ones add none."""
        hit = sorted({origin for key in statements for origin in self._of.get(key, ())})
        if not hit:
            return OriginCount(0, 0)
        met = [self._beginnings[key] for key in hit]
        solid = _few([b for b in met if b.solid])
        apart = surely_apart([b.origin.id for b in solid], self._doubted(solid))
        least = 1 if any(b.has_voice for b in met) else 0
        return OriginCount(max(least, apart), len(hit), tuple(b.origin for b in met))

    def voices(self, found: Iterable[str]) -> frozenset[str]:
        """Return voices without those that a copied or translated passage shows to be another of them."""
        return frozenset(self._one_voice.get(voice, voice) for voice in found)

    def reasons(self, places: Mapping[str, Anchor]) -> tuple[Because, ...]:
        """Return why statements (id → where they stand) share origins: each reason with the places among them it joins.

        An origin that holds one of them joins nothing here. The whole of an origin is told in its own record; a voice
        heard in every tenth report would otherwise be told whole under each answer.
        """
        held: dict[str, list[Anchor]] = defaultdict(list)
        for key in sorted(places):
            for origin in self._of.get(key, ()):
                held[origin].append(places[key])
        return tuple(
            replace(because, anchors=tuple(sorted(joined)))
            for origin, joined in sorted(held.items())
            if len(joined) > 1
            for because in self._beginnings[origin].origin.because
        )

    def _doubted(self, solid: list[Beginning]) -> dict[str, frozenset[str]]:
        """Return, for those that may count, which of the others each may be the same as."""
        near: dict[str, set[str]] = {b.origin.id: set(self._doubts.get(b.origin.id, ())) for b in solid}
        for b, other in _alike([b for b in solid if b.own_right]):
            near[b.origin.id].add(other.origin.id)
            near[other.origin.id].add(b.origin.id)
        unnamed = [b for b in solid if not b.own_right]
        for b in unnamed:
            for other in solid:
                if other is not b and _may_be_same(b, other):
                    near[b.origin.id].add(other.origin.id)
                    near[other.origin.id].add(b.origin.id)
        return {key: frozenset(found) for key, found in near.items()}


def _few(solid: list[Beginning]) -> list[Beginning]:
    """Return beginnings few enough to be held against each other: of very many, as of a whole case, only named ones, and of those
    that share a call with too many the first. What is left out is not counted in `at_least`, so that it only gets lower."""
    if len(solid) <= MANY:
        return solid
    sharing: dict[str, int] = defaultdict(int)
    kept = []
    for b in solid:
        marks = sorted({mark for call in b.calls for mark in call.marks()}) if b.own_right else []
        if marks and all(sharing[mark] < OF_ONE_CALL for mark in marks):
            kept.append(b)
            for mark in marks:
                sharing[mark] += 1
    return kept


def _may_be_same(unnamed: Beginning, other: Beginning) -> bool:
    """Tell whether an unnamed voice that a newsroom reached may be the same as another beginning."""
    near = bool(unnamed.newsrooms & other.newsrooms or unnamed.families & other.families)
    unknown = UNKNOWN in unnamed.newsrooms or UNKNOWN in other.newsrooms
    alike = not unnamed.roles or not other.roles or bool(unnamed.roles & other.roles)
    if not other.own_right:
        return near or unknown
    return alike and (near or unknown or bool(unnamed.roles & other.roles & MAYBE_OFFICIAL))


def _alike(told: list[Beginning]) -> Iterator[tuple[Beginning, Beginning]]:
    """Yield beginnings in their own right that may be one: "the government" of two reports, a ministry and its minister."""
    sharing: dict[str, list[Beginning]] = defaultdict(list)
    for b in told:
        for key in sorted({key for call in b.calls for key in call.marks()}):
            sharing[key].append(b)
    for found in sharing.values():
        for i, b in enumerate(found):
            yield from ((b, other) for other in found[i + 1 :] if may_be_one(b.calls, other.calls))


def find_origins(corpus: Corpus, voices: Voices, say_so: tuple[SaySo, ...], lineage: tuple[Lineage, ...]) -> Origins:
    """Group all attributed statements of the corpus by origin."""
    by_id = voices.by_id()
    firsts = first_voices(corpus, say_so)
    groups, same, doubts = share(corpus, by_id, firsts, lineage, say_so)
    held = _held(firsts, groups)
    reached = reached_by(corpus, voices, firsts)
    families = text_families(corpus, lineage)
    reasons = groups.reasons()
    beginnings: dict[str, Beginning] = {}
    of: dict[str, list[str]] = defaultdict(list)
    for root, (members, statements) in held.items():
        origin = _origin(corpus, root, members, statements, by_id, [why for _, _, why in reasons.get(root, ())])
        beginnings[origin.id] = _beginning(corpus, origin, members, voices, by_id, reached, families)
        for key in statements:
            of[key].append(origin.id)
    unsure = _doubts(beginnings, doubts, by_id)
    everything = tuple(beginnings[key].origin for key in sorted(beginnings))
    one_voice = {voice: root for root, members in same.members().items() for voice in members if len(members) > 1}
    return Origins(everything, beginnings, {k: tuple(sorted(v)) for k, v in of.items()}, unsure, one_voice)


def _held(firsts: Firsts, groups: Groups[str]) -> dict[str, tuple[list[str], list[str]]]:
    """Return root → (voices, statements) of each origin."""
    statements: dict[str, set[str]] = defaultdict(set)
    for key, voices in firsts.items():
        for voice in voices:
            statements[groups.root(voice)].add(key)
    return {root: (members, sorted(statements[root])) for root, members in groups.members().items()}


def _origin(
    corpus: Corpus, root: str, members: list[str], statements: list[str], by_id: Mapping[str, Voice], whys: list[str]
) -> Origin:
    anchors = tuple(sorted(Anchor(corpus.document_of[s], corpus.statements[s].span) for s in statements))
    because = []
    if len(statements) > 1:
        because = [
            Because(
                "same-voice", f"the same first voice: {by_id[root].label if root in by_id else 'nobody named'}", anchors
            )
        ]
    because += [Because("shared", why, anchors) for why in sorted(set(whys))]
    spoken = sorted(a for m in members if m in by_id for n in by_id[m].names for a in n.anchors)
    return Origin(cluster_id("origin", spoken or anchors), tuple(statements), tuple(because))


def _beginning(
    corpus: Corpus,
    origin: Origin,
    members: list[str],
    voices: Voices,
    by_id: Mapping[str, Voice],
    reached: Mapping[str, frozenset[str]],
    families: Mapping[str, str],
) -> Beginning:
    known = [by_id[m] for m in members if m in by_id]
    return Beginning(
        origin=origin,
        voices=frozenset(members),
        named=any(v.named for v in known),
        own_right=any(v.named and (v.kind is not VoiceKind.MEDIUM or v.speaks_for) for v in known),
        newsrooms=frozenset(n for m in members for n in reached.get(m, ())),
        families=frozenset(families[corpus.statements[s].report] for s in origin.statements),
        roles=frozenset(role for v in known for role in v.roles),
        calls=tuple(voices.calls[v.id] for v in known if v.id in voices.calls),
        has_voice=bool(known),
    )


def _doubts(
    beginnings: Mapping[str, Beginning], pairs: Mapping[str, set[str]], by_id: Mapping[str, Voice]
) -> dict[str, frozenset[str]]:
    """Return, for each origin, those it may be the same as, by whatever tells it."""
    place = {voice: key for key, b in beginnings.items() for voice in b.voices}
    near: dict[str, set[str]] = defaultdict(set)
    copied = ((x, y) for x, others in pairs.items() for y in others)
    open_to = ((v, c) for v in place if v in by_id for c in by_id[v].candidates if c in place)
    for x, y in (*copied, *open_to):
        near[place[x]].add(place[y])
        near[place[y]].add(place[x])
    return {key: frozenset(found - {key}) for key, found in near.items()}
