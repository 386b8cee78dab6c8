"""The shipped JSON Schemas are what the wire types say."""

from __future__ import annotations

import jsonschema
import pytest

from sayso.schemas import SCHEMAS, make_schema, schema


@pytest.mark.parametrize("name", SCHEMAS)
def test_shipped_schema_is_current(name: str) -> None:
    import json

    assert schema(name) == json.loads(make_schema(name)), "run: python3 dev.py docs"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_type_of_a_schema_is_described(name: str) -> None:
    undescribed = [kind for kind, body in schema(name)["$defs"].items() if not body.get("description")]
    assert undescribed == []
