"""Attribution without a parse: cue forms, word order and quotation marks, for languages that only have a pack.

The tables of the pack say which forms report and which small words bound a phrase. Norwegian word order does the rest: the
finite verb stands second, so what stands first is the subject unless it is an adverbial, and then the subject follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.spans import clean, minus, trimmed
from sayso.lang.packs import Pack
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["Forms", "forms_of", "lexical_drafts"]

_STOPS = frozenset((",", ".", ";", ":", "!", "?", "“", "”", '"', "–", "—", "-", "(", ")"))
_CLOSERS = frozenset((",", "”", '"', "?", "!"))


@dataclass(frozen=True)
class Forms:
    """A pack's inflected cue forms: form -> (lemma, class), for verbs, passives and nouns, and its small words."""

    verbs: Mapping[str, tuple[str, str]] = field(repr=False)
    passives: Mapping[str, str] = field(repr=False)
    nouns: Mapping[str, str] = field(repr=False)
    words: Mapping[str, frozenset[str]] = field(repr=False)

    def has(self, name: str, token: Token) -> bool:
        """Tell whether a token is one of a list of small words."""
        return token.text.lower() in self.words.get(name, frozenset())


@cache
def forms_of(pack: Pack) -> Forms:
    """Read the forms of a pack's cue table."""
    table = pack.table("cues")
    inflected = table.get("forms", {})
    verbs: dict[str, tuple[str, str]] = {}
    for cls, lemmas in sorted(table.get("verbs", {}).items()):
        for lemma in lemmas:
            for form in inflected.get(lemma, ()):
                if " " not in lemma or form not in verbs:
                    verbs[form] = (lemma, cls)
    passives = {form: cls for cls, forms in sorted(table.get("passives", {}).items()) for form in forms}
    nouns = {form: cls for cls, forms in sorted(table.get("nouns", {}).items()) for form in forms}
    return Forms(verbs, passives, nouns, {k: frozenset(v) for k, v in table.get("frames", {}).items()})


def lexical_drafts(scene: Scene, forms: Forms, number: int, sentence: Sentence) -> Iterator[Draft]:
    """Yield the drafts of one unparsed sentence."""
    reading = _Reading(scene, forms, number, sentence)
    for token in sentence.tokens:
        word = token.text.lower()
        if word in forms.verbs:
            yield from reading.verb(token, *forms.verbs[word])
        elif word in forms.passives:
            yield from reading.passive(token, forms.passives[word])
        elif word in forms.nouns:
            yield from reading.noun(token, forms.nouns[word])
        elif word in scene.lexicon.hedges:
            yield from reading.around((token,), scene.lexicon.hedges[word], "hedge")
    yield from reading.phrases()


class _Reading:
    """One sentence being read."""

    def __init__(self, scene: Scene, forms: Forms, number: int, sentence: Sentence) -> None:
        self.scene, self.forms, self.number, self.sentence = scene, forms, number, sentence
        self.tokens = sentence.tokens

    def verb(self, verb: Token, lemma: str, cls: str) -> Iterator[Draft]:
        """Yield "X sier at Y", "I går sa X at Y", "Y, sier X", and bare cues that quotations may go with."""
        speaks = lemma in self.forms.words.get("speaking", frozenset())
        opener = self._opener(verb)
        after = self._closes(verb) and speaks and opener is None
        source = self._after(verb) if after else self._subject(verb)
        passive = self._passive(verb)
        if passive and opener is None:
            return
        rule = "clause-before" if after else "clause"
        content = (
            self._before(verb) if after else self._clause(opener) if opener is not None else self._bare(verb, lemma)
        )
        if content is None and self._summing(verb):
            content, rule = self._paragraph_before(), "summed-up"
        weak = lemma in self.forms.words.get("weak", frozenset())
        if (content is None and (weak or not speaks)) or (not source and not passive):
            return
        found = () if content is None else (content,)
        yield self._draft(verb, () if passive else source, (self._cue(verb),), found, rule, cls, speaks=speaks)

    def passive(self, verb: Token, cls: str) -> Iterator[Draft]:
        """Yield "det hevdes at Y" and "Y, heter det"."""
        opener = self._opener(verb)
        content = self._clause(opener) if opener is not None else self._before(verb) if self._closes(verb) else None
        if content is not None:
            yield self._draft(verb, (), (verb.span,), (content,), "passive", cls)

    def noun(self, noun: Token, cls: str) -> Iterator[Draft]:
        """Yield "X' påstand om (at) Y", also "påstanden er den om at Y"."""
        for token in self.tokens[noun.index + 1 : noun.index + 5]:
            if token.text in _STOPS:
                return
            if token.text.lower() in ("om", "at"):
                start = token.index if token.text.lower() == "at" else token.index + 1
                content = self._span(start, self._own_end(noun, start))
                if content is not None:
                    yield self._draft(noun, self._owner(noun), (noun.span,), (content,), "noun", cls)
                return

    def _own_end(self, noun: Token, start: int) -> int:
        """Return where a noun's clause ends: before the main verb when the noun is its subject, else as any clause."""
        end = self._to(start + 1)
        if noun.index > 2:
            return end
        mains = [i for i in range(start + 3, end) if self.tokens[i].text.lower() in ("er", "var", "ble", "blir", "har")]
        return mains[-1] if mains else end

    def phrases(self) -> Iterator[Draft]:
        """Yield "ifølge X …" and "… skal ha …"."""
        for name in ("according", "hearsay"):
            for phrase in self.scene.lexicon.phrases.get(name, ()):
                words = phrase.split()
                for i in range(len(self.tokens) - len(words) + 1):
                    run = self.tokens[i : i + len(words)]
                    if [t.text.lower() for t in run] == words:
                        yield from self._according(run) if name == "according" else self.around(run, "say", "hearsay")

    def around(self, run: tuple[Token, ...], cls: str, rule: str) -> Iterator[Draft]:
        """Yield the sentence round a hedge, nobody named."""
        start, end = self._from(run[0]), self._to(run[-1].index + 1)
        if start < run[0].index + 1 and end > run[-1].index:
            cue = Span(run[0].start, run[-1].end)
            whole = Span(self.tokens[start].start, self.tokens[end - 1].end)
            pieces = [clean(self.scene.view, s.start, s.end) for s in minus(whole, (cue,))]
            content = tuple(s for s in pieces if s is not None)
            if content:
                yield self._draft(run[0], (), (cue,), content, rule, cls)

    def _according(self, run: tuple[Token, ...]) -> Iterator[Draft]:
        first, i = run[0], run[-1].index + 1
        end = i
        while end < len(self.tokens) and self.tokens[end].text not in _STOPS and not self._finite(end, i):
            end += 1
        if end == i:
            return
        source = self._span(i, end)
        opening = first.index == 0 or all(t.text in _STOPS for t in self.tokens[: first.index])
        content = self._span(end, len(self.tokens)) if opening else self._span(self._from(first), first.index)
        if source is not None and content is not None:
            yield self._draft(first, (source,), (Span(first.start, run[-1].end),), (content,), "phrase", "say")

    def _finite(self, at: int, start: int) -> bool:
        """Tell whether a word looks like the finite verb that ends the first place of a main clause."""
        token = self.tokens[at]
        if at == start or token.text[:1].isupper():
            return False
        word = token.text.lower()
        if self.forms.has("auxiliaries", token) or word in self.forms.verbs:
            return True
        determined = self.forms.has("determiners", self.tokens[at - 1]) or self.forms.has(
            "prepositions", self.tokens[at - 1]
        )
        return not determined and len(word) > 3 and word.endswith(("er", "te", "et", "dde")) and at > start + 1

    def _draft(
        self,
        at: Token,
        source: tuple[Span, ...],
        cue: tuple[Span, ...],
        content: tuple[Span, ...],
        rule: str,
        cls: str,
        *,
        speaks: bool = False,
    ) -> Draft:
        return Draft(at.start, source, cue, content, rule, cls, self.number, "lexicon", speaks)

    def _span(self, start: int, end: int) -> Span | None:
        return clean(self.scene.view, self.tokens[start].start, self.tokens[end - 1].end) if start < end else None

    def _cue(self, verb: Token) -> Span:
        first = verb.index
        while (
            first
            and self.forms.has("auxiliaries", self.tokens[first - 1])
            and self.tokens[first - 1].text.lower() in ("har", "hadde", "ikke")
        ):
            first -= 1
        return Span(self.tokens[first].start, verb.end)

    def _opener(self, verb: Token) -> Token | None:
        """Return the word that opens the reported clause after a cue."""
        for token in self.tokens[verb.index + 1 : verb.index + 14]:
            if self.forms.has("openers", token) and (token.text.lower() == "at" or token.index <= verb.index + 4):
                return token
            if token.text in _STOPS - {","} or token.text.lower() in self.forms.verbs:
                return None
        return None

    def _clause(self, opener: Token) -> Span | None:
        """Return a reported clause from its opener to the sentence's end, or to ", men" and the like."""
        return self._span(opener.index, self._to(opener.index + 1))

    def _bare(self, verb: Token, lemma: str) -> Span | None:
        """Return a clause without "at" after a cue that allows it ("aktivister hevder regimet lyver")."""
        following = self.tokens[verb.index + 1 : verb.index + 3]
        if lemma not in self.forms.words.get("bare", frozenset()) or len(following) < 2 or following[0].text in _STOPS:
            return None
        if self.forms.has("prepositions", following[0]) or self.forms.has("adverbs", following[0]):
            return None
        start, end = self._field(verb)
        if (
            start == end
            or self.forms.has("adverbs", self.tokens[start])
            or self.forms.has("prepositions", self.tokens[start])
        ):
            return None
        return self._span(verb.index + 1, self._to(verb.index + 1))

    def _to(self, start: int) -> int:
        end = start
        while end < len(self.tokens):
            if self.tokens[end].text == "," and end + 1 < len(self.tokens) and self._turns(end + 1):
                break
            end += 1
        return end

    def _turns(self, at: int) -> bool:
        token = self.tokens[at]
        following = self.tokens[at + 1].text.lower() if at + 1 < len(self.tokens) else ""
        return (self.forms.has("turns", token) or token.text.lower() in self.forms.verbs) and following != "at"

    def _from(self, before: Token) -> int:
        """Return where the clause round a word begins: after the last comma with "men" or the sentence's opening marks."""
        start = 0
        for token in self.tokens[: before.index]:
            if self.forms.has("turns", token) and token.index and self.tokens[token.index - 1].text == ",":
                start = token.index + 1
        while start < before.index and self.tokens[start].text in _STOPS:
            start += 1
        return start

    def _closes(self, verb: Token) -> bool:
        """Tell whether a cue follows what is said: after a comma or closing mark, or at the sentence's very end."""
        if verb.index and self.tokens[verb.index - 1].text in _CLOSERS:
            return True
        rest = [t for t in self.tokens[verb.index + 1 :] if t.text not in _STOPS]
        return not rest and verb.index > 1

    def _before(self, verb: Token) -> Span | None:
        """Return what stands before ", sier X" in the sentence; a dash of dialogue is left out."""
        if not verb.index or self.tokens[verb.index - 1].text not in _CLOSERS:
            return None
        start = 0
        while start < verb.index and self.tokens[start].text in ("–", "—", "-", "−"):
            start += 1
        return self._span(start, verb.index)

    def _summing(self, verb: Token) -> bool:
        """Tell whether a sentence sums up what went before: "Det er noe av hva flyktninger beretter." """
        head = [t.text.lower() for t in self.tokens[:2]]
        return len(head) == 2 and head[0] in ("det", "dette") and head[1] in ("er", "var") and self._closes(verb)

    def _summed(self, verb: Token) -> tuple[Span, ...]:
        """Return who speaks in "det er hva flyktninger beretter": from after the opener to the cue."""
        openers = [t.index for t in self.tokens[2 : verb.index] if t.text.lower() in ("hva", "det", "som")]
        start = openers[0] + 1 if openers else verb.index
        return self._speakers(start, verb.index)

    def _paragraph_before(self) -> Span | None:
        start = self.scene.page.paragraphs[self.sentence.paragraph].start
        return clean(self.scene.view, start, self.sentence.span.start) if start < self.sentence.span.start else None

    def _passive(self, verb: Token) -> bool:
        """Tell whether a participle is passive ("det ble meldt at")."""
        before = [t.text.lower() for t in self.tokens[max(0, verb.index - 2) : verb.index]]
        after = [t.text.lower() for t in self.tokens[verb.index + 1 : verb.index + 2]]
        return any(w in ("ble", "blir", "blitt") for w in before) and after[:1] != ["av"]

    def _subject(self, verb: Token) -> tuple[Span, ...]:
        """Return the subject of a cue: before it, or after it when an adverbial stands first."""
        if (
            verb.index > 2
            and self.tokens[verb.index - 1].text == ","
            and any(t.text.lower() == "som" for t in self.tokens[: verb.index])
        ):
            return self._speakers(0, verb.index - 1)
        start, end = self._field(verb)
        field_ = self.tokens[start:end]
        following = self.tokens[verb.index + 1 : verb.index + 2]
        adverbial = not field_ or self.forms.has("adverbs", field_[0]) or self.forms.has("prepositions", field_[0])
        if following and self.forms.has("pronouns", following[0]) and (adverbial or not field_):
            return (following[0].span,)
        if adverbial:
            return self._after(verb)
        return self._speakers(start, end)

    def _field(self, verb: Token) -> tuple[int, int]:
        """Return the words between the beginning of a cue's clause and the cue with its auxiliaries."""
        end = verb.index
        while end > 0 and self.forms.has("auxiliaries", self.tokens[end - 1]):
            end -= 1
        start = end
        while start > 0 and self.tokens[start - 1].text not in _STOPS and not self._bounds(start - 1, end):
            start -= 1
        return start, end

    def _bounds(self, at: int, end: int) -> bool:
        token = self.tokens[at]
        if not self.forms.has("subordinators", token):
            return False
        return token.text.lower() != "og" or end - at > 6 or at + 1 == end

    def _after(self, verb: Token) -> tuple[Span, ...]:
        """Return the noun phrase after a cue."""
        start = verb.index + 1
        if start < len(self.tokens) and self.forms.has("pronouns", self.tokens[start]) and not self._described(start):
            return (self.tokens[start].span,)
        if (
            start >= len(self.tokens)
            or self.tokens[start].text in _STOPS
            or self.forms.has("openers", self.tokens[start])
        ):
            return self._summed(verb) if self._summing(verb) else ()
        end = start
        while end < len(self.tokens) and self.tokens[end].text not in _STOPS - {"-"} and not self._ends(end, start):
            end += 1
        return self._speakers(start, end)

    def _described(self, at: int) -> bool:
        following = self.tokens[at + 1 : at + 2]
        return (
            bool(following)
            and following[0].text.isalpha()
            and self.forms.has("determiners", self.tokens[at])
            and not self.forms.has("prepositions", following[0])
            and not self.forms.has("openers", following[0])
        )

    def _ends(self, at: int, start: int) -> bool:
        token = self.tokens[at]
        if self.forms.has("openers", token) or token.text.lower() in ("ikke", "også", "videre", "seg"):
            return True
        inner = self.forms.has("inner", token) and at > start and token.text.lower() not in ("i", "på")
        return self.forms.has("prepositions", token) and not inner

    def _speakers(self, start: int, end: int) -> tuple[Span, ...]:
        """Cut a phrase into the voices it joins."""
        pieces, at = [], start
        for i in range(start, end + 1):
            if i == end or (self.tokens[i].text.lower() == "og" and i > at):
                pieces.append((at, i))
                at = i + 1
        spans = [trimmed(self.scene.view, self.tokens[a].start, self.tokens[b - 1].end) for a, b in pieces if a < b]
        return tuple(s for s in spans if s is not None)

    def _owner(self, noun: Token) -> tuple[Span, ...]:
        """Return the genitive before a noun ("regimets påstand")."""
        if not noun.index:
            return ()
        left = self.tokens[noun.index - 1]
        if left.text.lower().endswith("s") and len(left.text) > 3 and left.text.isalpha():
            return (Span(left.start, left.end - 1),)
        return ()
