"""Find the places of a page; each spelling is decided once a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.places.choose import Asked, Land, choose, lands_named, supported
from sayso.annotate.places.evidence import class_noun, container_after, evidence
from sayso.annotate.places.lands import forms_of, lands, peoples
from sayso.annotate.places.names import Found, Run, known_names
from sayso.annotate.places.series import series_of, where
from sayso.annotate.places.tongue import Tongue, tongue_of
from sayso.annotate.places.unknown import WELL_KNOWN, core, feature, is_unknown_place, spot, whole_over_parts
from sayso.annotate.places.words import PlaceWords
from sayso.lang.packs import Pack
from sayso.model.annotations import Candidate, Place, Precision
from sayso.model.ids import derived_id
from sayso.model.page import Page
from sayso.model.resources import Gazetteer
from sayso.model.text import layer
from sayso.values.place import name_key, skeleton

__all__ = ["find_places"]

ENOUGH = 1.5
"""Evidence from which on a name is a place."""

AGAINST = -2.0
"""Evidence below which one spot is none, though the spelling is a place elsewhere in the document."""

LISTED, LISTED_UNKNOWN = -0.5, 1.0
"""What a known name, and an unknown one, in a list with a place must have of its own to be one too."""

NAMES = frozenset({"PROPN", "NOUN", "X"})
"""Parts of speech of names; X where there is no parse."""

AGAIN = 0.25
"""What each further spot with some evidence adds."""

REACH = 64
"""How many characters before a name words of relation may take."""

SHORT = 5
"""Names up to this long share their consonants with too many others to be spellings of one."""

AREA = "|area"
"""What the key of a name with "province" or the like beside it ends in: the same name alone may be a town's."""

UNKNOWN_LAND = "?"
"""What the keys of countries no gazetteer knows begin with, where the countries of a text are weighed."""


@dataclass(frozen=True)
class Spot:
    """A name at one place of the text, read in one language."""

    found: Found
    tongue: Tongue


def find_places(page: Page, packs: Mapping[str, Pack], gazetteers: Sequence[Gazetteer]) -> tuple[Place, ...]:
    """Find every place named in report text; a name no gazetteer knows is one too when the words beside it say so."""
    codes = sorted({s.language for s in page.sentences} & set(packs))
    tongues = [tongue_of(page, packs[code], code, gazetteers) for code in codes]
    groups: dict[str, list[Spot]] = {}
    for tongue in tongues:
        wholes = [core(run, tongue.words) for run in tongue.runs]
        alone = frozenset(" ".join(t.text for t in whole.tokens) for whole in wholes if whole)
        for run, whole in zip(tongue.runs, wholes, strict=True):
            for found in _names(run, whole, page, tongue, alone):
                if key := _key(found, page, tongue):
                    groups.setdefault(key, []).append(Spot(found, tongue))
    return _decide(page, tongues, {key: groups[key] for key in sorted(groups)})


def _names(run: Run, whole: Found | None, page: Page, tongue: Tongue, alone: frozenset[str]) -> list[Found]:
    """Return the places a run may name: known stretches, or the whole name where it is unknown or none covers it."""
    parts = list(known_names(run, page.view, tongue.lookup, tongue.words))
    if whole is not None:
        # A part that only sounds like a place is chance where the name goes on.
        parts = [part for part in parts if _exact(part) or len(part.tokens) >= len(whole.tokens)]
    if whole is None or (parts and not whole_over_parts(whole, parts, tongue.words, alone)):
        return parts
    return [whole]


def _key(found: Found, page: Page, tongue: Tongue) -> str:
    """Return what spots of one meaning share: the name's form, and apart from it that form with "province" and the like."""
    key = name_key(found.span.of(page.view))
    area = _exact(found) and class_noun(found, tongue.words) in (Precision.REGION, Precision.DISTRICT)
    return f"{key}{AREA}" if key and area else key


def _decide(page: Page, tongues: Sequence[Tongue], groups: Mapping[str, list[Spot]]) -> tuple[Place, ...]:
    """Decide every spelling: first those known exactly, which tell the countries, then other spellings and unknown names."""
    own, strange = _unknown_lands(tongues, groups)
    kept = {key: group for key, group in groups.items() if _exact(group[0].found) and _weight(page, group) >= ENOUGH}
    kept = _listed(page, groups, kept, own)
    asked = [_asked(page, key, group) for key, group in kept.items()]
    spoken = _spoken_of(page, tongues, own, strange, groups)
    countries = lands_named(asked, spoken)
    rest = {key: _supported(g, countries) for key, g in groups.items() if not _exact(g[0].found) and key not in strange}
    spelled = {key: g for key, g in rest.items() if g[0].found.candidates and _weight(page, g) >= ENOUGH}
    chosen = choose([*asked, *(_asked(page, key, group) for key, group in spelled.items())], spoken)
    kept |= spelled | _unknown_places(page, {k: g for k, g in rest.items() if k not in spelled}, own)
    kept = _listed(page, rest, kept, own)
    return layer(
        _place(page, s, own, *chosen.get(key, ((), None)))
        for key, group in sorted(kept.items())
        for s in group
        if _score(page, s, own) > AGAINST
    )


def _listed(
    page: Page, groups: Mapping[str, list[Spot]], kept: Mapping[str, list[Spot]], own: Mapping[str, bool]
) -> dict[str, list[Spot]]:
    """Add to what is kept the names of lists with a place that is kept, where little speaks against them."""
    numbers = series_of((s.found, s.tongue.words) for group in (*groups.values(), *kept.values()) for s in group)
    sure = {numbers[where(s.found)] for group in kept.values() for s in group if _score(page, s, own) >= ENOUGH}
    added = {
        key: group
        for key, group in groups.items()
        if key not in kept
        and any(numbers[where(s.found)] in sure and _may_follow(s, _score(page, s, own)) for s in group)
    }
    return {**kept, **added}


def _may_follow(s: Spot, score: float) -> bool:
    """Tell whether a name in a list with a place is one as well: it is whole, and little speaks against it."""
    last = s.found.tokens[-1]
    least = LISTED_UNKNOWN if not _exact(s.found) else LISTED - 1.0 if last.dep == "conj" else LISTED
    return last.pos in NAMES and last.dep not in ("compound", "nmod") and score >= least


def _unknown_lands(
    tongues: Sequence[Tongue], groups: Mapping[str, Sequence[Spot]]
) -> tuple[dict[str, bool], frozenset[str]]:
    """Return the names that are countries' by their adjectives (and whether the adjective's ending alone tells it), and the
    adjectives of countries no gazetteer knows."""
    forms = frozenset(form for tongue in tongues for form in tongue.forms)
    unknown = [key for key, group in groups.items() if not _exact(group[0].found)]
    strange = frozenset(form for tongue in tongues for form in peoples(tongue.forms, tongue.words, tongue.exact))
    own: dict[str, bool] = {}
    for tongue in tongues:
        for land in sorted(lands(unknown, forms, tongue.words)):
            own[land] = own.get(land, False) or not strange.isdisjoint(forms_of(land, tongue.words))
    return own, strange


def _unknown_places(page: Page, groups: Mapping[str, list[Spot]], own: Mapping[str, bool]) -> dict[str, list[Spot]]:
    """Return the names of places no gazetteer knows; another spelling of one needs little more than its own word."""
    scores = {key: [_spot(page, s, own) for s in group] for key, group in groups.items()}
    found = {key for key in groups if is_unknown_place(scores[key], land=key in own, people=own.get(key, False))}
    bones = {skeleton(key) for key in found} - {""}
    found |= {key for key in groups if skeleton(key) in bones and len(key) > SHORT and max(scores[key]) > 0.0}
    return {key: groups[key] for key in sorted(found)}


def _exact(found: Found) -> bool:
    return bool(found.candidates) and found.candidates[0].because != "spelling"


def _supported(group: Sequence[Spot], countries: frozenset[str]) -> list[Spot]:
    """Drop candidates by spelling alone in countries that nothing else in the text names."""
    return [replace(s, found=replace(s.found, candidates=supported(s.found.candidates, countries))) for s in group]


def _spoken_of(
    page: Page,
    tongues: Sequence[Tongue],
    own: Mapping[str, bool],
    strange: frozenset[str],
    groups: Mapping[str, Sequence[Spot]],
) -> Counter[Land]:
    """Count what tells countries and regions besides places: peoples, unknown countries, lands in names of bodies, and words
    of a country's own institutions and money, each of these once."""
    votes: Counter[Land] = Counter({(UNKNOWN_LAND + land, None): 2 * len(groups[land]) for land in sorted(own)})
    for tongue in tongues:
        words, signs = tongue.words, set[str]()
        for token in (t for s in tongue.sentences for t in s.tokens):
            if token.text in words.demonyms:
                votes[words.demonyms[token.text], None] += 1
            elif token.text.lower().removesuffix("s") in strange:
                votes[UNKNOWN_LAND, None] += 1
            elif token.text.lower() in words.signs:
                signs.add(token.text.lower())
        votes.update((words.signs[sign], None) for sign in sorted(signs))
    for group in groups.values():
        if _exact(group[0].found) and (land := _large(group[0].found)):
            votes[land] += sum(_score(page, s, {}) < ENOUGH for s in group)
    return +votes


def _large(found: Found) -> Land | None:
    """Return the land that a name first means, when that is a country or a well-known region."""
    best = found.candidates[0]
    if best.precision is Precision.COUNTRY:
        return best.country, None
    if best.precision is Precision.REGION and best.admin1_code and best.score >= WELL_KNOWN:
        return best.country, best.admin1_code
    return None


def _score(page: Page, s: Spot, own: Mapping[str, bool]) -> float:
    if s.found.candidates:
        return evidence(s.found, s.tongue.words, s.tongue.persons, s.tongue.lookup, page.view)
    return _spot(page, s, own)


def _spot(page: Page, s: Spot, own: Mapping[str, bool]) -> float:
    inside = 2.0 if container_after(s.found, s.tongue.lookup, page.view) else 0.0
    return spot(s.found, s.tongue.words, s.tongue.persons, own) + inside


def _weight(page: Page, group: Sequence[Spot]) -> float:
    """Weigh all spots of a spelling: the best sign, and a little for each further good one."""
    scores = [_score(page, s, {}) for s in group]
    return max(scores) + min(1.0, AGAIN * (sum(score > 0 for score in scores) - 1))


def _asked(page: Page, key: str, group: Sequence[Spot]) -> Asked:
    containers = [container_after(s.found, s.tongue.lookup, page.view) for s in group]
    precisions = [class_noun(s.found, s.tongue.words) for s in group]
    container = next((c for c in containers if c), None)
    precision = next((p for p in precisions if p), None)
    return Asked(key, group[0].found.candidates, container, precision, len(group))


def _place(
    page: Page, s: Spot, own: Mapping[str, bool], candidates: tuple[Candidate, ...], chosen: int | None
) -> Place:
    span, words = s.found.span, s.tongue.words
    return Place(
        derived_id("place", page.document.id, (span,)), span, span.of(page.document.text), candidates, chosen,
        relation=_relation(page, s), kind_hint=_hint(s.found, words, own) if chosen is None else None,
    )  # fmt: skip


def _relation(page: Page, s: Spot) -> str | None:
    """Return words that move the place away; a class noun that belongs to the name before ("Karv River near") is none of them."""
    span = s.found.span
    start = max(s.found.run.sentence.span.start, span.start - REACH)
    before = page.view[start : span.start]
    match = s.tongue.words.relation.search(before)
    if not match:
        return None
    words, earlier = match.group().strip(), before[: match.start()].split()
    first, _, rest = words.partition(" ")
    if (
        rest not in ("", "of", "av")
        and first.lower() in s.tongue.words.class_nouns
        and earlier
        and earlier[-1][0].isupper()
    ):
        words = rest
    return words or None


def _hint(found: Found, words: PlaceWords, own: Mapping[str, bool]) -> Precision | None:
    """Return what the text itself says an unsettled name is: a country by its adjective, else by a class noun or its last word."""
    if name_key(" ".join(t.text for t in found.tokens)) in own:
        return Precision.COUNTRY
    said = class_noun(found, words)
    return said if said and said is not Precision.LINE else feature(found, words)
