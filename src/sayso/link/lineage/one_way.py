"""Changes that go one way only: what tells a copy from what it was taken from, where no day and no credit does.

A sentence can lose its beginning on the way and not find it again; a person brought in by surname alone was introduced in
words that were cut; a page that credits an outlet, or stitches several pieces, reprints. Each is a clue, none is proof:
what may be stated on them is decided in `family`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sayso.lang.packs import load_packs
from sayso.link.lineage.alignment import Alignment
from sayso.link.lineage.sentences import Piece
from sayso.model.annotations import MentionType
from sayso.model.reconstruction import Because
from sayso.model.reports import Basis, PartKind
from sayso.model.text import Anchor, Span, covers, hull

__all__ = ["STRONG", "Looked", "clues"]

STRONG = frozenset({"cut-sentence", "name-not-introduced", "correction"})  # rules that tell by themselves
OPENING = 12  # words of a sentence within which a cut one can begin
WHOLE, PART = 0.93, 0.85  # share of a report's text that is all of it, and that leaves something out


class Looked:
    """A report with what clues ask of it, looked at once."""

    def __init__(self, piece: Piece) -> None:
        self.piece = piece

    @cached_property
    def headline(self) -> str:
        """Its headline's words, "" without one."""
        parts = (p.span for p in self.piece.report.parts if p.kind is PartKind.HEADLINE)
        return next((span.of(self.piece.reading.text).strip().rstrip(".") for span in parts), "")

    @cached_property
    def credited(self) -> Span | None:
        """Where a credit line names the outlet that the text is from; None without such a line."""
        outlet = self.piece.report.outlet
        return outlet.span if outlet and outlet.basis is Basis.CREDIT else None

    @cached_property
    def stitched(self) -> bool:
        """Whether it stands on a page that holds several pieces."""
        return len(self.piece.reading.reports) > 1

    @cached_property
    def corrects(self) -> Span | None:
        """Where it says that it corrects an earlier version of itself; None where it does not."""
        pack = load_packs().get(self.piece.report.language) or load_packs()["en"]
        text = self.piece.reading.text
        for span in self.piece.report.spans:
            low = span.of(text).lower()
            for cue in pack.table("lineage").get("corrections", ()):
                at = low.find(cue)
                if at >= 0:
                    return Span(span.start + at, span.start + at + len(cue))
        return None

    @cached_property
    def people(self) -> dict[str, tuple[bool, Span]]:
        """Surname → whether the report gives it with a first name anywhere, and where it stands first."""
        found: dict[str, tuple[bool, Span]] = {}
        for mention in self.piece.reading.mentions:
            if mention.type is MentionType.PERSON and any(covers(s, mention.span) for s in self.piece.report.spans):
                words = mention.span.of(self.piece.reading.text).split()
                if words and words[-1][:1].isupper():
                    known, where = found.get(words[-1], (False, mention.span))
                    found[words[-1]] = (known or len(words) > 1, where)
        return found

    def anchor(self, span: Span) -> Anchor:
        """Return the anchor of a span in its document."""
        return Anchor(self.piece.report.document, span)


def clues(a: Looked, b: Looked, found: Alignment) -> tuple[tuple[Because, ...], tuple[Because, ...]]:
    """Return the clues by which `a` had the text before `b`, and those by which `b` had it before `a`."""
    return tuple(_clues(a, b, found, 0)), tuple(_clues(b, a, found, 1))


def _clues(one: Looked, other: Looked, found: Alignment, side: int) -> Iterator[Because]:
    """Yield why `one` was first; it is the left of the aligned pairs when `side` is 0, else the right."""
    by_text = (clue(one, other, found, side) for clue in (_cut, _not_introduced, _trimmed))
    by_page = (clue(one, other) for clue in (_corrected, _credit_line, _stitched, _headline))
    yield from (because for because in (*by_text, *by_page) if because)


def _cut(one: Looked, other: Looked, found: Alignment, side: int) -> Because | None:
    """Find a sentence of the other that begins in the middle of one's: what is lost does not come back."""
    for pair in found.pairs:
        whole, rest = one.piece.sentences[pair[side]], other.piece.sentences[pair[1 - side]]
        if whole.words[0] == rest.words[0] or rest.words[0] not in whole.words[1:OPENING]:
            continue
        begins = rest.span.of(other.piece.reading.text).lstrip("\"'“”«‘")[:1]
        if begins.islower() and not whole.span.of(one.piece.reading.text).lstrip("\"'“”«‘")[:1].islower():
            places = (one.anchor(whole.span), other.anchor(rest.span))
            return Because("cut-sentence", "the other begins this sentence in the middle", places)
    return None


def _not_introduced(one: Looked, other: Looked, found: Alignment, side: int) -> Because | None:
    """Find a person whom the other calls by surname alone in a shared passage, and one by full name in what the other left out."""
    taken = {pair[side] for pair in found.pairs}
    shared = [other.piece.sentences[pair[1 - side]].span for pair in found.pairs]
    for surname, (full, where) in sorted(other.people.items()):
        known = one.people.get(surname)
        if full or not known or not known[0] or not any(covers(span, where) for span in shared):
            continue
        inside = [i for i, s in enumerate(one.piece.sentences) if covers(s.span, known[1])]
        if inside and inside[0] not in taken:
            places = (one.anchor(known[1]), other.anchor(where))
            return Because("name-not-introduced", "the other names a person it never introduces, as this does", places)
    return None


def _corrected(one: Looked, other: Looked) -> Because | None:
    if other.corrects and not one.corrects:
        words = "the other says that it corrects an earlier version"
        return Because("correction", words, (other.anchor(other.corrects),))
    return None


def _credit_line(one: Looked, other: Looked) -> Because | None:
    if other.credited and not one.credited:
        return Because("credit-line", "the other credits an outlet, this does not", (other.anchor(other.credited),))
    return None


def _stitched(one: Looked, other: Looked) -> Because | None:
    if other.stitched and not one.stitched:
        return Because("stitched-page", "the other stands on a page of several pieces, this alone")
    return None


def _headline(one: Looked, other: Looked) -> Because | None:
    if one.headline and other.headline != one.headline and other.headline.startswith(one.headline):
        return Because("headline-extended", "the other adds words to this headline")
    return None


def _trimmed(one: Looked, other: Looked, found: Alignment, side: int) -> Because | None:
    """Tell that the other is a part of one: nearly all of it stands in one, and one has more."""
    shares = []
    for looked, which in ((one, side), (other, 1 - side)):
        sentences = looked.piece.sentences
        shared = sum(len(sentences[i].span) for i in {pair[which] for pair in found.pairs})
        shares.append(shared / max(1, looked.piece.size))
    if shares[0] < PART and shares[1] > WHOLE:
        last = hull([one.piece.sentences[pair[side]].span for pair in found.pairs])
        return Because("trimmed", "the other is a part of this", (one.anchor(last),))
    return None
