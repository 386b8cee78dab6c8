"""The view looks the same length, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.segment.view import same_length_view


@given(st.text())
def test_a_view_never_changes_length(text: str) -> None:
    assert len(same_length_view(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("«Vi dro,» sa hun.", "“Vi dro,” sa hun."),
        ("„Wir gehen“, sagte er.", "“Wir gehen“, sagte er."),
        ("It\x92s \x93late\x94 \x96 very", "It’s “late” – very"),
        ("10\u00a0000 people", "10 000 people"),
        ('a "straight" mark', 'a "straight" mark'),
    ],
)
def test_marks_and_spaces_are_made_uniform(text: str, view: str) -> None:
    assert same_length_view(text) == view
