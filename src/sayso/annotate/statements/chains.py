"""Say-so chains as one document knows them: the report first, the first voice last, with medium and addressee."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.annotate.statements.phrases import Lexicon
from sayso.annotate.statements.wording import runs
from sayso.annotate.statements.zones import Zones
from sayso.model.annotations import Attribution
from sayso.model.statements import Link
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, hull

__all__ = ["Chains", "link_of"]

LONGEST_MEDIUM = 14


@dataclass(frozen=True)
class Chains:
    """Chains by attribution. `outer` says in whose content each attribution is told, after asides were given back."""

    links: Mapping[str, Link] = field(repr=False)
    outer: Mapping[str, str | None] = field(repr=False)

    def to(self, zone: str | None, report: str) -> tuple[Link, ...]:
        """Return the chain from the report to an attribution; a circle in bad input is cut."""
        found: list[Link] = []
        seen: set[str] = set()
        while zone is not None and zone not in seen and zone in self.links:
            seen.add(zone)
            found.append(self.links[zone])
            zone = self.outer.get(zone)
        return (Link(report=report), *reversed(found))


def link_of(
    attribution: Attribution, cue: Sequence[Token], sentence: Sentence | None, words: Lexicon, zones: Zones
) -> Link:
    """Make an attribution's link; medium and addressee are read from what hangs on its cue."""
    span = hull(attribution.cue) if attribution.cue else None
    speakers = _speakers(attribution, sentence)
    link = Link(speakers, span, attribution.id)
    if sentence is None or not sentence.parsed:
        return link
    verbs = [t for t in cue if t.pos in ("VERB", "AUX", "NOUN")]
    medium = next((m for verb in verbs if (m := _medium(verb, sentence, attribution, words, zones)) is not None), None)
    addressee = next(
        (a for verb in verbs if (a := _addressee(verb, sentence, attribution, words, zones)) is not None), None
    )
    return Link(speakers, span, attribution.id, medium=medium, addressee=addressee)


def _speakers(attribution: Attribution, sentence: Sentence | None) -> tuple[Span, ...]:
    """Return the source without the relative pronoun that only stands for it ("a woman | who | added")."""
    if sentence is None or len(attribution.source) < 2:
        return attribution.source
    pronouns = {t.span for t in sentence.tokens if t.tag in ("WP", "WDT")}
    return tuple(span for span in attribution.source if span not in pronouns)


def _free(token: Token, attribution: Attribution, zones: Zones) -> bool:
    """Tell whether a token is neither content nor source of the attribution."""
    return not any(s.start <= token.start < s.end for s in (*attribution.source, *attribution.content)) and (
        zones.contents.at(token.start) != attribution.id
    )


def _medium(verb: Token, sentence: Sentence, attribution: Attribution, words: Lexicon, zones: Zones) -> Span | None:
    nouns, prepositions = words.words("media", "nouns"), words.words("media", "prepositions")
    for prep in sentence.children(verb, "prep", "agent"):
        if prep.lemma.lower() not in prepositions or not _free(prep, attribution, zones):
            continue
        under = [t for t in sentence.subtree(prep) if _free(t, attribution, zones)]
        if len(under) <= LONGEST_MEDIUM and any(t.lemma.lower() in nouns and t.pos in ("NOUN", "PROPN") for t in under):
            return runs(sentence, under)[0]
    return None


def _addressee(verb: Token, sentence: Sentence, attribution: Attribution, words: Lexicon, zones: Zones) -> Span | None:
    tells = verb.lemma.lower() in words.words("media", "told")
    direct = sentence.children(verb, "dobj", "dative") if tells else ()
    prepositions = words.words("media", "told_to")
    by_prep = tuple(
        kid
        for prep in sentence.children(verb, "prep", "dative")
        if prep.lemma.lower() in prepositions
        for kid in sentence.children(prep, "pobj")
        if kid.entity not in ("DATE", "TIME", "CARDINAL") and kid.lemma.lower() not in words.words("media", "nouns")
    )
    for token in (*direct, *by_prep):
        if (
            _free(token, attribution, zones)
            and token.pos in ("NOUN", "PROPN", "PRON")
            and token.entity not in ("DATE", "TIME")
        ):
            found = runs(sentence, [t for t in sentence.subtree(token) if _free(t, attribution, zones)])
            if found:
                return found[0]
    return None
