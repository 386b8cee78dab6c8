"""What would decide: words of the texts that point to evidence; nothing is invented, and agreed questions ask for none."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.reading import Reading
from sayso.model.reconstruction import Question, Status
from sayso.pipeline import reconstruct

Read = Callable[[str], Reading]

TOLD = (
    "The Karvian government said armed gangs killed 86 soldiers in Tarsk. "
    "A surgeon said she counted 86 bodies in the morgue and that government troops killed the 86 soldiers in Tarsk."
)


def pointers(read_text: Read, text: str) -> list[tuple[Question, list[str]]]:
    """Return each question with the words that point to evidence."""
    reading = read_text(text)
    return [(q, [a.span.of(reading.text) for a in q.would_decide]) for q in reconstruct([reading]).questions]


def test_a_morgue_named_beside_the_figure_would_decide(read_text: Read) -> None:
    asked = [words for q, words in pointers(read_text, TOLD) if q.status is Status.CONTESTED]
    assert asked
    assert any("morgue" in word for words in asked for word in words)


def test_a_voice_that_saw_it_would_decide(read_text: Read) -> None:
    text = (
        "State television said armed gangs burned the mill in Tarsk. "
        "A miller named Ada Brenn said soldiers burned the mill in Tarsk. “I saw it with my own eyes,” Ada Brenn said."
    )
    asked = [words for q, words in pointers(read_text, text) if q.status is Status.CONTESTED]
    assert any("Ada Brenn" in word for words in asked for word in words)


def test_pointers_are_few_and_each_stands_once(read_text: Read) -> None:
    text = TOLD + "".join(
        f" A clerk said a video number {n} shows the troops killed the 86 soldiers." for n in range(9)
    )
    for question, words in pointers(read_text, text):
        assert len(words) <= 6
        assert len({w.casefold() for w in words}) == len(words)
        assert question.status is Status.CONTESTED or not words


def test_a_serious_risk_is_no_grave(read_text: Read) -> None:
    text = TOLD.replace("she counted 86 bodies in the morgue and that", "there was grave risk and that")
    assert not [w for _, words in pointers(read_text, text) for w in words if "grave" in w]
