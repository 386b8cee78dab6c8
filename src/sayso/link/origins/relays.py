"""Unnamed voices that one newsroom passes on from another: "a baker told the Herald" is the Herald's own baker.

Of a named voice the name tells it. An unnamed one is known by the newsroom that reached it and by what it is called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.link.corpus import Corpus
from sayso.link.newsrooms import newsroom_key, newsrooms
from sayso.link.voices.countries import bare
from sayso.model.reconstruction import SaySo, Voice, VoiceKind

__all__ = ["relayed"]

Known = tuple[str, str]  # the newsroom that reached a voice, and what it calls it


def relayed(corpus: Corpus, by_id: Mapping[str, Voice], say_so: Sequence[SaySo]) -> Iterator[tuple[str, str]]:
    """Yield pairs of unnamed voices that are one: of a newsroom's own report, and of a report that passes it on.

    Where the newsroom has several of one description, the first of them stands for what is passed on: in doubt nothing is added.
    """
    rooms = newsrooms(corpus)
    own: dict[Known, str] = {}
    passed: dict[Known, list[str]] = {}
    for told in sorted(say_so, key=lambda s: corpus.anchor(s.statement, corpus.statements[s.statement].span)):
        last = told.chain[-1] if told.chain else None
        voice = by_id.get(last.voices[0]) if last and len(last.voices) == 1 else None
        if voice is None or voice.named:
            continue
        through = _medium(told, by_id)
        room = through or rooms.get(corpus.statements[told.statement].report)
        if room is None:
            continue
        known = (room, bare(voice.label.lower()))
        if through is None:
            own.setdefault(known, voice.id)
        else:
            passed.setdefault(known, []).append(voice.id)
    for known, voices in sorted(passed.items()):
        first = own.get(known, voices[0])
        yield from ((first, voice) for voice in dict.fromkeys(voices) if voice != first)


def _medium(told: SaySo, by_id: Mapping[str, Voice]) -> str | None:
    """Return the newsroom through which a voice is passed on, None where the report has it from the voice itself."""
    for link in reversed(told.chain[1:-1]):
        voice = by_id.get(link.voices[0]) if len(link.voices) == 1 else None
        if voice is not None and voice.kind is VoiceKind.MEDIUM:
            return newsroom_key(voice.label)
    return None
