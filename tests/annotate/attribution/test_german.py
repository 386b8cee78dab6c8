"""German attribution: the language is data, read by the rules of word order."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from sayso.annotate.attribution import find_attributions
from sayso.lang.packs import load_packs
from sayso.model.annotations import Attribution
from sayso.model.ids import make_document, sha256_hex
from sayso.model.resources import Resources
from sayso.pipeline import segment
from sayso.testing import marked

CASES = {
    "dass-clause": "[Der Bürgermeister]{source} [sagte]{cue}, [dass die Brücke gesperrt bleibe]{content}.",
    "bare-clause": "[Ein Sprecher der Polizei]{source} [erklärte]{cue}, [die Lage sei ruhig]{content}.",
    "subject-after": "Am Montag [sagte]{cue} [die Ministerin]{source}, [der Damm sei sicher]{content}.",
    "perfect": "[Die Feuerwehr]{source} [hat]{cue} am Abend [gemeldet]{cue}, [dass der Brand gelöscht ist]{content}.",
    "postposed": "[„Wir bleiben hier“]{content}, [sagte]{cue} [Ute Kahl]{source}.",
    "other-marks": "[»Wir bleiben hier«]{content}, [sagte]{cue} [Ute Kahl]{source}.",
    "so": "[Niemand habe die Stadt verlassen]{content}, [so]{cue} [der Bürgermeister]{source}.",
    "laut": "[Laut]{cue} [Polizei]{source} [wurden drei Männer festgenommen]{content}.",
    "according": "[Nach Angaben]{cue} [der Armee]{source} [starben zwei Soldaten]{content}.",
    "behind": "[Medienberichten]{source} [zufolge]{cue} [ist die Straße gesperrt]{content}.",
    "as-clause": "Wie [die Behörde]{source} [mitteilte]{cue}, [bleibt die Schule geschlossen]{content}.",
    "relative-insertion": "[Der Bauer, der den Knall gehört hatte]{source}, [sagte]{cue}, [es habe gebrannt]{content}.",
    "infinitive": "[Die Gewerkschaft]{source} [drohte]{cue}, [den Hafen zu blockieren]{content}.",
    "hearsay": "[Drei Boote]{content} [sollen]{cue} [im Sturm gesunken sein]{content}.",
    "impersonal": "[Es hieß]{cue}, [die Fähre sei voll gewesen]{content}.",
    "denied": "[Die Armee]{source} [bestreitet]{cue}, [auf Zivilisten geschossen zu haben]{content}.",
}


def _found(text: str) -> tuple[Attribution, ...]:
    packs = load_packs()
    german = SimpleNamespace(packs=packs, parsers={}, gazetteers=(), identify=lambda _: "de", version="")
    return find_attributions(segment(make_document(sha256_hex(text), "test", text), cast("Resources", german)), packs)


@pytest.mark.parametrize("case", sorted(CASES))
def test_german_reads_construction(case: str) -> None:
    sentence = marked(CASES[case])
    wanted = [sentence.words(label) for label in ("source", "cue", "content")]
    got = [
        [tuple(s.of(sentence.text) for s in spans) for spans in (a.source, a.cue, a.content)]
        for a in _found(sentence.text)
    ]
    assert wanted in got


def test_german_reported_speech_goes_on_with_its_speaker() -> None:
    text = "Die Ministerin sagte, der Damm sei sicher. Niemand müsse die Stadt verlassen. Die Schulen sind geschlossen."
    carried = [a for a in _found(text) if a.rule.startswith("carried")]
    assert [(a.source[0].of(text), a.content[0].of(text)) for a in carried] == [
        ("Die Ministerin", "Niemand müsse die Stadt verlassen")
    ]


@pytest.mark.parametrize(
    "text",
    ["Die Straße bleibt bis Freitag gesperrt.", "Am 12. Oktober fuhr der erste Zug.", "Kritik wurde laut."],
)
def test_german_leaves_plain_telling_alone(text: str) -> None:
    assert _found(text) == ()
