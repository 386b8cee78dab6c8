"""Labels between and below the paragraphs of a piece: its own subheads, lists and pull-quotes, or other people's headlines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.model.reports import BoilerplateKind, PartKind
from sayso.segment.layout.anatomy import Anatomy, credits_head, take_byline
from sayso.segment.layout.captions import is_caption
from sayso.segment.layout.date_lines import find_date_line
from sayso.segment.layout.furniture import Verdict
from sayso.segment.layout.heads import is_byline
from sayso.segment.layout.lines import Line, name_like, overlap
from sayso.segment.layout.pieces import Piece
from sayso.segment.layout.signs import Signs

__all__ = ["SIGNED", "Repeats", "lone_headlines", "middle", "runs_of", "tail"]

SIGNED = re.compile(r"^[-–—]\s?(?P<name>[^,]{3,40}),\s\S")
_SHINGLE = 5
_NEAR_HEAD = 6  # lines from the top in which a by-line speaks for the piece
_SUBHEAD = 14  # words of a subhead at most; a longer label of the piece's own matter is a caption
_LIST = 3  # labels in a row that begin alike: a list
_RUN = "run of labels inside a piece"
_TITLE = 5  # words of a lone label from which it is a headline rather than a subhead
_SENTENCE_CASE = 0.5  # share below which a label is written as sentences are
_HEADLINE_CASE = 0.7  # share of longer words with a capital, from which a label is written as headlines are
_ITEM = re.compile(r"^(?:[-–—•*]\s?|\(?\d{1,2}[.)]\s)")
_SPEAKER = re.compile(r"^[^\W\d_][\w .'’-]{1,40}:\s")


class Repeats:
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


def runs_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Group lines that follow one another."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.index == runs[-1][-1].index + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def middle(
    run: Sequence[Line], above: Line, about: frozenset[str], repeats: Repeats, anatomy: Anatomy, signs: Signs
) -> None:
    """Name the labels between paragraphs: subheads, lists, captions, pull-quotes; runs of strange headlines are furniture.

    `above` is the paragraph before the run: what it announces with a colon is its own.
    """
    labels: list[Line] = []
    announced = _announces(above, run)
    for n, line in enumerate(run):
        kind = _middle_kind(run, n, repeats, anatomy, signs)
        if kind is not None:
            anatomy.parts.append((line.span, kind))
        elif not (
            _is_date(line, anatomy, signs)
            or _is_text(line)
            or announced
            or _is_entry(line, run)
            or _is_told(run, line, signs)
        ):
            labels.append(line)
    strange = [line for line in labels if not _is_own(line, about)]
    for line in labels:
        if (
            len(labels) == 1
            and line.stems & about
            and (len(line.words) <= _SUBHEAD or overlap(line.stems, about) >= 0.4)
        ):
            kind = PartKind.HEADLINE if len(line.words) <= _SUBHEAD else PartKind.CAPTION
            anatomy.parts.append((line.span, kind))
        elif line in strange:
            because = _RUN if len(labels) > 1 else "label that shares no word with the piece"
            anatomy.cast_out[line.index] = Verdict(
                BoilerplateKind.RELATED if len(labels) > 1 else BoilerplateKind.OTHER, because
            )


def lone_headlines(piece: Piece, anatomy: Anatomy) -> None:
    """Set apart single labels as long as headlines where the piece has runs of other people's: they are of the same sort."""
    if not any(verdict.because == _RUN for verdict in anatomy.cast_out.values()):
        return
    headlines = {span for span, kind in anatomy.parts if kind is PartKind.HEADLINE}
    first = piece.prose[0].index
    for line in piece.lines:
        if first < line.index and line.span in headlines and not line.held and len(line.words) >= _TITLE:
            anatomy.parts.remove((line.span, PartKind.HEADLINE))
            anatomy.cast_out[line.index] = Verdict(BoilerplateKind.RELATED, "headline among those of other pieces")


def _is_told(run: Sequence[Line], line: Line, signs: Signs) -> bool:
    """Tell a sentence without its full stop from a headline: alone, in small letters, with a word that only sentences have."""
    small = len(run) == 1 and len(line.words) >= 5 and line.title < _SENTENCE_CASE
    return small and any(word.casefold() in signs.finite_words for word in line.words[1:])


def _announces(above: Line, run: Sequence[Line]) -> bool:
    """Tell whether the paragraph right above a run of labels announces it: "Of the wounded:"."""
    return above.text[-1:] == ":" and run[0].index == above.index + 1


def _is_entry(line: Line, run: Sequence[Line]) -> bool:
    """Tell whether a label is one of three or more in a row that begin with the same word: a list in the text."""
    first = line.words[0].casefold() if line.words else ""
    alike = sum(bool(other.words) and other.words[0].casefold() == first for other in run)
    return alike >= _LIST and 2 * alike > len(run) and line.title < _HEADLINE_CASE


def _is_own(line: Line, about: frozenset[str]) -> bool:
    """Tell whether a label is of the piece's own matter and written as a sentence is."""
    shared = overlap(line.stems, about)
    return len(line.words) >= 6 and line.title < _HEADLINE_CASE and len(line.stems & about) >= 3 and shared >= 0.6


def _middle_kind(run: Sequence[Line], n: int, repeats: Repeats, anatomy: Anatomy, signs: Signs) -> PartKind | None:
    """Tell a pull-quote (repeated, or signed in the line below), a caption or a by-line."""
    line = run[n]
    signed = n + 1 < len(run) and SIGNED.match(run[n + 1].text)
    signs_quote = n > 0 and SIGNED.match(line.text) and (run[n - 1].span, PartKind.PULL_QUOTE) in anatomy.parts
    if repeats.elsewhere(line) or signed or signs_quote:
        return PartKind.PULL_QUOTE
    if is_caption(line, run[n + 1 : n + 2], signs):
        return PartKind.CAPTION
    if not is_byline(line, signs):
        return None
    if line.index <= anatomy.piece.lines[0].index + _NEAR_HEAD:
        take_byline(line, anatomy, signs)
    return PartKind.BYLINE


def _is_date(line: Line, anatomy: Anatomy, signs: Signs) -> bool:
    """Set apart a date that stands away from a piece's head: it dates something else."""
    if find_date_line(line, signs) is None:
        return False
    anatomy.cast_out[line.index] = Verdict(BoilerplateKind.DATE_LINE, "date away from the head of a piece")
    return True


def _is_text(line: Line) -> bool:
    """Tell lines that are short and yet part of the text: items of a list, a speaker's turn, the start of a quotation."""
    listed = bool(_ITEM.match(line.text) or _SPEAKER.match(line.text))
    return listed or line.text[0] in '“"' or line.stopped or "\t" in line.text  # a tab parts the cells of a table's row


def _is_foot(line: Line, run: Sequence[Line]) -> bool:
    """Tell the foot of a printed page, its number behind a tab, from the row of a table, which has others beside it."""
    return len(run) == 1 and any(cell.strip().isdigit() for cell in line.text.split("\t")[1:])


def tail(run: Sequence[Line], above: Line, about: frozenset[str], anatomy: Anatomy, signs: Signs) -> None:
    """Name the labels below the last prose: the headline of a page turned over, a signature, a last sentence cut off; else furniture."""
    titled = any(kind is PartKind.HEADLINE for _, kind in anatomy.parts)
    announced = _announces(above, run)
    for line in run:
        if _is_foot(line, run):
            anatomy.cast_out[line.index] = Verdict(BoilerplateKind.OTHER, "foot of a printed page")
            continue
        if (
            _is_date(line, anatomy, signs)
            or line.stopped
            or _ITEM.match(line.text)
            or announced
            or _is_told(run, line, signs)
        ):
            continue
        shared = overlap(line.stems, about) if len(line.stems & about) >= 2 else 0.0
        if (
            signs.sign_offs.search(line.text)
            or (name_like(line.words) and len(run) == 1)
            or credits_head(line, anatomy, signs)
        ):
            if (line.span, PartKind.BYLINE) not in anatomy.parts:
                anatomy.parts.append((line.span, PartKind.BYLINE))
        elif len(run) == 1 and not titled and len(line.words) >= 4 and shared >= 0.5:
            anatomy.parts.append((line.span, PartKind.HEADLINE))
        elif not _is_text(line) and not (len(run) == 1 and len(line.words) >= 6 and shared >= 0.3):
            because = "run of labels below a piece" if len(run) > 1 else "label below a piece"
            anatomy.cast_out[line.index] = Verdict(BoilerplateKind.RELATED, because)
