"""Web archives with an index: titles of the list of pages are claimed, digests are checked."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import Any

import pytest
from tests.ingest.warc_files import answer, crawl, packed

from sayso.ingest import limits

URL = "https://orlo.example/a"
WARC = packed(answer(URL, b"Ten people fled.", "text/plain"))


def wacz(*members: tuple[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return made.getvalue()


def package(**digests: str) -> tuple[str, bytes]:
    resources = [{"path": path, "hash": f"sha256:{digest}"} for path, digest in digests.items()]
    return "datapackage.json", json.dumps({"resources": resources}).encode()


def test_pages_with_the_titles_of_the_list(ingest: Any) -> None:
    listed = '{"format": "json-pages-1.0"}\n' + json.dumps({"url": URL, "title": "Flight from Orlo"}) + "\nbroken\n"
    digest = hashlib.sha256(WARC).hexdigest()
    found = ingest(
        "a.wacz",
        wacz(
            ("archive/data.warc.gz", WARC),
            ("pages/pages.jsonl", listed.encode()),
            package(**{"archive/data.warc.gz": digest}),
        ),
    )
    assert (found.document.text, found.document.claimed.title, found.document.claimed.url) == (
        "Ten people fled.",
        "Flight from Orlo",
        URL,
    )
    assert found.document.member == f"archive/data.warc.gz!/urn:x:response:{URL}"
    assert not found.problems


def test_a_wrong_digest_is_said_and_what_is_there_is_read(ingest: Any) -> None:
    found = ingest(
        "a.wacz", wacz(("archive/data.warc.gz", WARC), package(**{"archive/data.warc.gz": "00", "gone.warc": "00"}))
    )
    assert found.document.text == "Ten people fled."
    assert ["own list of digests" in problem.what for problem in found.problems] == [True, False]
    assert "not whole" in found.problems[1].what


@pytest.mark.parametrize("data", [b"PK\x03\x04junk", wacz(("notes.txt", b"x"))])
def test_what_holds_no_archive_is_a_problem(ingest: Any, data: bytes) -> None:
    assert ingest("a.wacz", data).problem.way_out


def test_a_bomb_is_not_unfolded(ingest: Any) -> None:
    bomb = wacz(
        ("archive/a.warc", b"\n" * 30_000_000), package(**{"archive/a.warc": "00"}), compression=zipfile.ZIP_DEFLATED
    )
    what = [problem.what for problem in ingest("a.wacz", bomb).problems]
    assert any(f"more than {limits.ARCHIVE_RATIO} times its packed size" in words for words in what)


def test_several_archives_in_the_order_of_their_names(ingest: Any) -> None:
    data = wacz(("archive/b.warc.gz", packed(*crawl(2))), ("archive/a.warc.gz", WARC), compression=zipfile.ZIP_DEFLATED)
    assert [document.name.split("/")[2] for document in ingest("a.wacz", data).documents] == [
        "a.warc.gz",
        "b.warc.gz",
        "b.warc.gz",
    ]
