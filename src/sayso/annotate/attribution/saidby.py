"""Who stands right before or after a cue, told by the words alone where no comma and no parse shows it.

All places are token indexes of one sentence; a stretch is a pair of its first and last token.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.annotate.attribution.contents import FINITE
from sayso.annotate.attribution.lexicon import Lexicon
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token

__all__ = ["Speakers", "Told"]

_PRONOUNS = frozenset(("he", "she", "it", "they"))
_NOT_BEFORE = frozenset(("that", "which", "what", "who", "as", "than", "when", "where", "if", "and", "but", "while"))
_PLACES = frozenset(("GPE", "LOC", "FAC", "DATE", "TIME"))
_TIMES = frozenset(("DATE", "TIME"))
_STOPS = frozenset((";", ":", "“", "”", '"', "—", "–", "?", "!", "("))
_LINKS = frozenset(("of", "for", "from", "at", "in", "with"))
_THROUGH = frozenset(("in", "on", "at", "during", "via", "through", "to"))
_OWNS = frozenset(("'s", "’s", "'", "’"))
_GOVERNS = frozenset(("prep", "agent", "mark", "pcomp", "dative", "prt"))
_MOST = 3  # speakers joined by "and"
_WIDEST = 16  # words of a speaker


@dataclass(frozen=True, slots=True)
class Told:
    """Speakers as pairs of first and last token, and where what they say ends."""

    spans: tuple[tuple[int, int], ...]
    content: int


class Speakers:
    """Finds who speaks right before or after a cue, by the words alone."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self._tokens, self._lexicon = sentence.tokens, lexicon
        self._sentence = sentence

    def before(self, verb: Token) -> Told | None:
        """Return who stands before a cue: "he", "the police", "a source at the ministry", "council spokesman Rolf Aas"."""
        last = self._skip(verb.index - 1)
        if last < 2:
            return None
        if self._tokens[last].text.lower() in _PRONOUNS:
            plain = self._tokens[last - 1].text.lower() not in _NOT_BEFORE and self._tokens[last - 1].pos != "ADP"
            return Told(((last, last),), last) if plain else None
        spans = self._phrase(last)
        return None if spans is None else Told(spans, spans[0][0])

    def _skip(self, last: int) -> int:
        """Pass over auxiliaries and adverbs before a cue, and over a short name in brackets."""
        while last > 0 and (self._tokens[last].pos in ("AUX", "ADV") or self._tokens[last].text.lower() == "also"):
            last -= 1
        return last

    def _phrase(self, last: int, joined: int = 0) -> tuple[tuple[int, int], ...] | None:
        """Return the speakers whose last word stands at a place, None where nobody speaks or they are part of what is said."""
        head = self._before_brackets(last)
        for first in (self._with_article(head), self._bare(head)):
            found = None if first is None or first < 1 else self._whole(first, head, last, joined)
            if found is not None:
                return found
        return None

    def _whole(self, first: int, head: int, last: int, joined: int) -> tuple[tuple[int, int], ...] | None:
        """Return a speaker with whom it is joined to, None where it hangs on what is said."""
        first = self._described(first)
        if self._tokens[first - 1].text.lower() == "and":
            other = self._phrase(first - 2, joined + 1) if first > 3 and joined < _MOST else None
            if other is not None and not any(self._tokens[b].entity in _PLACES for _, b in other):
                return (*other, (first, last))
        first = self._without_place(first, head)
        left = self._tokens[first - 1]
        within = (left.pos == "ADP" and left.dep in _GOVERNS) or left.pos == "CCONJ" or left.text.lower() in _NOT_BEFORE
        return None if within else ((first, last),)

    def _described(self, first: int) -> int:
        """Take in what a body follows: "Rolf Aas head of the council", "news agency the Velm Post"."""
        if first > 2 and self._lexicon.takes("named_by", self._tokens[first - 1].text.lower()):
            bare = self._modified(first - 1)
            return first if self._opens(bare - 1) else bare
        if first < 3 or self._tokens[first - 1].text.lower() not in _LINKS or not self._speaks(first - 2):
            return first
        title = self._modified(first - 2)
        if self._is_name(title - 1) and title == first - 2:
            name = self._name_start(title - 1)
            return title if name is None else name
        return title

    def _without_place(self, first: int, last: int) -> int:
        """Pass over the place a noun for speakers runs into: "in the streets of Velm | residents said"."""
        several = self._tokens[last].tag == "NNS"
        while first < last and self._tokens[first - 1].pos in ("ADP", "CCONJ"):
            if self._tokens[first].entity not in _PLACES and not (several and self._is_name(first)):
                break
            first += 1
        return first

    def _before_brackets(self, last: int) -> int:
        """Return the last word before "(ORG)", or the last word itself."""
        if self._tokens[last].text == ")":
            for i in range(last - 1, max(0, last - 6), -1):
                if self._tokens[i].text == "(":
                    return i - 1
        return last

    def _with_article(self, last: int) -> int | None:
        """Return where a speaker begins that has an article: the last one whose noun speaks, over "of" and its like."""
        i = last
        while i > max(0, last - _WIDEST) and not self._is_wall(i):
            if self._opens(i):
                before = self._tokens[i - 1].text.lower() if i else ""
                outer = self._with_article(i - 2) if before in _LINKS and i > 2 else None
                if outer is not None and self._heads_who_speaks(outer, i - 1):
                    return outer
                return i if self._heads_who_speaks(i, last) else self._over_link(i)
            i -= 1
        return None

    def _over_link(self, first: int) -> int | None:
        """Return where a noun for speakers begins that a place hangs on: "correspondents in the city"."""
        linked = first > 2 and self._tokens[first - 1].text.lower() in _LINKS | {"to"}
        return self._modified(first - 2) if linked and self._speaks(first - 2) else None

    def _is_wall(self, i: int) -> bool:
        """Tell whether no speaker reaches over a word."""
        token = self._tokens[i]
        if self._lexicon.takes("of_speakers", token.text.lower()):
            return False
        verbal = token.tag in ("VB", "TO", "VBG", "VBN") and not token.text[:1].isupper()
        if token.text in _STOPS or token.tag in FINITE or verbal or token.entity in _TIMES:
            return token.text != "'s"
        return token.pos in ("SCONJ", "AUX") or token.text.lower() in _NOT_BEFORE - {"and"}

    def _opens(self, i: int) -> bool:
        token = self._tokens[i]
        return (token.pos == "DET" or token.tag in ("DT", "PRP$")) and token.text.lower() not in ("no", "all", "that")

    def _heads_who_speaks(self, first: int, last: int) -> bool:
        """Tell whether the head of a phrase speaks: its last noun before "of" and its like, or a name."""
        if any(self._runs_on(i, last) for i in range(first + 2, last + 1)):
            return False
        if self._joined(first, last):
            return False
        head = last
        for i in range(first + 1, last + 1):
            if self._tokens[i].pos == "ADP" and self._tokens[i - 1].pos in ("NOUN", "PROPN"):
                head = i - 1
                break
        return self._speaks(head) or self._names(head)

    def _joined(self, first: int, last: int) -> bool:
        """Tell whether "and" joins a plural that speaks to a phrase: "a monitor and rebels" are two."""
        words = (t.text.lower() for t in self._tokens[first:last])
        plural = self._tokens[last].tag == "NNS" and self._tokens[last].text.islower() and self._speaks(last)
        return plural and "and" in words

    def _runs_on(self, i: int, last: int) -> bool:
        """Tell whether a speaker begins at a word and what stands before it is none of it: "to the city | Aas said"."""
        token, left = self._tokens[i], self._tokens[i - 1]
        plain = left.text.islower() and left.pos in ("NOUN", "PROPN", "ADJ") and self._tokens[i - 2].text not in _OWNS
        if not plain or self._known(i - 1):
            return self._is_short_name(i)
        named = self._known(i) and any(self._is_name(j) for j in range(i + 1, last + 1))
        return self._is_name(i) or named or (self._speaks(i) and "NNS" in (token.tag, left.tag))

    def _is_short_name(self, i: int) -> bool:
        """Tell whether a body's short name stands after a noun that does not name it: "on the army | NNA"."""
        left = self._tokens[i - 1].text
        return self._tokens[i].text.isupper() and left.islower() and not self._lexicon.takes("named_by", left)

    def _known(self, i: int) -> bool:
        """Tell whether a word is a noun for speakers or goes before one."""
        return self._speaks(i) or self._lexicon.takes("of_speakers", self._tokens[i].text.lower())

    def _names(self, i: int) -> bool:
        """Tell whether a word is part of a name that may speak: a capital, and no place or day."""
        token = self._tokens[i]
        return token.text[:1].isupper() and token.entity not in _PLACES

    def _speaks(self, i: int) -> bool:
        token = self._tokens[i]
        words = {token.text.lower(), token.lemma.lower()}
        return any(self._lexicon.takes(frame, word) for frame in ("speakers", "titles") for word in words)

    def _bare(self, last: int) -> int | None:
        """Return where a speaker without an article begins: a name with its title, or a noun for people who speak."""
        if self._is_name(last):
            first = self._name_start(last)
            return None if first is None else self._with_title(first)
        if not self._speaks(last):
            return None
        return self._modified(last)

    def _is_name(self, i: int) -> bool:
        token = self._tokens[i]
        return any(part[:1].isupper() for part in token.text.split("-"))

    def _name_start(self, last: int) -> int | None:
        """Return where a name begins; the place or day it runs into is none of it."""
        if self._tokens[last].entity in _TIMES:
            return None
        first = last
        while first > 1 and self._in_name(first - 1) and not self._parts(first - 1, last):
            first -= 1
        if self._tokens[first - 1].pos != "ADP":
            return first
        if self._tokens[first - 1].text.lower() in _LINKS and self._speaks(first - 2):
            return self._modified(first - 2)
        turn = next((i for i in range(first + 1, last + 1) if self._new_name(i)), None)
        alone = first < last and self._tokens[last].entity not in _PLACES
        return turn if turn is not None or not alone else last

    def _in_name(self, i: int) -> bool:
        token = self._tokens[i]
        joined = token.text in ("-", "'s", "’s", "bin", "al") and i > 0 and self._is_name(i - 1)
        return self._is_name(i) or joined

    def _parts(self, i: int, last: int) -> bool:
        """Tell whether a capitalised word before a name belongs to what is said: a place or a day, and no part of a name."""
        token, after = self._tokens[i], self._tokens[i + 1]
        if token.entity in _TIMES:
            return True
        role = any(self._speaks(j) for j in range(i + 1, last + 1))
        own = token.entity in _PLACES and token.entity != after.entity
        return own and not (role and self._tokens[i - 1].pos not in ("ADP", "CCONJ"))

    def _new_name(self, i: int) -> bool:
        here, left = self._tokens[i].entity, self._tokens[i - 1].entity
        short = self._tokens[i].text.isupper() and len(self._tokens[i].text) > 1
        return (here != left and here not in _PLACES and self._tokens[i].text != "-") or short

    def _with_title(self, first: int) -> int:
        """Take in "council spokesman", "the group's director" before a name."""
        at = first
        if self._is_short_name(first):
            return first
        while at > 1 and self._speaks(at - 1) and not self._tokens[at - 1].text[:1].isupper():
            at -= 1
        title = self._modified(at) if at < first else first
        return first if title < first and self._opens(title - 1) else title

    def _modified(self, first: int) -> int:
        """Take in the words that go with a noun for speakers: "local", "opposition", the name of a body or people."""
        at = first
        while at > 1 and first - at < 5:
            token = self._tokens[at - 1]
            known = self._known(at - 1)
            named = token.text[:1].isupper() and not self._parts(at - 1, first)
            hyphen = token.text == "-" and at > 2
            several = token.tag == "NNS" and not self._lexicon.takes("of_speakers", token.text.lower())
            if not (known or named or hyphen) or several or (token.tag in FINITE and not known):
                break
            at -= 1
        return at

    def after(self, cue: CueVerb) -> Told | None:
        """Return who stands after "said": a name or a noun for people who speak, with what describes them."""
        verb = cue.token
        rest = self._tokens[verb.index + 1 :]
        words = [t for t in rest if t.pos != "PUNCT"]
        if not words or self._lexicon.takes("addressee", cue.lemma) or words[0].pos in ("ADP", "PRON", "ADV", "SCONJ"):
            return None
        first = words[0].index
        quoted = any(a.text == "as" and b.tag == "VBG" for a, b in pairwise(words))  # "reported the mayor as saying"
        if quoted or words[0].entity in _TIMES or words[0].tag in ("VBG", "VBN", "TO"):
            return None
        end = self._own_end(first, words[-1].index + 1)
        if not any(self._speaks(i) or self._person(i) for i in range(first, end)):
            return None
        return Told(((first, end - 1),), verb.index)

    def _person(self, i: int) -> bool:
        return self._tokens[i].entity in ("PERSON", "ORG") and self._tokens[i].text[:1].isupper()

    def _own_end(self, first: int, last: int) -> int:
        """Return where a speaker after "said" ends: before the day, "in a statement" and "adding that"."""
        for i in range(first + 1, last):
            token = self._tokens[i]
            adds = token.tag == "VBG" and self._lexicon.class_of(token.lemma.lower()) in ("say", "claim", "show")
            if token.entity in _TIMES or token.text in _STOPS - {"("} or adds or self._is_occasion(i):
                return i
        return last

    def _is_occasion(self, i: int) -> bool:
        """Tell whether a preposition tells when or through what something was said."""
        near = self._tokens[i + 1 : i + 3] if self._tokens[i].text.lower() in _THROUGH else ()
        return any(t.entity in _TIMES or self._lexicon.takes("occasions", t.lemma.lower()) for t in near)
