"""One reading from two engines: what the grammar drafts and what the tagger proposes, combined by rule.

- Both find a cue: it stands. The grammar names its class; the spans are taken by `_joined`.
- Only the tagger finds it: it stands when the tagger is sure.
- Only the grammar finds it: it stands when it lies inside another's content, where the tagger does not look (it learnt
  the outermost only), when its rule is one to be trusted alone, or when the tagger too thinks it possible.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.tagger.trust import ALONE, POSSIBLE, SPANS, SURE
from sayso.model.proposals import Proposal, Tagger
from sayso.model.text import Span, covers, overlaps

__all__ = ["combined", "with_proposals"]

BOTH, ONLY = "parse+tagger", "tagger"
RULE, CLASS = "tagged", "say"


def with_proposals(scene: Scene, drafts: list[Draft], tagger: Tagger | None) -> list[Draft]:
    """Return what grammar and tagger find together; the drafts as they are where no tagger reads the scene's language."""
    if tagger is None or tagger.language != scene.language:
        return drafts
    return combined(scene, drafts, tagger.propose(scene.view, _passages(scene)))


def _passages(scene: Scene) -> list[list[Span]]:
    """Return each report's paragraphs in the scene's language; no report is read together with another."""
    paragraphs: dict[str, dict[int, None]] = {}
    for sentence in scene.sentences:
        paragraphs.setdefault(sentence.report, {})[sentence.paragraph] = None
    return [[scene.page.paragraphs[i] for i in found] for found in paragraphs.values()]


def combined(scene: Scene, drafts: Sequence[Draft], proposals: Sequence[Proposal]) -> list[Draft]:
    """Return the drafts of both engines as one list, each attribution once."""
    pairs, alone = _paired(scene, drafts, proposals)
    joined = [_joined(draft, pairs[i]) if i in pairs else draft for i, draft in enumerate(drafts)]
    added = [_drafted(scene, p) for p in alone if p.score >= SURE]
    standing = {i for i in range(len(drafts)) if i in pairs and pairs[i].score >= POSSIBLE}
    outer = _Contents([*(joined[i] for i in sorted(standing)), *added])
    kept = [d for i, d in enumerate(joined) if i in standing or _stands_alone(d, outer)]
    return [*kept, *added]


def _paired(
    scene: Scene, drafts: Sequence[Draft], proposals: Sequence[Proposal]
) -> tuple[dict[int, Proposal], list[Proposal]]:
    """Pair drafts with the proposals that mean the same; return the pairs by the draft's number, and proposals left over."""
    near: dict[int, list[int]] = {}
    for i, draft in enumerate(drafts):
        near.setdefault(draft.sentence, []).append(i)
    pairs: dict[int, Proposal] = {}
    alone: list[Proposal] = []
    for proposal in proposals:
        found = _same(drafts, near.get(_sentence(scene, proposal), []), proposal, pairs)
        if found is None:
            alone.append(proposal)
        else:
            pairs[found] = proposal
    return pairs, alone


def _same(drafts: Sequence[Draft], near: Sequence[int], proposal: Proposal, taken: dict[int, Proposal]) -> int | None:
    """Return the free draft of the same cue, or else of mostly the same content."""
    free = [i for i in near if i not in taken]
    by_cue = [i for i in free if any(overlaps(s, proposal.cue) for s in drafts[i].cue)]
    by_content = [(-shared(drafts[i].content, proposal.content), i) for i in free]
    if by_cue:
        return min(by_cue, key=lambda i: (-shared(drafts[i].content, proposal.content), i))
    best = min(by_content, default=(0.0, -1))
    return best[1] if best[0] <= -0.5 else None


def shared(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Return how much of two sets of spans is in both: intersection by union, in characters."""
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    union = sum(map(len, a)) + sum(map(len, b)) - both
    return both / union if union else 0.0


def _joined(draft: Draft, proposal: Proposal) -> Draft:
    """Take the spans of one draft and proposal that mean the same, each role from the engine that reads it better."""
    learnt = SPANS.get(draft.rule, SPANS[""])
    source = proposal.source if "source" in learnt and (proposal.source or not draft.source) else draft.source
    content = proposal.content if "content" in learnt or not draft.content else draft.content
    return replace(draft, source=source, content=content, engine=BOTH)


def _drafted(scene: Scene, proposal: Proposal) -> Draft:
    """Make a draft of what only the tagger found; the lexicon names the class of its cue where it knows the word."""
    cls = CLASS
    number = _sentence(scene, proposal)
    sentence = scene.page.sentences[number]
    for token in sentence.tokens:
        if overlaps(token.span, proposal.cue):
            cls = scene.lexicon.class_of(token.lemma.lower()) or cls
    return Draft(
        proposal.cue.start, proposal.source, (proposal.cue,), proposal.content, RULE, cls, number, ONLY, speaks=True
    )


def _sentence(scene: Scene, proposal: Proposal) -> int:
    return max(0, bisect_right(scene.sentence_starts, proposal.cue.start) - 1)


def _stands_alone(draft: Draft, outer: _Contents) -> bool:
    return draft.rule in ALONE or outer.hold(draft)


class _Contents:
    """The contents of drafts, to ask which one holds another draft."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._spans = sorted({s for d in drafts for s in d.content})
        self._starts = [s.start for s in self._spans]

    def hold(self, draft: Draft) -> bool:
        """Tell whether a draft's cue lies inside a content that is not its own."""
        return any(span not in draft.content and covers(span, cue) for cue in draft.cue for span in self._before(cue))

    def _before(self, cue: Span) -> Iterator[Span]:
        at = bisect_right(self._starts, cue.start)
        yield from self._spans[max(0, at - 4) : at]
