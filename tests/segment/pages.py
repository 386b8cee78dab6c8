"""Invented pages for the tests of layout, and ways to look at what became of them."""

import re
from collections.abc import Callable
from dataclasses import replace

from sayso.model.ids import make_document, sha256_hex
from sayso.model.page import Page
from sayso.model.reports import PartKind, Report
from sayso.model.text import Document, Mark, MarkKind, Span

PageOf = Callable[[str], Page]

HARBOUR = """The harbour of Nordvik was closed on Sunday after two boats had burned at the old quay, the town's mayor said.

"We do not know who set the boats on fire," Ingrid Holm told reporters. "The Coast Guard is asking every skipper."

Crews of the Nordvik fleet were told to stay ashore until the Guard has searched the remaining boats, she said."""

ELECTION = """Voters in the republic of Karvia chose a new parliament on Saturday, with the Farmers' League ahead in early counts.

Turnout was the lowest in twenty years, the electoral commission said, and polling stations in the valleys closed early.

The League's leader, Pavel Orsic, promised to form a government within a week and to lower the price of seed and diesel."""

HAVN = """Havna i Nordvik ble stengt søndag etter at to båter hadde brent ved den gamle kaia, sier ordføreren i byen.

– Vi vet ikke hvem som tente på båtene, sier Ingrid Holm til journalister. Kystvakten spør hver skipper.

Mannskapene i flåten fikk beskjed om å bli på land til kystvakten har undersøkt de andre båtene, sier hun."""

BLOG = """Det er nesten ikke til å tro hva som skjer i Nordvik om dagen, og hvor lite avisene her hjemme skriver om det.

{story}

Ordføreren har altså ingen anelse om hvem som sto bak brannen, og likevel er hele flåten satt i arrest. Det er uhørt."""


def texts(page: Page, report: Report) -> list[str]:
    """Return the words of a report's spans."""
    return [span.of(page.document.text).strip() for span in report.spans]


def furniture(page: Page) -> list[str]:
    """Return the words of all boilerplate."""
    return [item.span.of(page.document.text).strip() for item in page.boilerplate]


def parts(page: Page, kind: PartKind) -> list[str]:
    """Return the words of all parts of a kind."""
    return [part.span.of(page.document.text) for report in page.reports for part in report.parts if part.kind is kind]


def marked(words: str) -> Document:
    """Make a document with marks, written `{kind|words}`; marks nest."""
    out: list[str] = []
    around: list[tuple[str, int]] = []
    marks: list[Mark] = []
    for piece in re.split(r"(\{[a-z-]+\||\})", words):
        length = sum(map(len, out))
        if piece.startswith("{"):
            around.append((piece[1:-1], length))
        elif piece == "}":
            kind, start = around.pop()
            marks.append(Mark(Span(start, length), MarkKind(kind)))
        else:
            out.append(piece)
    text = "".join(out)
    ordered = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.kind))
    return replace(make_document(sha256_hex(text), "test", text, media_type="text/html"), marks=tuple(ordered))


def outline(page: Page) -> list[tuple[int | None, str | None, str, str]]:
    """Return each report as: its parent's number, how it stands to it, its first words and its last."""
    numbers = {report.id: n for n, report in enumerate(page.reports)}
    rows = []
    for report in page.reports:
        words = " ".join(texts(page, report)).split()
        parent = numbers[report.parent] if report.parent else None
        rows.append((parent, str(report.relation) if report.relation else None, " ".join(words[:2]), words[-1]))
    return rows
