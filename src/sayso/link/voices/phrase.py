"""One source phrase taken apart by its words: "Karvian Interior Minister Omar Sabri" is a name with an office and a country.

No parser is asked: readings keep no trees, and a source is short. What a phrase does not tell stays empty.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.link.voices.kinds import (
    body_word,
    form_of,
    is_described_body,
    is_org_name,
    kind_of,
    medium_sort,
    roles_of,
    sex_of,
    side_of,
    spoken_for,
)
from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.terms import Form, Hints, Phrase, Word, bare_word, opens, words_of
from sayso.link.voices.titles import Taken, after_office, given_name, is_described, is_personal, named_after, take
from sayso.model.reconstruction import VoiceKind
from sayso.model.text import Anchor, Span

__all__ = ["Form", "Hints", "Phrase", "Word", "parse", "words_of"]

_PIVOT = re.compile(r"[,;:(–—\"“]|\s-\s")
_GLOSS = re.compile(r"\[([^\[\]]*[^\W\d_][^\[\]]*)\]")


def parse(anchor: Anchor, text: str, lex: Lexicon, hints: Hints | None = None) -> Phrase:
    """Take the phrase at `anchor` apart; words an editor put in brackets ("they [state TV]") count for what they explain."""
    hints = hints or Hints()
    whole = anchor.span.of(text)
    gloss = _gloss(whole, lex)
    span = Span(anchor.span.start + gloss.start(1), anchor.span.start + gloss.end(1)) if gloss else anchor.span
    words = _uncapped(words_of(text, span.start, span.end), lex)
    if not words:
        return Phrase(anchor, whole, whole.strip(), Form.OTHER)
    kind = lex.pronoun(words[0].low)
    if kind and (len(words) == 1 or lex.has("breaks", words[1].low)) and not lex.has("indefinite", words[0].low):
        return _pronoun(anchor, whole, words[0].text, kind)
    core = _core(words[1:] if _says_how(words, lex) else words, text, lex)
    return _noun_phrase(anchor, text, words, core, lex, hints)


def _uncapped(words: list[Word], lex: Lexicon) -> list[Word]:
    """Write common nouns small in a language that writes all nouns with a capital: known ones, and one after an article."""
    if not lex.has("capital_nouns", "yes"):
        return words
    found = []
    for i, word in enumerate(words):
        alone = i > 0 and opens(words[0], lex) and not any(w.capital for w in words[i + 1 : i + 2])
        plain = alone and len(word.text) > 3 and not word.text.isupper() and not _is_body(word, lex)
        opening = i == 0 and opens(word, lex)
        small = word.capital and (plain or opening or lex.is_common(word.low))
        found.append(word._replace(text=word.text.lower()) if small else word)
    return found


def _is_bare(words: list[Word], form: Form, lex: Lexicon) -> bool:
    """Tell whether a common noun stands without an article where only plurals do ("Bewohner")."""
    return lex.has("capital_nouns", "yes") and form is Form.ROLE and not opens(words[0], lex) and not words[0].capital


def _is_body(word: Word, lex: Lexicon) -> bool:
    return lex.has("media_names", word.low) or lex.has("org_words", word.low)


def _gloss(whole: str, lex: Lexicon) -> re.Match[str] | None:
    """Return what an editor explains a pronoun with in brackets, None where the brackets only add to a noun."""
    found = _GLOSS.search(whole)
    before = words_of(whole[: found.start()]) if found else []
    return found if all(lex.pronoun(w.low) for w in before) else None


def _pronoun(anchor: Anchor, whole: str, word: str, kind: str) -> Phrase:
    sex = {"male": "m", "female": "f"}.get(kind)
    return Phrase(
        anchor, whole, word, Form.PRONOUN, word.lower(), kind, plural=kind in {"plural", "selves"}, sex=sex, known=True
    )


def _core(words: list[Word], text: str, lex: Lexicon) -> list[Word]:
    """Return the words up to the first that only describes further; quantities ("a number of residents") are stepped over."""
    core: list[Word] = []
    for i, word in enumerate(words):
        if core and _PIVOT.search(text, core[-1].end, word.start):
            break
        if core and lex.has("breaks", word.low) and not (word.capital and word.low not in {"of", "for"}):
            if lex.has("quantifiers", core[-1].low) and word.low in {"of", "av"}:
                core = []
                continue
            if _goes_on(words, i, core, lex):
                core.append(word)
                continue
            break
        core.append(word)
    return core or words


def _says_how(words: list[Word], lex: Lexicon) -> bool:
    """Tell whether a phrase opens with a participle that only describes who follows ("Fleeing villagers")."""
    return len(words) > 1 and lex.has("breaks", words[0].low) and words[0].low in lex.maps.get("clues", {})


def _goes_on(words: list[Word], i: int, core: list[Word], lex: Lexicon) -> bool:
    """Tell whether "of" stands inside a proper name ("Ministry of Health", "the House of Elders")."""
    capital = core[-1].capital and i + 1 < len(words) and words[i + 1].capital
    return capital and words[i].low in {"of", "for"} and lex.has("org_words", core[-1].low)


def _thing(rest: list[Word], lex: Lexicon) -> str | None:
    """Return the film, letter or report a phrase opens with ("video taken by residents"), None where it opens with none."""
    first = lex.singular(rest[0].low)
    return first if lex.has("papers", first) and len(rest) > 1 else None


def _noun_phrase(anchor: Anchor, text: str, words: list[Word], core: list[Word], lex: Lexicon, hints: Hints) -> Phrase:
    taken = take(core, lex, hints)
    rest, run, title, name = taken.rest, taken.run, taken.title, taken.name
    head = lex.singular(rest[-1].low)
    body, medium, is_org, hints = _sorts(text, words, core, taken, lex, hints)
    personal = is_personal(taken, hints, other=bool(medium) or bool(body and not title), org=is_org)
    given = () if personal else given_name(text, words, lex)
    after = () if personal or given else named_after(text, words, core, lex)
    name = name if personal else [*(given or after)]
    named = bool(name)
    form = form_of(named, body, medium, is_org or (hints.org and bool(run)), head, lex, run)
    several = lex.is_plural(rest[-1].low) or lex.has("quantifiers", rest[-1].low) or _is_bare(words, form, lex)
    plural = not named and several
    office = tuple(w.low for w in (title if personal else rest if lex.has("offices", head) or after else ()))
    office = office or after_office(words, core, name, lex)
    roles = roles_of([*title, *(rest[-1:] if not personal else [])], words, lex)
    first, things = core[0].low, (_thing(rest, lex) or head, head)
    kind = _kind(form, things, words, core, lex, plural=plural, roles=bool(roles))
    paper = kind is VoiceKind.UNKNOWN and any(lex.has("papers", h) for h in things)
    return Phrase(
        anchor,
        anchor.span.of(text),
        text[core[0].start : core[-1].end],
        form,
        head=head,
        plural=plural,
        sex=sex_of([w.low for w in core], head, lex),
        fresh=lex.has("indefinite", first) and not lex.has("definite", first),
        another=any(lex.has("another", w.low) for w in core[:3]),
        known=lex.has("definite", first) or lex.is_definite(rest[-1].low),
        name=tuple(bare_word(w) for w in name),
        name_text=text[name[0].start : name[-1].end] if name else "",
        office=office,
        body=body if form is Form.BODY else None,
        medium=medium if form is Form.MEDIUM else None,
        state=any(lex.has("state_words", w.low) for w in rest),
        places=tuple(bare_word(w) for w in words if w.capital and w not in name),
        roles=() if paper else roles,
        side=None if paper else side_of(_telling(core, name, words, office), words, lex),
        kind=kind,
        left=any(lex.has("left", w.low) for w in words),
        partial=any(w.end <= core[0].start and (w.text.isdigit() or lex.has("quantifiers", w.low)) for w in words),
        speaks_for=spoken_for(words, lex),
    )


def _kind(
    form: Form, things: tuple[str, str], words: list[Word], core: list[Word], lex: Lexicon, *, plural: bool, roles: bool
) -> VoiceKind:
    """Return the kind of a voice; whom a "who" follows is a person."""
    after = next((w.low for w in words if w.start >= core[-1].end), "")
    return kind_of(form, things[0], lex, plural=plural, known=roles or lex.has("human_relatives", after))


def _known_medium(medium: str | None, hints: Hints, run: list[Word], title: list[Word]) -> str | None:
    """Return the sort of medium, of a name whose reporters the text speaks of "outlet" where nothing tells it."""
    return medium or ("outlet" if hints.medium and run and not title else None)


def _sorts(
    text: str, words: list[Word], core: list[Word], taken: Taken, lex: Lexicon, hints: Hints
) -> tuple[str | None, str | None, bool, Hints]:
    """Return the sorts of body and medium a phrase names, whether it is an organisation's name, and what that makes of the marks."""
    rest, run, title, name = taken.rest, taken.run, taken.title, taken.name
    titled = (
        bool(name) and bool(title) and any(lex.has(key, title[-1].low) for key in ("offices", "ranks", "honorifics"))
    )
    body, medium, is_org = body_word(rest, lex), medium_sort(rest, lex), is_org_name(rest, name if titled else run, lex)
    medium = _known_medium(medium, hints, run, title)
    if is_described(text, words, core, lex):
        hints, medium, is_org = replace(hints, person=True, org=False), None, False
    elif bool(run) and not title and is_described_body(text, words, core, lex):
        hints, is_org = replace(hints, person=False, org=True), True
    return body, medium, is_org, hints


def _telling(core: list[Word], name: list[Word], words: list[Word], office: tuple[str, ...]) -> list[Word]:
    """Return the words that may tell a side: the core without the name, and an office set after it."""
    after = [w for w in words if w not in core and w.low in office]
    return [w for w in (*core, *after) if w not in name]
