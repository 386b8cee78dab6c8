"""From drafts to statements: ids, chains, what speaks about what, and the events each one holds."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.statements.chains import Chains, link_of
from sayso.annotate.statements.drafts import Draft
from sayso.annotate.statements.survey import Survey
from sayso.model.annotations import EventMention
from sayso.model.ids import derived_id
from sayso.model.page import Page
from sayso.model.statements import Backing, Statement
from sayso.model.text import layer

__all__ = ["assemble"]

RELAYED = "quoted-as"
"""The rule of attributions whose content is also that of the one who passes it on."""


def assemble(
    page: Page, drafts: Sequence[Draft], survey: Survey, events: Sequence[EventMention]
) -> tuple[Statement, ...]:
    """Make the statements of a page, sorted by where they stand."""
    kept = [draft for draft in drafts if draft.spans]
    ids = _ids(page.document.id, kept)
    chains = _chains(survey)
    first_of = _first_by_attribution(kept, ids)
    number = {id(draft): n for n, draft in enumerate(kept)}
    mentions = _mentions(kept, events)
    made = []
    for n, draft in enumerate(kept):
        about = first_of.get(draft.about) if isinstance(draft.about, str) else None
        if isinstance(draft.about, Draft):
            about = ids[number[id(draft.about)]]
        made.append(
            Statement(
                ids[n],
                draft.sentence.report,
                draft.spans,
                draft.backing,
                draft.polarity,
                draft.certainty,
                draft.basis,
                draft.tense,
                draft.zone,
                (*chains.to(draft.zone, draft.sentence.report), *draft.further),
                about,
                draft.marks,
                tuple(mentions.get(n, ())),
                draft.sentence.language,
            )
        )
    return layer(made)


def _ids(document: str, drafts: Sequence[Draft]) -> list[str]:
    """Name each draft by its spans and attribution; where two would share a name, by what else tells them apart."""
    found: list[str] = []
    taken: set[str] = set()
    for draft in drafts:
        parts = [draft.zone or ""]
        name = derived_id("statement", document, draft.spans, *parts)
        while name in taken:
            parts.append(f"{draft.backing}/{draft.polarity}")
            name = derived_id("statement", document, draft.spans, *parts)
        taken.add(name)
        found.append(name)
    return found


def _chains(survey: Survey) -> Chains:
    """Read each attribution's link, and in whose content its cue is told once asides were given back."""
    zone_at = {t.start: clause.zone for clauses in survey.clauses for clause in clauses for t in clause.tokens}
    links, outer = {}, {}
    for key, attribution in survey.ground.zones.by_id.items():
        cue = survey.cues[key]
        sentence = survey.index.sentence_at(attribution.cue[0]) if attribution.cue else None
        words = next(iter(survey.lexicons.values())) if sentence is None else survey.words(sentence)
        links[key] = link_of(attribution, cue, sentence, words, survey.ground.zones)
        standing = [t.start for t in cue] or [span.start for span in attribution.source]
        around = zone_at.get(standing[0], attribution.parent) if standing else attribution.parent
        if around is None and attribution.rule.startswith(RELAYED):
            around = attribution.parent  # "quoted a colonel as saying": told by the one who quotes
        outer[key] = around if around in survey.ground.zones.by_id and around != key else None
    return Chains(links, outer)


def _first_by_attribution(drafts: Sequence[Draft], ids: Sequence[str]) -> dict[str, str]:
    """Return, for each attribution, its first statement that is more than taken for granted."""
    found: dict[str, str] = {}
    for draft, name in zip(drafts, ids, strict=True):
        if draft.zone is not None and draft.backing is Backing.ATTRIBUTED and not draft.further:
            found.setdefault(draft.zone, name)
    return found


def _mentions(drafts: Sequence[Draft], events: Sequence[EventMention]) -> dict[int, list[EventMention]]:
    """Give each event to the draft that holds the fewest tokens among those that hold its trigger."""
    wanted = {event.span.start for event in events}
    holder: dict[int, int] = {}
    for n, draft in enumerate(drafts):
        for start in sorted(draft.holds & wanted):
            best = holder.get(start)
            if best is None or len(draft.holds) < len(drafts[best].holds):
                holder[start] = n
    found: dict[int, list[EventMention]] = {}
    for event in events:
        if event.span.start in holder:
            found.setdefault(holder[event.span.start], []).append(event)
    return found
