"""The marked Norwegian passages: what the marks mean, which mistakes are refused, and that both halves are whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.__main__ import main
from bench.inputs import write_inputs
from bench.norwegian import FOLDER, HALVES, Passage, parse, passages, record
from bench.norwegian.measure import write_gold
from bench.scorer import BenchError

Shown = dict[str, list[str]]


def shown(passage: Passage) -> list[Shown]:
    """The attributions as their words."""
    return [
        {role: [passage.text[start:end] for start, end in spans] for role, spans in one.items()}
        for one in passage.attributions
    ]


def test_marks_are_taken_out_and_their_spans_are_exact() -> None:
    passage = parse("[1t – Vi drar], [1c sa] [1s hun]. [1t – Nå.]", "a")
    assert passage.text == "– Vi drar, sa hun. – Nå."
    assert shown(passage) == [{"source": ["hun"], "cue": ["sa"], "content": ["– Vi drar", "– Nå."]}]


def test_one_mark_may_belong_to_two_attributions() -> None:
    passage = parse("[1s2s Laget] [1c tror] [1t det går] og [2c håper] [2t på sol].", "a")
    assert [one["source"] for one in shown(passage)] == [["Laget"], ["Laget"]]


def test_an_attribution_inside_the_content_of_another_is_nested() -> None:
    marked = record(parse("[1s Ola] [1c sier] [1t at [2s Kari] [2c hevdet] [2t at isen holdt]].", "a"))
    assert [one["nested"] for one in marked["attributions"]] == [False, True]


def test_an_attribution_in_a_source_is_not_nested() -> None:
    marked = record(parse("[2s Ola, [1s som] [1c ber om] [1t ro]], [2c tier ikke om] [2t støyen].", "a"))
    assert [one["nested"] for one in marked["attributions"]] == [False, False]


def test_a_passage_without_marks_has_no_attributions() -> None:
    assert parse("Det snør.", "a").attributions == ()


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("[1c sier] [1s hun]", "no content"),
        ("[1t det snør], [1c sier [1s hun]", "does not close"),
        ("[1t det snør]] sier hun", "never opened"),
        ("[1t det snør ], sier hun", "white space"),
        ("[2t det snør], sier hun", "numbers"),
        ("det [sic] snør", "never opened"),
        ("det [... snør", "no mark"),
    ],
)
def test_mistakes_in_the_marks_are_refused(marked: str, reason: str) -> None:
    with pytest.raises(BenchError, match=reason):
        parse(marked, "a")


def test_passages_are_read_in_order_with_their_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "marked.txt"
    path.write_text("# head\n\n@ a\nDet snør.\n\nDet regner.\n\n@ b\n[1t Sol], [1c sa] [1s hun].\n", encoding="utf-8")
    assert [(p.id, p.text) for p in passages(path)] == [("a", "Det snør.\n\nDet regner."), ("b", "Sol, sa hun.")]


def test_a_name_used_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "marked.txt"
    path.write_text("@ a\nDet snør.\n@ a\nDet regner.\n", encoding="utf-8")
    with pytest.raises(BenchError, match="twice"):
        list(passages(path))


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_a_hundred_and_fifty_passages_some_without_attribution(half: str) -> None:
    found = list(passages(FOLDER / f"marked_{half}.txt"))
    assert len(found) == 150
    assert all(passage.text == passage.text.strip() and "  " not in passage.text for passage in found)
    assert 15 <= sum(not passage.attributions for passage in found) <= 40


def test_the_halves_share_no_text() -> None:
    texts = [{p.text for p in passages(FOLDER / f"marked_{half}.txt")} for half in HALVES]
    assert not texts[0] & texts[1]


def test_the_program_is_shown_text_and_language_but_no_marks(tmp_path: Path) -> None:
    gold = tmp_path / "norwegian" / "open.jsonl"
    gold.parent.mkdir()
    write_gold([parse("[1t Sol], [1c sa] [1s hun].", "a")], gold)
    write_inputs(gold, tmp_path / "inputs.jsonl")
    assert json.loads((tmp_path / "inputs.jsonl").read_text(encoding="utf-8")) == {
        "id": "a",
        "text": "Sol, sa hun.",
        "language": "nb",
    }


def test_without_a_scorer_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["norwegian", "--scorer", str(tmp_path)]) == 2
    assert "no score.py" in capsys.readouterr().err


@pytest.mark.shared
def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    scorer = Path(__file__).resolve().parents[3] / "shared" / "bench"
    if not (scorer / "score.py").is_file():
        pytest.skip("the scorer is not in ../shared")
    from bench.scorer import score

    gold = tmp_path / "gold.jsonl"
    write_gold(list(passages(FOLDER / "marked_open.txt")), gold)
    assert score(scorer / "score.py", "attribution", gold, gold)["relation F1"] == 100
