"""Who says what: source, cue and content of every attribution in a page.

For a language with a parser the grammar over the parse finds them; for the others a cue lexicon does. Quotations go to
the cue that introduces, closes or carries them on. Nothing is found without a span.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.annotate.attribution.assemble import apart, assemble
from sayso.annotate.attribution.carried import with_carried
from sayso.annotate.attribution.colon import speaker_drafts, with_colons
from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.forms import Forms, forms_of
from sayso.annotate.attribution.hedges import hedge_drafts
from sayso.annotate.attribution.lexical import lexical_drafts
from sayso.annotate.attribution.lexicon import cue_class, lexicon_of
from sayso.annotate.attribution.nouns import noun_drafts
from sayso.annotate.attribution.phrases import phrase_drafts
from sayso.annotate.attribution.quotes import with_dashes, with_quotes
from sayso.annotate.attribution.running import (
    continued_drafts,
    signed_drafts,
    subscribed_drafts,
    unmarked_drafts,
    verbless_drafts,
    with_unmarked,
)
from sayso.annotate.attribution.settled import settled
from sayso.annotate.attribution.tagger.combine import hints_from, with_proposals
from sayso.annotate.attribution.verbs import verb_drafts
from sayso.lang.packs import Pack
from sayso.model.annotations import Attribution
from sayso.model.page import Page
from sayso.model.proposals import Hints, Tagger

__all__ = ["cue_class", "find_attributions", "hints_for"]

_LONGEST = 400  # tokens; a longer stretch is no sentence, and is not searched


def find_attributions(page: Page, packs: Mapping[str, Pack], tagger: Tagger | None = None) -> tuple[Attribution, ...]:
    """Find every attribution of a page, in text order."""
    drafts: list[Draft] = []
    for scene, found in _drafted(page, packs):
        drafts += settled(scene, with_proposals(scene, found, tagger))
    return assemble(page, drafts)


def hints_for(page: Page, packs: Mapping[str, Pack]) -> Hints:
    """Return what the tagger is told of a page before it reads it; training sees the same."""
    return hints_from(page, [draft for _, found in _drafted(page, packs) for draft in found])


def _drafted(page: Page, packs: Mapping[str, Pack]) -> Iterator[tuple[Scene, list[Draft]]]:
    """Yield what the grammar finds in each language of a page."""
    for language in sorted({s.language for s in page.sentences} & set(packs)):
        forms = forms_of(packs[language])
        scene = Scene(page, lexicon_of(packs[language]), language, frozenset(forms.verbs))
        found = _finished(scene, [*_by_grammar(scene), *_by_lexicon(scene, forms)])
        yield scene, with_carried(scene, forms, found)


def _by_grammar(scene: Scene) -> Iterator[Draft]:
    """Yield the drafts of the parsed sentences."""
    for number, sentence in enumerate(scene.page.sentences):
        if sentence.parsed and sentence.language == scene.language and len(sentence.tokens) <= _LONGEST:
            for rules in (verb_drafts, phrase_drafts, noun_drafts, hedge_drafts, verbless_drafts):
                yield from rules(scene, number, sentence)


def _by_lexicon(scene: Scene, forms: Forms) -> Iterator[Draft]:
    """Yield the drafts of the sentences nobody parses."""
    for number, sentence in enumerate(scene.page.sentences):
        if not sentence.parsed and sentence.language == scene.language:
            yield from lexical_drafts(scene, forms, number, sentence)


def _finished(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Add what only shows between sentences: quotations, colons, speech that runs on."""
    found = with_dashes(scene, with_quotes(scene, with_colons(scene, apart(drafts))))
    found = [*with_unmarked(scene, found), *speaker_drafts(scene), *subscribed_drafts(scene)]
    return [*found, *continued_drafts(scene, found), *unmarked_drafts(scene, found), *signed_drafts(scene, found)]
