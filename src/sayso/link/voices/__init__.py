"""Voices: who speaks, resolved within a report and then across reports.

Every source of every attribution and link of the corpus is taken apart (`phrase`), joint sources are split (`split`), each
report's speakers are gathered in the order of its text (`speakers`), and those that are one are joined (`across`). People's
judgements win. What stays unclear keeps its candidates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.link.corpus import Corpus
from sayso.link.groups import Groups
from sayso.link.judgements import Decisions
from sayso.link.newsrooms import newsrooms
from sayso.link.voices.across import join, recognise_people, tie_to_bodies
from sayso.link.voices.calls import Call, call_of
from sayso.link.voices.copies import join_copies
from sayso.link.voices.lands import Lands
from sayso.link.voices.lexicon import lexicon
from sayso.link.voices.records import make_voice, voice_id
from sayso.link.voices.scene import Scene
from sayso.link.voices.sources import sources_of
from sayso.link.voices.speakers import Speaker, gather
from sayso.model.reconstruction import Lineage, Voice
from sayso.model.text import Anchor

__all__ = ["Voices", "resolve_voices"]


@dataclass(frozen=True)
class Voices:
    """All voices, and which voice each source anchor belongs to.

    `by_anchor` holds sources that are one voice; `joint` those whose words name several ("residents and an activist");
    `calls` what each voice is called, to tell which may be one.
    """

    voices: tuple[Voice, ...]
    by_anchor: Mapping[Anchor, str] = field(repr=False)
    joint: Mapping[Anchor, tuple[str, ...]] = field(default_factory=dict, repr=False)
    calls: Mapping[str, Call] = field(default_factory=dict, repr=False)

    def by_id(self) -> dict[str, Voice]:
        """Return the voices by id."""
        return {v.id: v for v in self.voices}

    def at(self, anchor: Anchor) -> tuple[str, ...]:
        """Return the voices a source anchor names: none, one, or several that speak jointly."""
        if anchor in self.by_anchor:
            return (self.by_anchor[anchor],)
        return self.joint.get(anchor, ())


def resolve_voices(corpus: Corpus, decisions: Decisions, lineage: Sequence[Lineage] = ()) -> Voices:
    """Resolve every source of the corpus to a voice; `lineage` tells which passages are copies of each other."""
    lands = Lands.in_corpus(corpus)
    refused, kept = (d.get("voice", frozenset()) for d in (decisions.rejected, decisions.accepted))
    speakers: list[Speaker] = []
    joint: dict[Anchor, tuple[Anchor, ...]] = {}
    spoken_for: dict[Anchor, Anchor] = {}
    for reading in corpus.readings:
        found = sources_of(reading, refused=refused, kept=kept)
        joint |= found.joint
        spoken_for |= found.spoken_for
        for report in reading.reports:
            phrases = found.phrases.get(report.id, [])
            scene = Scene(reading.text, reading.sentences)
            speakers += gather(report.id, phrases, scene, lexicon(report.language), lands)
    recognise_people(speakers)
    speakers = _obey(speakers, decisions)
    groups: Groups[int] = Groups(range(len(speakers)))
    _unite_judged(speakers, groups, decisions)
    join_copies(speakers, lineage, groups)
    join(speakers, newsrooms(corpus), groups)
    tie_to_bodies(speakers, spoken_for)
    return _records(corpus, speakers, groups, joint, lands, decisions.protected.get("voice", frozenset()))


def _obey(speakers: list[Speaker], decisions: Decisions) -> list[Speaker]:
    """Let people's decisions on voices win, before the machine joins anything: mentions judged apart become speakers apart."""
    for a, b in decisions.apart.get("voice", ()):
        speakers = [part for s in speakers for part in _parted(s, a, b)]
    return speakers


def _parted(speaker: Speaker, a: Anchor, b: Anchor) -> list[Speaker]:
    places = {p.anchor for p in speaker.phrases}
    if not {a, b} <= places:
        return [speaker]
    other = replace(speaker, phrases=[p for p in speaker.phrases if p.anchor == b], rules=[("judged to be another", b)])
    kept = [p for p in speaker.phrases if p.anchor != b]
    return [replace(speaker, phrases=kept, rules=[r for r in speaker.rules if r[1] != b]), other]


def _unite_judged(speakers: Sequence[Speaker], groups: Groups[int], decisions: Decisions) -> None:
    at = {p.anchor: i for i, s in enumerate(speakers) for p in s.phrases}
    for a, b in decisions.same.get("voice", ()):
        if a in at and b in at:
            groups.unite(at[a], at[b], "judged to be the same")
    for a, b in decisions.apart.get("voice", ()):
        if a in at and b in at:
            groups.forbid(at[a], at[b])


def _records(
    corpus: Corpus,
    speakers: list[Speaker],
    groups: Groups[int],
    joint: Mapping[Anchor, tuple[Anchor, ...]],
    lands: Lands,
    protected: frozenset[Anchor],
) -> Voices:
    members = {root: [speakers[i] for i in indexes] for root, indexes in groups.members().items()}
    ids = {root: voice_id(found) for root, found in members.items()}
    id_of = {id(speakers[i]): ids[groups.root(i)] for i in range(len(speakers))}
    reasons = groups.reasons()
    voices = []
    calls = {}
    for root, found in members.items():
        unions = [(speakers[a].first.anchor, speakers[b].first.anchor, why) for a, b, why in reasons.get(root, ())]
        lex = lexicon(corpus.reports[found[0].report].language)
        spoken = next((id_of[id(s.speaks_for)] for s in found if s.speaks_for is not None), None)
        spoken = spoken if spoken != ids[root] else None
        voice = make_voice(found, unions, lex, lands, ids=id_of, speaks_for=spoken, protected=protected)
        voices.append(voice)
        calls[voice.id] = call_of(found, voice.kind, lex)
    by_anchor = {p.anchor: id_of[id(s)] for s in speakers for p in s.phrases}
    several = {
        whole: tuple(dict.fromkeys(by_anchor[p] for p in parts if p in by_anchor)) for whole, parts in joint.items()
    }
    return Voices(tuple(sorted(voices, key=lambda v: v.id)), by_anchor, several, calls)
