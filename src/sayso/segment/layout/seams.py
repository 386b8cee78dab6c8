"""Seams: whether a new piece begins between two lines of prose. Where nothing speaks for a cut there is none.

A credit, a dateline or the last words of a piece cut by themselves. Else signs are added up: a headline, a by-line or date,
an outlet's name, an address, furniture in between, a change of subject, persons introduced a second time.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.reports import BoilerplateKind as Kind
from sayso.segment.layout.bylines import read_head_line
from sayso.segment.layout.captions import is_labelled
from sayso.segment.layout.date_lines import find_date_line
from sayso.segment.layout.furniture import Verdict
from sayso.segment.layout.heads import Credit, find_byline, find_dateline
from sayso.segment.layout.lines import Line, overlap, stems
from sayso.segment.layout.names import is_medium
from sayso.segment.layout.openings import find_opening
from sayso.segment.layout.signs import Signs

__all__ = ["Gap", "is_cut"]

_WINDOW = 6  # prose lines on either side that are compared for a change of subject
_SAME_SUBJECT, _OTHER_SUBJECT, _FOREIGN_SUBJECT = 0.2, 0.12, 0.06
_ENOUGH = 3
_BODY = 60  # words that make a piece: above a dateline, else it is the end of a long headline; below an end
_HEADLINE = 6  # words from which a label is a headline rather than a subhead
_HEAD = 5  # labels above a text that can be its head
_FOOT = 250  # characters at a paragraph's end in which last words stand
_PLAIN = frozenset(':“”"')  # marks that words before a quoted opening hold, and a headline run in does not
_ADDRESS = re.compile(r"^\W*(?:\w+:\s)?(?:https?://|www\.)\S+\W*$")
_SLUG = re.compile(r"[^\W_]+")
_FULL_NAME = re.compile(
    r"(?P<name>[^\W\d_a-zæøå][^\W\d_]+(?: [^\W\d_a-zæøå][\w'’-]+)+)(?P<tail>, (?:(?:an?|the|who|en|et|som|den|det) |\d\d, )?[a-zæøå])?"
)


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between one line of prose and the next; `start` is the first of the piece above, by number of prose line."""

    lines: Sequence[Line]
    prose: Sequence[Line]
    n: int
    start: int
    found: Mapping[int, Verdict]
    credited: Mapping[int, Credit]
    apart: Collection[int]
    live: bool
    digest: bool

    @property
    def above(self) -> Line:
        """The last line of prose above."""
        return self.prose[self.n - 1]

    @property
    def below(self) -> Line:
        """The first line of prose below."""
        return self.prose[self.n]

    @property
    def since(self) -> Sequence[Line]:
        """The last lines of prose of the piece above."""
        return self.prose[max(self.start, self.n - _WINDOW) : self.n]

    @property
    def after(self) -> Sequence[Line]:
        """The next lines of prose."""
        return self.prose[self.n : self.n + _WINDOW]

    @property
    def between(self) -> Sequence[Line]:
        """All lines between the two."""
        return self.lines[self.above.index + 1 : self.below.index]

    @property
    def labels(self) -> list[Line]:
        """The labels right above the line below, the nearest first: those over furniture belong to what stands above."""
        labels: list[Line] = []
        for line in reversed(self.between):
            if line.index in self.found or line.index in self.credited or line.index in self.apart:
                break
            labels.append(line)
        return labels


def is_cut(gap: Gap, signs: Signs) -> bool:
    """Weigh the signs of a new piece between two lines of prose."""
    if any(line.index in gap.credited for line in gap.between):
        return True
    if _opens(gap, signs) or _ends(gap, signs):
        return True
    if not gap.between:
        return False  # a change of subject alone is no seam
    head, subject = _head_weight(gap, signs), _subject(gap)
    if gap.live:
        return head + subject >= _ENOUGH
    weight = head + (max(subject, 0) if head >= _ENOUGH else subject) + _parting(gap)
    headline = max((_headline_weight(line, gap) for line in gap.labels), default=0)
    weight += headline if _is_parted(gap) else min(headline, 2)
    if weight >= _ENOUGH:
        return True
    headed = any(len(line.words) >= _HEADLINE for line in gap.labels)
    again = _introduced_again(gap, signs) if weight >= 0 and (headed or _is_parted(gap)) else 0
    return (
        again > (0 if headed else 1) and weight - min(subject, 0) + again >= _ENOUGH
    )  # the same story told anew is of the same subject


def _opens(gap: Gap, signs: Signs) -> bool:
    """Tell whether the line below opens as only a piece's first line does: with a dateline, or date and headline run in."""
    if gap.digest:
        return False
    if not find_dateline(gap.below, signs):
        opening = find_opening(gap.below, signs)
        headline = gap.below.text[slice(*opening.headline)] if opening and opening.headline else ""
        if opening is None or not opening.agency or not _PLAIN.isdisjoint(headline):
            return False
    return _size(_body(gap.since, signs)) >= _BODY


def _ends(gap: Gap, signs: Signs) -> bool:
    """Tell whether the piece above ends with last words ("Editing by ..."), or a notice of rights, and enough follows."""
    ended = signs.sign_offs.search(gap.above.text[-_FOOT:]) or any(_is_end(line, gap, signs) for line in gap.between)
    return bool(ended) and _size(gap.prose[gap.n : gap.n + 4]) >= _BODY


def _is_end(line: Line, gap: Gap, signs: Signs) -> bool:
    verdict = gap.found.get(line.index)
    if verdict is None:
        return len(line.words) <= 25 and bool(signs.sign_offs.search(line.text))
    ended = signs.rights if verdict.kind is Kind.NOTICE else signs.originals if verdict.kind is Kind.PROMPT else None
    return ended is not None and bool(ended.search(line.text)) and _size(gap.since) >= _BODY


def _head_weight(gap: Gap, signs: Signs) -> int:
    """Weigh the lines that only a piece's head has; a headline right above one makes it certain."""
    labels = gap.labels[:_HEAD]
    weights = [_line_weight(line, labels[n + 1 :], signs) for n, line in enumerate(labels) if not line.stopped]
    weight = max(weights, default=0) + (sum(w > 0 for w in weights) > 1)
    return weight if _size(gap.since) >= _BODY // 2 else min(weight, 2)


def _line_weight(line: Line, over: Sequence[Line], signs: Signs) -> int:
    """Weigh one line of a head; `over` are the labels above it, the nearest first."""
    headed = bool(over) and len(over[0].words) >= 3 and not _is_credit_line(over[0], signs)
    if find_date_line(line, signs) is not None:
        return 3 if headed else 1
    if _is_credit_line(line, signs):
        return 3 if headed else 2
    return 2 if is_medium(line.text, signs) and len(line.words) <= 5 else 0


def _is_credit_line(line: Line, signs: Signs) -> bool:
    """Tell a line that says who wrote what follows."""
    if find_byline(line, signs):
        return True
    head = read_head_line(line, signs)
    return head is not None and head.certain


def _is_parted(gap: Gap) -> bool:
    return any(line.index in gap.found and gap.found[line.index].kind is not Kind.DATE_LINE for line in gap.between)


def _parting(gap: Gap) -> int:
    """Weigh what lies between: any furniture, an address, more so one of what stands above or below."""
    weight = int(_is_parted(gap))
    for line in gap.between:
        if _ADDRESS.match(line.text):
            weight += 2 if _is_about(line, gap) else 1
    return weight


def _is_about(line: Line, gap: Gap) -> bool:
    """Tell whether the words of an address are those of the text above or below."""
    words = stems(" ".join(_SLUG.findall(line.text)))
    near = frozenset().union(*(item.stems for item in (*gap.since[:2], *gap.after[:2])))
    return len(words & near) >= 2


def _body(lines: Sequence[Line], signs: Signs) -> list[Line]:
    """Leave out captions and what stands twice: they are no text of a piece of its own."""
    once = {line.text.casefold(): line for line in lines if not is_labelled(line, signs)}
    return sorted(once.values(), key=lambda line: line.index)


def _size(lines: Iterable[Line]) -> int:
    return sum(len(line.words) for line in lines)


def _headline_weight(line: Line, gap: Gap) -> int:
    """Weigh a label as the headline of what follows: long enough, and about what stands below rather than above."""
    if not 4 <= len(line.words) <= 22 or not line.text[0].isalpha():
        return 0
    below = frozenset().union(*(item.stems for item in gap.after[:3]))
    above = frozenset().union(*(item.stems for item in gap.since[-3:]))
    down, up = overlap(line.stems, below), overlap(line.stems, above)
    return (down >= 0.3) + (down > up + 0.15) + (line.title >= 0.6 and len(line.words) >= 5)


def _introduced_again(gap: Gap, signs: Signs) -> int:
    """Count, up to two, the persons that the piece above named in full and the text below presents anew: "Ada Brenn, a skipper"."""
    known = {name for line in gap.since for name, _ in _full_names(line, signs)}
    return min(
        2, len({name for line in gap.after[:4] for name, told in _full_names(line, signs) if told and name in known})
    )


def _full_names(line: Line, signs: Signs) -> Iterable[tuple[str, bool]]:
    """Yield the names of two words or more, and whether words that present the bearer follow."""
    for match in _FULL_NAME.finditer(line.text):
        words = match["name"].split()
        words = words[1:] if words[0].casefold() in signs.common_words else words
        if len(words) > 1:
            yield " ".join(words), match["tail"] is not None


def _subject(gap: Gap) -> int:
    """Weigh a change of subject: positive when the lines above and below share few words, negative when many."""
    if gap.above.language != gap.below.language:
        return 0
    likeness = _cosine(gap.since, gap.after)
    if likeness >= _SAME_SUBJECT:
        return -1
    if min(_size(gap.since), _size(gap.after)) < _BODY:
        return 0
    return (likeness < _OTHER_SUBJECT) + (likeness < _FOREIGN_SUBJECT)


def _cosine(some: Iterable[Line], others: Iterable[Line]) -> float:
    a, b = (Counter(stem for line in group for stem in line.stems) for group in (some, others))
    shared = sum(count * b[stem] for stem, count in a.items())
    norm = math.sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return shared / norm if norm else 0.0
