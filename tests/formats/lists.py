"""What holds many articles: web archives, feeds, packed folders, tables with odd headers, lists of references."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile

from tests.formats.made import Made, page, paragraphs
from tests.ingest.test_sheets import sheet, workbook
from tests.ingest.test_wacz import wacz
from tests.ingest.warc_files import answer, packed

ROAD = (
    "Residents of Fjellby said that soldiers had dug up the road to the pass.",
    "The army said that the road had been washed away by rain.",
    "A driver told the Fjellby Journal that it had not rained for three weeks.",
)
WELL = (
    "Four people have died after drinking from the well at Dalen, a doctor said.",
    "The mayor denied that the well was poisoned and drank a glass of its water before the cameras.",
    "A chemist in Fjellby said that the water smelled of bitter almonds.",
)
CAMP = (
    "Flyktninger i leiren ved Moen sier at vaktene slo dem.",
    "Ledelsen i leiren benekter dette.",
    "En sykepleier sier at hun har forbundet ti mennesker denne uken.",
)


def _html(title: str, prose: tuple[str, ...], day: str) -> bytes:
    head = f'<meta property="article:published_time" content="{day}"><meta property="og:site_name" content="Fjellby Journal">'
    body = f"<nav><a href='/'>Home</a> <a href='/weather'>Weather</a></nav><main><article><h1>{title}</h1><p class='byline'>By Gro Lien</p>{paragraphs(prose)}</article></main><footer>© 2022 Fjellby Journal</footer>"
    return page(body, title=title, head=head).encode()


def _warc() -> Made:
    data = packed(
        answer("https://fjellby.example/road", _html("The road to the pass", ROAD, "2013-08-01")),
        answer("https://fjellby.example/gone", b"<html><body><p>This page is gone.</p></body></html>", status="404 Not Found"),
        answer("https://fjellby.example/2013/08/03/well", page(f"<main><article><h1>Death in the well</h1>{paragraphs(WELL)}</article></main>", title="Death in the well").encode()),
    )  # fmt: skip
    return Made("crawl.warc.gz", data, (*ROAD, *WELL))


def _wacz() -> Made:
    listed = '{"format": "json-pages-1.0"}\n' + json.dumps(
        {"url": "https://fjellby.example/well", "title": "Death in the well"}
    )
    archive = packed(answer("https://fjellby.example/well", "\n\n".join(WELL).encode(), "text/plain"))
    return Made("crawl.wacz", wacz(("archive/data.warc.gz", archive), ("pages/pages.jsonl", listed.encode())), WELL)


def _rss() -> Made:
    inside = f"{paragraphs(ROAD)}<div class='share'>Share this</div><figure><img src='r'><figcaption>The road at the pass.</figcaption></figure>"
    items = (
        f"<item><title>The road to the pass</title><link>https://fjellby.example/road</link><guid>road</guid><pubDate>Thu, 01 Aug 2013 10:00:00 +0200</pubDate><description><![CDATA[{inside}]]></description></item>"
        "<item><title>Only a headline</title><guid>bare</guid></item>"
    )
    return Made(
        "feed.rss",
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Fjellby Journal</title>{items}</channel></rss>'.encode(),
        ROAD,
    )


def _atom() -> Made:
    mine = "I have nothing to add to this but that I know the doctor and believe her, as does everyone who was ever ill in Dalen."
    inside = f"<div xmlns='http://www.w3.org/1999/xhtml'><p>{mine}</p><blockquote>{paragraphs(WELL)}</blockquote><p>via The Fjellby Journal</p></div>"
    entry = f"<entry><id>urn:x:1</id><title>The well</title><published>2013-08-03T10:00:00Z</published><updated>2019-01-01T00:00:00Z</updated><author><name>Rut Vik</name></author><content type='xhtml'>{inside}</content></entry>"
    return Made(
        "feed.atom",
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Letters from Dalen</title>{entry}</feed>'.encode(),
        (mine, *WELL),
    )


def _tar() -> Made:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, data in (
            ("case/road.html", _html("The road to the pass", ROAD, "2013-08-01")),
            ("case/moen.txt", "\n\n".join(("Slått i leiren", "Av Ola Moen", *CAMP)).encode()),
        ):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return Made("case.tar.gz", gzip.compress(made.getvalue(), mtime=0), (*ROAD, *CAMP))


def _zipped(*members: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


def _zip() -> Made:
    data = _zipped(
        ("__MACOSX/._well.txt", b"\0\1\2"), ("well.txt", "\n\n".join(WELL).encode()), ("voice.m4a", b"\0\0\0 ftypM4A ")
    )
    return Made("phone.zip", data, WELL)


def _csv() -> Made:
    rows = (
        "sep=;\nSak nr;Overskrift;Brødtekst;Avis;Dato\n"
        f'17;Slått i leiren;"{" ".join(CAMP)}";Moen Blad;13.5.2014\n18;Uten tekst;;Moen Blad;14.5.2014\n'
    )
    return Made("klipp.csv", rows.encode("cp1252"), (" ".join(CAMP),))


def _tsv() -> Made:
    rows = (
        "ID\tHEADLINE\tFull Text\tPublication\tDate\n"
        f"a1\tThe road to the pass\t{' '.join(ROAD)}\tFjellby Journal\t2013-08-01\n"
    )
    return Made("database.tsv", rows.encode("utf-16"), (" ".join(ROAD),))


def _xlsx() -> Made:
    book = workbook(
        sheet(
            ("Press cuttings on the well",),
            ("Headline", "Body", "Date", "Source"),
            ("Death in the well", "\n\n".join(WELL), 41489.0, "Dalen Times"),
        )
    )
    return Made("cuttings.xlsx", book, WELL)


def _jsonl() -> Made:
    rows = ({"id": "n1", "text": "\n\n".join(("Karvia (AP) -- " + ROAD[0], *ROAD[1:])), "outlet": "Ulme Daily", "published": "2013-08-02", "url": "https://ulme.example/1"}, {"id": "n2", "text": "\n\n".join(CAMP), "language": "nb"})  # fmt: skip
    data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows) + "{broken\n"
    return Made("news.jsonl", data.encode(), (*ROAD, *CAMP))


def _ris() -> Made:
    ris = "TY  - NEWS\nTI  - Death in the well\nAU  - Lien, Gro\nDA  - 2013/08/03/\nT2  - Dalen Times\nL1  - files/9/well.txt\nL1  - files/10/lost.pdf\nY2  - 2021/12/24/\nER  - \n"
    return Made(
        "library.zip",
        _zipped(("lib/files/9/well.txt", "\n\n".join(WELL).encode()), ("lib/refs.ris", ris.encode())),
        WELL,
    )


PAGES = {
    "warc": _warc,
    "wacz": _wacz,
    "rss": _rss,
    "atom": _atom,
    "tar": _tar,
    "zip": _zip,
    "csv": _csv,
    "tsv": _tsv,
    "xlsx": _xlsx,
    "jsonl": _jsonl,
    "ris": _ris,
}
