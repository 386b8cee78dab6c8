"""A person's name taken apart: titles off, particles told, compounds made one, each part with its role and its sounds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from unicodedata import normalize

from anyascii import anyascii

from sayso.lang.names import load_name_lore
from sayso.values.name_hanyu import is_pinyin, pinyin
from sayso.values.name_sound import bones, sounds

__all__ = ["Name", "Part", "Role", "Writing", "parse_name", "part_of"]


class Role(StrEnum):
    """What a part is in its name, as far as its place and form tell."""

    GIVEN = "given"
    MIDDLE = "middle"
    FATHER = "father"
    FAMILY = "family"
    NISBA = "nisba"
    KUNYA = "kunya"
    INITIAL = "initial"


class Writing(StrEnum):
    """How much of a name's sound its letters keep: all of it, only consonants or syllables of another tongue."""

    SOUND = "sound"
    LOSSY = "lossy"
    HAN = "han"


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part; the same part of two names is one object, so that comparisons are made once. `first` and `last` are the halves of compounds: "abd" in Abdulkarim, "din" in Nureddin; `core` the rest."""

    text: str
    core: str
    role: Role
    first: str = ""
    last: str = ""
    sound: str = ""
    bone: str = ""
    names: frozenset[str] = frozenset()
    pets: frozenset[str] = frozenset()
    jumbled: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart; `turned` when a comma told which part is the family's, `generation` as "Jr." tells it.

    `syllabic`: all parts can be read as Chinese syllables; `older`: not all of them as pinyin.
    """

    text: str
    parts: tuple[Part, ...]
    writing: Writing
    turned: bool = False
    generation: str = ""
    syllabic: bool = False
    older: bool = False

    @property
    def signs(self) -> str:
        """Return a name written in the signs of whole syllables, without spaces; empty for others."""
        return _GAPS.sub("", self.text) if _HAN.search(self.text) or _HANGUL.search(self.text) else ""

    @property
    def bare(self) -> Name:
        """Return the name without the endings that Baltic languages give to every part ("Ivans Petrovs")."""
        if len(self.parts) < 2 or not all(p.text.endswith("s") and len(p.text) > 3 for p in self.parts):
            return self
        return replace(self, parts=tuple(part_of(p.text[:-1], p.role) for p in self.parts))


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    initial: bool = False
    jumbled: bool = False
    cut: bool = False  # a stop after it: shortened
    particle: bool = False  # written small where the rest is not, or with nothing but small letters


MOST_WORDS = 24
"""Words of the longest name; what follows is not looked at."""

_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_FULL = re.compile(r"[\u0000-\u058f\u10a0-\u10ff\u1e00-\u206f\uac00-\ud7af\u02b0-\u036f]")
_GAPS = re.compile(r"[\s·・•\-]+")
_QUOTED = re.compile(r"[\"“”«»(][^\"“”«»()]{1,30}[\"“”«»)]")
_POSSESSIVE = re.compile(r"['’]s\b")
_APOSTROPHES = re.compile(r"['’‘`ʿʾʼ]")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_FIGURES = str.maketrans("01345", "oieas")
_WORDS = re.compile(r"[A-Za-z0-9]+\.?")
_NO_GLUE = frozenset(
    {"mc", "mac", "de", "la", "le", "van", "o", "al", "el", "fitz", "di", "du", "da", "del", "des", "abu"}
)
_SERVANT = re.compile(r"^abd[aeiou]{1,2}(?:l|([rnszdt])(?=\1))?(?P<core>[a-z]{3,})$")
_SECOND = re.compile(r"^(?P<core>[a-z]{3,}?)(?:[aeou](?:ld|dd)[ie]{1,2}ne?|[uo]llah)$")


@lru_cache(maxsize=16384)
def parse_name(text: str, titles: frozenset[str] = frozenset()) -> Name:
    """Take a name apart; `titles` are words, lower case, that the caller takes off besides those known."""
    writing = _writing(text)
    plain, turned = _straight(text)
    words = _words(plain, writing)[:MOST_WORDS]
    generation = next(
        (load_name_lore().generations[w.text] for w in words[2:] if w.text in load_name_lore().generations), ""
    )
    words = _bare_of_titles(words, titles) if writing is Writing.SOUND else words
    parts = _roles(_compounds(words))
    older = not all(is_pinyin(p.text) for p in parts)
    return Name(text, parts, writing, turned, generation, all(pinyin(p.text) for p in parts), older)


def _writing(text: str) -> Writing:
    if _HAN.search(text):
        return Writing.HAN
    letters = [c for c in text if c.isalpha()]
    return Writing.SOUND if all(_FULL.match(c) for c in letters) else Writing.LOSSY


def _straight(text: str) -> tuple[str, bool]:
    """Return a name without words in quotes and brackets, "Wick, John" turned round."""
    text = normalize("NFKC", text).replace("ου", "u").replace("Ου", "U")
    without = _QUOTED.sub(" ", text)
    text = without if any(c.isalpha() for c in without) else text
    last, comma, given = text.partition(",")
    lore = load_name_lore()
    if comma and given.strip() and "," not in given and given.strip(" .").lower() not in lore.after:
        return f"{given.strip()} {last.strip()}", True
    return text, False


def _words(text: str, writing: Writing) -> list[_Word]:
    capitals = text.upper() == text
    if writing is Writing.HAN:
        text = re.sub(r"[·・•]", " ", text)
    found: list[_Word] = []
    for token in re.split(r"[\s\-‐-–—_/·・]+", text):
        latin = _POSSESSIVE.sub("", anyascii(token)) if writing is Writing.SOUND else anyascii(token)
        latin = _APOSTROPHES.sub("", latin)
        if writing is Writing.HAN:
            found += [_Word(latin.lower().strip("-. "))] if latin.strip("-. ") else []
            continue
        if _HANGUL.search(token):
            latin = _korean(latin, first=not found)
        for piece in _unglued(latin):
            found += _word(piece, capitals=capitals)
    return found


def _korean(latin: str, *, first: bool) -> str:
    """Return Korean syllables as commonly written: the family's name, which is the first, apart from the given name."""
    syllables = [s.lower().replace("eo", "o").replace("eu", "u") for s in re.findall(r"[A-Z][a-z]*", latin)]
    if first and len(syllables) > 1:
        return f"{syllables[0].capitalize()} {''.join(syllables[1:]).capitalize()}"
    return "".join(syllables).capitalize()


def _unglued(token: str) -> list[str]:
    pieces = _GLUED.split(token)
    if len(pieces) > 1 and (pieces[0].lower() in _NO_GLUE or min(map(len, pieces)) < 3 or not pieces[0][0].isupper()):
        return [token]
    return pieces


def _word(token: str, *, capitals: bool) -> list[_Word]:
    out: list[_Word] = []
    for found in _WORDS.findall(token):
        text = _letters(found.rstrip("."))
        if len(text) == 1:
            out.append(_Word(text.lower(), initial=not text.islower(), particle=text.islower()))
        elif not capitals and text.isupper() and len(text) == 2 and _initials(text, dotted=found != text):
            out += [_Word(letter, initial=True) for letter in text.lower()]
        else:
            jumbled = not text[0].isupper() and any(c.isupper() for c in text)
            out.append(_Word(text.lower(), jumbled=jumbled, cut=found[-1] == ".", particle=text.islower()))
    return out


def _letters(text: str) -> str:
    """Return a word with the figures that stand for letters, as scanning leaves them, made letters: "Vlad1mir"."""
    return text.translate(_FIGURES) if sum(map(str.isalpha, text)) > sum(map(str.isdigit, text)) > 0 else text


def _initials(text: str, *, dotted: bool) -> bool:
    lore = load_name_lore()
    return text.lower() not in lore.before | lore.after and text.lower() not in lore.given and not dotted


def _bare_of_titles(words: list[_Word], titles: frozenset[str]) -> list[_Word]:
    lore = load_name_lore()
    while len(words) > 1 and (words[0].text in lore.before or words[0].text in titles):
        words = words[1:]
    while len(words) > 1 and words[-1].text in lore.after:
        words = words[:-1]
    return words


def _compounds(words: list[_Word]) -> list[Part]:
    """Make one part of "Abd al-Karim", "Abu Salim" and "Nour al-Din"; drop particles, marking what they tell."""
    lore = load_name_lore().parts
    out: list[Part] = []
    first, role = "", Role.MIDDLE
    for i, word in enumerate(words):
        more = i + 1 < len(words)
        if word.text in lore["servants"] and more and not first:
            first = "abd"
        elif word.text in lore["kunyas"] and more and not first:
            first, role = ("umm" if word.text.endswith("m") else "abu"), Role.KUNYA
        elif (
            word.text in lore["seconds"]
            and out
            and not first
            and (words[i - 1].text in lore["articles"] or _second(word.text))
        ):
            out[-1] = _joined(out[-1], word.text)
        elif more and word.text in lore["fathers"] and (out or word.text in {"bin", "ibn"}):
            role = Role.FATHER if out else role
        elif more and word.text in lore["articles"] and len(word.text) > 1:
            role = Role.NISBA if role is Role.MIDDLE and not first else role
        elif more and word.text in lore["particles"] and (word.particle or ((out or first) and len(word.text) > 1)):
            continue
        else:
            out.append(
                part_of(
                    word.text, Role.INITIAL if word.initial else role, first=first, jumbled=word.jumbled, cut=word.cut
                )
            )
            first, role = "", Role.MIDDLE
    return out


def _second(text: str) -> bool:
    return text not in {"allah", "deen", "dine"}


def _joined(part: Part, second: str) -> Part:
    last = "llah" if second.endswith("llah") else "din"
    if part.first or part.last:
        return part
    return part_of(part.text, part.role, last=last)


@lru_cache(maxsize=65536)
def part_of(
    text: str, role: Role, *, first: str = "", last: str = "", jumbled: bool = False, cut: bool = False
) -> Part:
    """Return one word of a name (lower case, ASCII) as a part; `first` and `last` are the halves of a compound if told."""
    lore = load_name_lore()
    core = text
    if not (first or last) and role is not Role.INITIAL and text not in lore.given:
        if fused := _SERVANT.match(text):
            first, core = "abd", fused["core"]
        elif fused := _SECOND.match(text):
            last, core = ("llah" if text.endswith("llah") else "din"), fused["core"]
    if first == "abd" and core in {"allah", "ullah", "llah", "lah", "ollah"}:
        first, core = "", "abdullah"
    if role is Role.MIDDLE and core.endswith(tuple(lore.parts["patronymics"])):
        role = Role.FATHER
    whole = first + core + last
    return Part(
        text=whole,
        core=core,
        role=role,
        first=first,
        last=last,
        sound=sounds(core),
        bone=bones(whole),
        names=_known(core),
        pets=lore.nicknames.get(core, frozenset()),
        jumbled=jumbled,
        cut=cut,
    )


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for spelling, names in load_name_lore().given.items():
        found.setdefault(sounds(spelling), set()).update(names)
    return {sound: frozenset(names) for sound, names in found.items()}


def _known(core: str) -> frozenset[str]:
    """Return the given names that a word may be: by its spelling, else by its sounds; a pet form is a name of its own."""
    lore = load_name_lore()
    if core in lore.nicknames and core not in lore.given:
        return frozenset({core})
    return lore.given.get(core) or _by_sound().get(sounds(core), frozenset())


def _roles(parts: list[Part]) -> tuple[Part, ...]:
    """Tell given from family name by place; parts said twice are said once."""
    out: list[Part] = []
    for part in parts:
        said = any(part.text == other.text for other in out)
        if (
            part.role is Role.INITIAL or not said or part.names & load_name_lore().arabic
        ):  # sons bear their fathers' names
            out.append(part)
    first = next((i for i, p in enumerate(out) if p.role is Role.MIDDLE), None)
    if first is not None and len(out) > 1 and first < len(out) - 1:
        out[first] = _in_role(out[first], Role.GIVEN)
    if len(out) > 1 and out[-1].role is Role.MIDDLE:
        out[-1] = _in_role(out[-1], Role.FAMILY)
    return tuple(out)


@lru_cache(maxsize=65536)
def _in_role(part: Part, role: Role) -> Part:
    return replace(part, role=role)
