"""German voices: all nouns have capitals, so kinds come from the words of the table; sentences and people are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.link.voices.lexicon import lexicon
from sayso.model.reading import Reading
from sayso.model.reconstruction import Role, Voice, VoiceKind
from sayso.pipeline import reconstruct

ReadText = Callable[[str], Reading]

BEFORE = "Der Hafen von Orle wurde am Montag wegen des Sturms geschlossen und bleibt es auch bis zum Ende der Woche. "

CASES = {
    "police": ("Die Polizei teilte mit, dass zwei Boote gesunken seien.", VoiceKind.BODY, (Role.OFFICIAL,)),
    "spokeswoman": (
        "Eine Polizeisprecherin sagte, dass zwei Boote gesunken seien.",
        VoiceKind.PERSON,
        (Role.OFFICIAL,),
    ),
    "residents": ("Bewohner sagten, dass zwei Boote gesunken seien.", VoiceKind.GROUP, (Role.RESIDENT,)),
    "witnesses": ("Augenzeugen berichteten, dass zwei Boote gesunken seien.", VoiceKind.GROUP, (Role.WITNESS,)),
    "experts": ("Experten sagten, dass der Damm alt sei.", VoiceKind.GROUP, (Role.EXPERT,)),
    "ministry": ("Das Innenministerium teilte mit, dass zwei Boote gesunken seien.", VoiceKind.BODY, (Role.OFFICIAL,)),
    "minister": (
        "Innenminister Ralf Ondorf sagte, dass zwei Boote gesunken seien.",
        VoiceKind.PERSON,
        (Role.OFFICIAL,),
    ),
}


def _voice(read_text: ReadText, sentence: str) -> Voice:
    voices = reconstruct([read_text(BEFORE + sentence)]).voices
    assert len(voices) == 1
    return voices[0]


@pytest.mark.parametrize("name", sorted(CASES))
def test_kind_and_role(name: str, read_text: ReadText) -> None:
    sentence, kind, roles = CASES[name]
    voice = _voice(read_text, sentence)
    assert (voice.kind, voice.roles) == (kind, roles)


def test_only_a_name_names(read_text: ReadText) -> None:
    assert _voice(read_text, CASES["minister"][0]).named
    assert not _voice(read_text, CASES["residents"][0]).named
    assert not _voice(read_text, CASES["spokeswoman"][0]).named


def test_inflected_nouns_are_known() -> None:
    german = lexicon("de")
    assert german.singular("sprecherin") == "sprecher"
    assert not german.is_plural("sprecherin")
    assert german.singular("augenzeugen") == "augenzeuge"
    assert german.is_plural("augenzeugen")
    assert not german.is_plural("ministeriums")
    assert lexicon("en").singular("residents") == "resident"
