"""Words at second hand: "“Go home,” he quoted them as shouting" is his report of what they shouted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.sources import voices
from sayso.annotate.attribution.spans import clean
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["RELAYED", "is_relayed", "relayed"]

QUOTING = ("quote", "cite")

RELAYED = "quoted-as"
"""The rule of the inner attribution: it has the content of the outer one, in which it stands."""


def relayed(scene: Scene, sentence: Sentence, cue: CueVerb, draft: Draft) -> Iterator[Draft]:
    """Yield the draft of a cue, and of "quoted X as V-ing" also who is quoted, both with what is quoted."""
    shouting = _verb_after_as(sentence, cue.token)
    quoted = [k for k in sentence.children(cue.token, "dobj") if k.index > cue.token.index]
    if cue.lemma not in QUOTING or shouting is None or not quoted:
        yield draft
        return
    content = () if draft.rule == "object" else draft.content
    content = content or _quoted(scene, sentence, shouting)
    if not content:
        yield draft
        return
    yield replace(draft, content=content, rule="quote")
    source = voices(sentence, quoted[0], scene.view)
    yield replace(draft, at=shouting.start, source=source, cue=(shouting.span,), content=content, rule=RELAYED)


def is_relayed(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a cue is the participle of "quoted X as saying": the one who quotes tells of it."""
    link = sentence.head(verb)
    quoting = sentence.head(link)
    if verb.dep != "pcomp" or link.text.lower() != "as" or quoting.lemma.lower() not in QUOTING:
        return False
    active = not sentence.children(quoting, "auxpass", "nsubjpass") and bool(sentence.children(quoting, "nsubj"))
    return active and any(k.index > quoting.index for k in sentence.children(quoting, "dobj"))


def _quoted(scene: Scene, sentence: Sentence, shouting: Token) -> tuple[Span, ...]:
    """Return what is passed on: the quotation in the sentence, else the clause of the participle."""
    quotes = scene.quotes_in(sentence.span)
    if quotes:
        return (quotes[0].span,)
    for clause in sentence.children(shouting, "ccomp"):
        first, last = sentence.subtree(clause)[0], sentence.subtree(clause)[-1]
        span = clean(scene.view, first.start, last.end) if first.index > shouting.index else None
        if span is not None:
            return (span,)
    return ()


def _verb_after_as(sentence: Sentence, verb: Token) -> Token | None:
    """Return the participle of "as shouting" that hangs on a cue."""
    for link in sentence.children(verb, "prep"):
        for kid in sentence.children(link, "pcomp") if link.text.lower() == "as" else ():
            if kid.tag == "VBG":
                return kid
    return None
