"""Papers: PDF, Word, OpenDocument, rich text, with running feet of other years, deletions, comments and pages without text."""

from __future__ import annotations

from tests.formats.made import Made
from tests.ingest.paper import Line, column, pdf
from tests.ingest.test_docx import p, r, word
from tests.ingest.test_odt import odt
from tests.ingest.test_rtf import rtf


def _columns() -> Made:
    prose = (
        "LIERVIK (VNA) - The miners of Liervik came up on Thursday after two days below, and said that seven of them were dead.",
        "The company said that it knew of four dead. Its director, Arne Lie, would not say how many had gone down.",
        "A widow who waited at the gate said that nobody had spoken to her since Tuesday.",
        "Work in the other pits was stopped on Friday, the union said.",
    )
    feet = [Line(72, 40, "The Liervik Post   Archive 2020", 8), Line(520, 40, "12", 8)]
    drawn = [
        Line(72, 730, "Seven miners dead, say those who came up", 20), Line(72, 708, "By Hege Rud", 10), Line(72, 694, "Published 14 February 2014", 10),
        *column(f"{prose[0]}\n\n{prose[1]}", 72, 660, 210), *column(f"{prose[2]}\n\n{prose[3]}", 320, 660, 210), *feet,
    ]  # fmt: skip
    return Made("columns.pdf", pdf([drawn], info="/Title (Seven miners dead) /CreationDate (D:20200101)"), prose)


def _statement() -> Made:
    prose = (
        "The Council of the Coast condemns the attack on the ferry at Utvik, in which eleven people were killed on 2 March 2015.",
        "Our members saw the boats that fired come out of the naval harbour and go back into it.",
        "The navy says that its boats were laid up that night, and the Council asks it to show its books.",
    )
    first = [
        Line(72, 730, "Statement on the ferry at Utvik", 20),
        Line(72, 705, "5 March 2015", 10),
        *column("\n\n".join(prose[:2]), 72, 670, 400),
    ]
    return Made("statement.pdf", pdf([first, [], column(prose[2], 72, 720, 400)], images=[1]), prose)


def _word() -> Made:
    prose = (
        "TANGEN, 11 October 2012 — A convoy of the relief corps was fired on outside Tangen, its leader said.",
        "Two drivers were wounded, and one of them died on the way to hospital.",
        "The district governor rejected the account and said that the lorries had caught fire by themselves.",
    )
    body = (
        p("Convoy fired on at Tangen", style="Title") + p("By Mats Berg") + p(prose[0])
        + p(r(prose[1]), f'<w:del><w:r><w:delText>{" Nobody else was hurt."}</w:delText></w:r></w:del>') + p("The road at Tangen the day after.", style="Caption") + p(prose[2])
    )  # fmt: skip
    return Made("convoy.docx", word(body, footer1=p("Relief corps, internal, 2019")), prose)


def _interview() -> Made:
    prose = (
        "I spoke with the widow of the ferryman on 4 June 2011 in her kitchen at Utvik.",
        "She said that her husband had left at four in the morning and that two soldiers had been with him.",
        "According to a neighbour, the soldiers came back alone.",
    )
    body = (
        p("Notes from Utvik", style="Heading1")
        + p(prose[0])
        + p(prose[1])
        + p(prose[2])
        + p("Relations between the accounts are not yet checked.")
    )
    return Made("notes.docx", word(body), (*prose, "Relations between the accounts are not yet checked."))


def _open() -> Made:
    prose = (
        "Folk i Sandvær sier at kystvakten slepte bort tre båter natt til 7. mai 2014.",
        "Kystvakten bekrefter at den tok to båter, men nekter for at noen ble slått.",
        "En lege har sett blåmerker på fire av fiskerne.",
    )
    body = f'<text:h text:outline-level="1">Båtene i Sandvær</text:h><text:p>Av Liv Strøm</text:p><text:p>9. mai 2014</text:p>{"".join(f"<text:p>{line}</text:p>" for line in prose)}'
    return Made("sandvær.odt", odt(body), prose)


def _rich() -> Made:
    prose = (
        "ØRLO (dpa) – The baker of Ørlo has been found dead, his family said on Monday.",
        "Police said that he had fallen from the mill. His sister said that he was afraid of heights and never went up there.",
        "“We want to see him,” she said.",
    )
    plain = ("Baker found dead", "By Jens Krag", "Published 22 April 2013", *prose)
    coded = "".join(f"{_coded(line)}\\par\n" for line in plain)
    return Made("baker.rtf", rtf(coded), prose)


def _coded(line: str) -> str:
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line)


PAGES = {
    "pdf_columns": _columns,
    "pdf_statement": _statement,
    "docx_convoy": _word,
    "docx_notes": _interview,
    "odt": _open,
    "rtf": _rich,
}
