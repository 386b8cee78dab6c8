"""What the words of a matched time pattern come to, kind by kind: `When` as said, nothing assumed.

A reader gets the words of its pattern by kind ("month": "june") and the pattern's settings ("back": "1"), and returns
None where the words make no time ("31 of 45").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sayso.values.time_patterns import TimeTables
from sayso.values.when import Granularity, When, edtf_of

__all__ = ["read_time"]

Words = Mapping[str, str]

_UNIT_NAMES = {
    "D": "day", "W": "week", "2W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century", "WE": "weekend",
}  # fmt: skip
_GRAINS = {
    "day": Granularity.DAY, "week": Granularity.WEEK, "weekend": Granularity.DAY, "month": Granularity.MONTH,
    "year": Granularity.YEAR, "decade": Granularity.DECADE, "century": Granularity.CENTURY,
}  # fmt: skip
_HALVES = {"PT0.5H": "PT30M", "P0.5Y": "P6M", "P0.5D": "PT12H"}
_LAST_CENTURY = 21


def read_time(kind: str, words: Words, tables: TimeTables) -> When | None:
    """Read the words that a pattern of a kind matched."""
    return _READERS[kind](words, tables)


def _made(timex: str, granularity: Granularity, modifier: str | None = None, relative: str | None = None) -> When:
    return When(timex, edtf_of(timex, modifier), granularity, modifier, relative)


def _look(tables: TimeTables, section: str, word: str | None) -> str | None:
    if word is None:
        return None
    return tables.words[section].get(word) or tables.words[section].get(word.rstrip("."))


def _step_of(words: Words, tables: TimeTables, name: str, section: str) -> int:
    """Return the step a word or a setting of the pattern tells; 0 where none does."""
    return int(words.get("shift", 0)) + int(_look(tables, section, words.get(name)) or 0)


def _modifier(words: Words, tables: TimeTables) -> str | None:
    return words.get("is") or _look(tables, "modifiers", words.get("mod")) or _about(words, tables)


def _about(words: Words, tables: TimeTables) -> str | None:
    return _look(tables, "about", words.get("about")) or None


def _part(words: Words, tables: TimeTables) -> str:
    return words.get("of_day") or _look(tables, "parts", words.get("part")) or ""


def _date(words: Words, tables: TimeTables) -> When | None:
    modifier = _modifier(words, tables)
    if "isodate" in words:
        value = words["isodate"].upper()
        return _made(value, Granularity.DAY if len(value) == len("2000-01-01") else Granularity.TIME)
    if "numdate" in words:
        return _numbered(words["numdate"], tables)
    if "decade" in words:
        return _decade(words["decade"], tables, modifier)
    year = _year(words)
    if "century" in words:
        return _century(words, tables, modifier)
    if "holiday" in words:
        return _made(f"{year}-{_look(tables, 'holidays', words['holiday'])}", Granularity.DAY)
    if "season" in words:
        return _made(f"{year}-{_look(tables, 'seasons', words['season'])}", Granularity.SEASON, modifier)
    return _calendar(words, tables, year, modifier)


def _numbered(words: str, tables: TimeTables) -> When | None:
    """Read 28.02.2020 as day, month, year; with slashes in a language where either may come first, only if one is over 12."""
    first, second, year = (int(number) for number in re.split(r"[./]", words))
    day, month = (first, second) if "." in words or tables.day_first or first > 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if "/" in words and not tables.day_first and day <= 12 and day != month:
        return _made(f"{year}", Granularity.YEAR)
    return _made(f"{year}-{month:02d}-{day:02d}", Granularity.DAY)


def _decade(words: str, tables: TimeTables, modifier: str | None) -> When:
    named = _look(tables, "decade_words", words)
    digits = named or re.sub(r"\D", "", words)
    if digits.endswith("00") and not words.endswith("s"):
        return _made(digits[:2], Granularity.CENTURY, modifier)
    return _made(digits[:3] if len(digits) >= 3 else f"19{digits[0]}", Granularity.DECADE, modifier)


def _calendar(words: Words, tables: TimeTables, year: str, modifier: str | None) -> When | None:
    month, day = _look(tables, "months", words.get("month")), re.sub(r"\D", "", words.get("day", ""))
    if day and not 1 <= int(day) <= 31:
        return None
    if month is None:
        weekday = _look(tables, "weekdays", words.get("weekday"))
        if weekday:
            return _made(f"XXXX-XX-{int(day):02d}", Granularity.DAY) if day else None
        return _made(year, Granularity.YEAR, modifier) if "year" in words else None
    if not day:
        return _made(f"{year}-{int(month):02d}", Granularity.MONTH, modifier)
    last = re.sub(r"\D", "", words.get("day2", ""))
    if (last and int(last) <= int(day)) or (words.get("eve") and day == "1"):
        return None
    part = _part(words, tables) or ("TNI" if words.get("eve") else "")
    value = f"{year}-{int(month):02d}-{int(day) - bool(words.get('eve')):02d}{part}"
    return _made(value, Granularity.TIME if part else Granularity.DAY, modifier if modifier != "MID" else None)


def _year(words: Words) -> str:
    year, era = words.get("year"), words.get("era", "").upper()
    if not year:
        return "XXXX"
    return f"BC{year.zfill(4)}" if era.startswith("B") else year.zfill(4)


def _ordinal(words: Words, tables: TimeTables) -> int:
    word = words.get("ordinal", "")
    return int(re.sub(r"\D", "", word) or _look(tables, "ordinals", word) or 0)


def _century(words: Words, tables: TimeTables, modifier: str | None) -> When | None:
    number = _ordinal(words, tables)
    if not 1 <= number <= _LAST_CENTURY:
        return None
    value = f"BC{number - 1:02d}" if words.get("era", "").upper().startswith("B") else f"{number - 1:02d}"
    return _made(value, Granularity.CENTURY, modifier)


def _span_of_year(words: Words, tables: TimeTables) -> When | None:
    """Read a quarter or half of a year; the setting tells which."""
    number, letter = _ordinal(words, tables), words["letter"]
    if not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    relative = (
        f"{'quarter' if letter == 'Q' else 'half'}of{int(words['year_step']):+d}" if "year_step" in words else None
    )
    return _made(f"{_year(words)}-{letter}{number}", Granularity.SEASON, None, relative)


def _clock(words: Words, tables: TimeTables) -> When | None:
    stamp = _stamp(words, tables)
    if stamp is None:
        return None
    modifier = _about(words, tables)
    if "month" in words and "day" in words:
        day = _calendar({k: v for k, v in words.items() if k != "part"}, tables, _year(words), None)
        return _made(day.timex + stamp, Granularity.TIME, modifier) if day else None
    if "dayword" in words:
        step = _step_of(words, tables, "dayword", "days")
        return _made(f"XXXX-XX-XX{stamp}", Granularity.TIME, modifier, f"day{step:+d}")
    weekday = _look(tables, "weekdays", words.get("weekday"))
    return _made(f"XXXX-WXX-{weekday}{stamp}" if weekday else f"XXXX-XX-XX{stamp}", Granularity.TIME, modifier)


def _stamp(words: Words, tables: TimeTables) -> str | None:
    """Return a time of day as TIMEX3 writes it; None for what is none ("29.30", "9.45" without a word that says so)."""
    if "clockword" in words:
        return f"T{_look(tables, 'clock_words', words['clockword'])}"
    clock, sure = words.get("clock") or words["hour"], "hour" in words
    clock = tables.words["numbers"].get(clock, clock)
    digits = re.findall(r"\d+", clock)
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if len(digits[0]) == 4:
        hour, minute = divmod(hour, 100)
    if re.search(r"p\.?m", clock) and hour < 12:
        hour += 12
    if hour > 24 or minute > 59 or ("." in clock and ":" not in clock and "m" not in clock and not sure):
        return None
    return f"T{hour:02d}:{minute:02d}"


def _weekday(words: Words, tables: TimeTables) -> When | None:
    part = _part(words, tables)
    number = int(_look(tables, "weekdays", words["weekday"]) or 1)
    if words.get("eve"):
        number = (number - 2) % 7 + 1
    step, relative = _step_of(words, tables, "step", "steps"), None
    if "week" in words:
        relative = f"weekdayof{int(words['week']):+d}"
    elif step:
        relative = f"weekday{step:+d}"
    granularity = Granularity.TIME if part else Granularity.DAY
    return _made(f"XXXX-WXX-{number}{part}", granularity, _modifier(words, tables), relative)


def _day(words: Words, tables: TimeTables) -> When | None:
    part, step = _part(words, tables), _step_of(words, tables, "dayword", "days")
    granularity = Granularity.TIME if part else Granularity.DAY
    return _made(f"XXXX-XX-XX{part}", granularity, _modifier(words, tables), f"day{step:+d}")


def _number(words: Words, tables: TimeTables) -> str:
    """Return a count as digits, "X" for some ("several") and where there is none ("weeks ago")."""
    word = words.get("num", "")
    if word[:1].isdigit():
        return word.replace(",", ".")
    known = tables.words["numbers"]
    if word in known:
        return known[word]
    parts = [known.get(part, "X") for part in re.split(r"[ -]", word)]
    return str(sum(int(p) for p in parts)) if parts and all(p.isdigit() for p in parts) else "X"


def _counted(direction: int, *, told: bool) -> Callable[[Words, TimeTables], When | None]:
    """Return a reader of "two days ago" (from the day of speaking) or "two days later" (from the date told before)."""

    def read(words: Words, tables: TimeTables) -> When | None:
        unit, number = _look(tables, "units", words["unit"]) or "D", _number(words, tables)
        if not number.isdigit() or unit.startswith("T"):
            if told and direction > 0:  # "hours later" in what is told is not in the future
                return _made("XXXX-XX-XX", Granularity.VAGUE)
            return When("PAST_REF" if direction < 0 else "FUTURE_REF", "", Granularity.VAGUE)
        step, name = int(number) * (2 if unit == "2W" else 1) * direction, _UNIT_NAMES[unit]
        relative = f"{'then:' if told else ''}{name}{step:+d}"
        return _made("XXXX-XX-XX", _GRAINS[name], _about(words, tables), relative)

    return read


def _step(words: Words, tables: TimeTables) -> When | None:
    step, modifier = _step_of(words, tables, "step", "steps"), _modifier(words, tables)
    if "month" in words:
        month = int(_look(tables, "months", words["month"]) or 1)
        named = words.get("by") or ("lastmonth" if step else "monthof")
        return _made(f"XXXX-{month:02d}", Granularity.MONTH, modifier, f"{named}{step:+d}")
    if "season" in words:
        season = _look(tables, "seasons", words["season"])
        named = words.get("by") or ("lastseason" if step else "seasonof")
        return _made(f"XXXX-{season}", Granularity.SEASON, modifier, f"{named}{step:+d}")
    name = _UNIT_NAMES.get(_look(tables, "units", words.get("unit")) or words.get("of", ""))
    if name is None or name == "day":
        return None
    value = "XXXX-WXX" if name.startswith("week") else "XXXX"
    return _made(value, _GRAINS[name], modifier, f"{name}{step:+d}")


def _then(words: Words, tables: TimeTables) -> When | None:
    """Read "the next day", "later that month", "that March": counted from the date told before."""
    step, modifier = _step_of(words, tables, "thenstep", "then_steps"), _modifier(words, tables)
    part = _part(words, tables)
    if part:
        return _made(f"XXXX-XX-XX{part}", Granularity.TIME, modifier, f"then:day{step:+d}")
    if "month" in words:
        month, named = int(_look(tables, "months", words["month"]) or 1), words.get("by", "monthof")
        return _made(f"XXXX-{month:02d}", Granularity.MONTH, modifier, f"then:{named}{step:+d}")
    if "season" in words:
        season, named = _look(tables, "seasons", words["season"]), words.get("by", "seasonof")
        return _made(f"XXXX-{season}", Granularity.SEASON, modifier, f"then:{named}{step:+d}")
    unit = _look(tables, "units", words.get("unit")) or ""
    name = _UNIT_NAMES.get(unit)
    if name is None or unit == "2W":
        return None
    return _made("XXXX-XX-XX" if name == "day" else "XXXX", _GRAINS[name], modifier, f"then:{name}{step:+d}")


def _duration(words: Words, tables: TimeTables) -> When | None:
    unit = _look(tables, "units", words.get("unit")) or _look(tables, "many", words.get("many")) or "D"
    number = _number(words, tables) if "num" in words else words.get("count", "1")
    if "and_half" in words and number.isdigit():
        number += ".5"
    if unit == "TS":
        return None
    if unit == "2W":
        unit, number = "W", str(int(number) * 2) if number.isdigit() else number
    value = f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"
    return When(_HALVES.get(value, value), "", Granularity.DURATION, _about(words, tables))


def _set(words: Words, tables: TimeTables) -> When | None:
    if "setword" in words:
        return When(_look(tables, "set_words", words["setword"]) or "", "", Granularity.SET)
    if "weekday" in words:
        part = _part(words, tables)
        return When(f"XXXX-WXX-{_look(tables, 'weekdays', words['weekday'])}{part}", "", Granularity.SET)
    if "month" in words:
        return When(f"XXXX-{int(_look(tables, 'months', words['month']) or 1):02d}", "", Granularity.SET)
    if "season" in words:
        return When(f"XXXX-{_look(tables, 'seasons', words['season'])}", "", Granularity.SET)
    duration = _duration({k: v for k, v in words.items() if k in ("unit", "num") and v != "some"}, tables)
    return When(duration.timex, "", Granularity.SET) if duration else None


def _vague(words: Words, tables: TimeTables) -> When | None:
    return When(words.get("value") or _look(tables, "references", words.get("reference")) or "", "", Granularity.VAGUE)


_READERS: dict[str, Callable[[Words, TimeTables], When | None]] = {
    "date": _date, "yearpart": _span_of_year, "clock": _clock, "weekday": _weekday, "day": _day,
    "ago": _counted(-1, told=False), "ahead": _counted(1, told=False), "earlier": _counted(-1, told=True),
    "later": _counted(1, told=True), "step": _step, "then": _then, "duration": _duration, "bare": _duration,
    "set": _set, "vague": _vague, "season": _date, "point": _clock,
}  # fmt: skip
