"""Which language each paragraph is in, and each long quotation inside it.

Identifiers lean on names, which are the same in all languages: words in capitals are left out before asking. A short
paragraph that differs from both its neighbours is asked again, and then believed only if it differs without its names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from sayso.lang.packs import Pack
from sayso.model.page import Page
from sayso.model.text import LanguageSpan, Problem, Span

__all__ = ["find_languages", "main_language", "unread_passages"]

Identify = Callable[[str], str]

SHORT = 30  # characters: below, a paragraph says nothing of its language by itself
UNSURE = 160  # characters: below, a paragraph gives way to neighbours that agree
SAMPLE = 2000  # characters asked about at most
_SCANDINAVIAN = frozenset({"nb", "nn", "da", "sv"})
_PLAIN = re.compile(r"(?<![\w'’-])[^\W\d_A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_LONG_QUOTE = re.compile(r"“[^“”\n]{60,}”|\"[^\"\n]{60,}\"")


def find_languages(view: str, paragraphs: tuple[Span, ...], identify: Identify) -> tuple[LanguageSpan, ...]:
    """Identify each paragraph's language; short ones inherit. Quoted speech in another language gets a span of its own."""
    texts = [span.of(view)[:SAMPLE] for span in paragraphs]
    first = [None if _says_little(text) else _language(text, identify) for text in texts]
    settled = _one_scandinavian(_settle(texts, first, identify), texts)
    found = [LanguageSpan(span, code) for span, code in zip(paragraphs, settled, strict=True)]
    quoted = [item for outer in found for item in _quoted(view, outer, identify)]
    return tuple(sorted([*found, *quoted], key=lambda item: (item.span.start, -item.span.end)))


def _says_little(text: str) -> bool:
    return len(text) < SHORT or len(_LETTER.findall(text)) < SHORT // 2


def _language(text: str, identify: Identify) -> str:
    """Ask without the capitalised words if enough is left."""
    plain = " ".join(_PLAIN.findall(text))
    return identify(plain if len(plain) >= SHORT else text)


def _settle(texts: Sequence[str], first: Sequence[str | None], identify: Identify) -> list[str]:
    """Let short paragraphs inherit from what stands before (or after), and unsure ones give way to agreeing neighbours."""
    sure = [code if code and len(text) >= UNSURE else None for text, code in zip(texts, first, strict=True)]
    before, after = _nearest(sure), _nearest(sure[::-1])[::-1]
    overall = Counter(code for code in first if code)
    usual = max(overall, key=lambda code: (overall[code], code)) if overall else None
    settled: list[str] = []
    for text, code, left, right in zip(texts, first, before, after, strict=True):
        prior = left if left == right else None
        if code is None:
            settled.append(settled[-1] if settled else next((c for c in first if c), None) or identify(text))
        elif len(text) >= UNSURE or code in (left, right):
            settled.append(code)
        else:
            settled.append(_second_look(text, code, prior or left or right or usual, identify))
    return settled


def _nearest(codes: Sequence[str | None]) -> list[str | None]:
    """Return, for each place, the last code that stands before it."""
    found: list[str | None] = []
    last: str | None = None
    for code in codes:
        found.append(last)
        last = code or last
    return found


def _second_look(text: str, code: str, prior: str | None, identify: Identify) -> str:
    """Believe an unsure paragraph only if the text with and without its names agrees on another language than around."""
    if prior is None or code == prior:
        return code
    plain = " ".join(_PLAIN.findall(text))
    return code if len(plain) >= SHORT and identify(plain) == code == identify(text) else prior


def _one_scandinavian(codes: list[str], texts: Sequence[str]) -> list[str]:
    """Read short paragraphs in a Scandinavian language as the one that most of the document is in."""
    sizes: Counter[str] = Counter()
    for code, text in zip(codes, texts, strict=True):
        if code in _SCANDINAVIAN:
            sizes[code] += len(text)
    if len(sizes) < 2:
        return codes
    main = max(sizes, key=lambda code: (sizes[code], code))
    near = {code for code in _SCANDINAVIAN if sizes[code] < 2 * UNSURE}
    return [main if code in near else code for code in codes]


def _quoted(view: str, outer: LanguageSpan, identify: Identify) -> list[LanguageSpan]:
    """Find long quotations inside a paragraph whose language, with and without names, is not the paragraph's."""
    found = []
    for match in _LONG_QUOTE.finditer(view, outer.span.start, outer.span.end):
        words = match.group()[1:-1][:SAMPLE]
        code = _language(words, identify)
        if len(words) < len(outer.span) - 8 and code != outer.language and identify(words) == code:
            found.append(LanguageSpan(Span(*match.span()), code))
    return found


def main_language(languages: tuple[LanguageSpan, ...]) -> str:
    """Return the language that most characters are in, `und` for an empty text."""
    sizes: Counter[str] = Counter()
    for item in languages:
        sizes[item.language] += len(item.span)
    return max(sizes, key=lambda code: (sizes[code], code)) if sizes else "und"


def unread_passages(page: Page, packs: Mapping[str, Pack]) -> tuple[Problem, ...]:
    """Report each language that passages of reports are in and that no pack reads."""
    furniture = {item.span.start for item in page.boilerplate}
    unread = {
        item.language: item.span
        for item in reversed(page.languages)
        if item.language not in packs and item.span.start not in furniture
    }
    return tuple(
        Problem(
            f"text in an unread language: {language}",
            "kept and shown, but nothing was read from it",
            "add statements by hand, or a translation as a file of its own",
            document=page.document.id,
            span=span,
        )
        for language, span in sorted(unread.items())
    )
