"""On whose say-so a statement stands, in one line."""

from __future__ import annotations

from datetime import date

from tests.factory import reading

from sayso.link.chains import resolve_chains
from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.link.judgements import Decisions
from sayso.link.voices import resolve_voices
from sayso.model.reading import Reading
from sayso.model.reconstruction import SaySo


def say_so(item: Reading) -> list[SaySo]:
    """Resolve the chains of a reading, in the order of its text."""
    corpus = Corpus.of([item])
    dates = date_reports(corpus)
    found = {s.statement: s for s in resolve_chains(corpus, resolve_voices(corpus, Decisions()), dates)}
    return [found[s.id] for s in item.statements]


def lines(item: Reading) -> list[str]:
    """Write chains as a reader sees them."""
    return [" ← ".join(link.label for link in chain.chain) for chain in say_so(item)]


def test_a_report_of_an_outlet_and_its_agency() -> None:
    item = reading("{s1|A resident} {c1|said} {x1|it burned}.", outlet="Harvim Post", agency="Lumen Press")
    assert lines(item) == ["Harvim Post ← Lumen Press ← a resident"]


def test_own_words_end_at_the_report() -> None:
    assert lines(reading("{own|It burned}.", outlet="Harvim Post")) == ["Harvim Post"]
    assert lines(reading("{own|It burned}.", name="page 7")) == ["page 7"]


def test_a_medium_that_was_told_stands_between() -> None:
    text = "{s1|Witnesses} {c1|told} {to1|The Guardian} {m1|by telephone} {x1|that it burned}."
    assert lines(reading(text, outlet="Harvim Post")) == ["Harvim Post ← The Guardian ← witnesses"]
    assert lines(reading(text, outlet="The Guardian")) == ["The Guardian ← witnesses"]
    assert say_so(reading(text))[0].chain[-1].medium == "by telephone"


def test_us_is_the_report_itself() -> None:
    assert lines(reading("{s1|A baker} {c1|told} {to1|us} {x1|that it burned}.", outlet="Harvim Post")) == [
        "Harvim Post ← a baker"
    ]


def test_words_inside_words_keep_their_order() -> None:
    text = "{s1|State television} {c1|says} {x1|{s2|the mayor} {c2|denies} {x2|that it burned}}."
    assert "page ← state television ← a mayor" in lines(reading(text, name="page"))


def test_nobody_named_and_several_jointly() -> None:
    assert lines(reading("It {c1|reportedly} {x1|burned}.", name="page")) == ["page ← nobody named"]
    assert lines(reading("{s1|Residents, a doctor and an activist} {c1|said} {x1|so}.", name="page")) == [
        "page ← residents, a doctor and an activist"
    ]


def test_nothing_is_said_after_the_report_that_tells_it() -> None:
    chain = say_so(reading("{s1|A resident} {c1|said} {x1|it burned}.", published="2019-05-06"))[0]
    assert (chain.said_earliest, chain.said_latest) == (None, date(2019, 5, 6))
