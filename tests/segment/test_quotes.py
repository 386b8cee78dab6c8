"""Quotations: which marks belong together, and where a quotation with a lost mark begins and ends.

Expected quotations are marked in the text: ⟦…⟧ a closed one, ⟪…⟫ one with a mark lost.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.reports import Report
from sayso.model.text import Span
from sayso.segment.quotes import find_quotes
from sayso.segment.view import same_length_view


def marked(text: str) -> str:
    """Mark the quotations that are found in a text, taken as one report."""
    report = Report("r", "d", (Span(0, len(text)),))
    for quote in reversed(find_quotes(same_length_view(text), (report,))):
        left, right = "⟦⟧" if quote.closed else "⟪⟫"
        text = text[: quote.span.start] + left + quote.span.of(text) + right + text[quote.span.end :]
    return text


@pytest.mark.parametrize(
    "expected",
    [
        "⟦“We are here,”⟧ she said. ⟦“We will stay.”⟧",
        '⟦"We are here,"⟧ she said. ⟦"We will stay."⟧',
        "⟦«Vi så „båten“ gå,»⟧ sa hun.",
        "⟦“He told me ‘go away’ and I left,”⟧ she said.",
        '⟦"He said "go" to me,"⟧ she said.',
        '⟦"They call it “too loud” or “too late” or “too much.”"⟧',
        "He said: ⟦‘We don’t know the sailors’ names, but we will,’⟧ and left.",
        "The ⟦“Guard”⟧ closed the ⟦“old port”⟧.",
        "Rock 'n' roll in the '90s, the soldiers' guns, and it's over.",
        "‘Abd al-Karim said the boats’ crews left.",
        'A 5" pipe and a 12" gun.',
        'They wrote ⟦"the toll is 120"⟧ on the wall.',
        "⟦''We are here,''⟧ she said. ⟦''It's the crews' boats.''⟧",
        "⟦``We are here,''⟧ she said.",
        "⟦“One day we left.\n\n“Then we came back.\n\n“It was over,”⟧ said Mr. Holm.",
        "⟪“We are here,⟫ he said.",
        "⟪“We are here,⟫ he said.\n⟦“I saw it,”⟧ she said.",
        "Nobody came. ⟪The crews had done wrong”⟫ in the harbour, they were told.",
        "She added: ⟪Some of the boats sank. It was dark.”⟫",
        "⟪Some of the boats sank. It was dark.”⟫",
        "Mr. Holm, who had been silent, said that ⟪the crews had done wrong”⟫ in the harbour.",
        "⟦“I went there,”⟧ he says,⟦” I saw it all.”⟧",
        "⟪“We are lost.⟫ ⟦“They are coming,”⟧ she said.",
        '“” and "" are empty.',
    ],
)
def test_quotations(expected: str) -> None:
    assert marked(re.sub(r"[⟦⟧⟪⟫]", "", expected)) == expected


def test_a_lost_mark_costs_no_more_than_its_paragraph() -> None:
    text = "She called it “a disaster for all.\n\nThe mayor was silent.\n\n“Go home,” he said at last."
    assert (
        marked(text) == "She called it ⟪“a disaster for all.⟫\n\nThe mayor was silent.\n\n⟦“Go home,”⟧ he said at last."
    )


@given(st.text(alphabet="ab ,.’‘'“”\"\n12"))
def test_quotations_never_raise_and_lie_in_the_text(text: str) -> None:
    if text:
        for quote in find_quotes(text, (Report("r", "d", (Span(0, len(text)),)),)):
            assert quote.span.end <= len(text)
            assert quote.span.start <= quote.inner.start < quote.inner.end <= quote.span.end
