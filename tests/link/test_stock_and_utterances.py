"""What reports share without one being a copy of the other: a newsroom's background, and words said to many."""

from __future__ import annotations

from dataclasses import replace

from tests.factory import mark, reading

from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.link.lineage import find_lineage
from sayso.model.annotations import Quote
from sayso.model.reading import Reading
from sayso.model.reconstruction import Direction, Lineage, LineageHow

STOCK = (
    "The province of Karvia has been ruled by a council of officers since the parliament in Harvim was dissolved "
    "eleven years ago after a disputed election."
)
TALES = [
    (
        "A bakery in the old quarter of Harvim reopened on Friday with flour sent by boat from the delta towns. "
        "Queues stood around two corners before the shutters went up at six. The baker hopes to stay open until autumn. "
        "Children carried loaves home under their coats because of the rain that fell all morning long."
    ),
    (
        "Prices of diesel fell by a tenth along the eastern road after the tunnel was cleared of rockfall on Sunday. "
        "Drivers of lorries from the mines waited eleven days in the snow. A new roof of concrete is planned next summer. "
        "Hauliers in Tarn say that they lost a whole month of wages while the mountain road was closed."
    ),
    (
        "The choir of Ister cathedral sang in the hospital courtyard so that patients could listen from their windows. "
        "Nurses had carried forty chairs down for visitors. The bishop stayed at home with a cold and sent apples. "
        "Nobody could remember when music was last heard between those walls in the middle of winter."
    ),
]
NEWS = (
    "Masked men stole the copper bell of Saint Orm's chapel on Tuesday and drove away in a grey milk van. "
    "The verger Tomas Hald heard the ropes snap and ran out in his socks. "
    "Police stopped four vans before noon and found no bell in any of them."
)
SAID = "“we shall not leave this valley while one stone of our church still stands on another”"


def links(*readings: Reading) -> tuple[Lineage, ...]:
    """Find the lineage among readings."""
    corpus = Corpus.of(readings)
    return find_lineage(corpus, date_reports(corpus))


def test_background_set_into_pieces_that_share_nothing_else_makes_no_copies() -> None:
    found = links(*(reading(f"{tale} {STOCK}", name=f"p{n}") for n, tale in enumerate(TALES)))
    assert len(found) == 3
    assert {link.how for link in found} == {LineageHow.SAME_AGENCY}
    assert {link.direction for link in found} == {Direction.UNKNOWN}
    assert all(link.because[-1].rule == "stock" for link in found)


def test_a_passage_that_two_reports_share_is_not_yet_stock() -> None:
    found = links(*(reading(f"{tale} {STOCK}", name=f"p{n}") for n, tale in enumerate(TALES[:2])))
    assert {link.how for link in found} == {LineageHow.VERBATIM}


def test_news_that_is_reprinted_is_no_stock_however_often_a_part_of_it_is_quoted() -> None:
    whole = [reading(NEWS, name=f"w{n}") for n in range(2)]
    part = [reading(f"{tale} {NEWS.split('. ', maxsplit=1)[0]}.", name=f"q{n}") for n, tale in enumerate(TALES)]
    assert {link.how for link in links(*whole, *part)} == {LineageHow.VERBATIM}


def quoting(words: str, name: str) -> Reading:
    """Return a reading with the marked words as a quotation."""
    page = mark(words)
    quotes = tuple(Quote(span, span) for span in page.spans.get("quote", ()))
    return replace(reading(page.text, name=name), quotes=quotes)


def test_the_same_quoted_words_are_one_utterance_without_direction() -> None:
    a = quoting(f"{TALES[0]} The bishop wrote: {{quote|{SAID}}}.", "a")
    b = quoting(f"At noon, {{quote|{SAID}}}, he cried from the steps. {TALES[1]}", "b")
    (link,) = links(a, b)
    assert (link.how, link.direction) == (LineageHow.SAME_QUOTE, Direction.UNKNOWN)
    texts = {r.document: r.text for r in (a, b)}
    assert {x.span.of(texts[x.document]) for x in (link.source, link.target)} == {SAID}


def test_a_quotation_inside_a_copied_passage_is_not_told_twice() -> None:
    story = f"{TALES[0]} The bishop wrote to all the parishes of the upper valley: {{quote|{SAID}}}."
    found = links(quoting(story, "a"), quoting(story, "b"))
    assert {link.how for link in found} == {LineageHow.VERBATIM}


def test_a_short_phrase_in_quotes_is_no_utterance() -> None:
    a = quoting(f"{TALES[0]} He called them {{quote|“armed terrorist gangs”}}.", "a")
    b = quoting(f"{TALES[1]} She spoke of {{quote|“armed terrorist gangs”}} again.", "b")
    assert links(a, b) == ()
