"""The bench's predictors of incidents and of like answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench.grouping import answer_rows, incident_rows

from sayso.model.reading import Reading
from sayso.pipeline import reconstruct

ONE = "HALBECK, 5 May 2013 — A man was shot dead in Tarsk on Saturday, police said. The baker Pavel Istra saw it."
SAME = "HALBECK, 6 May 2013 — A man was killed in the town, police said. His neighbour Pavel Istra heard two shots."
OTHER = "HALBECK, 2 September 2013 — Three guards were killed in Vessin, police said."


def test_reports_of_one_killing_are_one_incident_with_its_dead(read_text: Callable[[str], Reading]) -> None:
    readings = [replace(read_text(text), given_id=str(n)) for n, text in enumerate((ONE, SAME, OTHER))]
    rows = {row["id"]: row for row in incident_rows(readings, reconstruct(readings))}
    assert rows["0"]["group"] == rows["1"]["group"] != rows["2"]["group"]
    assert [rows[name]["killed"] for name in "012"] == [1, 1, 3]


def test_like_answers_share_words_that_the_question_does_not_give(tmp_path: Path) -> None:
    rows = [
        {
            "id": "a",
            "question": "Why did the ferry stop?",
            "answer1": "a broken engine",
            "answer2": "the engine was broken",
        },
        {
            "id": "b",
            "question": "Why did the ferry stop?",
            "answer1": "the ferry had no fuel",
            "answer2": "ferry staff on strike",
        },
    ]
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    answer_rows(data, out, None)
    assert [json.loads(line)["same"] for line in out.read_text().splitlines()] == [True, False]
