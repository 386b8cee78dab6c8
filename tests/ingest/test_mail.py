"""Letters: the body whole, what headers claim, attachments by their own kind, and broken wrappings of all sorts."""

from __future__ import annotations

import base64
import io
import zipfile
from email.message import EmailMessage
from typing import Any

import pytest

from sayso.ingest import limits
from sayso.model.text import MarkKind

BODY = "Dear desk,\n\nresidents of Orlo say the bridge was closed by soldiers before dawn.\n"


def letter(body: str = BODY, **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ann Brandt <ann@orlo.example>"
    made["To"] = "desk@post.example"
    made["Subject"] = "The bridge at Orlo"
    made["Date"] = "Tue, 14 Jun 2011 23:30:00 +0200"
    for name, value in headers.items():
        del made[name]
        made[name] = value
    made.set_content(body)
    return made


def raw(head: str, body: bytes) -> bytes:
    return f"From: ann@orlo.example\r\n{head}\r\n\r\n".encode() + body


def test_the_body_is_the_text_and_headers_are_claims(ingest: Any) -> None:
    document = ingest("a.eml", letter().as_bytes()).document
    assert document.text == BODY.strip()
    claimed = document.claimed
    assert (claimed.byline, claimed.title, claimed.published) == ("Ann Brandt", "The bridge at Orlo", "2011-06-14")
    assert document.media_type == "message/rfc822"
    assert not [word for word in ("desk@post.example", "2011", "Subject") if word in document.text]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("Tue, 14 Jun 2011 23:30:00 +0200", "2011-06-14"),  # the sender's own day, not the day in Greenwich
        ("14 Jun 11 01:00:00 -0800", "2011-06-14"),
        ("Tue, 14 Jun 2011 09:12:33 (CEST)", "2011-06-14"),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("Tue, 31 Feb 2011 10:00:00 +0000", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_the_day_of_a_letter(ingest: Any, value: str, day: str | None) -> None:
    assert ingest("a.eml", raw(f"Date: {value}", b"Ten fled.")).document.claimed.published == day


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ('"Brandt, Ann" <ann@orlo.example>', "Brandt, Ann"),
        ("ann@orlo.example (Ann Brandt)", "Ann Brandt"),
        ("ann@orlo.example", "ann@orlo.example"),
        ("<ann@orlo.example>", "ann@orlo.example"),
        ("=?utf-8?B?w4VzZQ==?= =?utf-8?Q?_N=C3=A6ss?= <a@b.example>", "Åse Næss"),
        ("=?utf-8?Q?=C3?= =?utf-8?Q?=85se?= <a@b.example>", "Åse"),  # a letter cut in half between two words
        ("=?no-such-set?Q?Bo?= <b@b.example>", "Bo"),
    ],
)
def test_who_sent_it(ingest: Any, value: str, name: str) -> None:
    data = f"From: {value}\r\n\r\nTen fled.".encode()
    assert ingest("a.eml", data).document.claimed.byline == name


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_headers_of_raw_bytes(ingest: Any, charset: str) -> None:
    data = "From: a@b.example\r\nSubject: Brua på Ørlo\r\n\r\nTi flyktet.".encode(charset)
    assert ingest("a.eml", data).document.claimed.title == "Brua på Ørlo"


def test_text_is_preferred_to_html_but_a_stub_is_not(ingest: Any) -> None:
    made = letter()
    made.add_alternative("<p>Dear desk,</p><p>residents of Orlo say <b>more</b> here.</p>", subtype="html")
    assert ingest("a.eml", made.as_bytes()).document.text == BODY.strip()
    stub = letter("Your program cannot show this letter.\n")
    stub.add_alternative("<p>" + "Residents of Orlo said that the bridge was closed. " * 20 + "</p>", subtype="html")
    assert ingest("a.eml", stub.as_bytes()).document.text.startswith("Residents of Orlo said")


def test_html_alone_is_read_as_it_is_shown(ingest: Any) -> None:
    made = letter()
    made.set_content(
        "<html><head><style>p {x}</style></head><body><p>Ten fled Orlo.</p><script>no()</script>"
        "<blockquote type=cite><p>Who <blockquote>told</blockquote> you?</p></blockquote><p>Ann</p></body></html>",
        subtype="html",
    )
    document = ingest("a.eml", made.as_bytes()).document
    assert document.text == "Ten fled Orlo.\n\nWho\n\ntold\n\nyou?\n\nAnn"
    assert [(mark.kind, mark.span.of(document.text)) for mark in document.marks] == [
        (MarkKind.BLOCK_QUOTE, "Who\n\ntold\n\nyou?")
    ]


def test_quoted_replies_stay_with_their_marks(ingest: Any) -> None:
    body = "I saw it.\n\nOn Monday, Bo Lind wrote:\n> Did ten people flee?\n>> Ten fled.\n"
    assert ingest("a.eml", letter(body).as_bytes()).document.text == body.strip()


def test_soft_line_ends_are_undone(ingest: Any) -> None:
    body = b"Residents of Orlo \r\nsay ten fled.\r\n> Did ten \r\n> people flee?\r\n-- \r\nAnn\r\n"
    document = ingest("a.eml", raw("Content-Type: text/plain; format=flowed", body)).document
    assert document.text == "Residents of Orlo say ten fled.\n> Did ten people flee?\n--\nAnn"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable", b"Folk p=E5 =D8rlo flyktet"),
        ("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64", base64.b64encode("Folk på Ørlo flyktet".encode())),
        ("Content-Type: text/plain; charset=us-ascii", "Folk på Ørlo flyktet".encode("cp1252")),  # stated wrongly
        ("Content-Type: text/plain; charset=latin1", "Folk på Ørlo flyktet".encode()),
        ("Content-Type: text/plain; charset=x-nobody-knows", "Folk på Ørlo flyktet".encode()),
        ("Content-Type: text/plain; charset=utf-7", "Folk på Ørlo flyktet".encode("utf-7")),
        ("Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64", base64.b64encode("Folk på Ørlo flyktet".encode("utf-16-le"))),
        ("Content-Type: nonsense", "Folk på Ørlo flyktet".encode()),
    ],
)  # fmt: skip
def test_charsets_and_transfer_encodings(ingest: Any, head: str, body: bytes) -> None:
    assert ingest("a.eml", raw(head, body)).document.text == "Folk på Ørlo flyktet"


def test_japanese_written_in_ascii(ingest: Any) -> None:
    body = "橋は閉じた".encode("iso-2022-jp")
    assert ingest("a.eml", raw("Content-Type: text/plain; charset=iso-2022-jp", body)).document.text == "橋は閉じた"


def with_attachments() -> EmailMessage:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("inside.txt", "Nine stayed.")
    made_letter = letter()
    made_letter.add_attachment(b"Ten fled.", maintype="text", subtype="plain", filename="notes.txt")
    made_letter.add_attachment(b"Two came back.", maintype="text", subtype="plain", filename="notes.txt")
    made_letter.add_attachment(archive.getvalue(), maintype="application", subtype="zip", filename="bag.zip")
    made_letter.add_attachment(b"id,text\nx,One died.\n", maintype="text", subtype="csv")
    made_letter.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="../../photo.png")
    return made_letter


def test_attachments_are_read_by_their_kind(ingest: Any) -> None:
    found = ingest("a.eml", with_attachments().as_bytes())
    assert [(document.member, document.name, document.text) for document in found.documents] == [
        ("", "a.eml", BODY.strip()),
        ("notes.txt", "a.eml/notes.txt", "Ten fled."),
        ("notes.txt (2)", "a.eml/notes.txt (2)", "Two came back."),
        ("bag.zip!/inside.txt", "a.eml/bag.zip/inside.txt", "Nine stayed."),
        ("attachment 4#x", "a.eml/attachment 4#x", "One died."),
    ]
    assert [(problem.where, problem.member) for problem in found.problems] == [("a.eml/photo.png", "photo.png")]


def test_pictures_shown_in_a_letter_are_no_attachments(ingest: Any) -> None:
    made = letter()
    made.add_alternative("<p>Dear desk</p><img src='cid:logo'>", subtype="html")
    made.get_payload()[1].add_related(b"\x89PNG\r\n", maintype="image", subtype="png", cid="<logo>")  # type: ignore[union-attr, index]
    found = ingest("a.eml", made.as_bytes())
    assert (len(found.documents), found.problems) == (1, [])


def test_a_forwarded_letter_is_a_document_of_its_own(ingest: Any) -> None:
    outer = letter("See below.\n")
    outer.add_attachment(letter("Ten fled.\n", From="Bo Lind <bo@b.example>", Date="Mon, 13 Jun 2011 08:00:00 +0000"))
    first, second = ingest("a.eml", outer.as_bytes()).documents
    assert (first.text, second.text) == ("See below.", "Ten fled.")
    assert (second.claimed.byline, second.claimed.published, second.member) == ("Bo Lind", "2011-06-13", "attachment 1")


def test_letters_in_letters_end_at_a_depth(ingest: Any) -> None:
    made = letter("Ten fled.\n")
    for _ in range(8):
        outer = letter("See below.\n")
        outer.add_attachment(made)
        made = outer
    found = ingest("a.eml", made.as_bytes())
    assert "Ten fled." not in [document.text for document in found.documents]
    assert f"more than {limits.ARCHIVE_DEPTH} deep" in found.problems[-1].what


def test_an_encrypted_letter_is_a_problem(ingest: Any) -> None:
    head = 'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x'
    body = b"--x\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--x\r\nContent-Type: application/octet-stream\r\n\r\nabc\r\n--x--\r\n"
    assert "encrypted" in ingest("a.eml", raw(head, body)).problem.what


def test_nothing_is_fetched(ingest: Any) -> None:
    head = "Content-Type: multipart/mixed; boundary=x"
    body = (
        b'--x\r\n\r\nTen fled.\r\n--x\r\nContent-Type: message/external-body; access-type=URL; URL="http://orlo.example/a"\r\n\r\n'
        b"Content-Type: text/plain\r\n\r\n--x--\r\n"
    )
    found = ingest("a.eml", raw(head, body))
    assert found.document.text == "Ten fled."
    assert "nothing is fetched" in found.problems[0].consequence


def test_more_attachments_than_the_limit(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ATTACHMENTS", 2)
    found = ingest("a.eml", with_attachments().as_bytes())
    assert len(found.documents) == 3
    assert "more than 2 files" in found.problems[0].what


def test_a_letter_longer_than_the_limit(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAPER_BYTES", 1000)
    assert "longer than 1000 bytes" in ingest("a.eml", letter("Ten fled. " * 500).as_bytes()).problem.what


def test_parts_in_parts_without_end(ingest: Any) -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(3000))
    problem = ingest("a.eml", raw(nested.rstrip(), b"Ten fled.\r\n" * 5)).problem
    assert "parts" in problem.what


def test_a_boundary_that_never_comes(ingest: Any) -> None:
    document = ingest("a.eml", raw("Content-Type: multipart/mixed; boundary=never", b"Ten fled Orlo.\r\n")).document
    assert document.text == "Ten fled Orlo."


@pytest.mark.parametrize("around", ["From ann@orlo.example Tue Jun 14 10:00:00 2011\n", ""])
def test_what_programs_put_around_a_letter(ingest: Any, around: str) -> None:
    data = letter().as_bytes()
    assert ingest("a.eml", around.encode() + data).document.claimed.byline == "Ann Brandt"
    apple = f"{len(data)}\n".encode() + data + b"<?xml version='1.0'?><plist/>"
    assert ingest("a.emlx", apple).document.text == BODY.strip()


def test_a_pdf_named_like_a_letter(ingest: Any) -> None:
    assert "a PDF" in ingest("a.eml", b"%PDF-1.7 x").problem.what


def test_a_letter_without_headers_is_read_and_doubted(ingest: Any) -> None:
    document = ingest("a.eml", b"Ten fled Orlo, the mayor said.\n").document
    assert document.text == "Ten fled Orlo, the mayor said."
    assert "no header" in document.problems[0].what


@pytest.mark.parametrize("name", ["1307000000.M1P2.host:2,S", "inbox/cur/17", "letter"])
def test_letters_as_mail_programs_keep_them(ingest: Any, name: str) -> None:
    data = b"Return-Path: <ann@orlo.example>\r\n" + letter().as_bytes()
    assert ingest(name, data).document.text == BODY.strip()
    assert ingest("notes.txt", data).document.media_type.startswith("text/plain")
