"""Which entry of the gazetteer a name means: by what is said beside it, the lands the text is about, and what lies near.

Names decide each other. Every name spreads its weight over its entries; entries in lands that the other names speak for, and
entries beside an entry of another name, gain; this is done a few times over. No name speaks for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from sayso.annotate.places.nearness import Grid
from sayso.model.annotations import Candidate, Precision

__all__ = ["Asked", "Land", "choose", "lands_named", "supported"]

KEPT = 5
"""How many candidates of a name are kept."""

ROUNDS = 3
"""How many times the names are weighed by each other."""

MARGIN = 0.02
"""Two candidates of different countries closer than this are undecided."""

ABOUT, LITTLE_KNOWN = 0.4, 0.78
"""A text is about a country from this share on; a place under this score in a country never named stays undecided."""

EPSILON = 1e-9

SHARP, BLUNT = 0.15, 0.5
"""How far apart two scores must be for one to have e times the weight of the other: in what a text is about, and in what lies near
(there a small town counts too)."""

CONTEXT, REGION, NEARNESS, SAID, KIND, COUNTRY, TOWN_FIRST = 0.4, 0.3, 0.5, 1.0, 0.6, 0.4, 0.3
"""What the text's countries and regions, nearness to other places named (for a land: holding them), a container said
("X, Karvia"), a class noun and being a country are worth, and what a region or county loses to the town of its name."""

FAMOUS, GAP, LESSER, OTHER_NAME = 0.92, 0.15, 0.15, 0.2
"""The score from which a place is famous, how much less known another must be to lose to it, what that costs it, and what it costs
besides that the name is only another one of its own."""

Land = tuple[str, str | None]
"""A country's code and, where it is known, a first-level region's."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One spelling in a document: its candidates, a container said with it, the precision a class noun gives."""

    key: str
    candidates: tuple[Candidate, ...]
    container: Land | None
    precision: Precision | None
    times: int


@dataclass(frozen=True)
class Lands:
    """How much of a text is about each country and first-level region; `own` holds what each spelling adds to that."""

    all: Mapping[Land, float]
    own: Mapping[str, Mapping[Land, float]]

    def country(self, code: str, key: str) -> float:
        """Return the share of a country (0-1) without what the spelling itself adds."""
        return self._share((code, None), key)

    def region(self, code: str, region: str, key: str) -> float:
        """Return the share of a first-level region, alike."""
        return self._share((code, region), key)

    def main_other(self, code: str, key: str) -> float:
        """Return the largest share of any other country."""
        others = (place[0] for place in self.all if place[1] is None and place[0] != code)
        return max((self.country(other, key) for other in others), default=0.0)

    def _share(self, place: Land, key: str) -> float:
        own = self.own.get(key, {})
        total = self.all.get(("", None), 0.0) - own.get(("", None), 0.0)
        return max(0.0, self.all.get(place, 0.0) - own.get(place, 0.0)) / total if total > EPSILON else 0.0


def lands_named(asked: Sequence[Asked], spoken: Mapping[Land, int]) -> frozenset[str]:
    """Return the countries that peoples, or the likeliest entries of names, speak for."""
    return frozenset(country for country, _ in spoken) | {
        item.candidates[0].country for item in asked if item.candidates
    }


def supported(candidates: Sequence[Candidate], countries: frozenset[str]) -> tuple[Candidate, ...]:
    """Return the candidates without those by spelling alone in countries that the text never names otherwise."""
    return tuple(c for c in candidates if c.because != "spelling" or c.country in countries)


def choose(asked: Sequence[Asked], spoken: Mapping[Land, int]) -> dict[str, tuple[tuple[Candidate, ...], int | None]]:
    """Return, for each spelling, its candidates in order and the index of the one taken (None: undecided).

    `spoken` counts what else names countries and regions: peoples, bodies, a country's own institutions.
    """
    ranked = {item.key: _ranked(item, Lands({}, {}), None) for item in asked}
    lands = _lands(asked, ranked, spoken)
    for _ in range(ROUNDS):
        grid = Grid.of({key: _plausible(found) for key, found in sorted(ranked.items())})
        ranked = {item.key: _ranked(item, lands, grid) for item in asked}
        lands = _lands(asked, ranked, spoken)
    return {item.key: _decided(item, ranked[item.key], lands) for item in asked}


def _decided(item: Asked, found: tuple[Candidate, ...], lands: Lands) -> tuple[tuple[Candidate, ...], int | None]:
    clear = bool(found) and (_clear(found) or not _rivals(found)) and not _far_fetched(item, found[0], lands)
    return found[:KEPT], 0 if clear else None


def _plausible(found: Sequence[Candidate]) -> list[tuple[Candidate, float]]:
    """Return the entries that can lie beside another place, with how plausible each is beside the best."""
    best = max((c.score for c in found), default=0.0)
    small = (Precision.TOWN, Precision.DISTRICT, Precision.POINT)
    return [(c, exp((c.score - best) / BLUNT)) for c in found if c.precision in small]


def _lands(asked: Sequence[Asked], ranked: Mapping[str, Sequence[Candidate]], spoken: Mapping[Land, int]) -> Lands:
    own: dict[str, dict[Land, float]] = {item.key: _spread(item, ranked[item.key]) for item in asked}
    total: dict[Land, float] = defaultdict(float)
    for (country, region), times in spoken.items():
        total["", None] += times
        total[country, None] += times
        if region:
            total[country, region] += times
    for _, places in sorted(own.items()):
        for place, weight in places.items():
            total[place] += weight
    return Lands(total, own)


def _spread(item: Asked, found: Sequence[Candidate]) -> dict[Land, float]:
    """Spread a spelling's weight over the lands of its entries; the weight itself stands under no land."""
    places: dict[Land, float] = defaultdict(float)
    if not found:
        return places
    parts = [exp((c.score - found[0].score) / SHARP) for c in found]
    for c, part in zip(found, parts, strict=True):
        weight = item.times * part / sum(parts) * (2 if c.precision is Precision.COUNTRY or item.container else 1)
        places["", None] += weight
        if c.country:
            places[c.country, None] += weight
        if c.admin1_code:
            places[c.country, c.admin1_code] += weight
    return places


def _ranked(item: Asked, lands: Lands, grid: Grid | None) -> tuple[Candidate, ...]:
    scored = [replace(c, score=round(_score(c, item, lands, grid), 4)) for c in item.candidates]
    return tuple(sorted(scored, key=lambda c: (-c.score, c.gazetteer, c.id)))


def _score(c: Candidate, item: Asked, lands: Lands, grid: Grid | None) -> float:
    score = c.score - _obscure(c, item.candidates) + CONTEXT * lands.country(c.country, item.key) + _by_kind(c, item)
    if c.precision is not Precision.COUNTRY and c.admin1_code:
        score += REGION * lands.region(c.country, c.admin1_code, item.key)
    if item.container and c.country == item.container[0]:
        score += SAID if item.container[1] in (None, c.admin1_code) else SAID / 3
    return score + (NEARNESS * _beside(c, item, lands, grid) if grid else 0.0)


def _obscure(c: Candidate, candidates: Sequence[Candidate]) -> float:
    """Return what a place loses to a far better known one of the very name, more where the name is only another of its own."""
    best = max((other.score for other in candidates if other.because == "name"), default=0.0)
    if best - c.score < GAP:
        return 0.0
    return (LESSER if best >= FAMOUS else 0.0) + (OTHER_NAME if c.because == "other name" else 0.0)


def _beside(c: Candidate, item: Asked, lands: Lands, grid: Grid) -> float:
    """Return how surely other places named lie near a place, or in a land."""
    if c.precision is Precision.COUNTRY:
        return lands.country(c.country, item.key)
    if c.precision is Precision.REGION and c.admin1_code:
        return lands.region(c.country, c.admin1_code, item.key)
    return grid.near(c, item.key)


def _by_kind(c: Candidate, item: Asked) -> float:
    if item.precision is not None and _fits(c.precision, item.precision):
        return KIND
    if c.precision is Precision.COUNTRY and item.container is None:
        return COUNTRY
    own = c.precision is Precision.DISTRICT and len(item.key.split()) == 1
    return -TOWN_FIRST if own or _same_named_town(c, item.candidates) else 0.0


def _same_named_town(region: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Tell whether a region's main town bears its name: without "province" beside it the name is the town's."""
    return region.precision is Precision.REGION and any(
        c.precision is Precision.TOWN and (c.country, c.admin1_code) == (region.country, region.admin1_code)
        for c in candidates
        if c.because != "spelling"
    )


def _fits(kind: Precision, said: Precision) -> bool:
    if said is Precision.DISTRICT:
        return kind in (Precision.DISTRICT, Precision.REGION)
    return kind is said


def _far_fetched(item: Asked, best: Candidate, lands: Lands) -> bool:
    """Tell whether the best entry is a little-known place of a country that a text about another never names."""
    if best.precision is Precision.COUNTRY:
        return False
    said = max((c.score for c in item.candidates if c.id == best.id), default=0.0)
    about = lands.main_other(best.country, item.key) >= ABOUT
    return said < LITTLE_KNOWN and about and not item.container and lands.country(best.country, item.key) < EPSILON


def _rivals(found: Sequence[Candidate]) -> list[Candidate]:
    return [c for c in found[1:] if c.score > found[0].score - MARGIN and c.country != found[0].country]


def _clear(found: Sequence[Candidate]) -> bool:
    return len(found) == 1 or found[0].score - found[1].score >= 5 * MARGIN
