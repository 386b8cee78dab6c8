"""Cutting a sentence into clauses: runs of tokens under one clause head and in one attribution's content."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotate.statements.ground import Ground
from sayso.annotate.statements.joins import first_of, is_predicate, is_set_off, starts_clause
from sayso.annotate.statements.phrases import Lexicon
from sayso.annotate.statements.zones import Zones
from sayso.model.annotations import Mode
from sayso.model.statements import Polarity
from sayso.model.syntax import Sentence, Token

__all__ = ["Clause", "cut", "is_word"]

_REPORTING_EDGES = frozenset({"xcomp", "aux", "auxpass"})
_CUE_EDGES = frozenset({"advcl", "acl", "relcl", "conj", "ccomp", "parataxis", "dep"})


@dataclass(frozen=True)
class Clause:
    """Tokens of one sentence that are told together by one voice.

    `zone` is the attribution in whose content they stand, None for the report's own words. `cue_of` is set on a reporting
    clause ("the mayor said"): the attribution whose cue it holds. `subordinate`: it hangs on another clause of its zone.
    `restrictive`: it only says which one is meant.
    """

    sentence: Sentence
    head: Token
    tokens: tuple[Token, ...]
    zone: str | None
    cue_of: str | None = None
    subordinate: bool = False
    restrictive: bool = False

    @property
    def words(self) -> tuple[Token, ...]:
        """The tokens that are words, not marks."""
        return tuple(t for t in self.tokens if is_word(t))


def is_word(token: Token) -> bool:
    """Tell whether a token holds a letter, digit or sign of money or share."""
    return token.text.isalnum() or any(c.isalnum() or c in "%$€£" for c in token.text)


def cut(sentence: Sentence, ground: Ground, words: Lexicon) -> tuple[Clause, ...]:
    """Cut a parsed sentence into clauses, in text order of their heads; every token is in exactly one."""
    zones = ground.zones
    order = _top_down(sentence)
    zone = [zones.contents.at(t.start) for t in sentence.tokens]
    heads = _clause_heads(order, sentence, zone, zones, words)
    restrictive = _restrictive_in_sources(order, sentence, zones, heads)
    _free_asides(order, sentence, ground, zone, heads)
    group: dict[int, int] = {}
    for token in order:
        joined = token.index not in heads and token.index not in restrictive and token.head != token.index
        joined = joined and zone[token.index] == zone[token.head]
        group[token.index] = group[token.head] if joined else token.index
    members: dict[int, list[Token]] = {}
    for token in sentence.tokens:
        members.setdefault(group[token.index], []).append(token)
    clauses = [_clause(sentence, members, group, zone, zones, top, restrictive) for top in sorted(members)]
    return _without_scraps(clauses, sentence)


def _top_down(sentence: Sentence) -> list[Token]:
    order = list(sentence.roots)
    for token in order:
        order.extend(sentence.children(token))
    return order


def cue_at(zones: Zones, token: Token) -> str | None:
    """Return the attribution in whose cue a token stands."""
    return zones.cues.at(token.start)


def _clause_heads(
    order: Sequence[Token], sentence: Sentence, zone: Sequence[str | None], zones: Zones, words: Lexicon
) -> set[int]:
    heads: set[int] = set()
    for token in order:
        local_root = token.head == token.index or zone[token.index] != zone[token.head]
        reports = (
            token.dep in _CUE_EDGES and token.pos == "VERB" and cue_at(zones, token) not in (None, zone[token.index])
        )
        if local_root or reports or starts_clause(token, sentence, words, headed=heads):
            heads.add(token.index)
    return heads


def _restrictive_in_sources(order: Sequence[Token], sentence: Sentence, zones: Zones, heads: set[int]) -> set[int]:
    """Relatives that say who the source is ("a man who fled told …") are told by the narrator, not by the source."""
    return {
        t.index
        for t in order
        if t.index not in heads
        and t.dep in ("relcl", "acl")
        and is_predicate(t, sentence)
        and zones.sources.at(sentence.head(t).start) is not None
        and t.head not in heads
        and zones.cues.at(t.start) is None
    }


def _free_asides(
    order: Sequence[Token], sentence: Sentence, ground: Ground, zone: list[str | None], heads: set[int]
) -> None:
    """Give a narrator's aside inside indirect speech back to the narrator: its tokens leave the zone."""
    for token in order:
        inside = zone[token.index]
        if inside is None or token.index not in heads or not _is_aside(token, sentence, ground, inside):
            continue
        owner = _narrator(ground.zones, inside)
        for under in sentence.subtree(token):
            if zone[under.index] == inside:
                zone[under.index] = owner


def _is_aside(token: Token, sentence: Sentence, ground: Ground, zone: str) -> bool:
    """Tell whether a clause set off by a comma after the cue, in indirect speech, is the narrator's.

    It is when it is a relative on something already known ("the town of X, where …"), a gloss, or says what speaks
    against a denial or silence ("refused to admit it, even though …").
    """
    attribution = ground.zones.by_id[zone]
    postposed = bool(attribution.cue) and attribution.cue[0].start > token.start
    if (
        attribution.mode is Mode.DIRECT
        or postposed
        or ground.zones.quoted.at(token.start)
        or not is_set_off(token, sentence)
    ):
        return False
    if token.dep == "appos":
        return True
    if token.dep in ("advcl", "prep") and ground.stance(zone).polarity in (
        Polarity.DENIES,
        Polarity.REFUSES_TO_SAY,
        Polarity.DOUBTS,
    ):
        return True
    related = any(kid.tag in ("WRB", "WDT", "WP", "WP$") for kid in sentence.children(token))
    if token.dep != "relcl" and not (token.dep == "advcl" and related):
        return False
    return _is_known(token, sentence)


def _is_known(token: Token, sentence: Sentence) -> bool:
    """Tell whether what a relative clause hangs on is named or pointed at."""
    before = sentence.tokens[max(0, first_of(token, sentence).index - 2)]
    known = sentence.head(token)
    return "PROPN" in (before.pos, known.pos) or any(
        kid.dep == "poss" or kid.lemma.lower() in ("the", "this", "that")
        for kid in sentence.children(known, "det", "poss")
    )


def _narrator(zones: Zones, zone: str) -> str | None:
    """Return who narrates an indirect content: the nearest voice around it that is quoted directly, else the report."""
    around = zones.outward(zone)[1:]
    return next((one for one in around if zones.by_id[one].mode is Mode.DIRECT), None)


def _clause(
    sentence: Sentence,
    members: dict[int, list[Token]],
    group: dict[int, int],
    zone: Sequence[str | None],
    zones: Zones,
    top: int,
    restrictive: set[int],
) -> Clause:
    head, tokens = sentence.tokens[top], tuple(members[top])
    parent = sentence.head(head)
    subordinate = head.head != head.index and zone[head.index] == zone[parent.index] and head.dep != "conj"
    if head.dep == "conj" and zone[head.index] == zone[parent.index]:
        subordinate = _hangs(sentence, head, group)
    return Clause(
        sentence,
        head,
        tokens,
        zone[top],
        _cue_of(sentence, head, tokens, zone[top], zones),
        subordinate,
        top in restrictive,
    )


def _hangs(sentence: Sentence, head: Token, group: dict[int, int]) -> bool:
    """A conjunct hangs on another clause when the first conjunct does."""
    while head.dep == "conj":
        head = sentence.tokens[group[head.head]]
    return head.dep in ("advcl", "relcl", "acl", "appos", "prep")


def _cue_of(sentence: Sentence, head: Token, tokens: Sequence[Token], zone: str | None, zones: Zones) -> str | None:
    """Return the attribution a clause reports with, if it is a reporting clause and says nothing else."""
    cues = [(t, one) for t in tokens if (one := zones.cues.at(t.start)) is not None and one != zone]
    for token, one in cues:
        if token.index == head.index or (token.pos in ("VERB", "AUX") and _climbs(sentence, token, head)):
            return one
    left = [t for t in tokens if zones.cues.at(t.start) is None and zones.sources.at(t.start) is None]
    if cues and not any(_predicates(sentence, t, zones) for t in left):
        return cues[0][1]
    return None


def _climbs(sentence: Sentence, token: Token, head: Token) -> bool:
    while token.index != head.index:
        above = sentence.head(token)
        quoted_as = token.dep in ("pcomp", "prep") and (token.lemma == "as" or above.lemma == "as")
        if token.dep not in _REPORTING_EDGES and not quoted_as:
            return False
        if above.index == token.index:
            return False
        token = above
    return True


def _predicates(sentence: Sentence, token: Token, zones: Zones) -> bool:
    """Tell whether a token says something: a full verb, or a copula with what it predicates."""
    if token.pos == "VERB":
        return True
    kids = sentence.children(token, "acomp", "attr", "advmod", "neg")
    return token.pos == "AUX" and any(zones.cues.at(kid.start) is None for kid in kids)


def _without_scraps(clauses: list[Clause], sentence: Sentence) -> tuple[Clause, ...]:
    """Join pieces that predicate nothing to the clause of their zone before them, else after, so that bad parses leave no splinters.

    In somebody's content no piece joins a reporting clause; in the report's own words "on Tuesday" rightly does.
    """
    says = [c.cue_of is not None or any(is_predicate(t, sentence) for t in c.tokens) for c in clauses]
    hosts: dict[str | None, list[int]] = {}
    for i, clause in enumerate(clauses):
        if says[i] and (clause.cue_of is None or clause.zone is None):
            hosts.setdefault(clause.zone, []).append(i)
    for i, clause in enumerate(clauses):
        if not says[i] and clause.zone is not None and clause.zone not in hosts:
            hosts[clause.zone], says[i] = [i], True  # "the report | baseless": what is called what stands together
    extra: dict[int, list[Token]] = {}
    for i, clause in enumerate(clauses):
        if not says[i] and clause.zone in hosts:
            extra.setdefault(_nearest(i, hosts[clause.zone]), []).extend(clause.tokens)
    joined = [
        replace(c, tokens=tuple(sorted((*c.tokens, *extra[i]), key=lambda t: t.index))) if i in extra else c
        for i, c in enumerate(clauses)
        if says[i] or c.zone not in hosts
    ]
    return tuple(joined)


def _nearest(i: int, hosts: list[int]) -> int:
    return hosts[max(0, bisect_right(hosts, i) - 1)]
