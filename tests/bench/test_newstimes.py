"""The marked times in news: well formed, halves apart, weekdays right, and shown to the program without their marks."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from bench.__main__ import main
from bench.inputs import write_inputs
from bench.newstimes import FOLDER, HALVES, LANGUAGES, Passage, parse, passages, record
from bench.newstimes.measure import write_gold
from bench.scorer import BenchError, score

WEEKDAYS = (
    ("monday", "mandag", "montag"),
    ("tuesday", "tirsdag", "dienstag"),
    ("wednesday", "onsdag", "mittwoch"),
    ("thursday", "torsdag", "donnerstag"),
    ("friday", "fredag", "freitag"),
    ("saturday", "lørdag", "samstag"),
    ("sunday", "søndag", "sonntag"),
)
EXAMPLE = "a en 2024-03-14\nIt began [t 2024-03-11TMO/START early Monday] and took [p - weeks]."


def half(name: str) -> list[Passage]:
    """Return the passages of a half."""
    return list(passages(FOLDER / f"marked_{name}.txt"))


def test_marks_become_spans_values_and_modifiers() -> None:
    found = parse(EXAMPLE)
    assert found.text == "It began early Monday and took weeks."
    first, second = found.times
    assert (found.text[first.start : first.end], first.value, first.modifier) == (
        "early Monday",
        "2024-03-11TMO",
        "START",
    )
    assert (second.type, second.value) == ("DURATION", None)
    assert record(found)["published"] == "2024-03-14"
    assert "published" not in record(parse("a en -\nRain."))


@pytest.mark.parametrize("bad", ["a en\nRain.", "a en -\nRain [d X.", "a xx -\nRain.", "a en -\n[d X/SOON now]"])
def test_what_is_not_well_formed_is_refused(bad: str) -> None:
    with pytest.raises(BenchError):
        parse(bad)


@pytest.mark.parametrize("name", HALVES)
def test_a_half_holds_a_hundred_english_times_and_half_of_the_others(name: str) -> None:
    count = {tongue: sum(len(p.times) for p in half(name) if p.language == tongue) for tongue in LANGUAGES}
    assert count["en"] >= 100
    assert count["nb"] >= 30
    assert count["de"] >= 20


@pytest.mark.parametrize("name", HALVES)
def test_weekdays_stand_on_the_days_they_are_marked_with(name: str) -> None:
    for passage in half(name):
        for time in passage.times:
            words = passage.text[time.start : time.end].lower()
            named = [i for i, forms in enumerate(WEEKDAYS, 1) for form in forms if form in words]
            if named and time.value and len(time.value) >= 10 and time.value[:4].isdigit():
                eve = timedelta(days=time.value.endswith("TNI") and ("zum" in words or "til " in words))
                assert (date.fromisoformat(time.value[:10]) + eve).isoweekday() == named[0], (passage.id, words)


def test_the_halves_share_no_text() -> None:
    assert not {p.text for p in half("open")} & {p.text for p in half("kept")}


def test_the_program_is_shown_text_language_and_day_but_no_marks(tmp_path: Path) -> None:
    gold = tmp_path / "newstimes" / "open.jsonl"
    gold.parent.mkdir()
    write_gold([parse(EXAMPLE)], gold)
    write_inputs(gold, tmp_path / "inputs.jsonl")
    assert json.loads((tmp_path / "inputs.jsonl").read_text(encoding="utf-8")) == {
        "id": "a",
        "language": "en",
        "published": "2024-03-14",
        "text": "It began early Monday and took weeks.",
    }


def test_without_a_scorer_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["newstimes", "--scorer", str(tmp_path)]) == 2
    assert "no score.py" in capsys.readouterr().err


@pytest.mark.shared
def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    scorer = Path(__file__).resolve().parents[3] / "shared" / "bench"
    if not (scorer / "score.py").is_file():
        pytest.skip("the scorer is not in ../shared")
    gold = tmp_path / "gold.jsonl"
    write_gold(half("open"), gold)
    assert score(scorer / "score.py", "times", gold, gold)["value F1"] == 100
