"""Web archives: pages under their addresses, what is passed by counted, damage costing what is damaged."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.warc_files import answer, crawl, packed, page, record

from sayso.ingest import limits

URL = "https://orlo.example/a"


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:100], body[100:])) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    "pack", [packed, lambda *records: b"".join(records), lambda *records: gzip.compress(b"".join(records))]
)
def test_pages_are_documents_under_their_address(ingest: Any, pack: Any) -> None:
    data = pack(
        record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
        record("request", URL, b"GET /a HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        answer(URL, page("Flight from Orlo")),
        record("resource", "https://orlo.example/t", b"Nine people stayed.\n", "text/plain"),
    )
    first, second = ingest("crawl.warc.gz", data).documents
    assert first.text.startswith("Flight from Orlo\n")
    assert (first.member, first.name) == (f"urn:x:response:{URL}", f"crawl.warc.gz/{URL}")
    assert (first.claimed.url, first.claimed.title, first.claimed.published) == (URL, "Flight from Orlo", None)
    assert (second.text, second.claimed.url) == ("Nine people stayed.\n", "https://orlo.example/t")


def test_the_date_of_capture_is_never_the_date_of_publication(ingest: Any) -> None:
    document = ingest("a.warc", answer(URL, page("Flight"), Last_Modified="Mon, 03 Feb 2020 04:05:06 GMT")).document
    assert document.claimed.published is None
    assert (document.claimed.captured or "")[:4].isdigit()


@pytest.mark.parametrize(
    ("pack", "headers"),
    [
        (gzip.compress, {"Content_Encoding": "gzip"}),
        (zlib.compress, {"Content_Encoding": "deflate"}),
        (lambda body: zlib.compress(body, wbits=-15), {"Content_Encoding": "deflate"}),
        (chunked, {"Transfer_Encoding": "chunked"}),
        (lambda body: chunked(gzip.compress(body)), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (lambda body: body, {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),  # unpacked, headers left
    ],
)
def test_what_servers_wrap_is_unwrapped(ingest: Any, pack: Any, headers: dict[str, str]) -> None:
    found = ingest("a.warc", answer(URL, pack(page("Flight from Orlo")), **headers))
    assert found.document.text.startswith("Flight from Orlo\n")
    assert not found.problems


def test_a_packing_that_is_not_known_is_said(ingest: Any) -> None:
    found = ingest("a.warc", answer(URL, b"\x8b\x02\x80", Content_Encoding="br") + answer(f"{URL}2", page("Flight")))
    assert found.document.claimed.url == f"{URL}2"
    assert "records packed in a way that is not read, or damaged: 1 (br: 1)" in found.problems[0].what


def test_pages_that_were_not_there_are_counted_in_one_problem(ingest: Any) -> None:
    bad = [
        answer(f"{URL}{n}", b"no", status=status)
        for n, status in enumerate(["404 Not Found", "404 Gone", "500 Oh", "302 Found"])
    ]
    problem = ingest("a.warc.gz", packed(*bad)).problem
    assert problem.what.endswith("when the archive was made: 3 (404: 2, 500: 1)")


def test_what_furnishes_pages_is_passed_by_without_a_word_of_problem(ingest: Any) -> None:
    data = packed(
        *crawl(20),
        answer("https://orlo.example/robots.txt", b"User-agent: *", "text/plain"),
        answer(URL, b" ", "text/html"),
    )
    found = ingest("a.warc.gz", data)
    assert len(found.documents) == 20
    assert not found.problems


def test_the_same_page_twice_is_one_document_and_a_changed_one_another(ingest: Any) -> None:
    data = packed(
        answer(URL, page("Flight")), answer(URL, page("Flight")), answer(URL, page("Flight", "Twelve people had fled, the mayor said later in the week.")),
        record("revisit", URL, b""), record("conversion", URL, b"Flight", "text/plain", WARC_Refers_To=f"<urn:x:response:{URL}>"),
    )  # fmt: skip
    found = ingest("a.warc.gz", data)
    assert len(found.documents) == 2
    assert len({document.member for document in found.documents}) == 2
    assert not found.problems


def test_a_repeat_of_what_is_elsewhere_is_a_loss_that_is_said(ingest: Any) -> None:
    problem = ingest("a.warc.gz", packed(record("revisit", URL, b"", WARC_Payload_Digest="sha1:XY"))).problem
    assert "repeat an earlier capture, which is not in this archive: 1" in problem.what


def test_the_server_may_say_the_encoding(ingest: Any) -> None:
    body = page("Flight", "Кмет каза че десет души са избягали от града през нощта.").decode().encode("cp1251")
    document = ingest("a.warc", answer(URL, body, "text/html; charset=windows-1251")).document
    assert "Кмет каза" in document.text


def test_kinds_that_are_not_read_are_counted(ingest: Any) -> None:
    found = ingest("a.warc", answer(URL, b"\xd0\xcf\x11\xe0", "application/msword"))
    assert "records of kinds that are not read: 1 (application/msword: 1)" in found.problem.what


def test_a_page_beyond_the_limit_costs_itself_only(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 1000)
    long = answer(URL, page("Long", "word " * 5000))
    found = ingest("a.warc", long + answer(f"{URL}2", b"Ten fled.", "text/plain"))
    assert [document.text for document in found.documents] == ["Ten fled."]
    assert "longer than 1000 bytes" in found.problems[0].what
    bomb = answer(URL, gzip.compress(b"0" * 9_000_000), "text/plain", Content_Encoding="gzip")
    assert "longer than 1000 bytes" in ingest("a.warc", bomb).problem.what


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records)])
@pytest.mark.parametrize("where", [0.2, 0.5, 0.9])
def test_damage_costs_what_is_damaged(ingest: Any, pack: Any, where: float) -> None:
    data = bytearray(pack(*crawl(40)))
    at = int(where * len(data))
    data[at : at + 60] = b"\xff" * 60
    found = ingest("a.warc", bytes(data))
    assert len(found.documents) >= 37
    assert found.problems or len(found.documents) == 40


def test_a_record_that_was_changed_is_said(ingest: Any) -> None:
    data = answer(URL, b"Ten people fled.", "text/plain").replace(b"Ten", b"Two")
    found = ingest("a.warc", data)
    assert [document.text for document in found.documents] == ["Two people fled."]
    assert "not what their own digest says" in found.problems[0].what


def test_an_archive_that_is_cut_off_is_said(ingest: Any) -> None:
    for data in (packed(*crawl(5)), b"".join(crawl(5))):
        found = ingest("a.warc", data[:-20])
        assert len(found.documents) == 4
        assert "cut off" in found.problems[0].what


@pytest.mark.parametrize("length", [b"-5", b"99999999999999", b"x", b""])
def test_lengths_are_not_believed(ingest: Any, length: bytes) -> None:
    bad = answer(URL, b"Ten fled.", "text/plain").replace(
        b"Content-Length: ", b"Content-Length: " + length + b"\r\nX: ", 1
    )
    found = ingest("a.warc", bad + answer(f"{URL}2", b"Nine stayed.", "text/plain"))
    assert [document.text for document in found.documents] == ["Nine stayed."]
    assert "a damaged archive" in found.problems[0].what


def test_too_many_records_stop_the_archive(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WARC_RECORDS", 3)
    found = ingest("a.warc.gz", packed(*crawl(6)))
    assert len(found.documents) == 3
    assert "more records than are read of one archive" in found.problems[0].what


PROBE = """
import sys, tracemalloc
from pathlib import Path
from sayso.ingest import extract
list(extract("0" * 64, "warm.warc", Path(sys.argv[1])))
tracemalloc.start()
for outcome in extract("0" * 64, "a.warc", Path(sys.argv[2])):
    pass
print(tracemalloc.get_traced_memory()[1])
"""


@pytest.mark.slow
def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    picture = bytes(range(256)) * 4000
    peaks = []
    (tmp_path / "warm.warc").write_bytes(b"".join(crawl(2)))
    for size in (8, 80):
        path = tmp_path / f"{size}.warc"
        with path.open("wb") as file:
            for number in range(size):
                file.write(answer(f"https://orlo.example/p{number}", picture, "image/png"))
                file.write(
                    answer(f"https://orlo.example/{number}", f"Witness {number} spoke.".encode() * 900, "text/plain")
                )
        done = subprocess.run(
            [sys.executable, "-c", PROBE, tmp_path / "warm.warc", path], check=True, capture_output=True
        )
        peaks.append(int(done.stdout))
    assert peaks[1] < peaks[0] + 1_000_000
    assert peaks[1] < 8_000_000
