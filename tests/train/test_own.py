"""The passages written for training: every mark is read, and nothing else is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from train.own import OWN, own_documents, unmarked

FOLDER = Path(__file__).parents[2] / "train" / "own"


def test_marks_become_spans_of_the_text_without_them() -> None:
    text, attributions = unmarked("[1s Ada Brenn] [1c said] [1x it fell], [2s she] [2c says]. [1x It did.]")
    assert text == "Ada Brenn said it fell, she says. It did."
    words = [{role: [text[s:e] for s, e in spans] for role, spans in one.items()} for one in attributions]
    assert words == [
        {"source": ["Ada Brenn"], "cue": ["said"], "content": ["it fell", "It did."]},
        {"source": ["she"], "cue": ["says"], "content": []},
    ]


def test_a_mark_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="a mark that is none"):
        unmarked("[1q Ada Brenn] said it fell.")


def test_every_passage_of_ours_is_marked_whole() -> None:
    documents = list(own_documents(FOLDER))
    assert len(documents) > 40
    assert len({d["id"] for d in documents}) == len(documents)
    for document in documents:
        assert document["id"].startswith(OWN)
        for attribution in document["attributions"]:
            assert attribution["cue"], document["text"]
            assert attribution["content"], document["text"]
            for start, end in (span for spans in attribution.values() for span in spans):
                words = document["text"][start:end]
                assert words == words.strip(), document["text"]
