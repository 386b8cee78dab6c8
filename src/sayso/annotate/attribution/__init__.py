"""Who says what: source, cue and content of every attribution in a page.

For a language with a parser the grammar over the parse finds them; for the others a cue lexicon does. Quotations go to
the cue that introduces, closes or carries them on. Nothing is found without a span.
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.annotate.attribution.assemble import apart, assemble
from sayso.annotate.attribution.colon import speaker_drafts, with_colons
from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.hedges import hedge_drafts
from sayso.annotate.attribution.lexicon import cue_class, lexicon_of
from sayso.annotate.attribution.nouns import noun_drafts
from sayso.annotate.attribution.phrases import phrase_drafts
from sayso.annotate.attribution.quotes import with_quotes
from sayso.annotate.attribution.running import continued_drafts, signed_drafts, verbless_drafts
from sayso.annotate.attribution.verbs import verb_drafts
from sayso.lang.packs import Pack
from sayso.model.annotations import Attribution
from sayso.model.page import Page

__all__ = ["cue_class", "find_attributions"]


def find_attributions(page: Page, packs: Mapping[str, Pack]) -> tuple[Attribution, ...]:
    """Find every attribution of a page, in text order."""
    drafts: list[Draft] = []
    for language in sorted({s.language for s in page.sentences} & set(packs)):
        drafts += _in_language(Scene(page, lexicon_of(packs[language]), language))
    return assemble(page, drafts)


def _in_language(scene: Scene) -> list[Draft]:
    found = [
        draft
        for number, sentence in enumerate(scene.page.sentences)
        if sentence.parsed and sentence.language == scene.language
        for rules in (verb_drafts, phrase_drafts, noun_drafts, hedge_drafts, verbless_drafts)
        for draft in rules(scene, number, sentence)
    ]
    found = with_quotes(scene, with_colons(scene, apart(found)))
    return [*found, *speaker_drafts(scene), *continued_drafts(scene, found), *signed_drafts(scene, found)]
