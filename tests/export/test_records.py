"""The records of `sayso export`: complete, in order, anchored, and as their schema says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from tests.made_case import case_of, made_case

from sayso.export.json_lines import json_line
from sayso.export.records import export_records
from sayso.present.case import Case
from sayso.schemas import schema

KINDS = {
    "answer", "attribution", "boilerplate", "document", "event", "eventmention", "judgement", "lineage", "origin", "original",
    "person", "place", "problem", "quantity", "question", "report", "statement", "timeexpr", "voice",
}  # fmt: skip


def lines(case: Case) -> list[str]:
    return [json_line(record) for record in export_records(case)]


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines(made_case())]


def test_every_kind_of_record_is_exported(records: list[dict[str, Any]]) -> None:
    assert {record["record"] for record in records} == KINDS


def test_record_comes_first(records: list[dict[str, Any]]) -> None:
    assert all(next(iter(record)) == "record" for record in records)


def test_every_record_keeps_to_the_schema(records: list[dict[str, Any]]) -> None:
    validator = jsonschema.Draft202012Validator(schema("export"))
    for record in records:
        validator.validate(record)


def test_schema_refuses_a_record_without_its_anchor(records: list[dict[str, Any]]) -> None:
    figure = next(record for record in records if record["record"] == "quantity")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({key: value for key, value in figure.items() if key != "anchor"}, schema("export"))


def test_records_stand_by_kind_document_start_id(records: list[dict[str, Any]]) -> None:
    keys = [(r["record"], r.get("document", ""), r.get("start", 0), r.get("id", "")) for r in records]
    assert keys == sorted(keys)


def anchors(value: object) -> Iterator[dict[str, Any]]:
    """Every anchor inside a record."""
    if isinstance(value, dict):
        if {"document", "start", "end"} <= value.keys():
            yield value
        for part in value.values():
            yield from anchors(part)
    elif isinstance(value, list):
        for part in value:
            yield from anchors(part)


def test_every_anchor_resolves(records: list[dict[str, Any]]) -> None:
    texts = {record["id"]: record["text"] for record in records if record["record"] == "document"}
    found = [anchor for record in records for anchor in anchors(record)]
    assert len(found) > 50
    assert all(0 <= a["start"] < a["end"] <= len(texts[a["document"]]) for a in found)


def test_words_are_those_at_the_anchor(records: list[dict[str, Any]]) -> None:
    texts = {record["id"]: record["text"] for record in records if record["record"] == "document"}
    worded = [record for record in records if "words" in record]
    assert worded
    assert all(r["words"] == texts[r["document"]][r["start"] : r["end"]] for r in worded)


def test_statement_has_its_chain_with_words_and_voices(records: list[dict[str, Any]]) -> None:
    said = next(r for r in records if r["record"] == "statement" and r["mentions"])
    first, last = said["chain"]
    assert first["report"] == said["report"]
    assert (last["voices"], last["label"], len(last["source"])) == (["v1"], "the mayor", 1)


def test_order_of_what_goes_in_does_not_matter() -> None:
    case = made_case()
    turned = replace(case, readings=case.readings[::-1], documents=case.documents[::-1], originals=case.originals[::-1])
    assert lines(turned) == lines(case)


def test_a_document_that_was_not_read_is_exported_with_its_problems() -> None:
    case = made_case()
    unread = replace(case_of(case.readings), readings=case.readings[:1])
    documents = [r for r in export_records(unread) if r["record"] == "document"]
    assert len(documents) == 2
    assert [r["language"] for r in documents if r["name"] == "two.txt"] == ["und"]
