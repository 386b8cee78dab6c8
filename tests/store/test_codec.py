"""Records come back as they were, and the same record gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.ids import make_document
from sayso.model.reading import Reading
from sayso.model.text import Document, Problem, Span
from sayso.pipeline import reconstruct
from sayso.store.codec import decode, digest, encode, pack, unpack

TEXT = (
    "ORLO (MP) — The mayor said Tuesday that more than 40 people were killed in Dol Maresh on Sunday. “We buried them,” said a resident.\n\n"
    "The army denied it. About 1,200 people fled to Ildria, Watch House said."
)


def test_readings_and_reconstructions_come_back(read_text: Callable[[str], Reading]) -> None:
    reading = read_text(TEXT)
    assert reading.sentences
    assert replace(decode(encode(reading), Reading), text=TEXT) == reading
    made = reconstruct([reading])
    assert decode(encode(made), type(made)) == made


@given(st.text(st.characters(exclude_categories=("Cs",))), st.text(st.characters(exclude_categories=("Cs",))))
def test_documents_and_problems_come_back(text: str, name: str) -> None:
    problem = Problem("what", "so", "out", span=Span(0, 1), where=name)
    document = replace(make_document("0" * 64, name, text, given_id=name), problems=(problem,))
    assert replace(decode(encode(document), Document), text=text) == document
    assert unpack(pack(encode(problem))) == encode(problem)


def test_a_span_that_runs_backward_is_refused() -> None:
    record = encode(Problem("what", "so", "out", span=Span(2, 5))).replace(b'"end":5', b'"end":1')
    with pytest.raises(msgspec.ValidationError):
        decode(record, Problem)


def test_digests_tell_parts_apart() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4
    assert digest("å") == digest("å".encode())
