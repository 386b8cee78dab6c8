"""Invented pages for the tests of layout, and ways to look at what became of them."""

from collections.abc import Callable

from sayso.model.page import Page
from sayso.model.reports import PartKind, Report

PageOf = Callable[[str], Page]

HARBOUR = """The harbour of Nordvik was closed on Sunday after two boats had burned at the old quay, the town's mayor said.

"We do not know who set the boats on fire," Ingrid Holm told reporters. "The Coast Guard is asking every skipper."

Crews of the Nordvik fleet were told to stay ashore until the Guard has searched the remaining boats, she said."""

ELECTION = """Voters in the republic of Karvia chose a new parliament on Saturday, with the Farmers' League ahead in early counts.

Turnout was the lowest in twenty years, the electoral commission said, and polling stations in the valleys closed early.

The League's leader, Pavel Orsic, promised to form a government within a week and to lower the price of seed and diesel."""

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
