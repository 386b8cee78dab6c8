"""Reading by word order: where a clause, a subject, a source begins and ends in a sentence that nobody parses.

Norwegian puts the finite verb second: what stands first is the subject unless it is an adverbial, and then the subject
follows the verb. The small words that bound a phrase come from the language pack.
"""

from __future__ import annotations

from sayso.annotate.attribution.draft import Scene
from sayso.annotate.attribution.forms import Forms
from sayso.annotate.attribution.spans import clean, trimmed
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["STOPS", "WordOrder"]

STOPS = frozenset((",", ".", ";", ":", "!", "?", "“", "”", '"', "–", "—", "-", "(", ")"))
_CLOSERS = frozenset((",", "”", '"', "?", "!"))


class WordOrder:
    """The places in one unparsed sentence; indexes count its tokens, spans the document's characters."""

    def __init__(self, scene: Scene, forms: Forms, number: int, sentence: Sentence) -> None:
        self.scene, self.forms, self.number, self.sentence = scene, forms, number, sentence
        self.tokens = sentence.tokens

    def own_end(self, noun: Token, start: int) -> int:
        """Return where a noun's clause ends: before the main verb when the noun is its subject, else as any clause."""
        end = self.to(start + 1)
        if noun.index > 2:
            return end
        mains = [i for i in range(start + 3, end) if self.tokens[i].text.lower() in ("er", "var", "ble", "blir", "har")]
        return mains[-1] if mains else end

    def finite(self, at: int, start: int) -> bool:
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

    def span(self, start: int, end: int) -> Span | None:
        """Return the span of tokens `start` to `end`, trimmed; None where nothing is left."""
        return clean(self.scene.view, self.tokens[start].start, self.tokens[end - 1].end) if start < end else None

    def cue(self, verb: Token, lemma: str = "") -> Span:
        """Return the cue's span: the verb with its auxiliaries and negation, and its particle right after it."""
        first = verb.index
        while (
            first
            and self.forms.has("auxiliaries", self.tokens[first - 1])
            and self.tokens[first - 1].text.lower() in ("har", "hadde", "ikke")
        ):
            first -= 1
        particle = self.tokens[verb.index + 1 : verb.index + 2]
        tail = particle[0].end if particle and lemma.partition(" ")[2] == particle[0].text.lower() else verb.end
        return Span(self.tokens[first].start, tail)

    def opener(self, verb: Token) -> Token | None:
        """Return the word that opens the reported clause after a cue."""
        for token in self.tokens[verb.index + 1 : verb.index + 14]:
            if self.forms.has("openers", token) and (token.text.lower() == "at" or token.index <= verb.index + 4):
                return token
            if token.text in STOPS - {","} or token.text.lower() in self.forms.verbs:
                return None
        return None

    def clause(self, opener: Token) -> Span | None:
        """Return a reported clause from its opener to the sentence's end, or to ", men" and the like."""
        return self.span(opener.index, self.to(opener.index + 1))

    def about(self, opener: Token) -> Span | None:
        """Return what is told of after "om" as a preposition: "meldte om nye kamper"."""
        return self.span(opener.index + 1, self.to(opener.index + 1))

    def bare(self, verb: Token, lemma: str) -> Span | None:
        """Return a clause without "at" after a cue that allows it ("aktivister hevder regimet lyver")."""
        following = self.tokens[verb.index + 1 : verb.index + 3]
        if lemma not in self.forms.words.get("bare", frozenset()) or len(following) < 2 or following[0].text in STOPS:
            return None
        if self.forms.has("prepositions", following[0]) or self.forms.has("adverbs", following[0]):
            return None
        start, end = self.field(verb)
        if (
            start == end
            or self.forms.has("adverbs", self.tokens[start])
            or self.forms.has("prepositions", self.tokens[start])
        ):
            return None
        return self.span(verb.index + 1, self.to(verb.index + 1))

    def to(self, start: int) -> int:
        """Return where the clause that begins at `start` ends: at a comma before another clause, or at the sentence's end."""
        end = start
        while end < len(self.tokens):
            if self.tokens[end].text == "," and end + 1 < len(self.tokens) and self.turns(end + 1):
                break
            end += 1
        return end

    def turns(self, at: int) -> bool:
        """Tell whether a word opens another clause."""
        token = self.tokens[at]
        following = self.tokens[at + 1].text.lower() if at + 1 < len(self.tokens) else ""
        return (self.forms.has("turns", token) or token.text.lower() in self.forms.verbs) and following != "at"

    def begin(self, before: Token) -> int:
        """Return where the clause round a word begins: after the last comma with "men" or the sentence's opening marks."""
        start = 0
        for token in self.tokens[: before.index]:
            if self.forms.has("turns", token) and token.index and self.tokens[token.index - 1].text == ",":
                start = token.index + 1
        while start < before.index and self.tokens[start].text in STOPS:
            start += 1
        return start

    def closes(self, verb: Token) -> bool:
        """Tell whether a cue follows what is said: after a comma or closing mark, or at the sentence's very end."""
        if verb.index and self.tokens[verb.index - 1].text in _CLOSERS:
            return True
        rest = [t for t in self.tokens[verb.index + 1 :] if t.text not in STOPS]
        return not rest and verb.index > 1

    def before(self, verb: Token) -> Span | None:
        """Return what stands before ", sier X" in the sentence; a dash of dialogue is left out."""
        if not verb.index or self.tokens[verb.index - 1].text not in _CLOSERS:
            return None
        start = 0
        while start < verb.index and self.tokens[start].text in ("–", "—", "-", "−"):
            start += 1
        return self.span(start, verb.index)

    def summing(self, verb: Token) -> bool:
        """Tell whether a sentence sums up what went before: "Det er hva fiskerne beretter." """
        head = [t.text.lower() for t in self.tokens[:2]]
        return len(head) == 2 and head[0] in ("det", "dette") and head[1] in ("er", "var") and self.closes(verb)

    def summed(self, verb: Token) -> tuple[Span, ...]:
        """Return who speaks in "det er hva fiskerne beretter": from after the opener to the cue."""
        openers = [t.index for t in self.tokens[2 : verb.index] if t.text.lower() in ("hva", "det", "som")]
        start = openers[0] + 1 if openers else verb.index
        return self.speakers(start, verb.index)

    def paragraph_before(self) -> Span | None:
        """Return what stands before the sentence in its paragraph, None where it is the first."""
        start = self.scene.page.paragraphs[self.sentence.paragraph].start
        return clean(self.scene.view, start, self.sentence.span.start) if start < self.sentence.span.start else None

    def is_passive(self, verb: Token) -> bool:
        """Tell whether a participle is passive ("det ble meldt at")."""
        before = [t.text.lower() for t in self.tokens[max(0, verb.index - 2) : verb.index]]
        after = [t.text.lower() for t in self.tokens[verb.index + 1 : verb.index + 2]]
        participle = verb.text.lower().endswith("t") and any(w in ("er", "var") for w in before)
        return participle or (any(w in ("ble", "blir", "blitt") for w in before) and after[:1] != ["av"])

    def subject(self, verb: Token) -> tuple[Span, ...]:
        """Return the subject of a cue: before it, or after it when an adverbial stands first."""
        if (
            verb.index > 2
            and self.tokens[verb.index - 1].text == ","
            and (self.relative_before(verb) or self.apposition(verb))
        ):
            return self.speakers(self.after_joint(), verb.index - 1)
        start, end = self.field(verb)
        field_ = self.tokens[start:end]
        following = self.tokens[verb.index + 1 : verb.index + 2]
        adverbial = not field_ or self.forms.has("adverbs", field_[0]) or self.forms.has("prepositions", field_[0])
        described = bool(following) and self.described(verb.index + 1)
        if following and self.forms.has("pronouns", following[0]) and (adverbial or not field_) and not described:
            return (following[0].span,)
        if adverbial:
            return self.after(verb)
        return self.speakers(start, end)

    def relative_before(self, verb: Token) -> bool:
        """Tell whether a relative clause stands before a cue ("en kvinne som hadde flyktet, sa")."""
        return any(t.text.lower() == "som" for t in self.tokens[: verb.index])

    def apposition(self, verb: Token) -> bool:
        """Tell whether a cue's subject is described between commas ("talsmannen, oberst Vik, gjentok")."""
        commas = [t.index for t in self.tokens[: verb.index] if t.text == ","]
        return len(commas) == 2 and not any(self.finite(i, 0) for i in range(1, verb.index) if i not in commas)

    def after_joint(self) -> int:
        """Return where a sentence begins after "men" or "og"."""
        return 1 if self.tokens and self.tokens[0].text.lower() in ("men", "og") else 0

    def field(self, verb: Token) -> tuple[int, int]:
        """Return the words between the beginning of a cue's clause and the cue with its auxiliaries."""
        end = verb.index
        while end > 0 and self.forms.has("auxiliaries", self.tokens[end - 1]):
            end -= 1
        start = end
        while start > 0 and self.tokens[start - 1].text not in STOPS and not self.bounds(start - 1, end):
            start -= 1
        return start, end

    def bounds(self, at: int, end: int) -> bool:
        """Tell whether a word bounds a source to its left."""
        token = self.tokens[at]
        if not self.forms.has("subordinators", token):
            return False
        return token.text.lower() != "og" or end - at > 6 or at + 1 == end

    def after(self, verb: Token) -> tuple[Span, ...]:
        """Return the noun phrase after a cue."""
        start = verb.index + 1
        if start < len(self.tokens) and self.forms.has("pronouns", self.tokens[start]) and not self.described(start):
            return (self.tokens[start].span,)
        if (
            start >= len(self.tokens)
            or self.tokens[start].text in STOPS
            or self.forms.has("openers", self.tokens[start])
        ):
            return self.summed(verb) if self.summing(verb) else ()
        end = start
        while end < len(self.tokens) and self.tokens[end].text not in STOPS - {"-"} and not self.ends(end, start):
            if self.tokens[end].text.lower() == "som" and end > start:
                return self.speakers(start, self.to_stop(end))
            end += 1
        return self.speakers(start, self.with_description(start, end))

    def with_description(self, start: int, end: int) -> int:
        """Take in "en bonde på 40 år" after a name and a comma."""
        opens = self.tokens[end + 1 : end + 2] if end < len(self.tokens) and self.tokens[end].text == "," else ()
        named = end > start and self.tokens[end - 1].text[:1].isupper()
        return self.to_stop(end + 1) if named and opens and opens[0].text.lower() in ("en", "et", "ei") else end

    def to_stop(self, start: int) -> int:
        """Return where the next mark or reported clause stands: a relative clause goes on to there."""
        end = start
        while end < len(self.tokens) and self.tokens[end].text not in STOPS - {"-"} and self.tokens[end].text != "at":
            end += 1
        return end

    def described(self, at: int) -> bool:
        """Tell whether a determiner opens a noun phrase."""
        following = self.tokens[at + 1 : at + 2]
        return (
            bool(following)
            and following[0].text.isalpha()
            and self.forms.has("determiners", self.tokens[at])
            and not self.forms.has("prepositions", following[0])
            and not self.forms.has("openers", following[0])
        )

    def ends(self, at: int, start: int) -> bool:
        """Tell whether a word ends a source to its right."""
        token = self.tokens[at]
        if self.forms.has("openers", token) or token.text.lower() in ("ikke", "også", "videre", "seg"):
            return True
        inner = self.forms.has("inner", token) and at > start and token.text.lower() not in ("i", "på")
        return self.forms.has("prepositions", token) and not inner

    def speakers(self, start: int, end: int) -> tuple[Span, ...]:
        """Cut a phrase into the voices it joins."""
        pieces, at = [], start
        for i in range(start, end + 1):
            if i == end or (self.tokens[i].text.lower() == "og" and i > at):
                pieces.append((at, i))
                at = i + 1
        spans = [trimmed(self.scene.view, self.tokens[a].start, self.tokens[b - 1].end) for a, b in pieces if a < b]
        return tuple(s for s in spans if s is not None)

    def owner(self, noun: Token) -> tuple[Span, ...]:
        """Return the genitive before a noun ("regimets påstand")."""
        if not noun.index:
            return ()
        left = self.tokens[noun.index - 1]
        if left.text.lower().endswith("s") and len(left.text) > 3 and left.text.isalpha():
            return (Span(left.start, left.end - 1),)
        return ()
