"""Letters: a reply around what it answers, a body in HTML with a paper attached, a folder of letters."""

from __future__ import annotations

from email.message import EmailMessage

from tests.formats.made import Made, paragraphs
from tests.ingest.test_docx import p, word


def _letter(sender: str, subject: str, day: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = sender, "desk@post.example", subject, day
    return made


def _reply() -> Made:
    mine = (
        "I have asked the harbour office about this, and they say that no boat left on Sunday night.",
        "The pilot I know there told me that two boats were missing on Monday.",
    )
    quoted = (
        "Fishermen here say that a grey boat without a flag rammed the Solveig on Sunday night and that three men drowned.",
        "The police say that they have heard nothing of it and will not come out before Thursday.",
    )
    made = _letter("Eva Ruud <eva@post.example>", "Re: The Solveig", "Tue, 12 Mar 2013 09:10:00 +0100")
    arrows = "\n".join(f"> {line}" for line in quoted)
    made.set_content(
        f"{mine[0]}\n\nOn 11 March 2013 Ole Nes wrote:\n{arrows}\n\n{mine[1]}\n\n-- \nEva Ruud\nThe Coast Post\n"
    )
    return Made("reply.eml", made.as_bytes(), (*mine, *quoted))


def _attached() -> Made:
    body = (
        "I send you the report of the village council as I got it.",
        "The chairman told me by telephone that the mill burned for two days and that nobody came to help.",
    )
    quoted = (
        "The fire brigade says that it was never called, and that the road from the town to the mill was blocked by soldiers all of Friday and Saturday.",
    )
    inside = (
        "The council of Mo finds that the mill was set on fire on 3 August 2012.",
        "Three witnesses said that they saw men in uniform carry cans to the mill.",
    )
    made = _letter("Knut Aas <knut@mo.example>", "The mill at Mo", "Mon, 20 Aug 2012 18:00:00 +0200")
    made.set_content(
        f"<html><body>{paragraphs(body)}<blockquote type='cite'>{paragraphs(quoted)}</blockquote><p>Knut</p></body></html>",
        subtype="html",
    )
    made.add_attachment(
        word(p("Report on the mill", style="Title") + "".join(p(line) for line in inside)),
        maintype="application", subtype="vnd.openxmlformats-officedocument.wordprocessingml.document", filename="report.docx",
    )  # fmt: skip
    return Made("mill.eml", made.as_bytes(), (*body, *quoted, *inside))


def _folder() -> Made:
    first = ("Shells fell on the school at Lund on Tuesday, the headmaster said.", "He said that nobody was inside.")
    second = (
        "Skolen i Lund er stengt, sier rektor, og elevene er sendt hjem.",
        "Hæren avviser at den har skutt mot byen.",
    )
    data = b""
    for number, (lines, who, day) in enumerate(
        ((first, "Ann Lie <ann@lund.example>", "Wed, 5 Feb 2014 08:00:00 +0100"), (second, "Bo Lie <bo@lund.example>", "Thu, 6 Feb 2014 08:00:00 +0100")), 1
    ):  # fmt: skip
        made = _letter(who, "The school at Lund", day)
        made["Message-ID"] = f"<{number}@lund.example>"
        made.set_content("\n\n".join(lines) + "\n")
        data += b"From desk Wed Feb  5 08:00:00 2014\n" + made.as_bytes() + b"\n"
    return Made("lund.mbox", data, (*first, *second))


PAGES = {"eml_reply": _reply, "eml_attached": _attached, "mbox": _folder}
