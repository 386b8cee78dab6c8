"""Voices: who speaks, under which names, in which roles, how often and where."""

from __future__ import annotations

from collections import defaultdict

from sayso.model.reconstruction import Voice
from sayso.present.dossier.index import DossierIndex
from sayso.present.dossier.views import VoiceRow

__all__ = ["voice_rows"]

MOST_LINKS = 6
MOST_SPELLINGS = 5


def voice_rows(index: DossierIndex) -> tuple[VoiceRow, ...]:
    """Return the voices that say anything, those with most statements first."""
    said: dict[str, list[str]] = defaultdict(list)
    for say_so in index.case.reconstruction.say_so:
        for voice in say_so.chain[-1].voices if say_so.chain else ():
            said[voice].append(say_so.statement)
    rows = [_row(index, voice, said[voice.id]) for voice in index.case.reconstruction.voices if said[voice.id]]
    return tuple(sorted(rows, key=lambda row: (-row.statements, row.label.lower(), row.id)))


def _row(index: DossierIndex, voice: Voice, statements: list[str]) -> VoiceRow:
    found = [index.statement(s) for s in statements]
    reports = {pair[0].report for pair in found if pair}
    spellings = () if voice.protected else tuple(dict.fromkeys(n.text for n in voice.names if n.text != voice.label))
    return VoiceRow(
        id=f"v-{voice.id}",
        label=index.voice_label(voice.id),
        kind=voice.kind if voice.named else f"{voice.kind}, not named",
        roles=", ".join(role.replace("-", " ") for role in voice.roles),
        spellings=spellings[:MOST_SPELLINGS],
        note=_note(index, voice),
        statements=len(statements),
        reports=len(reports),
        links=tuple(
            (index.where(r.document, s.span), f"#s-{s.id}") for pair in found[:MOST_LINKS] if pair for s, r in [pair]
        ),
    )


def _note(index: DossierIndex, voice: Voice) -> str:
    notes = []
    if voice.speaks_for:
        notes.append(f"speaks for {index.voice_label(voice.speaks_for)}")
    if voice.side:
        notes.append(f"side: {voice.side}")
    if voice.candidates:
        notes.append("may be " + " or ".join(index.voice_label(c) for c in voice.candidates))
    return "; ".join(notes)
