"""The API's description: current in the repository, and true of what the API does with whatever it is sent."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import checks

from sayso.server.app import create_api
from sayso.server.held import HeldCase
from sayso.server.schema import text

ROOT = Path(__file__).resolve().parents[2]
TRUE_OF_ANSWERS = (
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
)


def test_the_description_in_the_repository_is_current() -> None:
    assert (ROOT / "web" / "openapi.json").read_text(encoding="utf-8") == text(), "python3 dev.py docs"


API = create_api()
schema = schemathesis.openapi.from_asgi("/api/openapi.json", API).exclude(path="/api/events")  # that one never ends


@pytest.fixture(scope="module", autouse=True)
def over_a_case(held: HeldCase) -> None:
    """Let the endpoints answer from the built case."""
    API.state.case = held


@schema.parametrize()
@settings(
    max_examples=int(os.environ.get("SAYSO_EXAMPLES", "4")),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(case: Any) -> None:
    """Nothing that is sent makes it fail or answer otherwise than described; no record is decided on, as no id is known."""
    case.call_and_validate(checks=TRUE_OF_ANSWERS)
