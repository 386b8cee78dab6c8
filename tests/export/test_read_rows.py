"""The row of `sayso read` says what the reading says, resolves in its own text and keeps to its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.made_case import made_case

from sayso.export.json_lines import json_line
from sayso.export.read_rows import read_row
from sayso.model.annotations import Act, Scope
from sayso.model.reading import Reading
from sayso.model.text import Problem, Span
from sayso.schemas import schema
from sayso.values.amount import Amount, Bound


@pytest.fixture
def reading() -> Reading:
    return made_case().readings[0]


def words(reading: Reading, row: dict[str, int]) -> str:
    return reading.text[row["start"] : row["end"]]


def test_row_keeps_to_the_schema(reading: Reading) -> None:
    jsonschema.validate(json.loads(json_line(read_row(reading))), schema("read"))


def test_schema_refuses_an_unknown_polarity(reading: Reading) -> None:
    row = json.loads(json_line(read_row(reading)))
    row["statements"][0]["polarity"] = "shouts"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(row, schema("read"))


def test_id_is_the_given_one_else_the_files_stem(reading: Reading) -> None:
    assert read_row(reading)["id"] == "one"
    assert read_row(replace(reading, given_id="kestrin-7"))["id"] == "kestrin-7"


def test_event_carries_its_count_and_place(reading: Reading) -> None:
    (event,) = read_row(reading)["events"]
    assert event["main"]
    assert event["count"] is not None
    assert (event["count"]["low"], words(reading, event["count"])) == (20, "20")
    assert event["place"] is not None
    assert (event["place"]["geonameid"], event["place"]["country"], event["place"]["country_code"]) == (
        77,
        "Karvia",
        "KV",
    )
    assert event["target_classes"] == ["civilians"]


def test_casualty_knows_its_statement_and_event(reading: Reading) -> None:
    row = read_row(reading)
    (casualty,) = row["casualties"]
    assert (casualty["group"], casualty["fate"], casualty["low"], casualty["main"]) == ("civilians", "killed", 20, True)
    assert casualty["attribution"] == row["attributions"][0]["id"]
    assert casualty["event"] == row["events"][0]["id"]


def test_running_total_is_no_casualty_of_this_event(reading: Reading) -> None:
    (figure,) = reading.quantities
    row = read_row(replace(reading, quantities=(replace(figure, scope=Scope.RUNNING_TOTAL),)))
    assert row["casualties"] == []
    assert len(row["quantities"]) == 1


def test_figures_of_other_events_stay_among_the_quantities(reading: Reading) -> None:
    (killed,) = reading.quantities
    there = Span(0, 1)
    other = replace(killed, id="other", span=there, whole=there, amount=Amount(3, 3, Bound.EXACT), act=Act.WOUNDED)
    sentences = (Span(0, 5), Span(5, len(reading.text)))
    row = read_row(replace(reading, quantities=(other, killed), sentences=sentences))
    assert [(c["fate"], c["main"]) for c in row["casualties"]] == [("killed", True)]
    assert len(row["quantities"]) == 2


def test_whole_numbers_are_written_whole(reading: Reading) -> None:
    assert '"low": 20,' in json_line(read_row(reading))


def test_problem_is_told(reading: Reading) -> None:
    problem = Problem("in Karvian", "it is not read", "translate it", span=Span(2, 5))
    (told,) = read_row(replace(reading, problems=(problem,)))["problems"]
    assert (told["what"], told["start"], told["end"]) == ("in Karvian", 2, 5)


def pairs(value: object) -> Iterator[tuple[int, int]]:
    """Every span of a row, in whichever form."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value["start"], value["end"]
        for part in value.values():
            yield from pairs(part)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(n, int) for n in value):
            yield value[0], value[1]
        for part in value:
            yield from pairs(part)


def test_every_span_lies_in_the_text(reading: Reading) -> None:
    found = list(pairs(json.loads(json_line(read_row(reading)))))
    assert len(found) > 20
    assert all(0 <= start < end <= len(reading.text) for start, end in found)


@given(st.text(st.characters(), max_size=20))
def test_a_line_is_utf8_on_one_line_and_gives_the_text_back(text: str) -> None:
    line = json_line({"text": text})
    assert line.encode("utf-8").count(b"\n") == 0
    assert json.loads(line) == {"text": text}
