"""Word documents: all that a reader sees and nothing that was deleted; bombs stop at stated limits."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest

from sayso.ingest import limits, office
from sayso.model.text import MarkKind

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"), ("footnotes", "footnotes"), ("endnotes", "endnotes"), ("styles", "styles"),
            ("header1", "header"), ("header2", "header"), ("footer1", "footer"),
        )
    )
    + "</Types>"
)  # fmt: skip


def package(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return made.getvalue()


def word(body: str, **parts: str) -> bytes:
    """Make a Word document of the inside of its body, and of other parts."""
    others = {f"word/{name}.xml": f"<w:x {SPACE}>{inside}</w:x>" for name, inside in parts.items()}
    return package(
        {"[Content_Types].xml": TYPES, "word/document.xml": f"<w:document {SPACE}><w:body>{body}</w:body></w:document>"}
        | others
    )


def p(*runs: str, style: str = "") -> str:
    chosen = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{chosen}{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(words: str, inside: str = "") -> str:
    return f'<w:r>{inside}<w:t xml:space="preserve">{words}</w:t></w:r>'


def saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_what_another_program_wrote_is_read(ingest: Any) -> None:
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "Bridge closed", "Ann Brandt"
    made.add_heading("Bridge closed at Orlo", 1)
    made.add_paragraph("Ten fled.").add_run("\tAll\nof them.").bold = True
    made.add_paragraph("What is known", style="Heading 2")
    made.sections[0].header.paragraphs[0].text = "The Orlo Post"
    document = ingest("a.docx", saved(made)).document
    assert document.text == "The Orlo Post\n\nBridge closed at Orlo\n\nTen fled.\tAll\nof them.\n\nWhat is known"
    assert (document.claimed.title, document.claimed.byline, document.claimed.published) == (
        "Bridge closed",
        "Ann Brandt",
        None,
    )
    assert [(mark.kind, mark.span.of(document.text)) for mark in document.marks] == [
        (MarkKind.HEADLINE, "Bridge closed at Orlo"), (MarkKind.SUBHEADING, "What is known"),
    ]  # fmt: skip


def test_cells_of_a_table_are_lines_in_their_order(ingest: Any) -> None:
    made = docx.Document()
    made.add_paragraph("Killed:")
    table = made.add_table(2, 2)
    for at, words in enumerate(("Orlo", "12", "Ulme", "7")):
        table.cell(at // 2, at % 2).text = words
    made.add_paragraph("said the mayor.")
    assert ingest("a.docx", saved(made)).document.text.split("\n\n") == [
        "Killed:",
        "Orlo",
        "12",
        "Ulme",
        "7",
        "said the mayor.",
    ]


def test_deleted_text_is_not_read_and_inserted_text_is(ingest: Any) -> None:
    body = p(
        "Ten ", '<w:del w:id="1"><w:r><w:delText>soldiers </w:delText></w:r></w:del>', f'<w:ins w:id="2">{r("villagers ")}</w:ins>', "fled."
    ) + p('<w:moveFrom w:id="3"><w:r><w:t>At dawn.</w:t></w:r></w:moveFrom>') + p(f'<w:moveTo w:id="4">{r("At dawn.")}</w:moveTo>')  # fmt: skip
    document = ingest("a.docx", word(body)).document
    assert document.text == "Ten villagers fled.\n\nAt dawn."
    assert "1 deleted" in document.problems[0].what


def test_notes_follow_the_paragraph_that_refers_to_them(ingest: Any) -> None:
    refers = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p()}</w:footnote><w:footnote w:id="2">{p("The mayor denies it.")}{p("So does Ulme.")}</w:footnote>'
        f'<w:footnote w:id="3">{p("Nothing refers to this.")}</w:footnote>'
    )
    text = ingest("a.docx", word(p("Ten fled", refers, ".") + p("Nine stayed."), footnotes=notes)).document.text
    assert text.split("\n\n") == [
        "Ten fled.",
        "The mayor denies it.",
        "So does Ulme.",
        "Nine stayed.",
        "Nothing refers to this.",
    ]


def test_a_text_box_is_read_once(ingest: Any) -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    twice = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert ingest("a.docx", word(p("Ten ", twice, "fled."))).document.text == "Ten fled.\n\nIn the box."


def test_content_controls_links_and_fields(ingest: Any) -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('Under control.')}</w:sdtContent></w:sdt>"
        + p(f"<w:hyperlink>{r('A link')}</w:hyperlink>", '<w:r><w:instrText>HYPERLINK "http://orlo.example"</w:instrText></w:r>', f"<w:fldSimple>{r(' in 2011')}</w:fldSimple>")
        + "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + r("No tab.") + "</w:p>"
    )  # fmt: skip
    assert ingest("a.docx", word(body)).document.text == "Under control.\n\nA link in 2011\n\nNo tab."


def test_hidden_text_is_not_read_and_said(ingest: Any) -> None:
    hidden, shown = r("secret", "<w:rPr><w:vanish/></w:rPr>"), r(" fled.", '<w:rPr><w:vanish w:val="0"/></w:rPr>')
    document = ingest("a.docx", word(p("Ten", hidden, shown))).document
    assert document.text == "Ten fled."
    assert "hidden" in document.problems[0].what


def test_running_heads_come_once(ingest: Any) -> None:
    text = ingest(
        "a.docx", word(p("Ten fled."), header1=p("The Orlo Post"), header2=p("The Orlo Post"), footer1=p("Page"))
    ).document.text
    assert text.split("\n\n") == ["The Orlo Post", "Ten fled.", "Page"]


def test_headings_of_other_languages_are_known_by_their_built_in_name(ingest: Any) -> None:
    styles = '<w:style w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Tittel"><w:name w:val="Title"/></w:style>'
    document = ingest(
        "a.docx",
        word(p("Brua er stengt", style="Tittel") + p("I Orlo", style="Overskrift1") + p("Ti flyktet."), styles=styles),
    ).document
    assert [mark.kind for mark in document.marks] == [MarkKind.HEADLINE, MarkKind.SUBHEADING]


def test_embedded_files_are_said(ingest: Any) -> None:
    data = io.BytesIO(word(p("Ten fled.")))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/embeddings/sheet.xlsx", b"x")
    assert "embedded" in ingest("a.docx", data.getvalue()).document.problems[0].what


def test_the_strict_name_space_is_read(ingest: Any) -> None:
    body = p("Ten fled.").replace("<w:p>", '<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">')
    assert ingest("a.docx", word(body)).document.text == "Ten fled."


def test_a_part_that_breaks_off_is_read_so_far_and_said(ingest: Any) -> None:
    document = ingest(
        "a.docx", package({"word/document.xml": f"<w:document {SPACE}>{p('Ten fled.')}<w:p><w:r><w:t>Nine st"})
    ).document
    assert document.text == "Ten fled.\n\nNine st"
    assert "could not be read whole" in document.problems[0].what


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY a "aaaaaaaaaa">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY % a SYSTEM "http://orlo.example/a.dtd"> %a;',
    ],
)
def test_entities_are_refused(ingest: Any, entity: str) -> None:
    body = f"<!DOCTYPE w:document [{entity}]><w:document {SPACE}>{p('&a;')}</w:document>"
    assert "defines entities" in ingest("a.docx", package({"word/document.xml": body})).problem.what


def test_bombs_stop_at_stated_limits(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PART_BYTES", 100_000)
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 5_000)
    assert "unfolds to more than 98 kB" in ingest("a.docx", word(" " * 200_000)).problem.what
    assert "longer than 5 kB" in ingest("a.docx", word(p("word " * 2_000))).problem.what
    assert "deep" in ingest("a.docx", word("<w:p>" * 1_000)).problem.what
    monkeypatch.setattr(office, "TAG", 50_000)
    assert "tags is longer" in ingest("a.docx", word(f'<w:p a="{"a" * 90_000}"/>')).problem.what


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Word.Document.8", "before 2007"),
        (b"just words", "something else"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (package({"xl/workbook.xml": "<x/>"}), "there is none in it"),
        (word(""), "no text"),
    ],
)
def test_what_is_no_word_document(ingest: Any, data: bytes, says: str) -> None:
    assert says in ingest("a.docx", data).problem.what
