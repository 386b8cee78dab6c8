"""Furniture of a page, told line by line by its shape and words: menus, notices, prompts, lists of other headlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model.reports import BoilerplateKind as Kind
from sayso.model.text import MarkKind
from sayso.segment.layout.date_lines import find_date_line
from sayso.segment.layout.dates import full_date
from sayso.segment.layout.heads import Credit, find_byline
from sayso.segment.layout.lines import Line, overlap
from sayso.segment.layout.signs import Signs

__all__ = ["Verdict", "furniture"]

_FOOT = "foot of a page run together"
_FOOT_CASE, _FOOT_WORDS = 0.75, 150  # share of longer words with a capital, and words, of a foot run together
_TEASERS = 3  # pairs of equal lines that make a rail of teasers
_BARS = re.compile(r"\s*[|•·»›]\s*|\s{2,}|\s+[/>→”]\s+")
_CRUMB = 12  # words of the last step of a trail of links: the page's own headline
_DEGREES = re.compile(r"-?\d{1,2}\s?°\s?[CF]?(?!\w)")
_RATES = re.compile(r"\b(?:EUR|USD|GBP|NOK|SEK|DKK|JPY|CHF|CNY|RUB|TRY)\b\W{0,3}\d")
_COMMENTER = re.compile(
    r"^(?:\w*[a-z]\w*[_.\d-]\w*|@\w+|(?:guest|anonymous|user|visitor|anonym|gjest)\w*)\s?(?::|says:|wrote:|skriver:)",
    re.IGNORECASE,
)
_QUOTES = frozenset('“”"')
_STAMPED = re.compile(r"\d{1,2}[:.]\d{2}.{0,40}$")
_BRACKETED = re.compile(r"^[\[<{].{1,80}[\]>}]$")
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What sort of furniture a line is and the rule that says so."""

    kind: Kind
    because: str


def furniture(lines: Sequence[Line], credited: Mapping[int, Credit], signs: Signs) -> dict[int, Verdict]:
    """Tell which lines are furniture whatever stands around them, then let lists and repetitions speak."""
    found = {line.index: verdict for line in lines if (verdict := _by_itself(line, signs))}
    _repeated(lines, found)
    _doubled(lines, found)
    _lists(lines, found, credited, signs)
    _boxes(lines, found, signs)
    return found


def _by_itself(line: Line, signs: Signs) -> Verdict | None:
    text, count = line.text, len(line.words)
    if line.mark is not None:
        return Verdict(Kind.CREDIT, "photo credit") if line.mark is MarkKind.CREDIT else None
    if count > 40 or "\n" in text:
        return Verdict(Kind.NOTICE, _FOOT) if _is_foot(line, "", signs) else None
    if not count:
        return Verdict(Kind.OTHER, "no words")
    for kind, because, rule in _RULES:
        if rule(line, text.casefold(), signs):
            return Verdict(kind, because)
    return None


def _is_foot(line: Line, _: str, signs: Signs) -> bool:
    """Tell the links and notices of a page's foot that were run together in one line: several notices, nearly all in capitals."""
    if line.stopped or line.title < _FOOT_CASE or len(line.words) > _FOOT_WORDS:
        return False
    return len({match.group().casefold() for match in signs.notices.finditer(line.text)}) >= 2


def _is_notice(line: Line, low: str, signs: Signs) -> bool:
    """Tell a legal notice; the agency's mark in brackets beside running text is none."""
    if len(line.words) > 30 or low[0] in '“"':
        return False
    return bool(signs.notices.search(signs.agency_marks.sub(" ", line.text).casefold() if line.prose else low))


def _is_topics(line: Line, low: str, signs: Signs) -> bool:
    head, colon, _ = low.partition(":")
    if line.text[0] == "#" and all(word[0] == "#" for word in line.text.split()):
        return True
    return bool(colon) and head.strip() in signs.topic_labels and not line.prose


def _is_photo_credit(line: Line, _low: str, signs: Signs) -> bool:
    """Tell a photographer's name behind its label; a label before a description makes a caption, which is no furniture."""
    if len(line.words) > 12 or line.stopped:
        return False
    label = signs.photo_labels.match(line.text)
    if label is None:
        return len(line.words) <= 8 and line.title >= 0.7 and bool(signs.photo_desks.search(line.text))
    return sum(word[0].islower() for word in line.text[label.end() :].split()) < 4


def _is_counter(line: Line, low: str, signs: Signs) -> bool:
    words = re.findall(r"[^\W\d_]+", low)
    counted = bool(words) and len(words) <= 5 and all(word in signs.counters for word in words)
    return counted and not line.stopped and bool(_NUMBER.search(low)) and find_date_line(line, signs) is None


def _is_comment(line: Line, _: str, __: Signs) -> bool:
    return len(line.text) <= 200 and bool(_COMMENTER.match(line.text))


def _is_menu(line: Line, low: str, signs: Signs) -> bool:
    items = [item.strip(" .:<>") for item in _BARS.split(low.strip(" |•·»›")) if item.strip()]
    if len(items) >= 3 and not line.stopped and all(len(item.split()) <= 4 for item in items):
        return True
    trail = len(items) >= 3 and items[0].rpartition(": ")[2] in signs.menu_words and len(items[-1].split()) <= _CRUMB
    if trail and not line.stopped and all(len(item.split()) <= 4 for item in items[1:-1]):
        return True
    if len(items) == 2:
        return all(item in signs.menu_words for item in items)
    return len(line.words) <= 6 and not line.stopped and all(word.casefold() in signs.menu_words for word in line.words)


def _is_prompt(line: Line, low: str, signs: Signs) -> bool:
    match = signs.prompts.match(low)
    if match is None or len(line.words) > 14 or low[0] in '“"‘' or signs.told_by.search(line.text):
        return False
    rest = low[match.end() :].strip()
    if " " in match.group(1) or match.group(1)[-1] == ":" or not rest:
        return rest[:1] == "." or not (line.stopped and len(line.words) > 9)
    return (
        rest[0] in ":|»>→…(." or (rest[0] in "-–—" and not line.stopped) or (len(line.words) <= 3 and not line.stopped)
    )


def _is_promotion(line: Line, low: str, signs: Signs) -> bool:
    """Tell words that sell the paper, and a question that an invitation follows ("Got a tip? Write to us")."""
    if len(line.words) > 25 or not _QUOTES.isdisjoint(low):
        return False
    if len(line.words) <= 18 and signs.invitations.match(low):
        return True
    addressed = not line.prose or any(word.casefold() in signs.reader_words for word in line.words)
    return addressed and bool(signs.promotions.search(low))


def _is_notice_start(line: Line, low: str, signs: Signs) -> bool:
    """Tell a line that opens as imprints do: "Tel: 55 12 34 56", "Copyright Coast Courier Ltd", "This entry was posted on ..."."""
    put_up = signs.entry_words.match(low)
    if put_up and len(line.words) <= 30 and _NUMBER.search(low):
        return True
    match = signs.notice_starts.match(low)
    return match is not None and len(line.words) <= 16 and (low[match.end() :].lstrip()[:1] == ":" or not line.prose)


def _is_service(line: Line, _: str, __: Signs) -> bool:
    """Tell weather and exchange rates."""
    if line.stopped or len(line.words) > 12:
        return False
    return bool(_DEGREES.search(line.text)) or len(_RATES.findall(line.text)) >= 2


def _is_arrow(line: Line, low: str, _: Signs) -> bool:
    return len(line.words) <= 12 and (low[-1] in "→»›>▸►" or (low[0] in "←«‹<»›▸►" and not line.stopped))


def _is_related_head(line: Line, low: str, signs: Signs) -> bool:
    bare = low.strip(" :.…»>–-")
    if bare in signs.related_heads:
        return True
    words = bare.split()
    long = not line.prose and not line.stopped and ":" not in bare
    return long and any(" ".join(words[:n]) in signs.related_heads for n in range(2, len(words)) if len(words) - n <= 3)


def _is_date_line(line: Line, _: str, signs: Signs) -> bool:
    found = find_date_line(line, signs)
    return found is not None and (found.day is None or found.changed)


def _is_stamped(line: Line, _: str, signs: Signs) -> bool:
    """A headline with the time of its publication stuck to its end."""
    if line.stopped or len(line.words) > 40:
        return False
    day = full_date(line.text, signs)
    return day is not None and day[1][1] >= len(line.text) - 8 and day[1][0] > 12 and bool(_STAMPED.search(line.text))


_RULES = (
    (Kind.NOTICE, "words of a notice", _is_notice),
    (Kind.NOTICE, _FOOT, _is_foot),
    (Kind.DATE_LINE, "only a date or time", _is_date_line),
    (Kind.RELATED, "headline with a time stamp", _is_stamped),
    (Kind.NOTICE, "label of an imprint", _is_notice_start),
    (Kind.PROMPT, "sells the paper or asks for help", _is_promotion),
    (Kind.OTHER, "weather or rates", _is_service),
    (Kind.MENU, "topic labels", _is_topics),
    (Kind.CREDIT, "photo credit", _is_photo_credit),
    (Kind.PROMPT, "counter", _is_counter),
    (Kind.COMMENT, "a reader's comment", _is_comment),
    (Kind.RELATED, "head of a list", _is_related_head),
    (Kind.MENU, "menu words", _is_menu),
    (Kind.PROMPT, "asks the reader to act", _is_prompt),
    (Kind.PROMPT, "arrow", _is_arrow),
    (Kind.OTHER, "bracketed label", lambda line, low, _: len(line.words) <= 8 and bool(_BRACKETED.match(low))),
)


def _repeated(lines: Sequence[Line], found: dict[int, Verdict]) -> None:
    """Set apart short lines that stand three times or more in the document."""
    counts = Counter(line.text.casefold() for line in lines)
    for line in lines:
        if not line.prose and not line.held and counts[line.text.casefold()] >= 3 and len(line.words) <= 12:
            found.setdefault(line.index, Verdict(Kind.OTHER, "line repeated in the document"))


def _doubled(lines: Sequence[Line], found: dict[int, Verdict]) -> None:
    """Set apart teasers: lines that stand twice, one right below the other, three or more such pairs on a page."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.text.casefold() == b.text.casefold()]
    for line in (line for pair in pairs for line in pair if len(pairs) >= _TEASERS and not line.held):
        found.setdefault(line.index, Verdict(Kind.RELATED, "teaser that stands twice"))


def _lists(lines: Sequence[Line], found: dict[int, Verdict], credited: Mapping[int, Credit], signs: Signs) -> None:
    """Carry the head of a list down over its lines; the last may be the headline of the piece that follows."""
    inside: Verdict | None = None
    for line in lines:
        verdict = found.get(line.index)
        low = line.text.casefold().strip(" :")
        if verdict and verdict.because in ("head of a list", "headline with a time stamp"):
            topics = low in signs.topic_labels
            inside = Verdict(
                Kind.MENU if topics else Kind.RELATED, "in a list of topics" if topics else "in a list of headlines"
            )
        elif inside and find_byline(line, signs):
            if found.get(line.index - 1) is inside:
                del found[line.index - 1]  # the headline over the by-line
            inside = None
        elif line.prose or line.held or (line.index in credited and not credited[line.index].headline):
            inside = None
        elif inside and verdict is None and not _opens_next(line, lines):
            found[line.index] = inside


def _opens_next(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a short line is the headline of the prose right after it."""
    after = lines[line.index + 1 : line.index + 5]
    if not after or len(line.words) < 4 or not any(item.prose for item in after[:3]):
        return False
    body = frozenset().union(*(item.stems for item in after if item.prose))
    return len(line.stems & body) >= 2 and overlap(line.stems, body) >= 0.3


def _boxes(lines: Sequence[Line], found: dict[int, Verdict], signs: Signs) -> None:
    """Set apart a box that only points elsewhere ("... See the map below."), with its heading."""
    for line in lines:
        if line.index in found or not line.stopped or not 5 <= len(line.words) <= 45:
            continue
        sentences = re.split(r"(?<=[.!?])\s+", line.text)
        if not (1 < len(sentences) <= 4 and len(sentences[-1].split()) <= 7 and signs.pointers.match(sentences[-1])):
            continue
        found[line.index] = Verdict(Kind.PROMPT, "box that points elsewhere")
        above = lines[line.index - 1] if line.index else None
        if above and not above.prose and not above.stopped and above.index not in found and len(above.words) <= 8:
            found[above.index] = Verdict(Kind.PROMPT, "heading of a box")
