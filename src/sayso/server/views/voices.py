"""Voices: who speaks, how often, through whom, and whom each may be one with."""

from __future__ import annotations

from collections import Counter, defaultdict

from sayso.model.reconstruction import Voice
from sayso.present.dossier.cites import gather
from sayso.present.dossier.voices import spellings_of
from sayso.server.contract.base import Citations
from sayso.server.contract.case import VoiceRow, Voices
from sayso.server.index import AppIndex

__all__ = ["voices"]

EXAMPLES = 1
CHOSEN_FROM = 60  # statements among which the most telling example is sought
MOST_WAYS = 4


def voices(index: AppIndex, *, words: str = "", kind: str = "", start: int = 0, most: int = 60) -> Voices:
    """Return the voices that say anything, those with most statements first; unnamed ones of one label together."""
    said = index.said_by
    alike: dict[tuple[str, str, str], list[Voice]] = defaultdict(list)
    for voice in index.case.reconstruction.voices:
        if voice.id in said and kind in ("", voice.kind) and _holds(index, voice, words):
            own = voice.id if voice.named or voice.protected else ""
            alike[index.voice_label(voice.id).casefold(), voice.kind, own].append(voice)
    groups = sorted(alike.items(), key=lambda item: (-sum(len(said[v.id]) for v in item[1]), item[0]))
    return Voices(
        total=len(groups),
        items=[_row(index, group, said) for _, group in groups[start : start + most]],
        next=start + most if start + most < len(groups) else None,
    )


def _holds(index: AppIndex, voice: Voice, words: str) -> bool:
    if not words.strip():
        return True
    names = [] if voice.protected else [name.text for name in voice.names]
    texts = " ".join((index.voice_label(voice.id), *names)).casefold()
    return all(word in texts for word in words.casefold().split())


def _row(index: AppIndex, group: list[Voice], said: dict[str, list[str]]) -> VoiceRow:
    first = group[0]
    statements = [statement for voice in group for statement in said[voice.id]]
    placed = [found for statement in statements if (found := index.statement(statement))]
    candidates = dict.fromkeys(c for voice in group for c in voice.candidates)
    through = Counter(index.through(statement) for statement, _ in placed)
    ways = sorted((way for way in through if way), key=lambda way: (-through[way], way))
    return VoiceRow(
        ids=[voice.id for voice in group],
        label=index.voice_label(first.id),
        language=placed[0][0].language if placed and not first.protected else "",
        kind=first.kind,
        named=first.named,
        roles=list(dict.fromkeys(role.replace("-", " ") for voice in group for role in voice.roles)),
        side=next((voice.side for voice in group if voice.side), ""),
        speaks_for=index.voice_label(first.speaks_for) if first.speaks_for else "",
        spellings=list(spellings_of(group)),
        statements=len(statements),
        reports=len({statement.report for statement, _ in placed}),
        through=ways[:MOST_WAYS],
        candidates=[(candidate, index.voice_label(candidate)) for candidate in candidates],
        protected=first.protected,
        examples=Citations.model_validate(gather(index, statements[:CHOSEN_FROM], shown=EXAMPLES)),
    )
