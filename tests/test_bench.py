"""The measures measure what they say: no gold is shown, changes are the same on every run, what cannot be made is said."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from bench.__main__ import main
from bench.example import Item, items
from bench.example.table import Result, figures, table
from bench.frozen import freeze
from bench.inputs import documents, write_inputs
from bench.scorer import BenchError, find_scorer
from bench.speed import many, vary

TEXT = "On Monday 14 people left Halbeck for Vessin, the mayor of Halbeck said."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A benchmark file of one record with gold in it."""
    path = tmp_path / "wikiwars" / "dev.jsonl"
    path.parent.mkdir()
    record = {"id": "a", "text": TEXT, "title": "gold", "outlet": "gold", "published": "2014-05-13", "times": ["gold"]}
    path.write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    return path


def test_inputs_show_no_gold(data: Path, tmp_path: Path) -> None:
    assert write_inputs(data, tmp_path / "inputs.jsonl") == 1
    assert "gold" not in (tmp_path / "inputs.jsonl").read_text(encoding="utf-8")


def test_documents_carry_text_id_and_claims(data: Path) -> None:
    (document,) = documents(data)
    assert (document.text, document.given_id, document.claimed.published) == (TEXT, "a", "2014-05-13")
    assert document.claimed.title is None


def test_an_outlet_is_shown_where_a_reader_would_know_it(data: Path) -> None:
    named = data.parent.parent / "fakes" / "dev.jsonl"
    named.parent.mkdir()
    data.rename(named)
    assert documents(named)[0].claimed.outlet == "gold"


def test_varied_texts_differ_and_are_the_same_on_every_run() -> None:
    turns = [vary(TEXT, turn) for turn in range(6)]
    assert len(set(turns)) > 3
    assert turns == [vary(TEXT, turn) for turn in range(6)]
    assert all(len(turn.split()) == len(TEXT.split()) for turn in turns)


def test_many_documents_have_ids_of_their_own(data: Path) -> None:
    made = many(documents(data), 5)
    assert len({document.id for document in made}) == len({document.given_id for document in made}) == 5


def test_a_missing_scorer_is_named(data: Path) -> None:
    with pytest.raises(BenchError, match="--scorer"):
        find_scorer(data, None)


def test_unknown_task_and_missing_data_end_with_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-task"]) == 2
    assert main(["times", "no/such/file.jsonl"]) == 2
    assert main(["freeze"]) == 2
    assert "no data at" in capsys.readouterr().err


def test_frozen_results_say_when_what_and_on_what(tmp_path: Path) -> None:
    path = freeze("times", {"value F1": 12.3456, "slice n": 3}, "wikiwars/dev.jsonl", tmp_path)
    with path.open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["task"], first["figure"], first["value"], first["data"]) == (
        "times",
        "value F1",
        "12.35",
        "wikiwars/dev.jsonl",
    )
    assert first["version"].startswith("0.")
    assert second["figure"] == "slice n"


def test_two_items_of_one_name_are_refused() -> None:
    line = {"page": "01", "lines": ["the same", "the same"]}
    with pytest.raises(ValueError, match="one name"):
        items({"boilerplate": [line]})


def test_table_shows_gains_and_losses_apart() -> None:
    results = [
        Result("kept/01/a", "", known=True),
        Result("kept/01/b", "lost", known=False),
        Result("time/01/c", "", known=False),
    ]
    shown = table(results)
    assert (
        shown.index("found, though listed")
        < shown.index("kept/01/a")
        < shown.index("NOT FOUND")
        < shown.index("kept/01/b")
    )
    assert figures(results) == {
        "items": 3,
        "found": 2,
        "kept items": 2,
        "kept found": 1,
        "time items": 1,
        "time found": 1,
    }
    assert Item("a", lambda _case: "").name == "a"
