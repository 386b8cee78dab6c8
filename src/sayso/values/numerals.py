"""Numerals: a number in digits or words, plain or vague, without its bound ("2,400", "several hundred", "half a million")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.values.atoms import Atom
from sayso.values.number_tables import NumberTables

__all__ = ["Numeral", "read_numeral"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number from atom `first` up to (not with) atom `last`; `scale` is the factor its scale words gave."""

    low: float
    high: float
    first: int
    last: int
    vague: bool = False
    share: bool = False
    scale: int = 1
    digits: bool = False

    def times(self, factor: int, last: int) -> Numeral:
        """Multiply by a scale word: "several" × "hundred" is 200–999."""
        high = self.high * factor + (factor - 1 if self.vague else 0)
        return Numeral(
            self.low * factor, high, self.first, last, self.vague, self.share, self.scale * factor, self.digits
        )


def read_numeral(atoms: Sequence[Atom], start: int, tables: NumberTables) -> Numeral | None:
    """Read the longest numeral that begins at atom `start`, if one does."""
    atom = atoms[start]
    if atom.is_digits:
        return _digits(atoms, start, tables)
    if atom.lower not in tables.starters:
        return None
    return _fraction(atoms, start, tables) or _vague(atoms, start, tables) or _words(atoms, start, tables)


def _scaled(numeral: Numeral, atoms: Sequence[Atom], tables: NumberTables) -> Numeral:
    """Take in scale words that follow: "million", "hundred thousand", and "of thousands" after a plural."""
    while numeral.last < len(atoms):
        word, following = atoms[numeral.last].lower, numeral.last + 1
        if word in tables.scales:
            numeral = numeral.times(tables.scales[word], following)
        elif numeral.vague and word in tables.linkers and _lower(atoms, following) in tables.plural_scales:
            numeral = numeral.times(tables.plural_scales[atoms[following].lower], following + 1)
        else:
            break
    return numeral


def _lower(atoms: Sequence[Atom], index: int) -> str:
    return atoms[index].lower if index < len(atoms) else ""


def _digits(atoms: Sequence[Atom], start: int, tables: NumberTables) -> Numeral | None:
    text, last = atoms[start].text, start + 1
    if " " in tables.thousands and text.isdecimal() and len(text) <= 3:
        while (
            last < len(atoms)
            and len(atoms[last].text) == 3
            and atoms[last].text.isdecimal()
            and _apart(atoms, last) == 1
        ):
            text, last = text + atoms[last].text, last + 1
    value = parse_digits(text, tables)
    if value is None:
        return None
    numeral = Numeral(value, value, start, last, digits=True)
    word = _lower(atoms, last)
    if last < len(atoms) and _apart(atoms, last) == 0 and word.isalpha():
        return numeral.times(tables.suffixes[word], last + 1) if word in tables.suffixes else None
    return _scaled(numeral, atoms, tables)


def _apart(atoms: Sequence[Atom], index: int) -> int:
    return atoms[index].start - atoms[index - 1].end


def parse_digits(text: str, tables: NumberTables) -> float | None:
    """Return the value of digits with their marks, None where the marks fit no number ("18.45.30", "1,23,4")."""
    if not text.isascii():
        return float(int(text)) if text.isdecimal() else None
    marks = [c for c in text if not c.isdigit()]
    if not marks:
        return float(text) if len(text) <= 15 else None
    groups = text.replace(",", ".").split(".")
    grouped = len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:]) and groups[0] != "0"
    if grouped and len(set(marks)) == 1 and (marks[0] in tables.thousands or len(marks) > 1):
        return float("".join(groups))
    if len(marks) == 1:
        return (
            float(".".join(groups))
            if marks[0] == tables.decimal or grouped or marks[0] not in tables.thousands
            else None
        )
    if marks[-1] == tables.decimal and len(set(marks[:-1])) == 1 and all(len(g) == 3 for g in groups[1:-1]):
        return float("".join(groups[:-1]) + "." + groups[-1])
    return None


def _fraction(atoms: Sequence[Atom], start: int, tables: NumberTables) -> Numeral | None:
    found = tables.fractions.at(atoms, start)
    if not found:
        return None
    value, last = found
    if (
        _lower(atoms, last) in tables.linkers
        and _lower(atoms, last + 1) in tables.one
        and _lower(atoms, last + 2) in tables.scales
    ):
        last += 1  # "a quarter of a million"
    article = _lower(atoms, last) in tables.one
    scale = _lower(atoms, last + article)
    if scale in tables.scales:
        return Numeral(value, value, start, last).times(tables.scales[scale], last + article + 1)
    return Numeral(value, value, start, last, share=True)


def _vague(atoms: Sequence[Atom], start: int, tables: NumberTables) -> Numeral | None:
    found = tables.vague.at(atoms, start)
    if not found:
        return None
    (low, high), last = found
    plain = Numeral(low, high, start, last, vague=True)
    numeral = _scaled(plain, atoms, tables)
    if numeral is plain and " ".join(a.lower for a in atoms[start:last]) in tables.weak:
        return None
    return numeral


def _words(atoms: Sequence[Atom], start: int, tables: NumberTables) -> Numeral | None:
    """Read number words: "two hundred and five", "twenty-one", "a dozen", "one and a half" only as far as it goes."""
    total, current, index, last, scale = 0, 0, start, start, 1
    if atoms[start].lower in tables.one and atoms[start].lower not in tables.units:
        if _lower(atoms, start + 1) not in tables.scales:
            return None
        current, index = 1, start + 1
    room = 100
    while index < len(atoms):
        word = atoms[index].lower
        if word in tables.units and tables.units[word] < room:
            value = tables.units[word]
            current, room = current + value, 10 if value >= 20 else 0
        elif word in tables.scales and not (scale >= tables.scales[word] and current == 0 and last > start):
            factor = tables.scales[word]
            current = max(current, 1) * factor
            if factor >= 1000:
                total, current = total + current, 0
            scale, room = max(scale, factor), min(100, factor)
        elif (
            last > start
            and (word == "-" or word in tables.joiners)
            and _continues(atoms, index + 1, tables, room, word)
        ):
            index += 1
            continue
        else:
            break
        index = last = index + 1
    number = float(total + current)
    return Numeral(number, number, start, last, scale=scale) if last > start else None


def _continues(atoms: Sequence[Atom], index: int, tables: NumberTables, room: int, mark: str) -> bool:
    """Tell whether a hyphen or "and" inside a number is followed by more of it ("twenty-one", "hundred and five")."""
    value = tables.units.get(_lower(atoms, index))
    if value is None or value >= room:
        return False
    return room == 10 if mark == "-" else room >= 100
