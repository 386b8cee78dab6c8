"""Voices: who speaks, under which names, in which roles, how often and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

from sayso.lang.packs import load_packs
from sayso.model.reconstruction import Voice, VoiceKind
from sayso.present.dossier import limits
from sayso.present.dossier.index import DossierIndex
from sayso.present.dossier.limits import rest
from sayso.present.dossier.views import PlaceLink, VoiceRow
from sayso.present.terminal.quotes import shorten

__all__ = ["spellings_of", "voice_rows"]

MOST_SPELLINGS = 5
MOST_DOCUMENTS = 6
MOST_CHAINS = 3
LONGEST = 90  # characters of a name that is shown whole
KINDS = {
    VoiceKind.PERSON: "person",
    VoiceKind.GROUP: "group",
    VoiceKind.BODY: "body",
    VoiceKind.MEDIUM: "medium",
    VoiceKind.UNKNOWN: "kind not known",
}


def voice_rows(index: DossierIndex) -> tuple[tuple[VoiceRow, ...], tuple[VoiceRow, ...], str]:
    """Return the voices that say anything, most statements first: those shown, those folded, and what was left out."""
    said: dict[str, list[str]] = defaultdict(list)
    for say_so in index.case.reconstruction.say_so:
        for speaker in say_so.chain[-1].voices if say_so.chain else ():
            said[speaker].append(say_so.statement)
    alike: dict[tuple[str, str, str], list[Voice]] = {}
    for voice in index.case.reconstruction.voices:
        if said[voice.id]:
            own = voice.id if voice.named or voice.protected else ""
            alike.setdefault((index.voice_label(voice.id).casefold(), voice.kind, own), []).append(voice)
    rows = sorted(
        (_row(index, voices, said) for voices in alike.values()), key=lambda r: (-r.statements, r.label.lower())
    )
    end = limits.VOICES + limits.VOICES_FOLDED
    return tuple(rows[: limits.VOICES]), tuple(rows[limits.VOICES : end]), rest(len(rows), min(len(rows), end), "voice")


def _row(index: DossierIndex, voices: list[Voice], said: dict[str, list[str]]) -> VoiceRow:
    first = voices[0]
    statements = [s for voice in voices for s in said[voice.id]]
    found = [pair for s in statements if (pair := index.statement(s))]
    places, more = _places(index, statements)
    roles = dict.fromkeys(role.replace("-", " ") for voice in voices for role in voice.roles)
    return VoiceRow(
        label=index.voice_label(first.id),
        language=_language(index, first),
        kind=", ".join((KINDS[first.kind] + ("" if first.named else ", not named"), *roles)),
        notes=(*dict.fromkeys(note for voice in voices for note in _notes(index, voice)), *_through(index, statements)),
        spellings=spellings_of(voices),
        voices=len(voices),
        statements=len(statements),
        reports=len({statement.report for statement, _ in found}),
        places=places,
        places_more=more,
    )


def _through(index: DossierIndex, statements: list[str]) -> tuple[str, ...]:
    """Tell through whom these statements came to the reader, those most met first."""
    came = Counter(index.through(found[0]) for s in statements if (found := index.statement(s)))
    told = sorted((line for line in came if line), key=lambda line: (-came[line], line))
    more = f"; and {len(told) - MOST_CHAINS} more ways" if len(told) > MOST_CHAINS else ""
    return (f"how it came to us: {'; '.join(told[:MOST_CHAINS])}{more}",) if told else ()


def _language(index: DossierIndex, voice: Voice) -> str:
    """Return the language of the text in which a voice is first named, as its label is in its words."""
    anchors = [anchor for name in voice.names if name.text == voice.label for anchor in name.anchors]
    reading = index.readings.get(anchors[0].document) if anchors else None
    return "" if voice.protected or reading is None else reading.language


def spellings_of(voices: list[Voice]) -> tuple[str, ...]:
    """Return what else the texts call a voice, without pronouns, each spelling once."""
    known = {_bare(voices[0].label): ""}
    for name in (name for voice in voices if not voice.protected for name in voice.names):
        if name.text.casefold() not in _pronouns():
            known.setdefault(_bare(name.text), shorten(name.text, LONGEST))
    return tuple(text for text in known.values() if text)[:MOST_SPELLINGS]


def _bare(name: str) -> str:
    """Return a name as it is compared here: without case, spacing and a leading article."""
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


@cache
def _pronouns() -> frozenset[str]:
    tables = (pack.table("voices").get("pronouns", {}) for pack in load_packs().values())
    return frozenset(word for table in tables for words in table.values() for word in words)


def _places(index: DossierIndex, statements: list[str]) -> tuple[tuple[tuple[str, tuple[PlaceLink, ...]], ...], int]:
    """Return documents with the lines on which these statements stand, each line once, and how many documents are left out."""
    lines: dict[str, dict[int, PlaceLink]] = defaultdict(dict)
    for statement, reading in (pair for s in statements if (pair := index.statement(s))):
        line = index.line(reading.document, statement.span)
        link = PlaceLink(str(line), index.link(reading.document, statement).href)
        known = lines[reading.document].get(line)
        lines[reading.document][line] = min(known, link, key=lambda x: x.href) if known else link
    ordered = sorted(lines, key=lambda d: (index.document_label(d), d))
    shown = tuple(
        (index.document_label(d), tuple(lines[d][n] for n in sorted(lines[d])[: limits.LINES]))
        for d in ordered[:MOST_DOCUMENTS]
    )
    return shown, max(0, len(ordered) - MOST_DOCUMENTS)


def _notes(index: DossierIndex, voice: Voice) -> list[str]:
    notes = []
    if voice.speaks_for:
        notes.append(f"speaks for {index.voice_label(voice.speaks_for)}")
    if voice.side:
        notes.append(f"side: {voice.side}")
    if voice.candidates:
        notes.append("may be " + " or ".join(index.voice_label(c) for c in voice.candidates))
    return notes
