"""Whom a reading names or describes where nothing is said: full names, subjects, reports that are spoken of.

"Ada Brenn left the hall. She said" needs the first sentence; "Brenn said" needs the full name wherever it stands. A name
before a noun ("the Brenn campaign") or as an owner ("Brenn's house") is nobody met.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.link.voices.antecedents import Marks, is_name_word
from sayso.link.voices.lexicon import Lexicon, lexicon
from sayso.link.voices.phrase import Form, Phrase, parse
from sayso.link.voices.terms import Word, bare_word, words_of
from sayso.model.annotations import MentionType
from sayso.model.reading import Reading
from sayso.model.reconstruction import VoiceKind
from sayso.model.text import Anchor, Span

__all__ = ["met_in"]

TITLES = 5  # words of a title looked at before a name
LONGEST = 6  # words of a description up to its head


def met_in(reading: Reading, sources: Sequence[Span], marks: Marks) -> Iterator[tuple[str, Phrase]]:
    """Yield each person named and each subject described outside the sources (sorted), with the report it stands in."""
    reports = sorted((span, report) for report in reading.reports for span in report.spans)
    starts = [span.start for span, _ in reports]
    taken = _Taken(sources)
    for span, named in [*((s, True) for s in _names(reading, marks)), *((s, False) for s in _subjects(reading))]:
        at = bisect_right(starts, span.start) - 1
        if at < 0 or reports[at][0].end < span.end or taken.touches(span):
            continue
        report = reports[at][1]
        phrase = _met(span, reading, lexicon(report.language), marks, named=named)
        if phrase is not None:
            taken.add(span)
            yield report.id, phrase


class _Taken:
    """Stretches that are spoken for already."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = list(spans)
        self._starts = [span.start for span in spans]
        self._own: set[int] = set()

    def touches(self, span: Span) -> bool:
        """Tell whether a stretch overlaps a source, or begins where another was taken."""
        at = bisect_left(self._starts, span.end)
        near = self._spans[max(0, at - 4) : at]
        return span.start in self._own or any(s.start < span.end and span.start < s.end for s in near)

    def add(self, span: Span) -> None:
        """Note a stretch."""
        self._own.add(span.start)


def _names(reading: Reading, marks: Marks) -> Iterator[Span]:
    """Yield the persons' names, with the titles before them, that are no modifiers, no owners and no places."""
    text, lex = reading.text, lexicon(reading.language)
    for span in sorted(
        {*_marked(reading, marks, lex), *_written(reading, marks, lex)}, key=lambda s: (s.start, -s.end)
    ):
        if not _modifies(text, span.end, lex):
            yield Span(_title_before(text, span.start, lex), span.end)


def _marked(reading: Reading, marks: Marks, lex: Lexicon) -> Iterator[Span]:
    """Yield what was marked as persons, without a first word that is none of the name ("With Brenn")."""
    for mention in reading.mentions:
        if mention.type is MentionType.PERSON:
            words = words_of(reading.text, mention.span.start, mention.span.end)
            while len(words) > 1 and marks.is_plain(words[0], lex):
                words = words[1:]
            if words and not marks.is_plain(words[0], lex) and not marks.is_place(words[-1]):
                yield Span(words[0].start, mention.span.end)


def _written(reading: Reading, marks: Marks, lex: Lexicon) -> Iterator[Span]:
    """Yield capitals that begin with a known given name, marked or not ("Ada Brenn")."""
    for report in reading.reports:
        for part in report.spans:
            words = words_of(reading.text, part.start, part.end)
            for i, word in enumerate(words[:-1]):
                given = word.capital and any(lex.has(key, word.low) for key in ("male_names", "female_names"))
                if not given or (i and words[i - 1].end == word.start - 1 and is_name_word(words[i - 1], lex)):
                    continue
                end = _name_end(words, i, reading.text, lex)
                if end > i and not marks.is_place(words[end]):
                    yield Span(word.start, words[end].start + len(bare_word(words[end])))


def _name_end(words: list[Word], i: int, text: str, lex: Lexicon) -> int:
    """Return the place of the last word of a name that begins at a given name; an initial may stand inside."""
    end = i
    for k in range(i + 1, min(len(words), i + 4)):
        between = text[words[k - 1].end : words[k].start]
        initial = len(words[k - 1].text.rstrip(".")) == 1 and between == ". "
        if (between != " " and not initial) or not is_name_word(words[k], lex):
            break
        end = k
    return end


def _modifies(text: str, end: int, lex: Lexicon) -> bool:
    """Tell whether a name only tells whose: "Brenn's", "the Brenn campaign"."""
    if text[end : end + 2] in {"'s", "’s"} or text[end : end + 1] in {"'", "’", "-"}:
        return True
    after = words_of(text, end, end + 30)[:1]
    if not after or text[end : after[0].start] != " " or after[0].capital:
        return False
    low = lex.singular(after[0].low)
    nouns = ("org_words", "group_heads", "persons", "papers", "medium_heads", "mute", "of_states", "spokes")
    return low in lex.maps["bodies"] or lex.role(low) is not None or any(lex.has(key, low) for key in nouns)


def _title_before(text: str, start: int, lex: Lexicon) -> int:
    """Return where the title before a name begins ("former interior minister Ada Brenn"), the name's place without one."""
    at, found = start, start
    for word in reversed(words_of(text, max(0, start - 60), start)[-TITLES:]):
        if text[word.end : at].strip(" .") or "\n" in text[word.end : at]:
            break
        titled = any(lex.has(key, word.low) for key in ("offices", "ranks", "honorifics"))
        if not titled and not lex.has("office_modifiers", word.low):
            break
        found = word.start if titled or found < start else found
        at = word.start
    return found


def _subjects(reading: Reading) -> Iterator[Span]:
    """Yield what opens a sentence and may be its subject (a pronoun, "the report", "one man"), and "a man who" anywhere."""
    lex = lexicon(reading.language)
    for sentence in reading.sentences:
        words = words_of(reading.text, sentence.start, sentence.end)
        if words and lex.pronoun(words[0].low) in {"male", "female"}:
            yield Span(words[0].start, words[0].end)
        for i, word in enumerate(words[:-2]):
            opens = any(
                lex.has(k, word.low) for k in (("definite", "indefinite", "another") if i == 0 else ("indefinite",))
            )
            head = _head(words[i : i + LONGEST + 1], reading.text, lex) if opens else None
            if head is None:
                continue
            after = words[i + head + 1].low
            if lex.has("human_relatives", after) or (i == 0 and not lex.has("be", after)):
                yield Span(word.start, words[i + head].end)


def _head(words: list[Word], text: str, lex: Lexicon) -> int | None:
    """Return the place of the first noun among the words that can be a subject: a person, a body, a report."""
    for i, word in enumerate(words[1:-1], 1):
        if text[words[i - 1].end : word.start] != " ":
            return None
        low = lex.singular(word.low)
        person = lex.role(low) is not None or any(lex.has(k, low) for k in ("persons", "male", "female", "papers"))
        if person or low in lex.maps["bodies"]:
            following = lex.singular(words[i + 1].low)
            compound = lex.role(following) is not None or lex.has("persons", following) or words[i + 1].capital
            return None if compound else i
    return None


def _met(span: Span, reading: Reading, lex: Lexicon, marks: Marks, *, named: bool) -> Phrase | None:
    anchor = Anchor(reading.document, span)
    phrase = parse(anchor, reading.text, lex, replace(marks.hints(span), person=named))
    person = bool(phrase.name) and phrase.kind is VoiceKind.PERSON
    if named and (not person or phrase.form is not Form.NAME):
        return None
    return replace(
        phrase, silent=True, quoted=marks.in_quote(span.start), leads=marks.leads(span, lex), speaks_for=None
    )
