"""Paragraphs are lines, unless a line was only broken."""

from sayso.segment.paragraphs import find_paragraphs


def paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in find_paragraphs(text)]


def test_white_space_at_the_ends_is_left_out() -> None:
    assert paragraphs("\n  The quay burned. \n\n\tNobody came.\n") == ["The quay burned.", "Nobody came."]


def test_a_line_that_goes_on_in_lower_case_is_one_paragraph_with_the_line_before() -> None:
    text = "Most of the fishers left for the islands\nin fear of another storm.\nThe mayor stayed."
    assert paragraphs(text) == [text.partition("\nThe")[0], "The mayor stayed."]


def test_a_blank_line_always_ends_a_paragraph() -> None:
    assert len(paragraphs("Most of the fishers left for the islands\n\nin fear of another storm.")) == 2


def test_text_wrapped_at_a_column_is_put_together() -> None:
    line = "The harbour of Nordvik lay empty on Sunday after the Guard had closed it."
    block = "\n".join([line] * 5)
    assert len(paragraphs(f"{block}\n\n{block}")) == 2


def test_one_long_line_is_one_paragraph() -> None:
    assert len(paragraphs("word " * 100_000)) == 1


def test_nothing_is_found_in_nothing() -> None:
    assert paragraphs(" \n\t\n") == []
