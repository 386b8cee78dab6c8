"""The grammar of amounts: numerals with bounds, ranges, units and money, over the atoms of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.lang.packs import Pack
from sayso.values.amount import Amount, Bound
from sayso.values.atoms import Atom, atomize
from sayso.values.number_tables import NumberTables, number_tables
from sayso.values.numerals import Numeral, read_numeral

__all__ = ["Figure", "find_figures", "parse_amount"]

_DASHES = frozenset("-–—‑−")


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in a row of atoms: `first` to `last` with bound and unit words, `number` to `end` the numeral alone.

    `attached` tells that a hyphen ties the number to the word after it ("12-member", "520-mile").
    """

    amount: Amount
    first: int
    last: int
    number: int
    end: int
    unit: str | None = None
    money: bool = False
    share: bool = False
    attached: bool = False
    digits: bool = False


def parse_amount(words: str, pack: Pack) -> Amount | None:
    """Read words that are one amount and nothing else; None when they are not."""
    atoms = atomize(words)
    for figure in find_figures(atoms, pack):
        if figure.first == 0 and figure.last == len(atoms):
            return figure.amount
    return None


def find_figures(atoms: Sequence[Atom], pack: Pack) -> Iterator[Figure]:
    """Yield the amounts in a row of atoms, in order, none overlapping."""
    tables, index, floor = number_tables(pack), 0, 0
    while index < len(atoms):
        found = _framed(atoms, index, tables) or _plain(atoms, index, tables)
        if found is None:
            index += 1
            continue
        figure = _bounded(found, atoms, tables, floor)
        index = floor = figure.last
        yield figure


def _framed(atoms: Sequence[Atom], start: int, tables: NumberTables) -> Figure | None:
    """Read "between X and Y"."""
    middle = tables.frames.get(atoms[start].lower)
    if middle is None or start + 3 >= len(atoms):
        return None
    low = read_numeral(atoms, start + 1, tables)
    if low is None or low.last + 1 >= len(atoms) or atoms[low.last].lower != middle:
        return None
    high = read_numeral(atoms, low.last + 1, tables)
    if high is None or not low.low < high.high:
        return None
    return _range(_common_scale(low, high), high, start, low.first)


def _plain(atoms: Sequence[Atom], start: int, tables: NumberTables) -> Figure | None:
    low = read_numeral(atoms, start, tables)
    if low is None:
        return None
    high = _second(atoms, low, tables)
    if high is not None:
        return _range(_common_scale(low, high), high, start, start)
    bound = Bound.VAGUE if low.vague else Bound.EXACT
    return Figure(
        Amount(low.low, low.high, bound), start, low.last, start, low.last, share=low.share, digits=low.digits
    )


def _second(atoms: Sequence[Atom], low: Numeral, tables: NumberTables) -> Numeral | None:
    """Read the upper end of "20 to 30", "two or three", "20-30"; a change ("from 20 to 30") is no range."""
    at = low.last
    if at + 1 >= len(atoms) or low.share:
        return None
    dash = atoms[at].text in _DASHES and low.digits and atoms[at].start == atoms[at - 1].end
    changed = low.first > 0 and atoms[low.first - 1].lower in tables.change_words
    if not dash and (atoms[at].lower not in tables.range_words or changed):
        return None
    high = read_numeral(atoms, at + 1, tables)
    if high is None or high.share or high.vague != low.vague or (dash and not high.digits):
        return None
    return high if _common_scale(low, high).low < high.high else None


def _common_scale(low: Numeral, high: Numeral) -> Numeral:
    """Give "2" its million in "2 to 3 million"."""
    if low.scale == 1 and high.scale > 1 and not low.vague and low.high * high.scale < high.high:
        return low.times(high.scale, low.last)
    return low


def _range(low: Numeral, high: Numeral, first: int, number: int) -> Figure:
    bound = Bound.VAGUE if low.vague else Bound.RANGE
    return Figure(Amount(low.low, high.high, bound), first, high.last, number, high.last, digits=low.digits)


def _bounded(figure: Figure, atoms: Sequence[Atom], tables: NumberTables, floor: int) -> Figure:
    """Add money signs, units and bound words around a number; words before atom `floor` belong to another figure."""
    figure = _measured(figure, atoms, tables, floor)
    bound, first, last = None, figure.first, figure.last
    if figure.first == figure.number or figure.money:
        found = tables.before.before(atoms, first)
        if found and not figure.digits and not atoms[first - 1].text[0].isalnum():
            found = None  # signs bound digits; before a word they are left over from markup
        nearby = found is not None and found[0] is Bound.ABOUT and figure.amount.bound is Bound.VAGUE
        if found and found[1] >= floor and (not nearby or atoms[first - 1].lower in tables.some):
            bound, first = found
            soft = tables.softeners.before(atoms, first)
            first = soft[1] if soft and soft[1] >= floor else first
    after = tables.after.at(atoms, figure.end if figure.unit is None else last)
    if after and bound is None:
        bound, last = after[0], max(last, after[1])
        if bound is Bound.EXACT:
            bound = None
    return replace(figure, amount=_apply(bound, figure.amount), first=first, last=last)


def _measured(figure: Figure, atoms: Sequence[Atom], tables: NumberTables, floor: int) -> Figure:
    sign = tables.money.before(atoms, figure.first)
    if sign and sign[1] >= floor and not atoms[figure.first - 1].text.isalpha():
        return replace(figure, first=sign[1], unit=sign[0], money=True)
    at = figure.last
    hyphen = at + 1 < len(atoms) and atoms[at].text in _DASHES and atoms[at].start == atoms[at - 1].end
    hyphen = hyphen and atoms[at + 1].start == atoms[at].end and atoms[at + 1].text.isalpha()
    at += hyphen
    if money := tables.money.at(atoms, at):
        return replace(figure, last=money[1], unit=money[0], money=True, attached=hyphen)
    if unit := tables.measures.at(atoms, at):
        return replace(figure, last=unit[1], unit=unit[0], share=unit[0] == "percent", attached=hyphen)
    return replace(figure, attached=hyphen)


def _apply(bound: Bound | None, amount: Amount) -> Amount:
    low, high = amount.low, amount.high
    match bound:
        case None | Bound.EXACT:
            return amount
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return Amount(low, None, bound)
        case Bound.AT_MOST | Bound.LESS_THAN:
            return Amount(None, high, bound)
        case _:
            return amount if amount.bound is Bound.VAGUE else Amount(low, high, Bound.ABOUT)
