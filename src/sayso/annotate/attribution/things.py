"""What is reported without a clause, read by word order: "nekter å bekrefte tallet", "beskyldte regjeringen for løgn"."""

from __future__ import annotations

from sayso.annotate.attribution.wordorder import STOPS, WordOrder
from sayso.model.syntax import Token
from sayso.model.text import Span

__all__ = ["Things"]


class Things(WordOrder):
    """Objects of cues in one unparsed sentence."""

    def refused(self, verb: Token, cls: str) -> tuple[Span, Span] | None:
        """Return cue and content of "nekter å bekrefte tallet": what one will not say is the content."""
        run = self.tokens[verb.index + 1 : verb.index + 3]
        if cls != "refuse" or len(run) < 2 or run[0].text.lower() != "å":
            return None
        if run[1].text.lower() not in self.scene.lexicon.verbs:
            return None
        content = self.span(run[1].index + 1, self.to(run[1].index + 1))
        return (Span(self.cue(verb).start, run[1].end), content) if content is not None else None

    def thing(self, verb: Token, lemma: str, source: tuple[Span, ...]) -> tuple[Span, Span] | None:
        """Return cue and content of a cue with an object: "fordømte angrepet", "beskyldte regjeringen for løgn"."""
        start = verb.index + 1
        if not self.takes_object(lemma) or not source or source[-1].start > verb.start:
            return None
        while start < len(self.tokens) and self.tokens[start].text.lower() in ("ikke", "også", "igjen", "straks"):
            start += 1
        if (
            start >= len(self.tokens)
            or self.tokens[start].text in STOPS
            or any(self.forms.has(kind, self.tokens[start]) for kind in ("prepositions", "inner"))
        ):
            return None
        content = self.span(start, self.to(start))
        return (self.cue(verb, lemma), content) if content is not None else None

    def takes_object(self, lemma: str) -> bool:
        """Tell whether a verb's noun object is reported."""
        return lemma in self.forms.words.get("object", frozenset())

    def repeater(self, noun: Token) -> tuple[Span, ...]:
        """Return who "gjentok påstanden om at Y": the subject of the cue verb right before the noun."""
        before = self.tokens[noun.index - 1] if noun.index else None
        if before is None or before.text.lower() not in self.forms.verbs:
            return ()
        return self.subject(before)

    def turns_out(self, verb: Token) -> bool:
        """Tell whether a cue is impersonal: "det viste seg at" is the writer's own word."""
        near = [t.text.lower() for t in self.tokens[verb.index + 1 : verb.index + 3]]
        return self.forms.verbs[verb.text.lower()][1] == "show" and "seg" in near
