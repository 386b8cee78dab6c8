"""What is told to have changed between a passage and its copy: only what words show, with both passages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.link.lineage import find_lineage
from sayso.model.reading import Reading
from sayso.model.reconstruction import DriftChange, DriftKind
from sayso.model.text import Claimed, Document

Found = set[tuple[str, str, str, str]]

HEAD = (
    "The grain barge Karin Holm burned out beside the northern quay of Maresk early on Thursday morning. "
    "Dockers formed a chain with buckets until the pumps of the fire brigade arrived from the other bank. "
)
FOOT = (
    " The quay stays closed until the hull has been raised and towed to the breakers on the eastern shore. "
    "Insurers from the capital were expected in the harbour before the end of the following week."
)
CLAIM = "Activists said soldiers of the coastal brigade had killed 34 dockers beside the burning barge that morning."


@pytest.fixture
def drift(read_as: Callable[[str, str, str], Reading]) -> Callable[[str, str], Found]:
    """Return what changed between two versions of one sentence: kind, change, words on either side."""

    def found(source: str, target: str) -> Found:
        first = read_as("first", f"{HEAD}{source}{FOOT}", "2016-03-01")
        later = read_as("later", f"{HEAD}{target}{FOOT}", "2016-03-02")
        corpus = Corpus.of([first, later])
        drifts = [d for link in find_lineage(corpus, date_reports(corpus)) for d in link.drift]
        assert {d.source.document for d in drifts} <= {first.document}
        return {(d.kind, d.change, corpus.words(d.source), corpus.words(d.target)) for d in drifts}

    return found


@pytest.fixture(scope="session")
def read_as(resources: object) -> Callable[[str, str, str], Reading]:
    """Read a text as a page that claims a day."""
    from sayso.model.ids import make_document, sha256_hex
    from sayso.pipeline import read

    def made(name: str, text: str, day: str) -> Reading:
        document: Document = make_document(sha256_hex(text + name), name, text, claimed=Claimed(published=day))
        return read(document, resources)  # type: ignore[arg-type]  # the fixture's type is known to conftest only

    return made


def kinds(found: Found) -> set[tuple[str, str]]:
    """Return kinds and changes alone."""
    return {(kind, change) for kind, change, _, _ in found}


def test_words_put_into_nobodys_mouth(drift: Callable[[str, str], Found]) -> None:
    bare = "Soldiers of the coastal brigade had killed 34 dockers beside the burning barge that morning."
    found = drift(CLAIM, bare)
    assert kinds(found) == {(DriftKind.ATTRIBUTION, DriftChange.LOST)}
    ((_, _, here, there),) = found
    assert here == "Activists said"
    assert "34 dockers" in there
    assert kinds(drift(bare, CLAIM)) == {(DriftKind.ATTRIBUTION, DriftChange.GAINED)}


def test_words_put_into_somebody_elses_mouth(drift: Callable[[str, str], Found]) -> None:
    found = drift(CLAIM, CLAIM.replace("Activists", "The governor"))
    assert (DriftKind.ATTRIBUTION, DriftChange.ALTERED, "Activists", "The governor") in found


def test_another_verb_of_saying_is_no_change(drift: Callable[[str, str], Found]) -> None:
    assert drift(CLAIM, CLAIM.replace("said soldiers", "told reporters that soldiers")) == set()


@pytest.mark.parametrize(
    ("figure", "kind"), [("43", DriftKind.FIGURE), ("more than 30", DriftKind.FIGURE), ("about 35", DriftKind.ROUNDING)]
)
def test_an_altered_figure(drift: Callable[[str, str], Found], figure: str, kind: DriftKind) -> None:
    found = drift(CLAIM, CLAIM.replace("34", figure))
    assert {(k, c, here) for k, c, here, _ in found} == {(kind, DriftChange.ALTERED, "34")}


def test_a_dropped_hedge(drift: Callable[[str, str], Found]) -> None:
    plain = "Witnesses said the captain had fled to the far bank of the river with the ship's papers."
    hedged = plain.replace("had fled", "had possibly fled")
    found = drift(hedged, plain)
    assert kinds(found) == {(DriftKind.HEDGE, DriftChange.LOST)}
    assert "possibly" in next(iter(found))[2]
    assert kinds(drift(plain, hedged)) == {(DriftKind.HEDGE, DriftChange.GAINED)}


def test_a_cut_denial(drift: Callable[[str, str], Found]) -> None:
    denied = f"{CLAIM} The army denied that any of its men had been near the quay."
    found = drift(denied, CLAIM)
    assert kinds(found) == {(DriftKind.DENIAL, DriftChange.LOST)}
    assert any("near the quay" in here for _, _, here, _ in found)
    assert kinds(drift(CLAIM, denied)) == {(DriftKind.DENIAL, DriftChange.GAINED)}


def test_a_denial_in_other_words_was_not_cut(drift: Callable[[str, str], Found]) -> None:
    denied = f"{CLAIM} The army denied that any of its men had been near the quay."
    other = f"{CLAIM} A spokesman for the army rejected the accusation."
    assert (DriftKind.DENIAL, DriftChange.LOST) not in kinds(drift(denied, other))


def test_nothing_is_told_of_what_stayed_the_same(drift: Callable[[str, str], Found]) -> None:
    assert drift(CLAIM, CLAIM) == set()
    assert drift(CLAIM, CLAIM.replace("that morning", "before noon")) == set()
