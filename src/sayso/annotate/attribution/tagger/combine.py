"""One reading from two engines: what the grammar drafts and what the tagger proposes, combined by rule.

What the grammar finds stands, with the spans it gives: these are as often right as the tagger's on the texts the tagger
learnt from, and far more often elsewhere. What only the tagger finds is added where it is sure; it must be surer where
the cue is a word the lexicon does not know.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.tagger.decode import shared
from sayso.model.page import Page
from sayso.model.proposals import Hints, Known, Proposal, Tagger
from sayso.model.text import Span, overlaps

__all__ = ["combined", "hints_from", "with_proposals"]

BOTH, ONLY = "parse+tagger", "tagger"
RULE, CLASS = "tagged", "say"

SURE, SURE_OF_NEW_WORDS = 0.4, 0.6
"""Scores above which a proposal is added, chosen on documents held back from training."""


def with_proposals(scene: Scene, drafts: list[Draft], tagger: Tagger | None) -> list[Draft]:
    """Return what grammar and tagger find together; the drafts as they are where no tagger reads the scene's language."""
    if tagger is None or tagger.language != scene.language:
        return drafts
    return combined(scene, drafts, tagger.propose(scene.view, _passages(scene), hints_from(scene.page, drafts)))


def hints_from(page: Page, drafts: Iterable[Draft]) -> Hints:
    """Return the drafts that have a content, and the page's quotations, as hints to the tagger."""
    known = (Known(d.source, d.cue, d.content) for d in sorted(drafts, key=lambda d: (d.at, d.rule)) if d.content)
    return Hints(tuple(known), tuple(quote.span for quote in page.quotes))


def _passages(scene: Scene) -> list[list[Span]]:
    """Return each report's paragraphs in the scene's language; no report is read together with another."""
    paragraphs: dict[str, dict[int, None]] = {}
    for sentence in scene.sentences:
        paragraphs.setdefault(sentence.report, {})[sentence.paragraph] = None
    return [[scene.page.paragraphs[i] for i in found] for found in paragraphs.values()]


def combined(scene: Scene, drafts: Sequence[Draft], proposals: Sequence[Proposal]) -> list[Draft]:
    """Return the drafts of both engines as one list, each attribution once."""
    both, alone = _paired(scene, drafts, proposals)
    found = [replace(draft, engine=BOTH) if i in both else draft for i, draft in enumerate(drafts)]
    classes = [_class_of(scene, proposal) for proposal in alone]
    return [*found, *(_drafted(scene, p, c) for p, c in zip(alone, classes, strict=True) if _is_sure(scene, p, c))]


def _is_sure(scene: Scene, proposal: Proposal, cls: str) -> bool:
    """Tell whether a proposal stands alone: sure enough, and with more content than a word."""
    words = sum(len(span.of(scene.view).split()) for span in proposal.content)
    return words > 1 and proposal.score >= (SURE if cls else SURE_OF_NEW_WORDS)


def _paired(scene: Scene, drafts: Sequence[Draft], proposals: Sequence[Proposal]) -> tuple[set[int], list[Proposal]]:
    """Return the numbers of drafts that a proposal means too, and the proposals left over."""
    near: dict[int, list[int]] = {}
    for i, draft in enumerate(drafts):
        if draft.content:  # a draft without content is dropped in the end, and its cue is free
            near.setdefault(draft.sentence, []).append(i)
    pairs: set[int] = set()
    alone: list[Proposal] = []
    for proposal in proposals:
        found = _same(drafts, near.get(_sentence(scene, proposal), []), proposal, pairs)
        if found is None:
            alone.append(proposal)
        else:
            pairs.add(found)
    return pairs, alone


def _same(drafts: Sequence[Draft], near: Sequence[int], proposal: Proposal, taken: set[int]) -> int | None:
    """Return the free draft of the same cue, or else of mostly the same content."""
    free = [i for i in near if i not in taken]
    by_cue = [i for i in free if any(overlaps(s, proposal.cue) for s in drafts[i].cue)]
    by_content = [(-shared(drafts[i].content, proposal.content), i) for i in free]
    if by_cue:
        return min(by_cue, key=lambda i: (-shared(drafts[i].content, proposal.content), i))
    best = min(by_content, default=(0.0, -1))
    return best[1] if best[0] <= -0.5 else None


def _drafted(scene: Scene, proposal: Proposal, cls: str) -> Draft:
    """Make a draft of what only the tagger found; a cue of unknown class says no more than that something is said."""
    number = _sentence(scene, proposal)
    cue = (proposal.cue,)
    return Draft(
        proposal.cue.start, proposal.source, cue, proposal.content, RULE, cls or CLASS, number, ONLY, speaks=True
    )


def _class_of(scene: Scene, proposal: Proposal) -> str:
    """Return the class of the last word of a cue that the lexicon knows, "" when it knows none."""
    tokens = scene.page.sentences[_sentence(scene, proposal)].tokens
    classes = [scene.lexicon.class_of(t.lemma.lower()) for t in tokens if overlaps(t.span, proposal.cue)]
    return next((cls for cls in reversed(classes) if cls), "")


def _sentence(scene: Scene, proposal: Proposal) -> int:
    return max(0, bisect_right(scene.sentence_starts, proposal.cue.start) - 1)
