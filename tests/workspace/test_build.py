"""Building: what is there is taken in once, read once a version, and the same whatever the order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.workspace.light_reader import light

from sayso.errors import CaseError, InputError
from sayso.store.codec import encode
from sayso.workspace import Stage, Workspace


def content(workspace: Workspace) -> tuple[object, ...]:
    """All of a case that must not depend on when and in what order it was built."""
    case = workspace.case()
    readings = [encode(reading) for reading in case.readings]
    return case.originals, case.documents, readings, encode(case.reconstruction), case.problems, case.judgements


def test_a_build_counts_what_is_there(opened: Any, reports: Path) -> None:
    summary = opened().build([reports])
    assert (summary.originals, summary.documents, summary.reports, summary.statements, summary.problems) == (
        4,
        5,
        5,
        7,
        0,
    )
    assert (summary.new, summary.unchanged, summary.reread, summary.changed) == (5, 0, 0, True)


def test_building_again_does_nothing_and_says_so(opened: Any, reports: Path) -> None:
    workspace = opened()
    before = workspace.build([reports])
    for sources in ([reports], [], [reports / "a.txt"]):
        summary = workspace.build(sources)
        assert (summary.new, summary.unchanged, summary.reread) == (0, 5, 0)
        assert not summary.changed
        assert summary.documents == before.documents


def test_a_file_added_is_the_only_one_read(opened: Any, reports: Path) -> None:
    workspace = opened()
    workspace.build([reports])
    (reports / "d.txt").write_text("A baker said so.\n")
    seen = []
    summary = workspace.build([reports], progress=lambda stage, done, total: seen.append((stage, done, total)))
    assert (summary.new, summary.unchanged) == (1, 5)
    assert [item for item in seen if item[0] is Stage.READ] == [(Stage.READ, 1, 1)]
    assert seen[-1] == (Stage.RECONSTRUCT, 1, 1)


def test_a_new_version_reads_again_without_sources(opened: Any, reports: Path) -> None:
    opened().build([reports])
    summary = opened(reader=light("light-2")).build()
    assert (summary.new, summary.unchanged, summary.reread, summary.changed) == (0, 0, 5, True)
    assert opened(reader=light("light-2")).build().changed is False


def test_rows_that_come_again_in_a_longer_table_are_not_doubled(opened: Any, reports: Path) -> None:
    workspace = opened()
    workspace.build([reports])
    with (reports / "news.jsonl").open("a") as table:
        table.write('{"id": "n3", "text": "Nine fled."}\n')
    summary = workspace.build([reports])
    assert (summary.originals, summary.documents, summary.new) == (5, 6, 1)
    assert workspace.verify() == ()


def test_a_file_that_changed_is_a_document_more_and_the_old_one_stays(opened: Any, reports: Path) -> None:
    workspace = opened()
    workspace.build([reports])
    (reports / "a.txt").write_text("The mayor of Orlo said eleven people fled.\n")
    assert workspace.build([reports]).documents == 6
    assert sum(document.name == "a.txt" for document in workspace.documents()) == 2


def test_the_same_bytes_at_two_places_are_one_original(opened: Any, reports: Path) -> None:
    (reports / "0.txt").write_bytes((reports / "a.txt").read_bytes())
    workspace = opened()
    summary = workspace.build([reports])
    assert (summary.originals, summary.documents) == (4, 5)
    original = next(item for item in workspace.originals() if len(item.acquisitions) == 2)
    assert [acquisition.uri for acquisition in original.acquisitions] == ["reports/0.txt", "reports/a.txt"]
    assert all(acquisition.retrieved_at for acquisition in original.acquisitions)
    assert [document.name for document in workspace.documents() if document.original == original.id] == ["0.txt"]


def test_the_order_of_sources_makes_no_difference(opened: Any, reports: Path) -> None:
    (reports / "0.txt").write_bytes((reports / "a.txt").read_bytes())
    sources = [path for path in sorted(reports.rglob("*")) if path.is_file()]
    opened("one").build(sources)
    other = opened("two")
    for source in reversed(sources):
        other.build([source])
    assert content(opened("one")) == content(other)


def test_the_number_of_processes_makes_no_difference(opened: Any, reports: Path) -> None:
    opened("one").build([reports], processes=1)
    opened("two").build([reports], processes=2)
    assert content(opened("one")) == content(opened("two"))


def test_what_is_derived_can_be_dropped_and_comes_back_the_same(opened: Any, reports: Path) -> None:
    workspace = opened()
    workspace.build([reports])
    before = content(workspace)
    summary = workspace.build(anew=True)
    assert summary.changed
    assert content(workspace) == before


def test_another_extraction_supersedes_and_never_changes(
    opened: Any, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened()
    workspace.build([reports])
    (old,) = [document for document in workspace.documents() if document.name == "a.txt"]
    clean: Callable[[str], str] = lambda text: text.replace("\r\n", "\n").rstrip("\n")  # noqa: E731
    monkeypatch.setattr("sayso.ingest.decode.clean", clean)
    again = opened(reader=light(ingest="ingest-2"))
    again.build()
    (new,) = [document for document in again.documents() if document.name == "a.txt"]
    assert new.supersedes == old.id
    assert new.text == old.text.rstrip("\n")
    assert len(again.documents()) == len(workspace.documents()) == 5
    assert again.verify() == ()


def test_a_missing_source_stops_before_anything(opened: Any, reports: Path) -> None:
    workspace = opened()
    with pytest.raises(InputError, match="missing"):
        workspace.build([reports, reports / "missing"])
    assert workspace.documents() == ()


def test_only_cases_are_opened(tmp_path: Path, reports: Path) -> None:
    with pytest.raises(CaseError, match="not a case"):
        Workspace.open(tmp_path / "nowhere")
    with pytest.raises(CaseError, match="not empty") as error:
        Workspace.create_or_open(reports)
    assert "sayso build CASE" in error.value.way_out
    with pytest.raises(CaseError, match="cannot be a case"):
        Workspace.create_or_open(reports / "a.txt")


def test_a_case_inside_its_source_does_not_eat_itself(opened: Any, reports: Path) -> None:
    workspace = opened("reports/case")
    workspace.build([reports])
    assert workspace.build([reports]).changed is False


def test_two_builds_at_once_are_refused(opened: Any, reports: Path) -> None:
    first, second = opened(), opened()

    def meanwhile(stage: Stage, done: int, total: int) -> None:
        with pytest.raises(CaseError, match="another process"):
            second.build([reports])

    first.build([reports], progress=meanwhile)


def test_a_case_holds_two_things_only(opened: Any, reports: Path, tmp_path: Path) -> None:
    workspace = opened()
    workspace.build([reports])
    workspace.close()
    visible = sorted(path.name for path in (tmp_path / "case").iterdir() if not path.name.startswith("."))
    assert visible == ["case.sqlite", "originals"]
