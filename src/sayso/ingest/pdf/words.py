"""What stands where on a page of a PDF: runs of words, with their boxes, in the order the file draws them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pypdfium2 import PdfiumError, raw

__all__ = ["Run", "is_invisible", "runs_left", "runs_of"]

HYPHEN = "\ufffe"  # what PDFium makes of a hyphen at the end of a line, with the line end gone
SPACE = frozenset(" \r\n\t\ufffe\x02")
WIDE = 0.7  # a gap this wide, in heights of the line, may part two columns; put together again where it does not
LEVEL = 0.5  # boxes that share less than this of their height are not on one line
TALL = 1.6  # times a character's height: a word that is taller stands in two lines
TURNED = 0.2  # radians
BACKWARD = -0.6


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand side by side; edges in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float
    words: str
    turned: bool = False

    @property
    def height(self) -> float:
        """Height of the line by its font, ascenders and descenders included."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Height of its middle on the page."""
        return (self.top + self.bottom) / 2


def runs_of(page: ctypes.c_void_p, most: int) -> list[Run]:
    """Return the runs on a text page, of its first `most` characters."""
    runs: list[Run] = []
    for word, breaks in _words(page, most):
        last = runs[-1] if runs else None
        if last is None or breaks or not _goes_on(last, word):
            runs.append(word)
        else:
            runs[-1] = Run(
                min(last.left, word.left), min(last.bottom, word.bottom), max(last.right, word.right), max(last.top, word.top),
                f"{last.words} {word.words}", last.turned,
            )  # fmt: skip
    return runs


def _goes_on(last: Run, word: Run) -> bool:
    shared = min(last.top, word.top) - max(last.bottom, word.bottom)
    gap = max(word.left - last.right, last.left - word.right)  # to the left where writing runs to the left
    level = shared > LEVEL * min(last.height, word.height)
    return last.turned == word.turned and (word.turned or (level and BACKWARD * last.height < gap < WIDE * last.height))


def _words(page: ctypes.c_void_p, most: int) -> Iterator[tuple[Run, bool]]:
    """Yield each word and whether a line ended before it."""
    text = _characters(page, most)
    at, breaks = 0, True
    while at < len(text):
        if text[at] in SPACE:
            breaks = breaks or text[at] not in " \t"
            at += 1
            continue
        end = at
        while end < len(text) and text[end] not in SPACE:
            end += 1
        hyphen = end < len(text) and text[end] in "\ufffe\x02"
        for word in _level_words(page, at, end - 1, text[at:end]):
            yield (replace(word, words=f"{word.words}-") if hyphen else word), breaks
            breaks = False
        at = end


def _level_words(page: ctypes.c_void_p, first: int, last: int, words: str) -> Iterator[Run]:
    """Yield a word, or its parts where PDFium saw none of the space between words that stand in different lines."""
    whole = _word(page, first, last, words)
    if whole is None:
        return
    if whole.turned or runs_left(words) or whole.height < TALL * _height(page, first):
        yield whole
        return
    begins = 0
    for at in range(1, len(words)):
        if not _on_one_line(page, first + at - 1, first + at):
            yield from filter(None, [_word(page, first + begins, first + at - 1, words[begins:at])])
            begins = at
    yield from filter(None, [_word(page, first + begins, last, words[begins:])])


def _height(page: ctypes.c_void_p, at: int) -> float:
    box = _box(page, at)
    return box.top - box.bottom if box else 0.0


def _on_one_line(page: ctypes.c_void_p, a: int, b: int) -> bool:
    one, other = _box(page, a), _box(page, b)
    if one is None or other is None:
        return True
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return bool(shared > LEVEL * min(one.top - one.bottom, other.top - other.bottom))


def _characters(page: ctypes.c_void_p, most: int) -> str:
    """Return the characters of a page, one for each of PDFium's own, so that places agree."""
    count = min(raw.FPDFText_CountChars(page), most)
    if count < 0:
        raise PdfiumError("its characters cannot be counted")
    return "".join(_character(raw.FPDFText_GetUnicode(page, at)) for at in range(count))


def _character(number: int) -> str:
    # Half a pair and what is beyond Unicode is no character; a zero is one the font gives no letter for.
    if 0 < number < 0x20 and number != 2:
        return "\n" if number in {10, 13} else " "
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _word(page: ctypes.c_void_p, first: int, last: int, words: str) -> Run | None:
    begins, ends = _box(page, first), _box(page, last)
    if begins is None or ends is None:
        return None
    if runs_left(words):
        return _leftward(page, first, words)
    angle = raw.FPDFText_GetCharAngle(page, first)
    turned = TURNED < angle < 6.283 - TURNED
    return Run(
        min(begins.left, ends.left), min(begins.bottom, ends.bottom), max(begins.right, ends.right), max(begins.top, ends.top), words, turned,
    )  # fmt: skip


def runs_left(words: str) -> bool:
    """Tell whether most letters of words are of a script that is written to the left."""
    letters = [c for c in words if c.isalpha()]
    return 2 * sum("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in letters) > len(letters)


def _leftward(page: ctypes.c_void_p, first: int, words: str) -> Run | None:
    """Return a word written to the left, its letters from the right: PDFium gives some words as they stand, some turned about."""
    boxes = [(box, c) for at, c in enumerate(words) if (box := _box(page, first + at)) is not None]
    if not boxes:
        return None
    if not any(c.isdigit() for c in words):
        boxes.sort(key=lambda item: -(item[0].left + item[0].right))
    return Run(
        min(box.left for box, _ in boxes), min(box.bottom for box, _ in boxes), max(box.right for box, _ in boxes),
        max(box.top for box, _ in boxes), "".join(c for _, c in boxes),
    )  # fmt: skip


def _box(page: ctypes.c_void_p, at: int) -> raw.FS_RECTF | None:
    box = raw.FS_RECTF()
    return box if raw.FPDFText_GetLooseCharBox(page, at, box) else None


def is_invisible(page: ctypes.c_void_p) -> bool:
    """Tell whether the first letters of a page are drawn with no ink, as machines lay what they recognised over a picture."""
    for at in range(min(raw.FPDFText_CountChars(page), 20)):
        drawn = raw.FPDFText_GetTextObject(page, at)
        if drawn:
            return bool(raw.FPDFTextObj_GetTextRenderMode(drawn) == raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    return False
