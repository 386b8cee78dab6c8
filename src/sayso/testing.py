"""Marked-up text for tests: write the spans into the sentence instead of counting offsets."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.text import Span

__all__ = ["Marked", "marked"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and the spans that were marked, by label, in text order."""

    text: str
    spans: dict[str, tuple[Span, ...]]

    def words(self, label: str) -> tuple[str, ...]:
        """Return the words under a label."""
        return tuple(span.of(self.text) for span in self.spans.get(label, ()))


def marked(source: str) -> Marked:
    """Read `[words]{label}` marks, which may stand inside each other.

    >>> m = marked("[The mayor]{source} [said]{cue} [it [burned]{event}]{content}.")
    >>> m.text
    'The mayor said it burned.'
    >>> m.words("content"), m.words("event")
    (('it burned',), ('burned',))
    """
    text: list[str] = []
    opened: list[int] = []
    found: dict[str, list[Span]] = {}
    i, size = 0, 0
    while i < len(source):
        if source[i] == "[":
            opened.append(size)
        elif source[i] == "]" and opened and source[i + 1 : i + 2] == "{":
            close = source.index("}", i)
            found.setdefault(source[i + 2 : close], []).append(Span(opened.pop(), size))
            i = close
        else:
            text.append(source[i])
            size += 1
        i += 1
    return Marked("".join(text), {label: tuple(sorted(spans)) for label, spans in sorted(found.items())})
