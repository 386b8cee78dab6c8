"""Which language each paragraph is in, and each long quotation inside it.

Identifiers lean on names, which are the same in all languages: words in capitals are left out before asking. A short
paragraph that differs from what stands around it is asked again, and believed only if it differs without its names and
holds next to no common word of the language around it. A whole sentence in another language gets a span of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.lang.packs import Pack, Tongues, load_packs, load_tongues
from sayso.model.page import Page
from sayso.model.text import LanguageSpan, Problem, Span

__all__ = ["find_languages", "main_language", "unread_passages"]

Identify = Callable[[str], str]

SHORT = 30  # characters: below, a paragraph says nothing of its language by itself
UNSURE = 160  # characters: below, a paragraph gives way to neighbours that agree
LONG = 60  # characters: what a sentence of its own needs, and letters that a language needs to be said unread
BRIEF = 30  # characters: what a sentence needs whose every common word speaks against the paragraph's language
SAMPLE = 2000  # characters asked about at most
_PLAIN = re.compile(r"(?<![\w'’-])[^\W\d_A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*")
_MARKS = frozenset('“”"«»„')
_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
_READABLE = re.compile(r"[^\W\d_]{3,}")
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s+(?=[“\"‘'(\[]?[^\W\d_a-zæøå])")
_LONG_QUOTE = re.compile(r"“[^“”\n]{60,}”|\"[^\"\n]{60,}\"")


def find_languages(
    view: str,
    paragraphs: tuple[Span, ...],
    identify: Identify,
    *,
    tongues: Tongues | None = None,
    claimed: str | None = None,
) -> tuple[LanguageSpan, ...]:
    """Identify each paragraph's language; short ones inherit. Speech and sentences in another language get their own spans.

    Among languages near one another, `claimed` is believed where a text's own words do not tell: a page knows what it is in.
    """
    ask = _Asked(identify, tongues or load_tongues(), _bokmal(claimed))
    texts = [span.of(view)[:SAMPLE] for span in paragraphs]
    first = [None if _says_little(text) else ask.language(text) for text in texts]
    settled = _one_of_kin(_settle(texts, first, ask), texts, ask)
    found = [LanguageSpan(span, code) for span, code in zip(paragraphs, settled, strict=True)]
    inner = [item for outer in found for item in (*_quoted(view, outer, ask), *_sentences(view, outer, ask))]
    return tuple(sorted([*found, *inner], key=lambda item: (item.span.start, -item.span.end)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """An identifier, the common words of languages, and the words by which near languages are told apart."""

    identify: Identify
    tongues: Tongues
    claimed: str = ""

    def language(self, text: str) -> str:
        """Ask without the capitalised words if enough is left; of near languages, the one whose words stand there."""
        plain = " ".join(_PLAIN.findall(_one_script(text)))
        code = self.identify(plain if len(plain) >= SHORT else text)
        marks = self.marks(text, code)
        best = [c for c, count in marks.items() if count == max(marks.values())]
        if self.claimed in best:
            return self.claimed
        return self._read_one(text, code, marks, best) if marks else code

    def _read_one(self, text: str, code: str, marks: Mapping[str, int], best: Sequence[str]) -> str:
        """Choose among near languages: where a short text fits several, the one that is read, unless its words insist."""
        packs = load_packs()
        if len(best) == 1:
            close = code in packs and best[0] not in packs and marks[best[0]] < marks.get(code, 0) + 2
            return code if close else best[0]
        ours = [c for c in best if c in packs]
        clear = self.identify(text) == code  # with its names and without them
        return ours[0] if len(ours) == 1 and len(text) < UNSURE and not clear else code

    def marks(self, text: str, code: str) -> dict[str, int]:
        """Count the telling words of `code` and its kin in a text; empty for a language without near kin."""
        kin = next((group for group in self.tongues.kin if code in group), {})
        words = [word.casefold() for word in _WORD.findall(text)] if kin else []
        return {language: telling.count(words) for language, telling in kin.items()}

    def held(self, text: str, language: str) -> int:
        """Count the common words of `language` that a text holds."""
        known = self.tongues.common.get(language, frozenset())
        return sum(word.casefold() in known for word in _WORD.findall(text))

    def shares(self, text: str, language: str) -> bool:
        """Tell whether a text holds as many common words of `language` as one written in it would."""
        known = self.tongues.common.get(language)
        return bool(known) and self.held(text, language) >= max(1, len(_WORD.findall(text)) // 6)

    def insists(self, text: str, code: str, around: str) -> bool:
        """Tell whether a text is in `code` for certain, though another language is written `around` it."""
        if _other_script(text):
            return True
        marks = self.marks(text, code)
        if around in marks:
            return marks[code] >= 2 + marks[around]
        text = _one_script(text)
        if self.speaks(text, code, around):
            return True
        plain = " ".join(_PLAIN.findall(text))
        agreed = len(plain) >= SHORT and self.identify(plain) == code == self.identify(text)
        return agreed and (not self.shares(text, around) or self.held(text, code) > self.held(text, around))

    def fits(self, text: str, around: str) -> bool:
        """Tell at little cost whether a sentence is plainly in the language around it: it need not be asked about."""
        marks = self.marks(text, around)
        if marks and max(marks.values()) > marks[around]:
            return False
        return self.shares(text, around)

    def speaks(self, text: str, code: str, around: str) -> bool:
        """Tell whether the common words alone decide: several of `code`, next to none of what is written around."""
        return self.held(text, code) >= max(3, 3 * self.held(text, around))


def _bokmal(claimed: str | None) -> str:
    """Return the language a page claims, without its region; "no" is Bokmål."""
    code = (claimed or "").split("-")[0].split("_")[0].lower()
    return "nb" if code == "no" else code


def _other_script(text: str) -> bool:
    """Tell whether most letters are of another script than the Latin one."""
    return 2 * len(_NOT_LATIN.findall(text)) > len(_LETTER.findall(text))


def _one_script(text: str) -> str:
    """Leave out the letters of other scripts where most are Latin: names given in the original besides."""
    return text if _other_script(text) else _NOT_LATIN.sub("", text)


def _says_little(text: str) -> bool:
    return len(text) < SHORT or sum(map(len, _READABLE.findall(text))) < SHORT // 2


def _settle(texts: Sequence[str], first: Sequence[str | None], ask: _Asked) -> list[str]:
    """Let short paragraphs inherit from what stands before (or after), and unsure ones give way to agreeing neighbours."""
    sure = [code if code and len(text) >= UNSURE else None for text, code in zip(texts, first, strict=True)]
    before, after = _nearest(sure), _nearest(sure[::-1])[::-1]
    usual = _usual(texts, first)
    settled: list[str] = []
    for text, code, left, right in zip(texts, first, before, after, strict=True):
        around = (left if left == right else None) or left or right or usual
        if code is None:
            settled.append(settled[-1] if settled else around or ask.identify(text))
        elif len(text) >= UNSURE or code in (left, right) or around is None or ask.insists(text, code, around):
            settled.append(code)
        else:
            settled.append(around)
    return settled


def _usual(texts: Sequence[str], codes: Sequence[str | None]) -> str | None:
    """Return the language that most characters seem to be in."""
    sizes: Counter[str] = Counter()
    for text, code in zip(texts, codes, strict=True):
        if code:
            sizes[code] += len(text)
    return max(sizes, key=lambda code: (sizes[code], code)) if sizes else None


def _nearest(codes: Sequence[str | None]) -> list[str | None]:
    """Return, for each place, the last code that stands before it."""
    found: list[str | None] = []
    last: str | None = None
    for code in codes:
        found.append(last)
        last = code or last
    return found


def _one_of_kin(codes: list[str], texts: Sequence[str], ask: _Asked) -> list[str]:
    """Read short paragraphs in a language near the document's own as that one, unless their words insist."""
    for group in ask.tongues.kin:
        sizes: Counter[str] = Counter()
        for code, text in zip(codes, texts, strict=True):
            if code in group:
                sizes[code] += len(text)
        if len(sizes) < 2 and (not sizes or ask.claimed not in group):
            continue
        main = ask.claimed if ask.claimed in group else max(sizes, key=lambda code: (sizes[code], code))
        few = {code for code in group if code != main and sizes[code] < 2 * UNSURE}
        codes = [
            main if code in few and not ask.insists(text, code, main) else code
            for code, text in zip(codes, texts, strict=True)
        ]
    return codes


def _quoted(view: str, outer: LanguageSpan, ask: _Asked) -> list[LanguageSpan]:
    """Find long quotations inside a paragraph whose language, with and without names, is not the paragraph's."""
    found = []
    for match in _LONG_QUOTE.finditer(view, outer.span.start, outer.span.end):
        words = match.group()[1:-1][:SAMPLE]
        code = ask.language(words)
        if len(words) < len(outer.span) - 8 and code != outer.language and ask.identify(words) == code:
            found.append(LanguageSpan(Span(*match.span()), code))
    return found


def _sentences(view: str, outer: LanguageSpan, ask: _Asked) -> Iterator[LanguageSpan]:
    """Find whole sentences of a paragraph that hold next to none of its language's words and are in another for certain."""
    if len(outer.span) < 2 * BRIEF:
        return
    other = _other_script(outer.span.of(view)[:SAMPLE])
    ends = [match.end() for match in _SENTENCE_END.finditer(view, outer.span.start, outer.span.end)]
    for start, end in pairwise([outer.span.start, *ends, outer.span.end]):
        text = view[start:end].rstrip()
        if len(text) < BRIEF or not _MARKS.isdisjoint(text) or ask.fits(text, outer.language):
            continue
        code = ask.language(text[:SAMPLE])
        if code == outer.language:
            continue
        if _other_script(text) != other or _stands_apart(text[:SAMPLE], code, outer.language, ask):
            yield LanguageSpan(Span(start, start + len(text)), code)


def _stands_apart(text: str, code: str, around: str, ask: _Asked) -> bool:
    """Tell whether a sentence is in `code` though its paragraph is in another: a short one must leave no doubt."""
    if _other_script(text) or around in ask.marks(text, code) or ask.speaks(text, code, around):
        return ask.insists(text, code, around)
    known = bool(ask.tongues.common.get(around)) and not ask.shares(text, around)
    return len(text) >= LONG and known and ask.insists(text, code, around)


def main_language(languages: tuple[LanguageSpan, ...]) -> str:
    """Return the language that most characters are in, `und` for an empty text."""
    sizes: Counter[str] = Counter()
    for item in languages:
        sizes[item.language] += len(item.span)
    return max(sizes, key=lambda code: (sizes[code], code)) if sizes else "und"


def unread_passages(page: Page, packs: Mapping[str, Pack]) -> tuple[Problem, ...]:
    """Report each language that passages of reports are in and that no pack reads."""
    furniture = sorted((item.span.start, item.span.end) for item in page.boilerplate)
    starts = [start for start, _ in furniture]
    unread: dict[str, list[Span]] = {}
    for item in page.languages:
        at = bisect_right(starts, item.span.start) - 1
        if item.language not in packs and not (at >= 0 and item.span.start < furniture[at][1]):
            unread.setdefault(item.language, []).append(item.span)
    return tuple(
        Problem(
            f"text in an unread language: {language}",
            "kept and shown, but nothing was read from it",
            "add statements by hand, or a translation as a file of its own",
            document=page.document.id,
            span=spans[0],
        )
        for language, spans in sorted(unread.items())
        if sum(_evidence(span.of(page.view)) for span in spans) >= LONG
    )


def _evidence(text: str) -> int:
    """Count the letters that speak for a language: those of words that are no names; fifteen of another script do."""
    return LONG // 15 * len(_NOT_LATIN.findall(text)) if _other_script(text) else sum(map(len, _PLAIN.findall(text)))
