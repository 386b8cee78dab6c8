"""One reading from two engines: what the grammar drafts and what the tagger proposes, combined by rule.

What both find stands with the spans the grammar gives; where these and the tagger's have little or nothing in common, the
tagger is right more often (measured on held-back documents). What only the tagger finds is added where it is sure. What
only the grammar finds stands inside what another is said to have said, which the tagger did not learn to look for, and
where typography or running speech shows it; elsewhere the parse was mostly wrong, or nobody says anything.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.tagger.decode import shared
from sayso.annotate.attribution.tagger.edges import tells, without_aside
from sayso.model.page import Page
from sayso.model.proposals import Hints, Known, Proposal, Tagger
from sayso.model.text import Span, covers, overlaps

__all__ = ["combined", "hints_from", "with_proposals"]

BOTH, ONLY = "parse+tagger", "tagger"
RULE, CLASS = "tagged", "say"

AGREED = 0.15
"""Score from which a proposal backs what the grammar found."""

SURE, SURE_OF_NEW_WORDS = 0.3, 0.55
TELLING, TELLING_IN_NEW_WORDS = 0.2, 0.3
"""Scores from which a proposal stands alone with a cue that the lexicon knows or does not know: any proposal, and one that
tells something (`tells`). A cue that takes a stand (`attitudes.toml`) is as good as one the lexicon knows; by other words what
the lower score adds is, on reports of war, mostly a thing that something is done to, not words that are said."""

OTHER, SHORTER = 0.2, 0.8
"""Scores from which the tagger's content replaces one of the grammar's that is not the same, and from which a part of it does:
below, as many words are lost to who said them as are rightly taken from them."""

MORE = 0.35
"""Score from which the tagger's content replaces one that it begins with and carries on."""

SAME = 0.5  # of two contents' characters; with less in common they are not the same

STANDING = frozenset(
    {
        "carried", "colon", "commaless", "continued", "dash", "hedge", "quote", "quoted-as", "passive-infinitive", "signed",
        "speaker", "unclaimed", "unmarked", "verbless",
    }
)  # fmt: skip
"""Rules whose finds stand by themselves: they follow quotation marks, typography, running speech, or words that name nobody."""

EXACT = STANDING - {"hedge", "quote", "speaker", "unclaimed", "unmarked", "verbless"} | {"as-denied"}
"""Rules whose spans stand as they are: what they follow is in the text, or the content is only a part of its clause."""


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
    pairs, alone = _paired(scene, drafts, proposals)
    backed = {i: p for i, p in pairs.items() if p.score >= AGREED}
    classes = [_class_of(scene, proposal) for proposal in alone]
    outer = _Said(drafts[i].content for i in backed)
    added = [(p, c) for p, c in zip(alone, classes, strict=True) if _is_sure(scene, p, c, outer)]
    said = _Said(p.content for p in (*backed.values(), *(p for p, _ in added)))
    cues = sorted(p.cue.start for p in (*backed.values(), *(p for p, c in added if c)))
    found = [
        _joined(scene, draft, backed[i], cues) if i in backed else draft
        for i, draft in enumerate(drafts)
        if i in backed or draft.rule in STANDING or said.holds(draft.at) or scene.quote_at(draft.at)
    ]
    return [*found, *(_drafted(scene, p, c) for p, c in added)]


def _joined(scene: Scene, draft: Draft, proposal: Proposal, cues: Sequence[int]) -> Draft:
    """Return what both found: the grammar's spans, unless the tagger's are others altogether, or its source holds more."""
    if draft.rule in EXACT:
        return replace(draft, engine=BOTH)
    part = all(any(covers(outer, span) for outer in draft.content) for span in proposal.content)
    swallows = _held(draft.content, cues) > _held(proposal.content, cues)  # what others say, too
    enough = SHORTER if part and not swallows else OTHER
    other = proposal.score >= enough and shared(draft.content, proposal.content) < SAME
    other = other or (proposal.score >= MORE and _holds_more(draft, proposal))
    content = proposal.content if other else draft.content
    source = without_aside(scene, _source(draft.source, proposal.source), proposal.source)
    return replace(draft, source=source, content=content, engine=BOTH)


def _holds_more(draft: Draft, proposal: Proposal) -> bool:
    """Whether the tagger's content begins with the grammar's and goes on from there; it has no piece elsewhere."""
    whole = all(any(covers(outer, span) for outer in proposal.content) for span in draft.content)
    starts = proposal.content[0].start == draft.content[0].start
    return whole and starts and len(proposal.content) <= len(draft.content)


def _held(content: Sequence[Span], cues: Sequence[int]) -> int:
    """Count the cues inside a content."""
    return sum(bisect_left(cues, span.end) - bisect_left(cues, span.start) for span in content)


def _source(parsed: tuple[Span, ...], proposed: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the parse's source if the tagger has a part of it or none; joint sources stay apart."""
    if not proposed or len(parsed) > 1:
        return parsed
    more = all(any(covers(outer, span) for outer in proposed) for span in parsed)
    other = not any(overlaps(a, b) for a in parsed for b in proposed)
    return proposed if more or other else parsed


class _Said:
    """The contents of what stands, asked whether they hold an offset."""

    def __init__(self, contents: Iterable[Sequence[Span]]) -> None:
        self._spans = sorted(span for content in contents for span in content)
        self._starts = [span.start for span in self._spans]
        self._ends = list(accumulate((span.end for span in self._spans), max))

    def holds(self, offset: int) -> bool:
        """Whether one of the contents that begin before an offset reaches past it."""
        number = bisect_right(self._starts, offset)
        return number > 0 and self._ends[number - 1] > offset


def _is_sure(scene: Scene, proposal: Proposal, cls: str, said: _Said) -> bool:
    """Tell whether a proposal stands alone: sure enough, and with more content than a word.

    One less sure also has to tell something, in words that both engines do not have another say; with a cue that the
    lexicon does not know somebody has to say it.
    """
    words = sum(len(span.of(scene.view).split()) for span in proposal.content)
    if words < 2 or proposal.score < (TELLING if cls else TELLING_IN_NEW_WORDS):
        return False
    if proposal.score >= (SURE if cls or _takes_a_stand(scene, proposal) else SURE_OF_NEW_WORDS):
        return True
    named = bool(cls or proposal.source)
    return named and tells(scene, proposal.content) and not said.holds(proposal.cue.start)


def _paired(
    scene: Scene, drafts: Sequence[Draft], proposals: Sequence[Proposal]
) -> tuple[dict[int, Proposal], list[Proposal]]:
    """Return the proposals that mean a draft too, by its number, and the proposals left over."""
    near: dict[int, list[int]] = {}
    for i, draft in enumerate(drafts):
        if draft.content:  # a draft without content is dropped in the end, and its cue is free
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


def _same(drafts: Sequence[Draft], near: Sequence[int], proposal: Proposal, taken: Container[int]) -> int | None:
    """Return the free draft of the same cue, or else of mostly the same content."""
    free = [i for i in near if i not in taken]
    by_cue = [i for i in free if any(overlaps(s, proposal.cue) for s in drafts[i].cue)]
    by_content = [(-shared(drafts[i].content, proposal.content), i) for i in free]
    if by_cue:
        return min(by_cue, key=lambda i: (-shared(drafts[i].content, proposal.content), i))
    best = min(by_content, default=(0.0, -1))
    return best[1] if best[0] <= -SAME else None


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


def _takes_a_stand(scene: Scene, proposal: Proposal) -> bool:
    tokens = scene.page.sentences[_sentence(scene, proposal)].tokens
    return any(overlaps(t.span, proposal.cue) and scene.lexicon.is_attitude(t.lemma.lower(), t.pos) for t in tokens)


def _sentence(scene: Scene, proposal: Proposal) -> int:
    return max(0, bisect_right(scene.sentence_starts, proposal.cue.start) - 1)
