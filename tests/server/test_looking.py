"""Every view of a case, and filters that narrow all of them alike."""

from __future__ import annotations

from typing import Any

import pytest
from tests.server.conftest import PAGES, Client

from sayso.server.contract.base import route_of


def got(api: Client, path: str, **query: Any) -> Any:
    answer = api.get(f"/api/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def voice(api: Client, label: str) -> str:
    choices = got(api, "case")["voices"]
    return next(choice["value"] for choice in choices if label in choice["label"])


def test_case_tells_what_filters_can_be_set_to(api: Client) -> None:
    case = got(api, "case")
    assert (case["name"], case["me"]) == ("kestrin", "kari")
    assert {choice["value"] for choice in case["languages"]} == {"en", "nb"}
    assert case["first_day"].startswith("2015-03")
    counts = {each["label"]: each["number"] for each in case["counts"]}
    assert counts["documents"] == 3


def test_overview_shows_the_disputed_number_with_its_answers(api: Client) -> None:
    overview = got(api, "overview")
    numbers = [card for card in overview["cards"] if card["slot"] == "how-many"]
    assert [answer["text"] for answer in numbers[0]["answers"]] == ["20", "35"]
    assert overview["figures"]


def test_a_question_has_voices_words_and_places(api: Client) -> None:
    row = next(row for row in got(api, "questions")["items"] if row["slot"] == "how-many")
    question = got(api, f"questions/{row['id']}")
    answer = next(answer for answer in question["answers"] if answer["text"] == "35")
    assert [holder["label"] for holder in answer["held_by"]] == ["the army"]
    cited = answer["said"]["shown"][0]
    assert "killed 35 soldiers" in "".join(piece["text"] for piece in cited["pieces"])
    assert cited["place"]["href"].startswith("#/read/")
    assert answer["origin_list"][0]["because"]
    assert question["relations"][0]["because"]["rule"]


def test_the_reader_counts_in_utf16_units(api: Client) -> None:
    document = next(d for d in got(api, "documents")["items"] if d["name"] == "kestrin-post.txt")
    page = got(api, f"read/{document['id']}")
    assert page["text"] == PAGES["kestrin-post.txt"]
    units = page["text"].encode("utf-16-le")
    after = [s for s in page["statements"] if "burning" in s["words"]]
    assert after, "the statement behind the fish is found"
    for statement in after:
        span = statement["spans"][0]
        assert "burning" in units[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")


def test_a_statement_opens_its_document_at_its_words(api: Client) -> None:
    row = next(row for row in got(api, "questions")["items"] if row["slot"] == "how-many")
    cited = got(api, f"questions/{row['id']}")["answers"][0]["said"]["shown"][0]
    page = got(api, cited["place"]["href"].removeprefix("#/"))
    focus = page["focus"]
    assert "20" in page["text"][focus["start"] : focus["end"]]
    statement = next(s for s in page["statements"] if s["id"] == page["focus_id"])
    assert row["id"] in {asked["id"] for asked in statement["asked"]}
    assert statement["citation"].startswith("“")


def test_a_stretch_can_be_asked_for(api: Client) -> None:
    document = got(api, "documents")["items"][0]["id"]
    assert got(api, f"read/{document}", at="4-9")["focus"] == {"start": 4, "end": 9}
    assert got(api, f"read/{document}", at="4-999999999")["focus"] is None
    assert api.get(f"/api/read/{document}", params={"at": "x"}).status_code == 422


@pytest.mark.parametrize("path", ["questions/0123456789abcdef", "read/0123456789abcdef", "originals/" + "0" * 64])
def test_what_is_not_there_is_not_found(api: Client, path: str) -> None:
    assert api.get(f"/api/{path}").status_code == 404


def test_a_filter_narrows_every_view(api: Client) -> None:
    army = voice(api, "army")
    assert {row["label"] for row in got(api, "voices", voice=army)["items"]} == {"the army"}
    assert [row["name"] for row in got(api, "documents", voice=army)["items"]] == ["kestrin-post.txt"]
    question = next(row for row in got(api, "questions", voice=army)["items"] if row["slot"] == "how-many")
    assert [answer["text"] for answer in question["answers"]] == ["35"]
    assert got(api, "search", q="soldiers killed", voice=army)["total"] == 1
    assert got(api, "search", q="soldiers killed")["total"] == 2
    assert "20 soldiers" not in api.get("/api/export/statements.csv", params={"voice": army}).text


def test_filters_by_language_and_days(api: Client) -> None:
    assert [row["name"] for row in got(api, "documents", language="nb")["items"]] == ["havet.txt"]
    assert got(api, "documents", first="2020-01-01")["items"] == []
    assert got(api, "overview", first="2020-01-01")["cards"] == []
    assert got(api, "documents", last="2015-12-31")["items"]


def test_what_stands_behind_an_answer_is_not_recounted_by_filters(api: Client) -> None:
    row = next(row for row in got(api, "questions")["items"] if row["slot"] == "how-many")
    whole = got(api, f"questions/{row['id']}")["answers"][0]
    narrowed = got(api, f"questions/{row['id']}", language="en")["answers"][0]
    assert whole["counts"] == narrowed["counts"]


def test_search_finds_words_phrases_beginnings_and_not(api: Client) -> None:
    assert got(api, "search", q="pier")["total"] == 2
    assert got(api, "search", q='"the pier had"')["total"] == 1
    assert got(api, "search", q='"pier the"')["total"] == 0
    assert got(api, "search", q="soldi*")["total"] == 4
    assert got(api, "search", q="soldiers -killed")["total"] == 2
    assert got(api, "search", q="ordforeren")["total"] == 0
    hit = got(api, "search", q="WIDOW pier")["items"][0]
    assert {piece["text"] for piece in hit["pieces"] if piece["cited"]} == {"widow", "pier"}


@pytest.mark.parametrize("query", ["", '"', "AND", "a OR", "*", "-", 'NEAR("a" b)', "-pier", "col:x", "\x00", "“x"])
def test_search_takes_whatever_is_typed(api: Client, query: str) -> None:
    got(api, "search", q=query)


def test_places_are_geojson_with_their_precision(api: Client) -> None:
    places = got(api, "places")
    assert places["type"] == "FeatureCollection"
    assert all(feature["properties"]["radius"] > 0 for feature in places["features"])
    assert "Kestrin" in {one["name"] for one in places["unplaced"]}


def test_originals_come_byte_for_byte_and_are_never_shown(api: Client) -> None:
    document = next(d for d in got(api, "documents")["items"] if d["name"] == "havet.txt")
    original = got(api, f"read/{document['id']}")["original"]
    answer = api.get(original["href"])
    assert answer.content == PAGES["havet.txt"].encode()
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_exports_are_files(api: Client) -> None:
    assert api.get("/api/export/dossier.html").text.startswith("<!doctype html>")
    assert api.get("/api/export/case.jsonl").text.count("\n") > 20
    disposition = api.get("/api/export/statements.csv").headers["content-disposition"]
    assert disposition == 'attachment; filename="kestrin-statements.csv"'
    assert api.get("/api/export/passwords.txt").status_code == 422


def test_long_lists_come_in_pages(api: Client) -> None:
    first = got(api, "documents", most=2)
    rest = got(api, "documents", most=2, start=first["next"])
    assert (first["total"], len(first["items"]), len(rest["items"]), rest["next"]) == (3, 2, 1, None)


def test_references_of_presenters_become_routes() -> None:
    assert route_of("#s-0a") == "#/read/0a"
    assert route_of("#q-0a") == "#/question/0a"
    assert route_of("#/read/0a?at=1-2") == "#/read/0a?at=1-2"
    assert route_of("") == ""
