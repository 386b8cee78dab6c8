"""People's decisions: found again exactly or obsolete; the later wins; what contradicts is said."""

from __future__ import annotations

from collections.abc import Sequence

from tests.factory import reading

from sayso.link.corpus import Corpus
from sayso.link.judgements import Decisions, decide
from sayso.model.ids import sha256_hex
from sayso.model.judgements import Judgement, Quoted, Target, Verdict
from sayso.model.reading import Reading
from sayso.model.text import Anchor, Span

TEXT = (
    "The mill burned on Monday. Residents said the army had set fire to it. The army said gangs had done so. Rain fell."
)


def quoted(item: Reading, words: str) -> Quoted:
    """Quote words of a reading, with what stands around them."""
    start = item.text.index(words)
    end = start + len(words)
    return Quoted(
        Anchor(item.document, Span(start, end)),
        sha256_hex(item.text),
        words,
        item.text[max(0, start - 32) : start],
        item.text[end : end + 32],
    )


def judged(number: int, verdict: Verdict, item: Reading, *words: str, undoes: str | None = None) -> Judgement:
    """Make the judgement of a number; later numbers are later."""
    target = Target("voice", tuple(quoted(item, w) for w in words)) if words else None
    return Judgement(f"j{number}", f"2024-01-01T00:00:{number:02d}Z", "reader", verdict, target, undoes=undoes)


def outcome(item: Reading, judgements: Sequence[Judgement]) -> tuple[Decisions, dict[str, str]]:
    """Decide, and return the states by id too."""
    decisions = decide(Corpus.of([item]), judgements)
    return decisions, dict(decisions.states)


ITEM = reading(TEXT, name="a")


def test_a_pair_and_a_single_decision() -> None:
    decisions, states = outcome(
        ITEM, [judged(1, Verdict.SAME, ITEM, "Residents", "The army"), judged(2, Verdict.REJECT, ITEM, "Rain")]
    )
    (pair,) = decisions.same["voice"]
    assert [a.span.of(TEXT) for a in pair] == ["Residents", "The army"]
    assert {a.span.of(TEXT) for a in decisions.rejected["voice"]} == {"Rain"}
    assert states == {"j1": "applied", "j2": "applied"}


def test_the_later_decision_wins_and_the_earlier_is_obsolete() -> None:
    decisions, states = outcome(
        ITEM, [judged(2, Verdict.ACCEPT, ITEM, "Rain"), judged(1, Verdict.REJECT, ITEM, "Rain")]
    )
    assert decisions.rejected == {}
    assert list(decisions.accepted) == ["voice"]
    assert states == {"j1": "obsolete", "j2": "applied"}


def test_undo_and_undoing_an_undo() -> None:
    log = [judged(1, Verdict.REJECT, ITEM, "Rain"), judged(2, Verdict.UNDO, ITEM, undoes="j1")]
    assert outcome(ITEM, log)[0].rejected == {}
    assert list(outcome(ITEM, [*log, judged(3, Verdict.UNDO, ITEM, undoes="j2")])[0].rejected) == ["voice"]


def test_same_and_apart_that_contradict_are_both_marked_and_the_things_stay_apart() -> None:
    log = [
        judged(1, Verdict.SAME, ITEM, "Residents", "The army"),
        judged(2, Verdict.SAME, ITEM, "The army", "gangs"),
        judged(3, Verdict.NOT_SAME, ITEM, "Residents", "gangs"),
    ]
    decisions, states = outcome(ITEM, log)
    assert set(states.values()) == {"conflicting"}
    assert decisions.same == {}
    assert len(decisions.apart["voice"]) == 1


def test_a_quote_is_found_again_in_a_new_version_by_its_surroundings() -> None:
    new = reading("A NEW HEADLINE\n" + TEXT, name="new")
    decisions, states = outcome(new, [judged(1, Verdict.REJECT, ITEM, "Residents")])
    assert states == {"j1": "applied"}
    (place,) = decisions.rejected["voice"]
    assert (place.document, place.span.of(new.text)) == (new.document, "Residents")


def test_what_reads_differently_is_obsolete_not_moved_by_guess() -> None:
    changed = reading(TEXT.replace("burned on Monday", "burned down"), name="new")
    assert outcome(changed, [judged(1, Verdict.REJECT, ITEM, "Residents")])[1] == {"j1": "obsolete"}
    doubled = reading(TEXT + " " + TEXT, name="new")
    assert outcome(doubled, [judged(1, Verdict.REJECT, ITEM, "the army had set")])[1] == {"j1": "obsolete"}


def test_no_judgements_decide_nothing_and_states_are_sorted() -> None:
    assert outcome(ITEM, [])[0] == Decisions()
    states = outcome(ITEM, [judged(n, Verdict.NOTE, ITEM, "Rain") for n in (3, 1, 2)])[0].states
    assert [key for key, _ in states] == ["j1", "j2", "j3"]
