"""The parts of the dossier: citations said once, stretches of text, figures, voices, limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import reading as marked

from sayso.export.html import write_dossier
from sayso.model.judgements import Judgement, Verdict
from sayso.model.reading import Reading
from sayso.model.text import Problem
from sayso.pipeline import reconstruct
from sayso.present.case import Case
from sayso.present.dossier import build_dossier, limits
from sayso.present.dossier.cites import gather
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.present.dossier.stretches import FOLDED_FROM, stretches
from sayso.present.dossier.views import Cited

Read = Callable[[str], Reading]

WIRE = "{s1|Residents} {c1|said} {x1|the bridge was mined}. {s2|The ministry} {c2|denied} {x2|that it was mined}."


def case_of(*readings: Reading, problems: tuple[Problem, ...] = ()) -> Case:
    return Case("Tarsk", (), (), readings, reconstruct(readings), problems, (), "test")


def cited(case: Case) -> Iterator[Cited]:
    index = DossierIndex(case)
    ids = tuple(statement.id for reading in case.readings for statement in reading.statements)
    found = gather(index, ids)
    yield from (*found.shown, *found.folded)


def test_the_same_words_of_the_same_voice_are_shown_once_with_every_place() -> None:
    case = case_of(*(marked(WIRE, name=f"page-{n}.txt", outlet=f"Paper {n}") for n in range(3)))
    bridge = [c for c in cited(case) if c.voice.casefold() == "residents"]
    assert len(bridge) == 1
    places = {bridge[0].place.where, *(link.where for link in bridge[0].also)}
    assert places == {"page-0, line 1", "page-1, line 1", "page-2, line 1"}


def test_statements_of_one_voice_in_one_sentence_are_one_citation() -> None:
    text = "{s1|Residents} {c1|said} {x1|shops were shut} and {x1|the bridge was mined}."
    whole = "".join(piece.text for c in cited(case_of(marked(text))) for piece in c.pieces)
    assert whole.count("the bridge was mined") == 1


def test_long_lists_are_capped_and_say_so() -> None:
    pages = [marked(f"{{s1|Witness {n}}} {{c1|said}} {{x1|house {n} burned down}}.", name=f"p{n}") for n in range(30)]
    case = case_of(*pages)
    found = gather(DossierIndex(case), (s.id for r in case.readings for s in r.statements))
    assert (len(found.shown), len(found.folded)) == (limits.SHOWN, limits.FOLDED)
    assert found.left_out == 30 - limits.SHOWN - limits.FOLDED


def test_interleaved_reports_are_told_apart() -> None:
    page = marked("{one|The first begins.}\n{two|Another cuts in.}\n{one|The first goes on.}", reports=("one", "two"))
    block = build_dossier(case_of(page)).texts[0]
    assert [section.heading for section in block.sections] == [
        "Report 1 of 2",
        "Report 2 of 2",
        "Report 1 of 2, continued",
    ]
    assert "interleave" in block.subtitle
    assert [bool(section.id) for section in block.sections] == [True, True, False]


def test_long_boilerplate_is_folded_and_short_stays() -> None:
    long = " ".join(["Subscribe"] * 60)
    page = marked(f"A first line.\n{{menu|Share}}\nA second line.\n{{menu|{long}}}\n")
    sections = build_dossier(case_of(page)).texts[0].sections
    assert [section.folded for section in sections] == [False, True]
    assert any(run.kind == "junk" and run.text == "Share" for run in sections[0].runs)


words = st.text("ab \n", min_size=1, max_size=FOLDED_FROM + 50).filter(str.strip)


@given(st.lists(st.tuples(st.sampled_from(["one", "two", "menu"]), words), min_size=1, max_size=8))
def test_stretches_cover_a_text_wholly_and_in_order(parts: list[tuple[str, str]]) -> None:
    kinds = {kind for kind, _ in parts} - {"menu"}
    page = marked("\n".join(f"{{{kind}|{text}}}" for kind, text in parts), reports=tuple(sorted(kinds)))
    found = stretches(page)
    assert "".join(page.text[part.start : part.end] for part in found) == page.text
    blocks = build_dossier(case_of(page)).texts
    assert "".join(run.text for b in blocks for s in b.sections for run in s.runs) == page.text


def test_runs_close_what_they_open(read_text: Read) -> None:
    page = read_text("Residents of Tarsk said the army, which denied that it had left, killed 12 men.\nA man said no.")
    for section in build_dossier(case_of(page)).texts[0].sections:
        depth = 0
        for run in section.runs:
            depth += len(run.opens) - run.closes
            assert depth >= 0
        assert depth == 0


def test_figures_of_one_value_and_voice_are_one_row_and_a_lone_value_is_not_charted(read_text: Read) -> None:
    exact = "Residents of Tarsk said armed gangs killed 40 soldiers in Tarsk."
    more = "Officers said armed gangs killed more than 20 soldiers in Tarsk."
    alone = build_dossier(case_of(read_text(exact), read_text(exact + " They gave no names."))).figures
    both = build_dossier(case_of(read_text(exact), read_text(more))).figures
    assert all(not table.charted for table in alone)
    charted = [table for table in both if table.charted]
    assert len(charted) == 1
    assert {row.words[0]: row.shape for row in charted[0].rows} == {"40": "point", "more than 20": "up"}


def test_pronouns_are_no_spellings_of_a_voice(read_text: Read) -> None:
    page = read_text("Ada Brenn said the bridge was mined. “We heard it go,” she said. Brenn said she ran.")
    dossier = build_dossier(case_of(page))
    spellings = {name.casefold() for row in (*dossier.voices, *dossier.voices_folded) for name in row.spellings}
    assert not spellings & {"she", "we", "it", "he"}


def test_problems_of_one_kind_stand_together() -> None:
    problems = tuple(Problem("empty file", "nothing to read", "give another", where=f"f{n}.txt") for n in range(30))
    rows = build_dossier(case_of(problems=problems)).not_read
    assert len(rows) == 1
    assert len(rows[0].where) + rows[0].where_more == 30
    page = write_dossier(case_of(problems=problems))
    assert "empty file" in page
    assert 'href="#not-read"' in page


def test_decisions_of_people_are_listed() -> None:
    judged = replace(
        case_of(), judgements=(Judgement("j", "2020-01-02T00:00:00Z", "kari", Verdict.NOTE, None, "seen"),)
    )
    assert "kari" in write_dossier(judged)


def test_texts_that_do_not_fit_are_left_out_aloud_and_not_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_BUDGET", 200)
    page = write_dossier(case_of(*(marked(WIRE, name=f"page-{n}.txt", outlet=f"Paper {n}") for n in range(4))))
    assert "left out to keep this page small" in page
    assert page.count('class="document"') == 2


def test_two_hundred_reports_make_a_page_that_opens_fast() -> None:
    def long(n: int) -> str:
        said = " ".join(
            f"{{s{k}|Witness {n} of house {k}}} {{c{k}|said}} {{x{k}|wall {n * k} fell on row {k}}}." for k in range(60)
        )
        return f"{{s99|Residents}} {{c99|said}} {{x99|gate {n} was mined}}. {said}" + " It rained." * 300

    readings = tuple(marked(long(n), name=f"page-{n}.txt", outlet=f"Paper {n}") for n in range(210))
    page = write_dossier(Case("Many", (), (), readings, reconstruct(()), (), (), "test"))
    assert len(page.encode()) < 5_000_000
    assert "left out to keep this page small" in page
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, ""),
        (date(2014, 5, 3), date(2014, 5, 3), "3 May 2014"),
        (date(2014, 5, 3), date(2014, 5, 9), "3–9 May 2014"),
        (date(2014, 5, 30), date(2014, 6, 2), "30 May 2014 – 2 June 2014"),
        (None, date(2014, 5, 3), "until 3 May 2014"),
        (date(2014, 5, 3), None, "from 3 May 2014"),
    ],
)
def test_days_in_words(earliest: date | None, latest: date | None, words: str) -> None:
    assert day_words(earliest, latest) == words
