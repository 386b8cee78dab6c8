"""Archives: members are read in memory, never written; unfolding stops at the stated limits."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest import limits


def zipped(*members: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def test_members_are_documents_in_the_order_of_their_names(ingest: Any) -> None:
    data = zipped(
        ("b.txt", b"Nine stayed."),
        ("sub/a.txt", b"Ten fled."),
        ("sub/t.jsonl", b'{"id": "x", "text": "One."}'),
        (".hidden.txt", b"no"),
    )
    documents = ingest("bag.zip", data).documents
    assert [(document.member, document.name) for document in documents] == [
        ("b.txt", "bag.zip/b.txt"), ("sub/a.txt", "bag.zip/sub/a.txt"), ("sub/t.jsonl#x", "bag.zip/sub/t.jsonl#x"),
    ]  # fmt: skip
    assert len({document.original for document in documents}) == 1


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "C:/evil.txt", "a/../../evil.txt"]
)
def test_names_that_lead_outside_write_nothing_and_are_said(ingest: Any, tmp_path: Path, name: str) -> None:
    found = ingest("bag.zip", zipped((name, b"Ten fled."), ("ok.txt", b"Nine stayed.")))
    assert sorted(document.text for document in found.documents) == ["Nine stayed.", "Ten fled."]
    assert ["leads outside" in problem.what for problem in found.problems] == [True]
    assert not [
        document.name
        for document in found.documents
        if ".." in document.name or not document.name.startswith("bag.zip/")
    ]
    assert not list(tmp_path.parent.rglob("evil.txt"))


def test_a_member_that_unfolds_too_far_costs_itself_only(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_RATIO_FLOOR", 1000)
    found = ingest("bomb.zip", zipped(("a.txt", b"0" * 3_000_000), ("b.txt", b"Nine stayed.")))
    assert [document.text for document in found.documents] == ["Nine stayed."]
    assert "200 times its packed size" in found.problems[0].what


def test_an_archive_that_unfolds_too_far_stops_there(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_TOTAL", 100_000)
    found = ingest("bomb.zip", zipped(("a.txt", b"Ten fled."), ("b.txt", b"0" * 200_000), ("c.txt", b"Nine stayed.")))
    assert [document.text for document in found.documents] == ["Ten fled."]
    assert "unfolds to more than 98 kB" in found.problems[0].what


def test_sizes_are_counted_not_believed(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 50_000)
    monkeypatch.setattr(limits, "ARCHIVE_RATIO", 10**9)
    assert "longer than 49 kB" in ingest("bomb.zip", zipped(("a.txt", b"0" * 200_000))).problem.what


def test_too_many_members_stop_the_archive(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_MEMBERS", 3)
    found = ingest("many.zip", zipped(*((f"{number}.txt", b"Ten fled.") for number in range(5))))
    assert len(found.documents) == 3
    assert "more than 3 files" in found.problems[0].what


def test_archives_in_archives_are_read_to_a_depth(ingest: Any) -> None:
    inner = zipped(("a.txt", b"Ten fled."))
    for _ in range(limits.ARCHIVE_DEPTH - 1):
        inner = zipped(("in.zip", inner), ("b.txt", b"Nine stayed."))
    assert "in.zip!/in.zip!/a.txt" in [document.member for document in ingest("out.zip", inner).documents]
    found = ingest("out.zip", zipped(("in.zip", inner)))
    assert "Ten fled." not in [document.text for document in found.documents]
    assert "more than 3 deep" in found.problems[0].what


def test_two_members_of_one_name_are_both_read(ingest: Any) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("a.txt", b"Ten fled."), ("a.txt", b"Nine stayed."))
    documents = ingest("bag.zip", data).documents
    assert [(document.member, document.text) for document in documents] == [
        ("a.txt", "Ten fled."),
        ("a.txt (2)", "Nine stayed."),
    ]


def test_a_damaged_archive_is_a_problem(ingest: Any) -> None:
    data = zipped(("a.txt", b"Ten fled. " * 50), ("b.txt", b"Nine stayed."))
    assert "damaged" in ingest("bag.zip", data[:60]).problem.what
    broken = bytearray(data)
    broken[40:44] = b"\xff\xff\xff\xff"
    found = ingest("bag.zip", bytes(broken))
    assert [document.text for document in found.documents] == ["Nine stayed."]
    assert "damaged in the archive" in found.problems[0].what


def test_a_locked_member_is_a_problem(ingest: Any) -> None:
    data = bytearray(zipped(("a.txt", b"Ten fled.")))
    data[6] |= 1  # the flag in the member's own header
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the list of members
    assert "password" in ingest("bag.zip", bytes(data)).problem.what


def test_unread_kinds_in_an_archive_are_problems_with_their_member(ingest: Any) -> None:
    problem = ingest("bag.zip", zipped(("x/a.doc", b"old"))).problem
    assert (problem.where, problem.member) == ("bag.zip/x/a.doc", "x/a.doc")
