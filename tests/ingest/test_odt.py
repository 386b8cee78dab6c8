"""OpenDocument texts: paragraphs, notes, comments; nothing deleted, nothing locked, nothing that unfolds without end."""

from __future__ import annotations

import io
from typing import Any

import odfdo
import pytest
from tests.ingest.test_docx import package

from sayso.ingest import limits
from sayso.model.text import MarkKind

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style", "meta", "draw", "manifest")
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'  # fmt: skip


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    content = f"<office:document-content {SPACES}>{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return package(
        {"content.xml": content}
        | {f"{name}.xml": f"<office:x {SPACES}>{inside}</office:x>" for name, inside in parts.items()}
    )


def texts(found: Any) -> list[str]:
    return list(found.document.text.split("\n\n"))


def test_what_another_program_wrote_is_read(ingest: Any) -> None:
    made = odfdo.Document("text")
    made.meta.title = "Bridge closed"
    made.meta.initial_creator = "Ann Brandt"
    made.body.clear()
    made.body.append(odfdo.Header(1, "Bridge closed at Orlo"))
    paragraph = odfdo.Paragraph("Ten fled, said Bo.")
    paragraph.insert_note(after="fled", note_id="n1", citation="1", body="The mayor denies it.")
    made.body.append(paragraph)
    table = odfdo.Table("Killed", width=2, height=2)
    for cell, words in (("A1", "Orlo"), ("B1", "12"), ("A2", "Ulme"), ("B2", "7")):
        table.set_value(cell, words)
    made.body.append(table)
    saved = io.BytesIO()
    made.save(saved)
    found = ingest("a.odt", saved.getvalue())
    assert texts(found) == [
        "Bridge closed at Orlo",
        "Ten fled, said Bo.",
        "The mayor denies it.",
        "Orlo",
        "12",
        "Ulme",
        "7",
    ]
    assert (found.document.claimed.title, found.document.claimed.byline) == ("Bridge closed", "Ann Brandt")
    assert found.document.claimed.published is None
    assert [mark.kind for mark in found.document.marks] == [MarkKind.HEADLINE]


def test_deleted_text_is_not_read_and_said(ingest: Any) -> None:
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>Soldiers fled.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    found = ingest("a.odt", odt(f"{deleted}<text:p>Ten <text:change-start/>villagers<text:change-end/> fled.</text:p>"))
    assert texts(found) == ["Ten villagers fled."]
    assert "1 deleted" in found.document.problems[0].what


def test_white_space_is_what_the_format_says(ingest: Any) -> None:
    body = "<text:p>Ten\n     fled<text:s text:c='3'/>over<text:tab/>the<text:line-break/>hills.</text:p>\n<text:p> </text:p>"
    assert ingest("a.odt", odt(body)).document.text == "Ten fled   over\tthe\nhills."


def test_a_billion_spaces_are_a_few(ingest: Any) -> None:
    assert len(ingest("a.odt", odt("<text:p>Ten<text:s text:c='999999999'/>fled.</text:p>")).document.text) < 200


def test_comments_come_last_and_are_marked(ingest: Any) -> None:
    body = (
        "<text:p>Ten <office:annotation><dc:creator>Bo</dc:creator><dc:date>2011-06-14</dc:date><text:p>Check this.</text:p></office:annotation>fled.</text:p>"
        "<text:p>Nine stayed.</text:p>"
    )
    found = ingest("a.odt", odt(body))
    assert texts(found) == ["Ten fled.", "Nine stayed.", "Check this."]
    assert [(mark.kind, mark.span.of(found.document.text)) for mark in found.document.marks] == [
        (MarkKind.COMMENT, "Check this.")
    ]


def test_styles_are_known_through_their_parents(ingest: Any) -> None:
    styles = "<office:automatic-styles><style:style style:name='P1' style:parent-style-name='Title'/><style:style style:name='P2' style:parent-style-name='P2'/></office:automatic-styles>"
    body = "<text:p text:style-name='P1'>Bridge closed</text:p><text:h text:outline-level='1'>At Orlo</text:h><text:p text:style-name='P2'>Ten fled.</text:p>"
    document = ingest("a.odt", odt(body, styles)).document
    assert [mark.kind for mark in document.marks] == [MarkKind.HEADLINE, MarkKind.SUBHEADING]


def test_running_heads_of_page_styles_come_first(ingest: Any) -> None:
    styles = (
        "<style:style style:name='Not a head'><text:p>not shown</text:p></style:style>"
        "<style:master-page><style:header><text:p>The Orlo Post</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
        "<style:master-page><style:header><text:p>The Orlo Post</text:p></style:header></style:master-page>"
    )

    assert texts(ingest("a.odt", package_with_styles(styles))) == ["The Orlo Post", "Page 1", "Ten fled."]


def package_with_styles(styles: str) -> bytes:
    return package({
        "content.xml": f"<office:document-content {SPACES}><text:p>Ten fled.</text:p></office:document-content>",
        "styles.xml": f"<office:document-styles {SPACES}>{styles}</office:document-styles>",
    })  # fmt: skip


def test_text_boxes_and_pictures(ingest: Any) -> None:
    frame = "<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box><svg:title>not shown</svg:title><svg:desc>not shown</svg:desc></draw:frame>"
    assert texts(ingest("a.odt", odt(f"<text:p>Ten {frame}fled.</text:p>"))) == ["Ten fled.", "In the box."]


def test_a_locked_document_is_a_problem(ingest: Any) -> None:
    manifest = f"<manifest:manifest {SPACES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    data = package({"META-INF/manifest.xml": manifest, "content.xml": "\x01\x02"})
    assert "password" in ingest("a.odt", data).problem.what


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"just words", "something else"),
        (package({"word/document.xml": "<x/>"}), "there is none in it"),
        (odt(""), "no text"),
        (package({"content.xml": "not XML"}), "could not be read whole"),
        (package({"content.xml": '<?xml version="1.0" encoding="utf-99"?><x/>'}), "could not be read whole"),
        (
            package({"content.xml": f'<!DOCTYPE x [<!ENTITY a "aaaa">]><x {SPACES}><text:p>&a;</text:p></x>'}),
            "defines entities",
        ),
    ],
)
def test_what_cannot_be_read_is_a_problem(ingest: Any, data: bytes, says: str) -> None:
    assert says in ingest("a.odt", data).problem.what


def test_a_long_text_is_a_problem(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 5_000)
    assert "longer than 5 kB" in ingest("a.odt", odt("<text:p>word word</text:p>" * 1_000)).problem.what
