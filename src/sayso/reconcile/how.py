"""By what means: one happening that voices tell with different weapons ("an air strike" / "their own mortar").

Means are told by the words of a telling's own sentence (`means.toml`); a sentence that names two tells neither. Means that can
go together, or that one word covers, are no rivals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sayso.lang.packs import Pack
from sayso.link.events.profile import make_profile
from sayso.model.annotations import Fact
from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.model.text import Anchor, Span
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence, Telling
from sayso.reconcile.phrasing import phrase_question

__all__ = ["ask_how"]

BETWEEN = frozenset({"for", "after", "following", "over"})  # "bombings in revenge for the death": another's means
BARE = frozenset({"death", "deaths", "dead"})  # "in revenge for the death of": the means named is another's
FEWEST = 15  # fewer dead are told of many attacks
COVERED = frozenset(
    {frozenset({"air-strike", "shelling"}), frozenset({"execution", "shooting"}), frozenset({"air-strike", "bombing"})}
)


def ask_how(evidence: Evidence, event: Event) -> DraftQuestion | None:
    """Draft the question by what means; None unless two voices of their own name means that exclude each other."""
    if event.kind != "kill":
        return None
    labels = evidence.packs["en"].table("questions").get("means", {})
    answers: dict[str, DraftAnswer] = {}
    known: dict[str, set[str]] = {}
    for telling, means, anchor in _told(evidence, event):
        known.setdefault(means, set()).update(_victims(evidence, telling))
        told = evidence.is_attributed(telling.statement) and telling.asserts
        answer = answers.setdefault(means, DraftAnswer(means, str(labels.get(means, means))))
        answer.add("statements" if told else "presupposed", telling.statement.id, anchor)
    kept = [answers[means] for means in sorted(answers) if answers[means].statements]
    pairs = [(a, b) for i, a in enumerate(kept) for b in kept[i + 1 :] if known[a.value] & known[b.value]]
    rivals = [(a, b) for a, b in pairs if _are_rivals(evidence, a, b)]
    if not rivals:
        return None
    shown = [a for a in kept if any(a in pair for pair in rivals)]
    text = phrase_question(evidence, event, QuestionSlot.HOW)
    return DraftQuestion(QuestionSlot.HOW, text, shown, event, 1.4, [_relation(a, b) for a, b in rivals])


def _told(evidence: Evidence, event: Event) -> Iterator[tuple[Telling, str, Anchor]]:
    """Yield the tellings whose sentence names one means, with the words for it."""
    for telling in evidence.tellings(event):
        if telling.denies or telling.mention.fact is not Fact.HAPPENED or telling.mention.refers_back:
            continue
        if telling.mention.span.of(evidence.text_of(telling.mention.id)).lower() in BARE:
            continue
        pack = evidence.packs.get(telling.statement.language)
        pattern, classes = _phrases(pack) if pack else (None, {})
        if pattern is None:
            continue
        text, document = evidence.text_of(telling.statement.id), evidence.corpus.document_of[telling.statement.id]
        found = {
            classes[m.group().lower()]: Span(part.start + m.start(), part.start + m.end())
            for part in evidence.sentences(telling.statement)
            for m in pattern.finditer(part.of(text))
            if not BETWEEN & set(text[part.start + m.end() : telling.mention.span.start].lower().split())
        }
        if len(found) == 1:
            means, span = next(iter(found.items()))
            yield telling, means, Anchor(document, span)


def _victims(evidence: Evidence, telling: Telling) -> Iterator[str]:
    """Yield what the dead of a telling can be known by: their number or a name; without it two tellings of one town and day
    may be of two attacks."""
    profile = make_profile(evidence.corpus, telling.mention, evidence.resolved, evidence.packs)
    yield from (f"name {name}" for name in profile.names)
    if profile.figure and not profile.is_total and (profile.figure.amount.low or 0) >= FEWEST:
        yield f"figure {profile.figure.amount.low:.0f}"


@cache
def _phrases(pack: Pack) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    classes = {p: name for name, phrases in pack.table("means").get("means", {}).items() for p in phrases}
    words = sorted(classes, key=lambda w: (-len(w), w))
    return (re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE) if words else None), classes


def _are_rivals(evidence: Evidence, a: DraftAnswer, b: DraftAnswer) -> bool:
    mine, theirs = set(evidence.voices_of(a.statements)), set(evidence.voices_of(b.statements))
    return bool(mine and theirs) and not mine & theirs and frozenset({a.value, b.value}) not in COVERED


def _relation(a: DraftAnswer, b: DraftAnswer) -> DraftRelation:
    because = Because(
        "different-means",
        f"the accounts name different means: {a.text} / {b.text}",
        tuple(sorted((*a.anchors[:2], *b.anchors[:2]))),
    )
    return DraftRelation(a.value, b.value, RelationType.CONFLICTS, About.MEANS, because)
