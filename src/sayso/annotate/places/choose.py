"""Which entry of the gazetteer a name means: by what is said beside it, the countries the text is about, and nearness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from typing import TypeVar

from sayso.model.annotations import Candidate, Precision
from sayso.values.place import kilometres

__all__ = ["Asked", "Weights", "area_weights", "choose", "supported"]

KEPT = 5
"""How many candidates of a name are kept."""

MARGIN = 0.02
"""Two candidates of different countries closer than this are undecided."""

ABOUT, LITTLE_KNOWN = 0.4, 0.78
"""A text is about a country from this share on; a place under this score in a country never named stays undecided."""

EPSILON = 1e-9

NEAR_KM = 150.0
CONTEXT, REGION, NEARNESS, SAID, KIND, COUNTRY, TOWN_FIRST = 0.4, 0.3, 0.25, 1.0, 0.6, 0.5, 0.3
"""What the text's countries and regions, nearness to settled places, a container said ("X, Karvia"), a class noun and being a country
are worth, and what a region or county loses to the town of its name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One spelling in a document: its candidates, a container said with it, the precision a class noun gives."""

    key: str
    candidates: tuple[Candidate, ...]
    container: tuple[str, str | None] | None
    precision: Precision | None
    times: int


@dataclass(frozen=True, slots=True)
class Weights:
    """How much of a text is about each country and first-level region (shares of 1), and out of how many votes."""

    countries: Mapping[str, float]
    regions: Mapping[tuple[str, str], float]
    votes: int = 0


def area_weights(asked: Sequence[Asked], demonyms: Mapping[str, int]) -> Weights:
    """Return the share of each country and first-level region in what a text names.

    Countries, peoples, containers said and towns that exist once have a vote; a name that a country shares with a region
    elsewhere has none.
    """
    countries: Counter[str] = Counter(demonyms)
    regions: Counter[tuple[str, str]] = Counter()
    for item in asked:
        best = item.candidates[0] if item.candidates else None
        if item.container:
            countries[item.container[0]] += 2
            if item.container[1]:
                regions[item.container[0], item.container[1]] += 2
        elif best and not _shared(item.candidates):
            countries[best.country] += (2 if best.precision is Precision.COUNTRY else 1) * item.times
            if best.admin1_code:
                regions[best.country, best.admin1_code] += item.times
    return Weights(_shares(countries), _shares(regions), sum(countries.values()))


def supported(candidates: Sequence[Candidate], weights: Weights) -> tuple[Candidate, ...]:
    """Return the candidates without those by spelling alone in countries that the text never names otherwise."""
    return tuple(c for c in candidates if c.because != "spelling" or weights.countries.get(c.country))


def _shared(candidates: Sequence[Candidate]) -> bool:
    best = candidates[0]
    if best.precision is Precision.COUNTRY:
        return any(c.precision is Precision.REGION and c.country != best.country for c in candidates)
    return len({(c.country, c.admin1_code) for c in candidates}) > 1


K = TypeVar("K", bound=Hashable)


def _shares(counts: Counter[K]) -> dict[K, float]:
    total = sum(counts.values())
    return {key: n / total for key, n in counts.items() if total}


def choose(asked: Sequence[Asked], weights: Weights) -> dict[str, tuple[tuple[Candidate, ...], int | None]]:
    """Return, for each spelling, its candidates in order and the index of the one taken (None: undecided)."""
    ranked = {item.key: _ranked(item, weights, ()) for item in asked}
    settled = [
        (found[0].lat, found[0].lon)
        for key, found in sorted(ranked.items())
        if found and found[0].precision is not Precision.COUNTRY and _clear(found)
    ]
    chosen = {}
    for item in asked:
        found = _ranked(item, weights, settled)
        decided = bool(found) and (_clear(found) or not _rivals(found)) and not _far_fetched(item, found[0], weights)
        chosen[item.key] = found[:KEPT], 0 if decided else None
    return chosen


def _ranked(item: Asked, weights: Weights, settled: Sequence[tuple[float, float]]) -> tuple[Candidate, ...]:
    scored = [replace(c, score=round(_score(c, item, weights, settled), 4)) for c in item.candidates]
    return tuple(sorted(scored, key=lambda c: (-c.score, c.gazetteer, c.id)))


def _same_named_town(region: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Tell whether a region's main town bears its name: without "province" beside it the name is the town's."""
    return region.precision is Precision.REGION and any(
        c.precision is Precision.TOWN and (c.country, c.admin1_code) == (region.country, region.admin1_code)
        for c in candidates
        if c.because != "spelling"
    )


def _score(c: Candidate, item: Asked, weights: Weights, settled: Sequence[tuple[float, float]]) -> float:
    score = c.score + CONTEXT * weights.countries.get(c.country, 0.0)
    if c.precision is not Precision.COUNTRY and c.admin1_code:
        score += REGION * weights.regions.get((c.country, c.admin1_code), 0.0)
    if item.container and c.country == item.container[0]:
        score += SAID if item.container[1] in (None, c.admin1_code) else SAID / 3
    if item.precision is not None and _fits(c.precision, item.precision):
        score += KIND
    elif c.precision is Precision.COUNTRY and item.container is None:
        score += COUNTRY
    elif c.precision is Precision.DISTRICT or _same_named_town(c, item.candidates):
        score -= TOWN_FIRST
    if settled and c.precision is not Precision.COUNTRY:
        score += NEARNESS * max(exp(-kilometres((c.lat, c.lon), other) / NEAR_KM) for other in settled[:40])
    return score


def _fits(kind: Precision, said: Precision) -> bool:
    if said is Precision.DISTRICT:
        return kind in (Precision.DISTRICT, Precision.REGION)
    return kind is said


def _far_fetched(item: Asked, best: Candidate, weights: Weights) -> bool:
    """Tell whether the best entry is a little-known place of a country that a text about another never names."""
    said = max((c.score for c in item.candidates if c.id == best.id), default=0.0)
    others = weights.countries.get(best.country, 0.0) - _own_share(item, best, weights)
    about = (
        max((share for country, share in weights.countries.items() if country != best.country), default=0.0) >= ABOUT
    )
    return said < LITTLE_KNOWN and about and not item.container and others < EPSILON


def _own_share(item: Asked, best: Candidate, weights: Weights) -> float:
    """Return what the name itself adds to its country's share: nothing may speak for itself."""
    voted = item.candidates[0].country == best.country and not _shared(item.candidates)
    return item.times / weights.votes if voted and weights.votes else 0.0


def _rivals(found: Sequence[Candidate]) -> list[Candidate]:
    return [c for c in found[1:] if c.score > found[0].score - MARGIN and c.country != found[0].country]


def _clear(found: Sequence[Candidate]) -> bool:
    return len(found) == 1 or found[0].score - found[1].score >= 5 * MARGIN
