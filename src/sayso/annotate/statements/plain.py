"""Clauses of sentences without a parse: what each content covers, and the report's own words around it."""

from __future__ import annotations

from sayso.annotate.statements.clauses import Clause, is_word
from sayso.annotate.statements.drafts import Draft, openers, spans_of
from sayso.annotate.statements.ground import Ground
from sayso.annotate.statements.phrases import Lexicon
from sayso.annotate.statements.stance import basis_of, certainty_of, hearsay, least_sure, stance_of_clause
from sayso.annotate.statements.tenses import tense_of_words
from sayso.annotate.statements.wording import runs
from sayso.annotate.statements.zones import Zones
from sayso.model.statements import Backing, Link, Polarity
from sayso.model.syntax import Sentence, Token
from sayso.model.text import hull

__all__ = ["cut_plain", "draft_plain", "granted_plain"]

LEAST_OWN = 5
"""Own words beside a cue and its source that make a clause of their own; fewer are only where and when it was said."""


def cut_plain(sentence: Sentence, zones: Zones, words: Lexicon) -> tuple[Clause, ...]:
    """Cut an unparsed sentence: one clause a content, one for each run of the report's own words; again at ", he", ", but"."""
    breaks = words.words("clauses", "breaks")
    groups: dict[tuple[str | None, int], list[Token]] = {}
    run, before = 0, ""
    for i, token in enumerate(sentence.tokens):
        zone = zones.contents.at(token.start)
        new = token.text.lower() in breaks and i > 0 and sentence.tokens[i - 1].text == ","
        run += new or (zone is None and before != "own")
        before = "own" if zone is None else "content"
        groups.setdefault((zone, run), []).append(token)
    found = [_clause(sentence, tokens, zone, zones) for (zone, _), tokens in groups.items()]
    return tuple(sorted(found, key=lambda c: c.head.index))


def _clause(sentence: Sentence, tokens: list[Token], zone: str | None, zones: Zones) -> Clause:
    cues = [one for t in tokens if (one := zones.cues.at(t.start)) is not None and one != zone]
    left = [t for t in tokens if is_word(t) and zones.cues.at(t.start) is None and zones.sources.at(t.start) is None]
    cue = cues[0] if cues and len(left) <= LEAST_OWN else None
    return Clause(sentence, tokens[0], tuple(tokens), zone, cue)


def draft_plain(clause: Clause, ground: Ground, words: Lexicon) -> tuple[Draft, ...]:
    """Return the statement of an unparsed clause, none for a reporting clause or a scrap."""
    if clause.cue_of is not None or not clause.words or (clause.zone is None and len(clause.words) < 3):
        return ()
    stance = ground.stance(clause.zone)
    polarity, marks = (
        (stance.polarity, stance.marks)
        if stance.polarity is not Polarity.ASSERTS
        else stance_of_clause(clause.tokens, words)
    )
    if polarity is Polarity.ASSERTS and _asks(clause):
        polarity = Polarity.ASKS
    about, called = _claim_called_false(clause, ground, words)
    if about is not None:
        polarity, marks = Polarity.DENIES, called
    certainty, hedges = certainty_of(clause.tokens, clause.head, clause.sentence, words)
    basis, knows = basis_of(clause.tokens, clause.sentence, words, reporter=clause.zone is None)
    heard_of = hearsay(clause.tokens, clause.head, clause.sentence, words)
    further = (Link(cue=hull([t.span for t in heard_of])),) if heard_of else ()
    backing = Backing.ATTRIBUTED if clause.zone is not None or further else Backing.OWN_VOICE
    return (
        Draft(
            clause.sentence,
            runs(clause.sentence, clause.tokens, openers(words)),
            clause.zone,
            frozenset(t.start for t in clause.tokens),
            backing,
            polarity,
            least_sure([certainty, stance.certainty]),
            basis,
            tense_of_words(clause.tokens, words),
            about=about,
            further=further,
            marks=spans_of((*marks, *hedges, *knows, *heard_of, *stance.marks)),
        ),
    )


def _claim_called_false(clause: Clause, ground: Ground, words: Lexicon) -> tuple[str | None, tuple[Token, ...]]:
    """Return the attribution a clause calls false, with the words: the one whose cue it holds, else the last before it."""
    hits = words.phrases("polarity", "false").find(clause.tokens)
    nouns = words.phrases("polarity", "claims")
    if not hits or not nouns.any(clause.tokens):
        return None, ()
    cues, contents = ground.zones.cues.at, ground.zones.contents.at
    own = [one for t in clause.tokens if (one := cues(t.start)) is not None and one != clause.zone]
    before = [
        one
        for t in clause.sentence.tokens[: clause.head.index]
        if (one := contents(t.start)) not in (None, clause.zone)
    ]
    found = next((one for one in (*own, *reversed(before)) if one is not None), None)
    return found, hits[0][1]


def granted_plain(clause: Clause, ground: Ground, words: Lexicon, *, names_event: bool) -> tuple[Draft, ...]:
    """Return what a reporting clause takes for granted about its source ("refugees who fled say …"), when it names a happening."""
    if clause.cue_of is None or not names_event:
        return ()
    source = [t for t in clause.tokens if ground.zones.sources.at(t.start) == clause.cue_of] or list(clause.tokens)
    holds = frozenset(t.start for t in clause.tokens)
    return (
        Draft(
            clause.sentence,
            runs(clause.sentence, source, openers(words)),
            clause.zone,
            holds,
            Backing.PRESUPPOSED,
            tense=tense_of_words(source, words),
        ),
    )


def _asks(clause: Clause) -> bool:
    rest = clause.sentence.tokens[clause.words[-1].index + 1 :]
    return bool(rest) and rest[0].text == "?"
