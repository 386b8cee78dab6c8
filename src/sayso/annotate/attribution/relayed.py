"""Words at second hand: "“Go home,” he quoted them as shouting" is his report of what they shouted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.sources import voices
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token

__all__ = ["RELAYED", "relayed"]

RELAYED = "quoted-as"
"""The rule of the inner attribution: it has the content of the outer one, in which it stands."""


def relayed(scene: Scene, sentence: Sentence, cue: CueVerb, draft: Draft) -> Iterator[Draft]:
    """Yield the draft of a cue, and of "quoted X as V-ing" also who is quoted, both with the quotation."""
    shouting = _verb_after_as(sentence, cue.token)
    quoted = [k for k in sentence.children(cue.token, "dobj") if k.index > cue.token.index]
    quotes = scene.quotes_in(sentence.span)
    if cue.lemma not in ("quote", "cite") or shouting is None or not quoted or not quotes:
        yield draft
        return
    content = draft.content or (quotes[0].span,)
    yield replace(draft, content=content, rule="quote")
    source = voices(sentence, quoted[0], scene.view)
    yield replace(draft, at=shouting.start, source=source, cue=(shouting.span,), content=content, rule=RELAYED)


def _verb_after_as(sentence: Sentence, verb: Token) -> Token | None:
    """Return the participle of "as shouting" that hangs on a cue."""
    for link in sentence.children(verb, "prep"):
        for kid in sentence.children(link, "pcomp") if link.text.lower() == "as" else ():
            if kid.tag == "VBG":
                return kid
    return None
