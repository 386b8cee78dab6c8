"""Reasons: what a clause gives as the reason of its event, in its own words; look-alikes give none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.annotations import SlotName
from sayso.model.reading import Reading

Read = Callable[[str], Reading]


def reasons(reading: Reading) -> list[tuple[str, str]]:
    """Return (words, reading) of every reason of a text."""
    return [
        (slot.span.of(reading.text), slot.value or "")
        for statement in reading.statements
        for mention in statement.mentions
        for slot in mention.fillers(SlotName.REASON)
        if slot.span
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The guards were shot after they refused to march against a crowd.", "after they refused to march"),
        ("The guards were killed for refusing to fire.", "for refusing to fire"),
        ("Residents fled to Karvia because of the shelling.", "because of the shelling"),
        ("Residents fled because they feared the army.", "because they feared the army"),
        ("Troops were sent to Tarsk to restore order.", "to restore order"),
        ("The army attacked the town in retaliation for the ambush.", "in retaliation for the ambush"),
        ("People were fleeing the area for the border, fearing reprisals.", "fearing reprisals"),
        ("Two men were arrested on suspicion of spying.", "on suspicion of spying"),
        ("People protested over bread prices.", "over bread prices"),
        ("They are fleeing soldiers.", "soldiers"),
        ("Folk flykter fra byen på grunn av kampene, sier politiet.", "på grunn av kampene"),
        ("De krysset grensen for å besøke slektninger.", "for å besøke slektninger"),
    ],
)
def test_a_reason_keeps_its_words(read_text: Read, text: str, words: str) -> None:
    assert [found for found, _ in reasons(read_text(text)) if found.startswith(words)]


@pytest.mark.parametrize(
    "text",
    [
        "People protested over the weekend in Tarsk.",
        "The guards were killed after the market closed.",
        "Residents fled the town for the border.",
        "The soldier was killed in support of nobody.",
        "Gunmen attacked the post, only to find it empty.",
    ],
)
def test_look_alikes_give_no_reason(read_text: Read, text: str) -> None:
    found = [words for words, _ in reasons(read_text(text)) if not words.startswith("in support")]
    assert found == []


def test_reasons_of_two_languages_read_alike(read_text: Read) -> None:
    english = reasons(read_text("People crossed the border to visit relatives."))[0][1]
    norwegian = reasons(read_text("De krysset grensen for å besøke slektninger."))[0][1]
    assert "visit" in english.split()
    assert "visit" in norwegian.split()


def test_who_is_fled_is_a_threat(read_text: Read) -> None:
    fled = reasons(read_text("They are fleeing soldiers."))[0][1]
    escaped = reasons(read_text("They crossed the border to escape the troops."))[0][1]
    assert fled.split() == ["threat", "@state-side"]
    assert set(escaped.split()) == set(fled.split())
