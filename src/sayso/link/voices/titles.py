"""Where the name stands in a source phrase, and the title or office before or after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.terms import Hints, Word, opens, words_of

__all__ = ["Taken", "after_office", "given_name", "is_described", "is_personal", "named_after", "take"]


@dataclass(frozen=True, slots=True)
class Taken:
    """A core taken apart: the words that count, the capitalised run they end in, and the title and name in that run."""

    rest: list[Word]
    run: list[Word]
    title: list[Word]
    name: list[Word]


def take(core: list[Word], lex: Lexicon, hints: Hints) -> Taken:
    """Take a source phrase apart into titles and name."""
    rest = [w for w in core if not opens(w, lex)] or core[-1:]
    run = _capital_run(rest, lex)
    while len(run) > 1 and lex.has("calendar", run[-1].low):  # "a report published Thursday"
        run = run[:-1]
    opened = len(rest) < len(core)
    if run and (_is_people(run, lex, opened=opened) or _is_common(run, rest, core, lex, hints)):
        run = []
    cut = _last_title(run, lex)
    return Taken(rest, run, [*rest[: len(rest) - len(run)], *run[: cut + 1]], run[cut + 1 :])


def _is_people(run: list[Word], lex: Lexicon, *, opened: bool) -> bool:
    """Tell a people's name from a person's: "one Karvian", "Karvians"."""
    word = run[-1].low
    if lex.has("people_words", word) or lex.has("calendar", word):
        return True
    if "-" in word or len(run) != 1 or len(word) < 5 or lex.has("media_names", word):
        return False
    return any(word.endswith(e) for e in lex.words["people_endings"]) and (
        opened or word.endswith(("s", "ere", "erne"))
    )


def _is_common(run: list[Word], rest: list[Word], core: list[Word], lex: Lexicon, hints: Hints) -> bool:
    """Tell a plain word with a capital because it opens a sentence ("Residents", "Reports") from a name."""
    if len(run) != 1 or run[0] is not core[0] or len(rest) > 1:
        return False
    low = run[0].low
    if len(low) > 1 and run[0].text.isupper():
        return False
    known = (
        any(lex.has(key, low) for key in ("quantifiers", "another", "definite", "indefinite", "breaks"))
        or lex.role(lex.singular(low)) is not None
        or any(lex.has(k, lex.singular(low)) for k in ("male", "female", "group_heads", "papers"))
    )
    return known or (low in hints.common and not hints.person and not hints.org)


def _capital_run(rest: list[Word], lex: Lexicon) -> list[Word]:
    """Return the capitalised words the core ends in, with the particles between them."""
    at = len(rest)
    while at and (rest[at - 1].capital or (at < len(rest) and _inside(rest, at - 1, lex))):
        at -= 1
    while at < len(rest) and not rest[at].capital and len(rest) - at > 1:
        at += 1
    return rest[at:] if rest[at:] and rest[-1].capital else []


def _inside(rest: list[Word], i: int, lex: Lexicon) -> bool:
    """Tell whether a small word stands inside a name: a particle, the "of" of a body ("Bank of Karvia")."""
    low = rest[i].low
    return lex.has("particles", low) or (low in {"of", "for"} and i > 0 and lex.has("org_words", rest[i - 1].low))


def _last_title(run: list[Word], lex: Lexicon) -> int:
    """Return the index of the last word of a run that is a title or an office, -1 when there is none."""
    titles = [i for i, w in enumerate(run) if _is_title(w.low, lex)]
    if not titles or (titles[-1] == len(run) - 1 and len(run) == 1):
        return titles[-1] if titles else -1
    return titles[-1]


def _is_title(low: str, lex: Lexicon) -> bool:
    keys = ("honorifics", "ranks", "offices", "office_modifiers", "male", "female", "group_heads")
    return any(lex.has(key, low) for key in keys) or lex.role(lex.singular(low)) is not None


def is_described(text: str, words: list[Word], core: list[Word], lex: Lexicon) -> bool:
    """Tell whether a name of several words is followed by what a person is: "Ada Brenn, the surgeon who stayed"."""
    after = [w for w in words if w.start >= core[-1].end][:4]
    named = len(core) > 1 and all(w.capital and not w.text.isupper() and not lex.has("org_words", w.low) for w in core)
    if not named or not after or "," not in text[core[-1].end : after[0].start] or not opens(after[0], lex):
        return False
    nouns = [w.low for w in after[1:]]
    return any(lex.role(low) is not None or lex.has("male", low) or lex.has("female", low) for low in nouns)


def is_personal(taken: Taken, hints: Hints, *, other: bool, org: bool) -> bool:
    """Tell whether the name in a core is a person's."""
    if not taken.name or other or (org and not (hints.person and taken.title)):
        return False
    return not (hints.org and not hints.person and not taken.title)


def given_name(text: str, words: list[Word], lex: Lexicon) -> tuple[Word, ...]:
    """Return the name that a description goes on to give ("a man who gave his name as Odo")."""
    start, end = words[0].start, min(len(text), words[-1].end + 60)
    stop = text.find("\n", start, end)
    here = words_of(text, start, end if stop < 0 else stop)
    for i, word in enumerate(here[:-1]):
        if not word.low.endswith(_last_words(lex.markers)) or (word.low in {"who", "som"} and i == 0):
            continue
        if " ".join(w.low for w in here[max(0, i - 2) : i + 1]).endswith(lex.markers):
            run = _run_after(here[i + 1 :])
            return tuple(w for w in run[_last_title(run, lex) + 1 :]) if run else ()
    return ()


@cache
def _last_words(markers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({marker.rpartition(" ")[2] for marker in markers}))


def _run_after(words: list[Word]) -> list[Word]:
    run: list[Word] = []
    for word in words[:5]:
        if not word.capital:
            if run or not word.low.rstrip(".").isalpha() or len(word.low) > 4:
                break
            continue
        if run and word.start - run[-1].end > 2:
            break
        run.append(word)
    return run


def named_after(text: str, words: list[Word], core: list[Word], lex: Lexicon) -> tuple[Word, ...]:
    """Return the name set after a role by a comma ("one local leader, Odo Brenn")."""
    title = not core[-1].capital or _is_title(core[-1].low, lex)
    if not title or core[-1].end >= words[-1].end or lex.is_plural(core[-1].low):
        return ()
    following = [w for w in words if w.start >= core[-1].end]
    comma = text.find(",", core[-1].end, words[-1].start)
    if comma < 0 or (comma > following[0].start and not lex.has("breaks", following[0].low)):
        return ()
    following = [w for w in following if w.start > comma]
    run = _run_after(following) if following[0].capital else []
    run = run[_last_title(run, lex) + 1 :]
    return () if any(lex.has("org_words", w.low) for w in run) else tuple(run)


def after_office(words: list[Word], core: list[Word], name: list[Word], lex: Lexicon) -> tuple[str, ...]:
    """Return the office set after a name by a comma ("Ada Brenn, foreign minister of Karvia")."""
    if not name:
        return ()
    after = _description([w for w in words if w.start >= core[-1].end][:8], lex)
    upto = [i for i, w in enumerate(after) if any(lex.has(k, lex.singular(w.low)) for k in ("offices", "ranks"))]
    if not upto:
        return ()
    return tuple(w.low for w in after[: upto[0] + 1] if not opens(w, lex))


def _description(after: list[Word], lex: Lexicon) -> list[Word]:
    """Return the words of a description up to a clause: "who is the foreign minister" counts, "who wants to be" does not."""
    if len(after) > 1 and lex.pronoun(after[0].low) == "relative":
        return _description(after[2:], lex) if lex.has("be", after[1].low) else []
    stop = next((i for i, w in enumerate(after) if lex.has("breaks", w.low)), len(after))
    return after[:stop]
