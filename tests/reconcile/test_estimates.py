"""Low, best and high under a profile; what is left out is said."""

from __future__ import annotations

from collections.abc import Callable

from sayso.link.corpus import Corpus
from sayso.model.reading import Reading
from sayso.model.reconstruction import QuestionSlot
from sayso.pipeline import reconstruct
from sayso.reconcile.estimates import Summary, summarise
from sayso.values.amount_profiles import Profile

Read = Callable[[str], Reading]


def summary(read_text: Read, profile: Profile, *texts: str) -> Summary | None:
    """Return what a profile makes of the first question of number."""
    readings = [read_text(text) for text in texts]
    case = reconstruct(readings)
    asked = next(q for q in case.questions if q.slot is QuestionSlot.HOW_MANY)
    return summarise(Corpus.of(readings), asked, profile)


def test_rival_figures_give_low_best_and_high(read_text: Read) -> None:
    one = "Mira Olen said on 5 May 2013 that 64 guards were killed in Tarsk on 4 May 2013."
    other = "Colonel Jan Weld said on 6 May 2013 that 91 guards were killed in Tarsk on 4 May 2013."
    found = summary(read_text, Profile.UCDP, one, other)
    assert found is not None
    assert (found.estimate.low, found.estimate.high, found.excluded) == (64, 91, ())


def test_an_earlier_figure_of_a_moving_count_is_left_out_and_said_so(read_text: Read) -> None:
    one = "By Sunday 5 May 2013, 600 people had crossed the border into Vessin, the border police said."
    other = (
        "By Tuesday 7 May 2013, 1,400 people had crossed the border into Vessin, said Ruth Olen of the Border League."
    )
    found = summary(read_text, Profile.UCDP, f"{one}\n\n{other}")
    assert found is not None
    assert found.estimate.best == 1400
    assert [item.because for item in found.excluded] == ["an earlier figure of a count that moves"]
