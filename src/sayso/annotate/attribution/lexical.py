"""Attribution without a parse: cue forms, word order and quotation marks, for languages that only have a pack."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.forms import Forms
from sayso.annotate.attribution.spans import clean, minus
from sayso.annotate.attribution.things import Things
from sayso.annotate.attribution.wordorder import STOPS
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["lexical_drafts"]

_LONGEST = 400  # tokens; what is longer is no sentence, and is not searched


def lexical_drafts(scene: Scene, forms: Forms, number: int, sentence: Sentence) -> Iterator[Draft]:
    """Yield the drafts of one unparsed sentence."""
    if len(sentence.tokens) > _LONGEST:
        return
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


class _Reading(Things):
    """The drafts of one sentence."""

    def verb(self, verb: Token, lemma: str, cls: str) -> Iterator[Draft]:
        """Yield "X sier at Y", "I går sa X at Y", "Y, sier X", and bare cues that quotations may go with."""
        speaks = lemma in self.forms.words.get("speaking", frozenset())
        opener = self.opener(verb)
        of = opener if opener is not None and opener.text.lower() == "om" and cls != "ask" else None
        if of is not None and (cls == "want" or (of.index > verb.index + 1 and self.takes_object(lemma))):
            opener = None  # "ba om hjelp" is a deed that is told of; "avviste påstandene om drap" has an object
        after = self.closes(verb) and speaks and opener is None
        source = self.after(verb) if after else self.subject(verb)
        passive = self.is_passive(verb)
        if (passive and opener is None) or self.turns_out(verb):
            return
        if opener is None and not after:
            thing = self.refused(verb, cls) or self.thing(verb, lemma, source)
            if thing is not None:
                yield self._draft(verb, source, (thing[0],), (thing[1],), "object", cls)
                return
        rule = "clause-before" if after else "clause"
        content = (
            self.before(verb) if after else self.reported(opener, of) if opener is not None else self.bare(verb, lemma)
        )
        if content is None and self.summing(verb):
            content, rule = self.paragraph_before(), "summed-up"
        weak = lemma in self.forms.words.get("weak", frozenset())
        if (content is None and (weak or not speaks)) or (not source and not passive):
            return
        found = () if content is None else (content,)
        yield self._draft(verb, () if passive else source, (self.cue(verb, lemma),), found, rule, cls, speaks=speaks)

    def reported(self, opener: Token, of: Token | None) -> Span | None:
        """Return the clause an opener opens, or what stands after "om" where that is a preposition."""
        return self.clause(opener) if of is None else self.about(of)

    def passive(self, verb: Token, cls: str) -> Iterator[Draft]:
        """Yield "det hevdes at Y" and "Y, heter det"."""
        opener = self.opener(verb)
        content = self.clause(opener) if opener is not None else self.before(verb) if self.closes(verb) else None
        if content is not None:
            yield self._draft(verb, (), (verb.span,), (content,), "passive", cls)

    def noun(self, noun: Token, cls: str) -> Iterator[Draft]:
        """Yield "X' påstand om (at) Y", also "påstanden er den om at Y"."""
        for token in self.tokens[noun.index + 1 : noun.index + 5]:
            if token.text in STOPS:
                return
            if token.text.lower() in ("om", "at"):
                start = token.index if token.text.lower() == "at" else token.index + 1
                content = self.span(start, self.own_end(noun, start))
                if content is not None:
                    owner = self.owner(noun) or self.repeater(noun)
                    yield self._draft(noun, owner, (noun.span,), (content,), "noun", cls)
                return

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
        start, end = self.begin(run[0]), self.to(run[-1].index + 1)
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
        while end < len(self.tokens) and self.tokens[end].text not in STOPS and not self.finite(end, i):
            end += 1
        if end == i:
            return
        source = self.span(i, end)
        opening = first.index == 0 or all(t.text in STOPS for t in self.tokens[: first.index])
        content = self.span(end, len(self.tokens)) if opening else self.span(self.begin(first), first.index)
        if source is not None and content is not None:
            yield self._draft(first, (source,), (Span(first.start, run[-1].end),), (content,), "phrase", "say")

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
