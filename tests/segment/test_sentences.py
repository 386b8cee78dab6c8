"""Sentences: inside one paragraph and one report, without datelines, cut where a reader would cut."""

from collections.abc import Callable

from sayso.model.page import Page
from sayso.model.text import covers

PageOf = Callable[[str], Page]


def sentences(page: Page) -> list[str]:
    return [sentence.span.of(page.document.text) for sentence in page.sentences]


def test_a_dateline_is_no_part_of_the_first_sentence(page_of: PageOf) -> None:
    page = page_of(
        "NORDHAVN, Vestland (AP) — The harbour was empty on Monday, the mayor of the town said. Nobody came."
    )
    assert sentences(page) == ["The harbour was empty on Monday, the mayor of the town said.", "Nobody came."]


def test_a_sentence_over_a_broken_line_is_one(page_of: PageOf) -> None:
    page = page_of("Most of the fishers left for the islands\nin fear of another storm, the mayor said on Monday.")
    assert len(sentences(page)) == 1


def test_titles_end_no_sentence(page_of: PageOf) -> None:
    page = page_of("The harbour was closed by Lt. Holm of the Guard, the mayor said. The crews went home.")
    assert len(sentences(page)) == 2


def test_a_closing_mark_stays_with_what_it_closes(page_of: PageOf) -> None:
    page = page_of("“The harbour burned.” He left the town. “We saw it burn all night,” she told the newspaper later.")
    assert not [s for s in sentences(page) if s[0] in "”»"]


def test_norwegian_sentences_end_where_they_do(page_of: PageOf) -> None:
    page = page_of(
        "Hr. Berg sa at ca. 30 soldater flyktet kl. 14.30 den 5. mai. «Vi dro,» sa han. «Det var ille.» Så gikk de hjem igjen."
    )
    assert sentences(page) == [
        "Hr. Berg sa at ca. 30 soldater flyktet kl. 14.30 den 5. mai.", "«Vi dro,» sa han.", "«Det var ille.»", "Så gikk de hjem igjen.",
    ]  # fmt: skip


def test_norwegian_words_have_lemmas_and_plain_classes(page_of: PageOf) -> None:
    page = page_of(
        "Soldatene skjøt mot havna i Nordvik, sa en mann som flyktet over grensa med familien sin natt til søndag."
    )
    found = {token.text: (token.lemma, token.pos) for token in page.sentences[0].tokens}
    assert page.sentences[0].language == "nb"
    assert found["skjøt"] == ("skyte", "VERB")
    assert found["Nordvik"] == ("Nordvik", "PROPN")
    assert found["Soldatene"][0] == "soldat"
    assert found["som"][1] == "SCONJ"


def test_sentences_lie_in_their_paragraph_and_report(page_of: PageOf) -> None:
    page = page_of(
        "The harbour burned on Sunday. Nobody came to help.\n\nAll rights reserved.\n\nThe mayor left on Monday, she said."
    )
    for sentence in page.sentences:
        assert covers(page.paragraphs[sentence.paragraph], sentence.span)
        assert any(covers(span, sentence.span) for span in page.report(sentence.report).spans)
        assert [token.index for token in sentence.tokens] == list(range(len(sentence.tokens)))
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)
    assert "All rights reserved." not in sentences(page)


def test_a_very_long_line_is_read_in_stretches(page_of: PageOf) -> None:
    text = "The harbour of the old town burned all night and nobody came to help the crews " * 150
    page = page_of(text)
    assert all(len(sentence.span) <= 5_000 for sentence in page.sentences)
    assert sum(len(sentence.tokens) for sentence in page.sentences) == 150 * 16
