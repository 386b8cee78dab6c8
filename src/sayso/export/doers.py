"""Who did it, as the sentences that count the victims tell: the doers of their events, else those named with the means.

"Coalition air strikes killed ten" has no other doer than the word before the means, "shells fired by rebels" the one after it,
and "killed in clashes with the army" names the other side. Victims, places and the means themselves are no doers.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.annotate.actors import class_names
from sayso.export.days import DEEDS
from sayso.lang.packs import Pack, load_packs
from sayso.model.annotations import EventMention, MentionType, Slot, SlotFrom, SlotName
from sayso.model.reading import Reading
from sayso.model.text import Span, covers, overlaps

__all__ = ["doers_of"]

PEOPLE = frozenset({"civilians", "children", "women", "refugees", "protesters", "media", "activists"})
"""Actor classes whose members are not taken for doers of harm."""

SKIPPED = 2
"""How many words may stand between a doer and the means it is named with ("government barrel bomb attacks")."""

WITHIN = 120
"""How many characters before the means a doer is looked for, and half of how many after."""

FAR = 14
"""How many words after the means a word such as "by" may stand that leads on to the doer."""

NEXT = 4
"""How many words after "by" the doer may stand."""


def doers_of(
    reading: Reading,
    language: str,
    mentions: Sequence[Sequence[EventMention]],
    means: Sequence[tuple[Span, Span]],
    victims: Sequence[Span],
) -> tuple[Slot, ...]:
    """Return the doers told by the first of the `mentions` that tells any, group after group, else beside one of the `means`.

    `means` are sentences with the words for a means in them; `victims` are those counted, who are no doers.
    """
    pack = load_packs().get(language) or load_packs().get(reading.language)
    if pack is None:
        return ()
    named = _Named.of(reading, pack, victims)
    for mention in (m for group in mentions for m in group if m.kind in DEEDS):
        if agents := tuple(s for s in mention.fillers(SlotName.AGENT) if named.does(s)):
            return agents
    found = (named.beside(sentence, hit) for sentence, hit in means)
    return next(((slot,) for slot in found if slot), ())


@dataclass(frozen=True, slots=True)
class _Word:
    """A word between spaces, without marks around it; `closes` tells that a mark after it ends its phrase."""

    start: int
    end: int
    lower: str
    closes: bool


_SPACED = re.compile(r"[^\s\W](?:\S*\w)?(?:'s|’s)?")
_POINTED = re.compile(r"(?:[a-z]\.)+[a-z]")


def _cut(text: str, start: int, end: int) -> list[_Word]:
    """Cut a stretch of text at spaces; "U.S." keeps its points, "coalition's" loses its ending."""
    found = []
    for match in _SPACED.finditer(text, start, end):
        lower = match.group().lower().replace("’s", "").replace("'s", "")
        pointed = _POINTED.fullmatch(lower) is not None
        closes = text[match.end() : match.end() + 1] in tuple(",;:)" if pointed else ",;:).")
        found.append(_Word(match.start(), match.end(), lower + "." * pointed, closes))
    return found


@dataclass(frozen=True, eq=False)
class _Named:
    """Who is named in a text that can be a doer, and the words that name doers."""

    text: str
    doers: tuple[tuple[Span, str], ...]
    words: _Words
    classes: frozenset[str]
    victims: tuple[Span, ...]
    starts: tuple[int, ...]

    @staticmethod
    def of(reading: Reading, pack: Pack, victims: Sequence[Span]) -> _Named:
        kinds = (MentionType.ORG, MentionType.GROUP)
        doers = tuple(
            (m.span, m.actor_class) for m in reading.mentions
            if m.type in kinds and m.actor_class not in PEOPLE and (m.actor_class or m.type is MentionType.ORG)
        )  # fmt: skip
        doers = tuple(sorted(doers))
        starts = tuple(span.start for span, _ in doers)
        return _Named(reading.text, doers, _words(pack), class_names(pack), tuple(victims), starts)

    def does(self, slot: Slot) -> bool:
        """Tell whether the filler of an agent's role can do harm: it is of such a class, or is a name of no class."""
        if slot.span is None or not slot.value or slot.unresolved is not None or slot.value in PEOPLE:
            return False
        if any(overlaps(slot.span, victim) for victim in self.victims):
            return False
        if slot.value in self.classes:
            return True
        whole = slot.span
        return any(overlaps(span, whole) and span.end == whole.end for span, _ in self.doers)

    def beside(self, sentence: Span, hit: Span) -> Slot | None:
        """Return the doer named right before the means, or after it by way of "by"."""
        first, last = max(sentence.start, hit.start - WITHIN), min(sentence.end, hit.end + 2 * WITHIN)
        near = self._near(first, last)
        found = near._last(_cut(self.text, first, hit.start)) or near._led_to(_cut(self.text, hit.end, last))
        if not found:
            return None
        span = Span(found[0].start, found[-1].end)
        return Slot(SlotName.AGENT, span, near._class(found) or None, found=SlotFrom.SENTENCE)

    def _near(self, first: int, last: int) -> _Named:
        """Return the same with only those named between two places, so that a look at each word stays cheap."""
        starts = bisect_left(self.starts, first - WITHIN), bisect_right(self.starts, last)
        victims = tuple(v for v in self.victims if v.start < last and v.end > first)
        return replace(self, doers=self.doers[slice(*starts)], victims=victims)

    def _last(self, atoms: Sequence[_Word]) -> list[_Word]:
        """Return the run of doer words that ends at most `SKIPPED` words before the means."""
        end = len(atoms)
        while end > 0 and len(atoms) - end < SKIPPED and not self._is_doer(atoms[end - 1]):
            if atoms[end - 1].lower in self.words.stops or atoms[end - 1].closes:
                return []
            end -= 1
        start = end
        while start > 0 and (
            self._is_doer(atoms[start - 1]) or (start < end and atoms[start - 1].lower in self.words.joins)
        ):
            start -= 1
        run = list(atoms[start:end])
        while run and not self._is_doer(run[0]):
            run.pop(0)
        return run

    def _led_to(self, atoms: Sequence[_Word]) -> list[_Word]:
        """Return the first run of doer words shortly after "by"."""
        for at, atom in enumerate(atoms[:FAR]):
            if atom.lower not in self.words.leads:
                continue
            run = list(self._run(atoms[at + 1 : at + 1 + NEXT * 2]))
            if run:
                return run
        return []

    def _run(self, atoms: Sequence[_Word]) -> Iterator[_Word]:
        begun = False
        for at, atom in enumerate(atoms):
            if self._is_doer(atom):
                begun = True
                yield atom
            elif begun or at >= NEXT or atom.lower in self.words.stops:
                return

    def _is_doer(self, atom: _Word) -> bool:
        place = Span(atom.start, atom.end)
        if any(overlaps(place, victim) for victim in self.victims):
            return False
        if "-" in atom.lower and atom.lower.rpartition("-")[2] in self.words.held:
            return False  # "rebel-held"
        return atom.lower in self.words.classes or any(covers(span, place) for span, _ in self.doers)

    def _class(self, atoms: Sequence[_Word]) -> str:
        told = [self.words.classes[a.lower] for a in atoms if self.words.classes.get(a.lower)]
        inside = [kind for span, kind in self.doers if any(covers(span, Span(a.start, a.end)) for a in atoms) and kind]
        return next(iter((*told, *inside)), "")


@dataclass(frozen=True, eq=False)
class _Words:
    """The words that name doers; see the comments in `means.toml`."""

    classes: Mapping[str, str]
    leads: frozenset[str]
    joins: frozenset[str]
    stops: frozenset[str]
    held: frozenset[str]


@lru_cache(maxsize=16)
def _words(pack: Pack) -> _Words:
    table = pack.table("means").get("doers", {})
    classes = {word: kind for kind, many in table.get("classes", {}).items() for word in many}
    classes = dict.fromkeys(table.get("nations", ()), "") | classes
    return _Words(
        classes,
        frozenset(table.get("leads", ())),
        frozenset(table.get("joins", ())),
        frozenset(table.get("stops", ())),
        frozenset(table.get("held", ())),
    )
