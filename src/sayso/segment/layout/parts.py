"""Parts of a piece: headline, standfirst, caption, by-line, dateline, pull-quote; and the labels that turn out to be furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.model.reports import BoilerplateKind, PartKind
from sayso.model.text import Span
from sayso.segment.layout.dates import DateLine, find_date_line
from sayso.segment.layout.furniture import Verdict
from sayso.segment.layout.heads import Dateline, find_byline, find_dateline
from sayso.segment.layout.lines import Line, name_like, overlap
from sayso.segment.layout.names import is_agency, is_medium
from sayso.segment.layout.pieces import Piece
from sayso.segment.layout.signs import Signs

__all__ = ["Anatomy", "dissect"]

_SHINGLE = 5
_NEAR_HEAD = 6  # lines from the top in which a by-line speaks for the piece
_HEADLINE, _CAPTION = 20, 45  # words that a headline with a full stop has at most, and a caption told by its label
_SIGNED = re.compile(r"^[-–—]\s?(?P<name>[^,]{3,40}),\s\S")
_ITEM = re.compile(r"^(?:[-–—•*]\s?|\(?\d{1,2}[.)]\s)")
_SPEAKER = re.compile(r"^[^\W\d_][\w .'’-]{1,40}:\s")


@dataclass(slots=True)
class Anatomy:
    """A piece taken apart: its parts, what its head says, and the lines that are furniture after all."""

    piece: Piece
    parts: list[tuple[Span, PartKind]] = field(default_factory=list)
    dateline: tuple[Line, Dateline] | None = None
    date_line: tuple[Line, DateLine] | None = None
    byline: list[Span] = field(default_factory=list)
    media: list[tuple[str, Span]] = field(default_factory=list)
    cast_out: dict[int, Verdict] = field(default_factory=dict)


def dissect(piece: Piece, signs: Signs) -> Anatomy:
    """Name the parts of a piece."""
    anatomy = Anatomy(piece)
    prose = piece.prose
    while len(prose) > 1 and prose[0].index < piece.lines[0].index + 4 and _credits_head(prose[0], anatomy, signs):
        prose = prose[1:]
    if not prose:
        return anatomy
    first, last = prose[0].index, prose[-1].index
    about: frozenset[str] = frozenset().union(*(line.stems for line in prose))
    repeats = _Repeats(prose)
    _dateline(prose, anatomy, signs)
    above = [line for line in piece.lines if line.index < first and not line.prose]
    _head(above, prose, anatomy, signs)
    for run in _runs([line for line in piece.lines if first < line.index < last and not line.prose]):
        _middle(run, about, repeats, anatomy, signs)
    for run in _runs([line for line in piece.lines if line.index > last]):
        _tail(run, about, anatomy, signs)
    _prose_parts(prose, repeats, anatomy, signs)
    return anatomy


class _Repeats:
    """Runs of five words of a piece's prose, and the longest paragraph each stands in, to find sentences repeated apart."""

    def __init__(self, prose: Sequence[Line]) -> None:
        self.owner: dict[tuple[str, ...], Line] = {}
        for line in prose:
            for shingle in _shingles(line):
                if len(self.owner.setdefault(shingle, line).words) < len(line.words):
                    self.owner[shingle] = line

    def elsewhere(self, line: Line) -> bool:
        """Tell whether nearly all of a line also stands in a longer paragraph, or in an equal one before it."""
        mine = list(_shingles(line))
        again = sum(self.owner.get(shingle, line).index != line.index for shingle in mine)
        return len(mine) >= 2 and again >= 0.8 * len(mine)


def _shingles(line: Line) -> Iterable[tuple[str, ...]]:
    words = [word.casefold() for word in line.words]
    return (tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Group lines that follow one another."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.index == runs[-1][-1].index + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _dateline(prose: Sequence[Line], anatomy: Anatomy, signs: Signs) -> None:
    for line in prose[:3]:
        if found := find_dateline(line, signs):
            anatomy.dateline = (line, found)
            end = line.span.start + len(line.text[: found.end].rstrip())
            anatomy.parts.append((Span(line.span.start, end), PartKind.DATELINE))
            return


def _credits_head(line: Line, anatomy: Anatomy, signs: Signs) -> bool:
    """Take a by-line or date line; both only stand near a piece's head."""
    dated = find_date_line(line, signs)
    if dated is not None:
        if anatomy.date_line is None:
            anatomy.date_line = (line, dated)
    else:
        if not find_byline(line, signs):
            return False
        _take_byline(line, anatomy, signs)
    anatomy.parts.append((line.span, PartKind.BYLINE))
    return True


def _take_byline(line: Line, anatomy: Anatomy, signs: Signs) -> None:
    """Note the persons and the media that a by-line names."""
    for a, b in find_byline(line, signs):
        name, span = line.text[a:b], Span(line.span.start + a, line.span.start + b)
        if is_agency(name, signs) or is_medium(name, signs):
            anatomy.media.append((name, span))
        else:
            anatomy.byline.append(span)


def _head(lines: Sequence[Line], prose: Sequence[Line], anatomy: Anatomy, signs: Signs) -> None:
    """Name the labels above the first prose: captions, the headline, what stands between."""
    near: frozenset[str] = frozenset().union(*(line.stems for line in prose[:6]))
    kinds: list[PartKind] = []
    for n, line in enumerate(lines):
        if _credits_head(line, anatomy, signs):
            continue
        if _is_caption(line, lines[n + 1 : n + 2] or lines[max(0, n - 1) : n], signs):
            kind = PartKind.CAPTION
        elif PartKind.HEADLINE not in kinds and (len(line.words) >= 3 or line.stems & near):
            kind = PartKind.HEADLINE
        elif line.stopped or (len(line.words) >= 6 and line.stems & near):
            kind = PartKind.STANDFIRST
        else:
            anatomy.cast_out[line.index] = Verdict(BoilerplateKind.OTHER, "label above a piece")
            continue
        kinds.append(kind)
        anatomy.parts.append((line.span, kind))


def _is_caption(line: Line, beside: Sequence[Line], signs: Signs) -> bool:
    """Tell a description of a photograph: repeated with a credit behind it, in a caption's words, or of what is to be seen."""
    if signs.caption_words.search(line.text) or _ends_in_agency(line, signs) or _labelled(line, signs):
        return True
    other = beside[0].text if beside else ""
    if (
        len(line.words) >= 5
        and other
        and other != line.text
        and (other.startswith(line.text) or line.text.startswith(other))
    ):
        return True
    plain = line.title < 0.7 and len(line.words) >= 8 and not line.stopped
    return plain and any(word in signs.caption_verbs for word in line.words[1:8])


def _labelled(line: Line, signs: Signs) -> bool:
    """Tell a caption by "Photo:" before it or by a photographer's credit in brackets behind it."""
    return len(line.words) <= _CAPTION and bool(
        signs.photo_labels.match(line.text) or signs.photo_tails.search(line.text)
    )


def _ends_in_agency(line: Line, signs: Signs) -> bool:
    found = list(signs.agency_name.finditer(line.text[-40:])) if len(line.words) >= 5 else []
    return bool(found) and not line.stopped and len(line.text[-40:]) - found[-1].end() <= 1


def _middle(run: Sequence[Line], about: frozenset[str], repeats: _Repeats, anatomy: Anatomy, signs: Signs) -> None:
    """Name the labels between paragraphs: subheads, captions, pull-quotes; runs of strange headlines are furniture."""
    labels: list[Line] = []
    for n, line in enumerate(run):
        kind = _middle_kind(run, n, repeats, anatomy, signs)
        if kind is not None:
            anatomy.parts.append((line.span, kind))
        elif not _is_date(line, anatomy, signs) and not _is_text(line):
            labels.append(line)
    for line in labels:
        if len(labels) == 1 and line.stems & about and len(line.words) <= 14:
            anatomy.parts.append((line.span, PartKind.HEADLINE))
        else:
            because = "run of labels inside a piece" if len(labels) > 1 else "label that shares no word with the piece"
            anatomy.cast_out[line.index] = Verdict(
                BoilerplateKind.RELATED if len(labels) > 1 else BoilerplateKind.OTHER, because
            )


def _middle_kind(run: Sequence[Line], n: int, repeats: _Repeats, anatomy: Anatomy, signs: Signs) -> PartKind | None:
    """Tell a pull-quote (repeated, or signed in the line below), a caption or a by-line."""
    line = run[n]
    signed = n + 1 < len(run) and _SIGNED.match(run[n + 1].text)
    signs_quote = n > 0 and _SIGNED.match(line.text) and (run[n - 1].span, PartKind.PULL_QUOTE) in anatomy.parts
    if repeats.elsewhere(line) or signed or signs_quote:
        return PartKind.PULL_QUOTE
    if _is_caption(line, run[n + 1 : n + 2], signs):
        return PartKind.CAPTION
    if not find_byline(line, signs):
        return None
    if line.index <= anatomy.piece.lines[0].index + _NEAR_HEAD:
        _take_byline(line, anatomy, signs)
    return PartKind.BYLINE


def _is_date(line: Line, anatomy: Anatomy, signs: Signs) -> bool:
    """Set apart a date that stands away from a piece's head: it dates something else."""
    if find_date_line(line, signs) is None:
        return False
    anatomy.cast_out[line.index] = Verdict(BoilerplateKind.DATE_LINE, "date away from the head of a piece")
    return True


def _is_text(line: Line) -> bool:
    """Tell lines that are short and yet part of the text: items of a list, a speaker's turn, the start of a quotation."""
    return bool(_ITEM.match(line.text) or _SPEAKER.match(line.text)) or line.text[0] in '“"' or line.stopped


def _tail(run: Sequence[Line], about: frozenset[str], anatomy: Anatomy, signs: Signs) -> None:
    """Name the labels below the last prose: the headline of a page turned over, a signature; else furniture."""
    titled = any(kind is PartKind.HEADLINE for _, kind in anatomy.parts)
    for line in run:
        if _is_date(line, anatomy, signs) or line.stopped or _ITEM.match(line.text):
            continue
        if (
            signs.sign_offs.search(line.text)
            or (name_like(line.words) and len(run) == 1)
            or _credits_head(line, anatomy, signs)
        ):
            if (line.span, PartKind.BYLINE) not in anatomy.parts:
                anatomy.parts.append((line.span, PartKind.BYLINE))
        elif (
            len(run) == 1
            and not titled
            and len(line.words) >= 4
            and overlap(line.stems, about) >= 0.5
            and len(line.stems) >= 2
        ):
            anatomy.parts.append((line.span, PartKind.HEADLINE))
        elif not _is_text(line):
            because = "run of labels below a piece" if len(run) > 1 else "label below a piece"
            anatomy.cast_out[line.index] = Verdict(BoilerplateKind.RELATED, because)


def _prose_parts(prose: Sequence[Line], repeats: _Repeats, anatomy: Anatomy, signs: Signs) -> None:
    """Name whole paragraphs that are parts: captions and a headline with a full stop at the top, sentences pulled out."""
    top = 0
    while top + 1 < len(prose) and not prose[top].stopped and _is_caption(prose[top], prose[top + 1 : top + 2], signs):
        anatomy.parts.append((prose[top].span, PartKind.CAPTION))
        top += 1
    if top and _is_caption(prose[top], prose[top - 1 : top], signs) and not prose[top].stopped:
        anatomy.parts.append((prose[top].span, PartKind.CAPTION))
        top += 1
    first, rest = prose[top : top + 1], prose[top + 1 :]
    for line in rest:
        if _labelled(line, signs):
            anatomy.parts.append((line.span, PartKind.CAPTION))
    headed = any(kind is PartKind.HEADLINE for _, kind in anatomy.parts)
    for line in first if rest and not headed else []:
        if _is_headline(line, rest, anatomy):
            anatomy.parts.append((line.span, PartKind.HEADLINE))
    pulled = {line.index for line in rest if len(line.words) <= 40 and repeats.elsewhere(line)}
    for line in anatomy.piece.lines:
        signs_quote = line.index - 1 in pulled and _SIGNED.match(line.text)
        if line.index in pulled or signs_quote:
            anatomy.parts.append((line.span, PartKind.PULL_QUOTE))


def _is_headline(line: Line, rest: Sequence[Line], anatomy: Anatomy) -> bool:
    """Tell a headline that looks like a sentence: in capitals, or short above the paragraph that opens with the dateline."""
    if len(line.words) > _HEADLINE or line.text[0] in '“"':
        return False
    if anatomy.dateline is None:
        return len(line.words) <= 16 and line.title >= 0.7
    text = [item.index for item in rest if (item.span, PartKind.CAPTION) not in anatomy.parts]
    return text[:1] == [anatomy.dateline[0].index]
