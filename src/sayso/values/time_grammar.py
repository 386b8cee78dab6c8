"""Reading times: what the words of a matched pattern say, before anything is assumed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sayso.lang.packs import Pack
from sayso.values.time_patterns import TimeTables, time_tables
from sayso.values.when import Granularity, When, edtf_of

__all__ = ["Match", "find_times", "parse_time"]

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A time at `start` to `end` of the text searched, its kind of pattern, its words by kind, and its reading."""

    start: int
    end: int
    kind: str
    words: Words
    when: When


def parse_time(words: str, pack: Pack) -> When | None:
    """Read words that are one time and nothing else; None when they are not."""
    return next((match.when for match in find_times(words, pack) if match.end - match.start == len(words)), None)


def find_times(text: str, pack: Pack) -> Iterator[Match]:
    """Yield the times of a text in order; of those that overlap the longest, then the first pattern."""
    tables = time_tables(pack)
    if tables is None or not tables.trigger.search(text):
        return
    found = [
        (match.start(), -match.end(), order, kind, match)
        for order, (kind, pattern) in enumerate(tables.patterns)
        for match in pattern.finditer(text)
    ]
    end = 0
    for start, last, _, kind, match in sorted(found, key=lambda item: item[:3]):
        if start < end:
            continue
        words = {name: " ".join(value.lower().split()) for name, value in match.groupdict().items() if value}
        when = _READERS[kind](words, tables, " ".join(match.group().lower().split()))
        if when is not None:
            end = -last
            yield Match(start, end, kind, words, when)


def _made(timex: str, granularity: Granularity, modifier: str | None = None, relative: str | None = None) -> When:
    return When(timex, edtf_of(timex, modifier), granularity, modifier, relative)


def _look(tables: TimeTables, section: str, word: str | None) -> str | None:
    if word is None:
        return None
    return tables.words[section].get(word) or tables.words[section].get(word.rstrip("."))


def _modifier(words: Words, tables: TimeTables) -> str | None:
    return _look(tables, "modifiers", words.get("mod"))


def _date(words: Words, tables: TimeTables, text: str) -> When | None:
    modifier = _modifier(words, tables)
    if "isodate" in words:
        value = words["isodate"].upper()
        return _made(value, Granularity.DAY if len(value) == 10 else Granularity.TIME)
    if "decade" in words:
        digits = re.sub(r"\D", "", words["decade"])
        return _made(digits[:3] if len(digits) == 4 else f"19{digits[0]}", Granularity.DECADE, modifier)
    year = _year(words)
    if "ordinal" in words:
        return _century(words, tables, modifier)
    if "holiday" in words:
        return _made(f"{year}-{_look(tables, 'holidays', words['holiday'])}", Granularity.DAY)
    if "season" in words:
        return _made(f"{year}-{_look(tables, 'seasons', words['season'])}", Granularity.SEASON, modifier)
    return _calendar(words, tables, text, year, modifier)


def _calendar(words: Words, tables: TimeTables, text: str, year: str, modifier: str | None) -> When | None:
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
    part = next((_look(tables, "parts", p) for p in tables.words["parts"] if text.startswith((p, f"the {p}"))), None)
    value = f"{year}-{int(month):02d}-{int(day):02d}{part or ''}"
    return _made(value, Granularity.TIME if part else Granularity.DAY, modifier if modifier != "MID" else None)


def _year(words: Words) -> str:
    year, era = words.get("year"), words.get("era", "").upper()
    if not year:
        return "XXXX"
    return f"BC{year.zfill(4)}" if era.startswith("B") else year.zfill(4)


def _century(words: Words, tables: TimeTables, modifier: str | None) -> When | None:
    digits = re.sub(r"\D", "", words["ordinal"]) or _look(tables, "ordinals", words["ordinal"])
    if not digits or not 1 <= int(digits) <= 21:
        return None
    value = f"BC{int(digits) - 1:02d}" if words.get("era", "").upper().startswith("B") else f"{int(digits) - 1:02d}"
    return _made(value, Granularity.CENTURY, modifier)


def _clock(words: Words, tables: TimeTables, text: str) -> When | None:
    clock = words.get("clock", "12:00" if text.startswith(("noon", "midday")) else "24:00")
    digits = re.findall(r"\d+", clock)
    hour, minute = (int(digits[0]), int(digits[1]) if len(digits) > 1 else None)
    if len(digits[0]) == 4:
        hour, minute = divmod(hour, 100)
    if re.search(r"p\.?m", clock) and hour < 12:
        hour += 12
    if hour > 24 or (minute or 0) > 59 or ("." in clock and ":" not in clock and "m" not in clock):
        return None
    stamp = f"T{hour:02d}" + ("" if minute is None else f":{minute:02d}")
    weekday = _look(tables, "weekdays", words.get("weekday"))
    if "month" in words and "day" in words:
        day = _calendar({k: v for k, v in words.items() if k != "clock"}, tables, "", _year(words), None)
        return _made(day.timex + stamp, Granularity.TIME) if day else None
    if weekday:
        return _made(f"XXXX-WXX-{weekday}{stamp}", Granularity.TIME)
    return _made(f"XXXX-XX-XX{stamp}", Granularity.TIME)


def _weekday(words: Words, tables: TimeTables, text: str) -> When | None:
    part = _look(tables, "parts", words.get("part")) or ""
    value = f"XXXX-WXX-{_look(tables, 'weekdays', words['weekday'])}{part}"
    granularity = Granularity.TIME if part else Granularity.DAY
    step = _look(tables, "steps", words.get("step"))
    relative = f"weekday{int(step):+d}" if step and int(step) else None
    if text.endswith(" week"):
        relative = "weekdayof-1" if " last " in text else "weekdayof+1"
    return _made(value, granularity, _modifier(words, tables), relative)


def _day(words: Words, tables: TimeTables, text: str) -> When | None:
    part = _look(tables, "parts", words.get("part")) or ""
    step = int(_look(tables, "days", words.get("dayword")) or 0)
    if text.startswith("last night"):
        step, part = -1, "TNI"
    elif "tonight" in text:
        part = "TNI"
    step += -1 if " before " in text else 1 if " after " in text else 0
    value = f"XXXX-XX-XX{part}"
    return _made(value, Granularity.TIME if part else Granularity.DAY, _modifier(words, tables), f"day{step:+d}")


_UNIT_NAMES = {
    "D": "day",
    "W": "week",
    "2W": "week",
    "M": "month",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "WE": "weekend",
}
_GRAINS = {
    "day": Granularity.DAY, "week": Granularity.WEEK, "weekend": Granularity.DAY, "month": Granularity.MONTH,
    "year": Granularity.YEAR, "decade": Granularity.DECADE, "century": Granularity.CENTURY,
}  # fmt: skip


def _number(words: Words, tables: TimeTables) -> str:
    """Return a count as digits, "X" for some ("several"), "X" where there is none ("weeks ago")."""
    word = words.get("num", "")
    if word[:1].isdigit():
        return word.replace(",", ".")
    known = tables.words["numbers"]
    if word in known:
        return known[word]
    parts = [known.get(part, "X") for part in re.split(r"[ -]", word)]
    return str(sum(int(p) for p in parts)) if parts and all(p.isdigit() for p in parts) else "X"


def _ago(words: Words, tables: TimeTables, text: str) -> When | None:
    unit, number = _look(tables, "units", words["unit"]) or "D", _number(words, tables)
    then = re.search(r"(later|afterwards?|earlier|before|senere|tidligere)$", text)
    back = not re.search(r"(later|afterwards?|senere)$", text)
    if number == "X" or not number.isdigit() or unit.startswith("T"):
        value = ("PAST_REF" if back else "FUTURE_REF") if unit != "D" or not back else "PAST_REF"
        return When(value, "", Granularity.VAGUE)
    step = int(number) * (2 if unit == "2W" else 1) * (-1 if back else 1)
    name = _UNIT_NAMES[unit]
    modifier = "APPROX" if "about" in words else None
    return _made("XXXX-XX-XX", _GRAINS[name], modifier, f"{'then:' if then else ''}{name}{step:+d}")


def _step(words: Words, tables: TimeTables, text: str) -> When | None:
    step = int(_look(tables, "steps", words.get("step")) or 0)
    modifier = _modifier(words, tables)
    if "month" in words:
        month = int(_look(tables, "months", words["month"]) or 1)
        return _made(f"XXXX-{month:02d}", Granularity.MONTH, None, f"{'lastmonth' if step else 'monthof'}{step:+d}")
    if "season" in words:
        season = _look(tables, "seasons", words["season"])
        return _made(f"XXXX-{season}", Granularity.SEASON, None, f"{'lastseason' if step else 'seasonof'}{step:+d}")
    unit = _look(tables, "units", words.get("unit")) or "WE"
    if unit.startswith("T") or unit == "2W":
        return None
    if text.startswith(("earlier", "early", "tidligere")):
        modifier = "START"
    elif text.startswith(("later", "late", "senere")):
        modifier = "END"
    step += -1 if " last " in text and "step" not in words else 1 if " next " in text and "step" not in words else 0
    if unit == "D":
        return None
    name = _UNIT_NAMES[unit]
    value = "XXXX-WXX" if name.startswith("week") else "XXXX"
    return _made(value, _GRAINS[name], modifier, f"{name}{step:+d}")


def _then(words: Words, tables: TimeTables, text: str) -> When | None:
    step = int(_look(tables, "then_steps", words.get("thenstep")) or 0)
    part = _look(tables, "parts", words.get("part"))
    if part:
        return _made(f"XXXX-XX-XX{part}", Granularity.TIME, None, f"then:day{step:+d}")
    if "month" in words:
        month = int(_look(tables, "months", words["month"]) or 1)
        named = text.startswith("the ")
        return _made(
            f"XXXX-{month:02d}", Granularity.MONTH, None, f"then:{'lastmonth' if named else 'monthof'}{step:+d}"
        )
    unit = _look(tables, "units", words.get("unit")) or ""
    if unit not in _UNIT_NAMES or unit == "2W" or ("thenstep" not in words and text.startswith("the ")):
        return None
    modifier = "END" if text.startswith("late") else "START" if text.startswith("earl") else None
    name = _UNIT_NAMES[unit]
    return _made("XXXX-XX-XX" if name == "day" else "XXXX", _GRAINS[name], modifier, f"then:{name}{step:+d}")


def _duration(words: Words, tables: TimeTables, text: str) -> When | None:
    unit, number = _look(tables, "units", words["unit"]) or "D", _number(words, tables) if "num" in words else "1"
    if " and a half " in text and number.isdigit():
        number += ".5"
    if unit == "TS":
        return None
    if unit == "2W":
        unit, number = "W", str(int(number) * 2) if number.isdigit() else number
    value = f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"
    return When(value, "", Granularity.DURATION, "APPROX" if "about" in words else None)


def _set(words: Words, tables: TimeTables, text: str) -> When | None:
    if "setword" in words:
        return When(_look(tables, "set_words", words["setword"]) or "", "", Granularity.SET)
    if "weekday" in words:
        return When(f"XXXX-WXX-{_look(tables, 'weekdays', words['weekday'])}", "", Granularity.SET)
    duration = _duration({"unit": words["unit"]}, tables, text)
    return When(duration.timex, "", Granularity.SET) if duration else None


def _past(words: Words, tables: TimeTables, text: str) -> When | None:
    del words, tables, text
    return When("PAST_REF", "", Granularity.VAGUE)


def _reference(words: Words, tables: TimeTables, text: str) -> When | None:
    del text
    return When(_look(tables, "references", words["reference"]) or "", "", Granularity.VAGUE)


def _bare_season(words: Words, tables: TimeTables, text: str) -> When | None:
    del text
    return _made(f"XXXX-{_look(tables, 'seasons', words['season'])}", Granularity.SEASON, _modifier(words, tables))


_READERS: dict[str, Callable[[Words, TimeTables, str], When | None]] = {
    "date": _date, "clock": _clock, "weekday": _weekday, "day": _day, "ago": _ago, "step": _step, "then": _then,
    "duration": _duration, "past": _past, "set": _set, "reference": _reference, "season": _bare_season,
}  # fmt: skip
