"""Which language each paragraph is in; short ones inherit from their neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from sayso.lang.packs import Pack
from sayso.model.page import Page
from sayso.model.text import LanguageSpan, Problem, Span

__all__ = ["find_languages", "main_language", "unread_passages"]

SHORT = 30


def find_languages(view: str, paragraphs: tuple[Span, ...], identify: Callable[[str], str]) -> tuple[LanguageSpan, ...]:
    """Identify each paragraph's language; one shorter than 30 characters takes that of the paragraph before it."""
    found: list[LanguageSpan] = []
    for span in paragraphs:
        short = len(span) < SHORT
        language = found[-1].language if short and found else identify(span.of(view))
        found.append(LanguageSpan(span, language))
    return tuple(found)


def main_language(languages: tuple[LanguageSpan, ...]) -> str:
    """Return the language that most characters are in, `und` for an empty text."""
    sizes: Counter[str] = Counter()
    for item in languages:
        sizes[item.language] += len(item.span)
    return max(sizes, key=lambda code: (sizes[code], code)) if sizes else "und"


def unread_passages(page: Page, packs: Mapping[str, Pack]) -> tuple[Problem, ...]:
    """Report each language that passages are in and that no pack reads."""
    unread = {item.language: item.span for item in reversed(page.languages) if item.language not in packs}
    return tuple(
        Problem(
            f"text in an unread language: {language}", "kept and shown, but nothing was read from it",
            "add statements by hand, or a translation as a file of its own", document=page.document.id, span=span,
        )
        for language, span in sorted(unread.items())
    )
