"""Which time belongs to which event: each verb has its own day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.annotations import SlotName
from sayso.model.reading import Reading

ReadText = Callable[[str], Reading]


def told(reading: Reading) -> dict[str, list[str]]:
    """Return the words of each event's times, by the word that tells the event."""
    times = {time.id: time.span.of(reading.text) for time in reading.times}
    return {
        mention.span.of(reading.text): [times[slot.ref] for slot in mention.fillers(SlotName.TIME) if slot.ref in times]
        for statement in reading.statements
        for mention in statement.mentions
    }


@pytest.mark.parametrize(
    ("text", "word", "times"),
    [
        ("Gunmen killed four farmers in Sellin on Monday.", "killed", ["Monday"]),
        ("Guards arrested a man on Friday for the shooting that happened on Thursday.", "arrested", ["Friday"]),
        ("Guards arrested a man on Friday for the shooting that happened on Thursday.", "shooting", ["Thursday"]),
        ("The driver accused of shooting two guards appeared in court on Tuesday.", "shooting", []),
        ("The mayor spoke on Monday and said she wants an end to the shooting.", "shooting", []),
        ("Some 90 people have been killed since the war began in March 2017.", "killed", []),
        ("Ten people were killed in 24 hours in the district.", "killed", ["24 hours"]),
        ("Shelling killed four people on Sunday after two years of quiet.", "killed", ["Sunday"]),
        ("Troops shelled the village on Monday, the mayor said on Tuesday.", "shelled", ["Monday"]),
        ("Three people were killed and two were wounded on Monday.", "killed", ["Monday"]),
        ("Guards killed three on Monday and wounded five on Tuesday.", "killed", ["Monday"]),
        ("Guards killed three on Monday and wounded five on Tuesday.", "wounded", ["Tuesday"]),
        ("The shooting happened on Thursday near the mill.", "shooting", ["Thursday"]),
    ],
)
def test_an_event_takes_the_time_of_its_own_verb(read_text: ReadText, text: str, word: str, times: list[str]) -> None:
    assert told(read_text(text))[word] == times


def test_the_day_a_report_bears_is_no_events_day(read_text: ReadText) -> None:
    reading = read_text(
        "Dolmar Herald, Tuesday, 8 March 2016\n\nKARVIA - Gunmen killed 64 gendarmes in Karvia, the ministry said.\n"
    )
    assert told(reading)["killed"] == []
