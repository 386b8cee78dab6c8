"""Nobody but the one who started the server gets anything from it."""

from __future__ import annotations

import pytest
from tests.server.conftest import KEY, OURS, Client

DECISION = {"verdict": "note", "target": "0123456789abcdef", "by": "kari"}


def test_without_the_key_no_data_is_given(stranger: Client) -> None:
    for path in ("/api/case", "/api/openapi.json", "/api/events", "/api/originals/ab", "/api/nothing"):
        assert stranger.get(path).status_code == 401
    assert "kestrin" not in stranger.get("/api/case").text


def test_the_key_is_exchanged_for_a_strict_cookie(stranger: Client) -> None:
    answer = stranger.get(f"/?token={KEY.token}&from=terminal")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?from=terminal")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"sayso-8765={KEY.token};")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert KEY.token not in answer.headers["location"]


@pytest.mark.parametrize("token", ["", "open-sesam", "open-sesame2", "é"])
def test_a_wrong_key_opens_nothing(stranger: Client, token: str) -> None:
    assert "set-cookie" not in stranger.get(f"/?token={token}").headers
    assert stranger.get("/api/case", headers={"authorization": f"Bearer {token}".encode()}).status_code == 401
    assert stranger.get("/api/case", headers={"cookie": f"sayso-8765={token}".encode()}).status_code == 401


def test_a_cookie_of_another_run_does_not_open(stranger: Client) -> None:
    assert stranger.get("/api/case", headers={"cookie": f"sayso-9999={KEY.token}"}).status_code == 401


def test_programs_may_carry_the_key_as_a_bearer(stranger: Client) -> None:
    assert stranger.get("/api/case", headers={"authorization": f"Bearer {KEY.token}"}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8765", ""])
def test_a_name_that_is_not_ours_is_refused(owner: Client, host: str) -> None:
    assert owner.get("/api/case", headers={"host": host}).status_code == 400


def test_localhost_is_ours(owner: Client) -> None:
    assert owner.get("/api/case", headers={"host": "localhost:8765"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": OURS, "sec-fetch-site": "cross-site"},
    ],
)
def test_other_pages_cannot_change_anything(owner: Client, headers: dict[str, str]) -> None:
    assert owner.post("/api/judgements", json=DECISION, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"origin": OURS, "sec-fetch-site": "same-origin"}])
def test_our_own_page_and_programs_can(owner: Client, headers: dict[str, str]) -> None:
    answer = owner.post("/api/judgements", json=DECISION, headers=headers)
    assert answer.status_code == 422  # it got through; no record has this id
    assert "nothing in the case has this id" in answer.json()["detail"]


def test_too_much_at_once_is_refused(owner: Client) -> None:
    assert owner.post("/api/judgements", content=b"x" * 70_000).status_code == 413


def test_every_answer_carries_the_policy(stranger: Client, owner: Client) -> None:
    for answer in (stranger.get("/"), stranger.get("/api/case"), owner.get("/api/case"), owner.get("/nothing")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "script-src" not in policy  # scripts fall under default-src: our own files only
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert owner.get("/api/case").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/../pyproject.toml", "/%2e%2e/errors.py", "/assets/..%2f..%2ferrors.py", "/errors.py"]
)
def test_no_file_outside_the_pages_is_given(owner: Client, path: str) -> None:
    assert owner.get(path).status_code == 404
