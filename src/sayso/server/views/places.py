"""Places as GeoJSON, each with how exactly it is known; what has no coordinates is listed beside them."""

from __future__ import annotations

from collections import Counter, defaultdict

from sayso.model.annotations import Place, Precision
from sayso.model.reading import Reading
from sayso.model.text import Anchor
from sayso.server.contract.base import PlaceLink
from sayso.server.contract.case import Feature, Geometry, PlaceFacts, Places, Unplaced
from sayso.server.index import AppIndex, place_key

__all__ = ["places"]

# How far a place of each precision may lie from its point, in kilometres: never drawn as less than it is.
RADIUS = {
    Precision.POINT: 1.0,
    Precision.TOWN: 4.0,
    Precision.LINE: 15.0,
    Precision.DISTRICT: 20.0,
    Precision.REGION: 60.0,
    Precision.UNKNOWN: 20.0,
}
MOVED = 15.0  # what words such as "a village near" add
MOST_LINKS, MOST_SPELLINGS = 8, 6

Named = list[tuple[Reading, Place]]


def places(index: AppIndex) -> Places:
    """Return the places that the texts name, those named most first."""
    found: dict[str, Named] = defaultdict(list)
    for reading in index.ordered:
        for place in reading.places:
            found[place_key(place)].append((reading, place))
    stands: Counter[str] = Counter(
        key for kept in index.places_in.values() for key in {place_key(place) for place in kept}
    )
    ordered = sorted(found, key=lambda key: (-stands[key], -len(found[key]), key))
    known = [(key, found[key]) for key in ordered if found[key][0][1].best]
    drawn = [(key, named) for key, named in known if not _is_country(named)]
    return Places(
        type="FeatureCollection",
        features=[_feature(index, key, named, stands[key]) for key, named in drawn],
        countries=[_facts(index, key, named, stands[key]) for key, named in known if _is_country(named)],
        unplaced=[_unplaced(index, found[key]) for key in ordered if not found[key][0][1].best],
    )


def _is_country(named: Named) -> bool:
    best = named[0][1].best
    return best is not None and best.precision is Precision.COUNTRY


def _feature(index: AppIndex, key: str, named: Named, statements: int) -> Feature:
    best = named[0][1].best
    assert best is not None  # noqa: S101  only places with coordinates come here
    point = Geometry(type="Point", coordinates=(best.lon, best.lat))
    return Feature(type="Feature", id=key, geometry=point, properties=_facts(index, key, named, statements))


def _facts(index: AppIndex, key: str, named: Named, statements: int) -> PlaceFacts:
    best = named[0][1].best
    assert best is not None  # noqa: S101  only places with coordinates come here
    moved = all(place.relation for _, place in named)
    return PlaceFacts(
        key=key,
        name=best.name,
        precision=best.precision,
        radius=RADIUS.get(best.precision, 0.0) + (MOVED if moved else 0.0),
        region=best.admin1 or "",
        country=best.country_name or best.country,
        statements=statements,
        spellings=_spellings(named),
        links=_links(index, named),
        because=best.because,
    )


def _unplaced(index: AppIndex, named: Named) -> Unplaced:
    place = named[0][1]
    why = "several places have this name, and no text tells which" if place.candidates else "in no gazetteer used here"
    return Unplaced(name=place.name, why=why, mentions=len(named), links=_links(index, named))


def _spellings(named: Named) -> list[str]:
    words = (" ".join(place.span.of(reading.text).split()) for reading, place in named)
    return list(dict.fromkeys(words))[:MOST_SPELLINGS]


def _links(index: AppIndex, named: Named) -> list[PlaceLink]:
    links = (index.place_link(Anchor(reading.document, place.span)) for reading, place in named)
    return list({link.where: link for link in links}.values())[:MOST_LINKS]
