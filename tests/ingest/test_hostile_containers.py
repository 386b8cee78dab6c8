"""Readers of containers and tables meet files that are cut off, flipped, or random: no crash, no hang, always a reason.

Small sound files are made here, then broken by Hypothesis.
"""

from __future__ import annotations

import gzip
import io
import json
import lzma
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ingest.test_feeds import ITEM, rss
from tests.ingest.test_references import RIS
from tests.ingest.test_sheets import HEADER, sheet, workbook
from tests.ingest.test_tar import TWO, tarred
from tests.ingest.warc_files import answer, crawl, packed

from sayso.ingest import extract
from sayso.model.text import Document, Problem

SECONDS = 30


def zipped(*members: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


WARC = [*crawl(3), answer("https://orlo.example/z", gzip.compress(b"Ten fled."), "text/plain", Content_Encoding="gzip")]
ROWS = [{"id": "a", "text": "Ten fled.", "source": {"name": "Orlo Post"}}, {"text": "Nine stayed.", "date": "3.2.2014"}]
SOUND: dict[str, bytes] = {
    "a.warc": b"".join(WARC),
    "a.warc.gz": packed(*WARC),
    "a.wacz": zipped(
        ("archive/a.warc.gz", packed(*WARC)),
        ("pages/pages.jsonl", b'{"url": "https://orlo.example/0", "title": "T"}\n'),
    ),
    "a.tar": tarred(*TWO),
    "a.tar.gz": gzip.compress(tarred(*TWO)),
    "a.tar.xz": lzma.compress(tarred(*TWO)),
    "a.txt.gz": gzip.compress(b"Ten fled."),
    "a.zip": zipped(("a.txt", b"Ten fled."), ("t.csv", b"text\nNine stayed.\n"), ("r.ris", RIS.encode())),
    "a.rss": rss(ITEM),
    "a.xlsx": workbook(sheet(HEADER, ("Flight", "Ten people fled.", 41673.0, 7))),
    "a.ris": RIS.encode(),
    "a.csv": b'id;text;date\n1;"Ten; fled.";3.2.2014\n2;Nine stayed.;\n',
    "a.tsv": b"text\tdate\nTen fled.\t2014\n",
    "a.jsonl": "".join(json.dumps(row) + "\n" for row in ROWS).encode(),
    "a.json": json.dumps({"articles": ROWS}).encode(),
}


def read(name: str, data: bytes) -> list[Document | Problem]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "original"
        path.write_bytes(data)
        begun = time.monotonic()
        found = list(extract("0" * 64, name, path))
        assert time.monotonic() - begun < SECONDS
        return found


def sane(name: str, data: bytes) -> None:
    """Whatever the bytes are: there are documents or a reason, and nothing in either that cannot be stored."""
    found = read(name, data)
    assert found
    assert found == read(name, data)
    for outcome in found:
        if isinstance(outcome, Problem):
            assert outcome.what
            assert outcome.consequence
            assert outcome.way_out
            outcome.what.encode()
            outcome.where.encode()
        else:
            assert outcome.text.strip()
            f"{outcome.text}{outcome.name}{outcome.member}{outcome.claimed}".encode()


@pytest.mark.parametrize("name", SOUND)
def test_the_sound_files_are_read(name: str) -> None:
    found = read(name, SOUND[name])
    assert any(isinstance(outcome, Document) for outcome in found)
    assert not [outcome.what for outcome in found if isinstance(outcome, Problem)]


def cut(data: bytes, draw: st.DataObject) -> bytes:
    return data[: draw.draw(st.integers(1, len(data)))]


def flip(data: bytes, draw: st.DataObject) -> bytes:
    broken = bytearray(data)
    for at, bit in draw.draw(
        st.lists(st.tuples(st.integers(0, len(data) - 1), st.integers(0, 7)), min_size=1, max_size=12)
    ):
        broken[at] ^= 1 << bit
    return bytes(broken)


def splice(data: bytes, draw: st.DataObject) -> bytes:
    at = draw.draw(st.integers(0, len(data)))
    return data[:at] + draw.draw(st.binary(max_size=60)) + data[at + draw.draw(st.integers(0, 40)) :]


def random_tail(data: bytes, draw: st.DataObject) -> bytes:
    return data[: draw.draw(st.integers(4, min(600, len(data))))] + draw.draw(st.binary(max_size=400))


@pytest.mark.parametrize("harm", [cut, flip, splice, random_tail], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("name", SOUND)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(draw=st.data())
def test_broken_files_give_documents_or_reasons(
    name: str, harm: Callable[[bytes, st.DataObject], bytes], draw: st.DataObject
) -> None:
    sane(name, harm(SOUND[name], draw))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("quotes.csv", b'text,date\n"' + b"word " * 4_000_000),
        ("wide.csv", b"text" + b"," * 200_000 + b"\n" + b"x" + b"," * 200_000 + b"\n"),
        ("line.jsonl", b'{"text": "' + b"x" * 20_000_000),
        ("deep.json", b'{"a":' * 200_000),
        ("deep.jsonl", b'[' * 200_000 + b"\n"),
        ("long.warc", b"WARC/1.1\r\n" + b"X: y\r\n" * 1_000_000),
        ("many.warc", b"WARC/1.1\r\nContent-Length: 9999999\r\n\r\n" * 20_000),
        ("magic.warc.gz", b"\x1f\x8b\x08\x00" * 500_000),
        ("empty.tar.gz", gzip.compress(b"") * 200_000),
        ("nested.rss", b"<rss>" + b"<a>" * 200_000),
        ("open.rss", b"<rss><channel>" + b"<" * 500_000),
        ("amp.rss", b"<rss><channel><title>" + b"&a" * 500_000),
        ("tags.ris", b"TY  - NEWS\n" * 100_000),
    ],
)  # fmt: skip
def test_files_made_to_take_long_do_not(name: str, data: bytes) -> None:
    assert read(name, data)
