"""TAR archives and single packed files: the same limits as for ZIP, members in the order they stand in."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest import limits


def tarred(*members: tuple[str, bytes], close: bool = True, form: int = tarfile.PAX_FORMAT) -> bytes:
    made = io.BytesIO()
    archive = tarfile.open(fileobj=made, mode="w", format=form)  # noqa: SIM115  it is left open to be cut off
    for name, data in members:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    if close:
        archive.close()
    return made.getvalue()


TWO = (("b.txt", b"Nine stayed."), ("sub/a.txt", b"Ten fled."))


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.tar", bytes),
        ("a.tar.gz", gzip.compress),
        ("a.tgz", gzip.compress),
        ("a.tar.bz2", bz2.compress),
        ("a.tar.xz", lzma.compress),
    ],
)
def test_members_are_documents_in_the_order_they_stand_in(
    ingest: Any, name: str, pack: Callable[[bytes], bytes]
) -> None:
    found = ingest(name, pack(tarred(*TWO, (".hidden.txt", b"no"), ("t.csv", b"text\nOne.\n"))))
    assert [(document.member, document.name, document.text) for document in found.documents] == [
        ("b.txt", f"{name}/b.txt", "Nine stayed."), ("sub/a.txt", f"{name}/sub/a.txt", "Ten fled."), ("t.csv#row 1", f"{name}/t.csv#row 1", "One."),
    ]  # fmt: skip
    assert not found.problems


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "a/../../evil.txt"])
def test_names_that_lead_outside_write_nothing_and_are_said(ingest: Any, tmp_path: Path, name: str) -> None:
    found = ingest("a.tar", tarred((name, b"Ten fled."), TWO[0]))
    assert [document.text for document in found.documents] == ["Ten fled.", "Nine stayed."]
    assert ["leads outside" in problem.what for problem in found.problems] == [True]
    assert all(document.name.startswith("a.tar/") and ".." not in document.name for document in found.documents)
    assert not list(tmp_path.parent.rglob("evil.txt"))


def test_links_and_devices_are_never_followed(ingest: Any, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Not yours.")
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, kind in (
            ("l.txt", tarfile.SYMTYPE),
            ("h.txt", tarfile.LNKTYPE),
            ("p.txt", tarfile.FIFOTYPE),
            ("d.txt", tarfile.CHRTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, str(secret)
            archive.addfile(info)
    problem = ingest("a.tar", made.getvalue()).problem
    assert problem.what == "links in the archive: 2; devices and pipes: 2"


def test_two_members_of_one_name_are_kept_apart(ingest: Any) -> None:
    documents = ingest("a.tar", tarred(TWO[0], ("b.txt", b"Ten fled."))).documents
    assert [document.member for document in documents] == ["b.txt", "b.txt (2)"]


def test_damage_is_said_and_what_stands_before_it_is_read(ingest: Any) -> None:
    whole = tarred(*TWO, form=tarfile.USTAR_FORMAT)
    cases = {
        "in the middle of": whole[:515],
        "without its closing mark": tarred(*TWO, close=False)[:1024],
        "something else": whole[:1024] + b"x" * 512 + whole[1536:],
        "packed data": gzip.compress(whole)[:-9],
    }
    for words, data in cases.items():
        found = ingest("a.tar.gz" if words == "packed data" else "a.tar", data)
        assert any(words in problem.what for problem in found.problems), (words, found.problems)
        assert len(found.documents) <= 2
    assert [d.text for d in ingest("a.tar", cases["something else"]).documents] == ["Nine stayed."]


def test_a_bomb_stops_at_the_limit(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = gzip.compress(tarred(TWO[0], ("zeros.txt", bytes(40_000_000)), TWO[1]))
    what = [problem.what for problem in ingest("a.tar.gz", bomb).problems]
    assert any("200 times its packed size" in words for words in what)
    monkeypatch.setattr(limits, "ARCHIVE_TOTAL", 20)
    found = ingest("a.tar", tarred(*TWO, TWO[0]))
    assert [document.text for document in found.documents] == ["Nine stayed."]
    assert "unfolds to more than 20 bytes" in found.problems[0].what
    monkeypatch.setattr(limits, "ARCHIVE_MEMBERS", 1)
    assert "more than 1 files" in ingest("a.tar", tarred(*TWO)).problems[0].what


def test_a_long_member_costs_itself_only(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 100)
    found = ingest("a.tar", tarred(("long.txt", b"x" * 500), TWO[0]))
    assert [document.text for document in found.documents] == ["Nine stayed."]
    assert "longer than 100 bytes" in found.problems[0].what


def test_a_name_of_a_gigabyte_is_not_read(ingest: Any) -> None:
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 1 << 30
    header = info.tobuf(tarfile.GNU_FORMAT)
    assert "longer than any is" in ingest("a.tar", header + bytes(2048)).problem.what


def test_archives_in_archives_have_one_budget_and_a_depth(ingest: Any) -> None:
    data = tarred(*TWO)
    for depth in range(4):
        data = tarred((f"{depth}.tar", data))
    found = ingest("a.tar", data)
    assert not found.documents
    assert "more than 3 deep" in found.problems[0].what


def test_one_packed_file_is_read_as_what_it_is(ingest: Any) -> None:
    document = ingest("a.txt.gz", gzip.compress(b"Ten fled.")).document
    assert (document.text, document.member, document.name) == ("Ten fled.", "a.txt", "a.txt.gz/a.txt")
    rows = ingest("news.csv.xz", lzma.compress(b"text\nOne.\nTwo.\n")).documents
    assert [row.member for row in rows] == ["news.csv#row 1", "news.csv#row 2"]


@pytest.mark.parametrize(
    "data",
    [b"plain", gzip.compress(b"Ten fled.", mtime=0)[:-3], gzip.compress(bytes(30_000_000), mtime=0)],
    ids=["plain", "cut off", "a bomb"],
)
def test_one_packed_file_that_cannot_be_unfolded_is_a_problem(ingest: Any, data: bytes) -> None:
    assert "not read" in ingest("a.txt.gz", data).problem.consequence
