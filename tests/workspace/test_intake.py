"""Long originals come in a batch at a time: a build that is cut off goes on, and ends where an undisturbed one ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.warc_files import answer, crawl, packed
from tests.workspace.light_reader import light
from tests.workspace.test_build import content

from sayso.model.text import Claimed
from sayso.store import facts
from sayso.workspace import Stage, extraction
from sayso.workspace import intake as intake_module

PAGES = 40


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a web archive, a table and a text, of which four documents make a batch."""
    monkeypatch.setattr(extraction, "BATCH", 4)
    folder = tmp_path / "in"
    folder.mkdir()
    gone = answer("https://orlo.example/gone", b"no", status="404 Not Found")
    (folder / "crawl.warc.gz").write_bytes(packed(*crawl(PAGES), gone))
    rows = [{"id": f"n{number}", "text": f"Paper {number} said so."} for number in range(11)]
    (folder / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "broken\n")
    (folder / "z.txt").write_text("Ten people fled Orlo.\n")
    return folder


class Cut(Exception):  # noqa: N818  it stands for a kill
    """Stands for the moment a build is killed."""


def cut_after(monkeypatch: pytest.MonkeyPatch, puts: int) -> None:
    """Let storing fail after so many documents, as if the process were gone."""
    put, left = facts.put_document, [puts]

    def dies(*args: Any, **kwargs: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Cut
        put(*args, **kwargs)

    monkeypatch.setattr(facts, "put_document", dies)


@pytest.mark.parametrize(("puts", "with_source"), [(0, True), (5, False), (17, True), (40, False), (47, True)])
def test_a_build_that_was_cut_off_goes_on(
    opened: Any, source: Path, monkeypatch: pytest.MonkeyPatch, puts: int, with_source: bool
) -> None:
    opened("whole").build([source])
    with monkeypatch.context() as cut:
        cut_after(cut, puts)
        with pytest.raises(Cut):
            opened("cut").build([source])
    assert opened("cut").verify() == ()  # what is there is sound, and can be looked at
    opened("cut").case()
    if not with_source:
        opened("cut").build()  # goes on with the file it was in, from the bytes it kept
        assert opened("cut").verify() == ()
    opened("cut").build([source])
    assert content(opened("cut")) == content(opened("whole"))
    assert opened("cut").verify() == ()


def test_what_is_done_is_not_done_again(opened: Any, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as cut:
        cut_after(cut, 30)
        with pytest.raises(Cut):
            opened().build([source / "crawl.warc.gz"])
    read = []
    make = facts.put_document
    monkeypatch.setattr(facts, "put_document", lambda *args, **kw: (read.append(args[1].id), make(*args, **kw)))
    opened().build([source / "crawl.warc.gz"])
    assert len(read) == PAGES - 27  # seven whole batches were stored, and the last page of a batch is not yet counted


def test_another_version_begins_anew(opened: Any, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened("whole", light(ingest="ingest-2")).build([source])
    with monkeypatch.context() as cut:
        cut_after(cut, 22)
        with pytest.raises(Cut):
            opened("cut").build([source])
    opened("cut", light(ingest="ingest-2")).build([source])
    assert content(opened("cut", light(ingest="ingest-2"))) == content(opened("whole", light(ingest="ingest-2")))
    assert opened("cut", light(ingest="ingest-2")).verify() == ()


def test_progress_is_told_inside_a_long_file(opened: Any, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake_module, "LONG", 1000)
    monkeypatch.setattr(intake_module, "MB", 500)
    told: list[tuple[Stage, int, int]] = []
    (source / "plain.warc").write_bytes(b"".join(crawl(PAGES)))
    opened().build([source / "plain.warc"], progress=lambda *step: told.append(step))
    inside = [(done, total) for stage, done, total in told if stage is Stage.INSIDE]
    assert len(inside) > 1
    assert inside == sorted(set(inside))
    assert all(done <= total for done, total in inside)


def test_the_user_is_told_what_was_read_as_what(opened: Any, tmp_path: Path, source: Path) -> None:
    (tmp_path / "t.csv").write_text("Overskrift;Brødtekst;Dato;Side\nFlukt;Ti flyktet.;3.2.2014;4\n")
    notes = opened().build([tmp_path / "t.csv", source / "crawl.warc.gz"]).notes
    assert notes[0] == "columns of t.csv: text=Brødtekst, title=Overskrift, published=Dato; not used: Side"
    assert notes[1] == "crawl.warc.gz: pages 40; passed by: pictures, styles, scripts and data 4"
    assert opened().build([tmp_path / "t.csv"]).notes == ()


TABLE = "Kropp,Kort,Dag\nTi flyktet fra Orlo.,Flukt,2014-02-03\nNi ble igjen.,Igjen,2014-02-04\n"


def test_columns_as_the_user_says_and_again_without_being_told(opened: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(TABLE)
    columns = (("text", "Kropp"), ("published", "Dag"))
    workspace = opened()
    workspace.build([table], columns=columns)
    first = content(workspace)
    assert [d.claimed.published for d in sorted(workspace.documents(), key=lambda d: d.member)] == [
        "2014-02-03",
        "2014-02-04",
    ]
    assert workspace.build([table]).changed is False
    opened(reader=light(ingest="ingest-2")).build()
    assert content(opened())[1] == first[1]
    table.write_text(TABLE + "Tolv kom.,Ankomst,2014-02-05\n")  # the file grows: read as it was
    opened(reader=light(ingest="ingest-2")).build([table])
    assert [d.claimed.published for d in opened().documents() if d.member == "row 3"] == ["2014-02-05"]
    assert opened(reader=light(ingest="ingest-2")).verify() == ()


def test_columns_can_be_changed_there_and_back(opened: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE)
    workspace = opened()

    def texts(column: str) -> list[str]:
        workspace.build([tmp_path / "t.csv"], columns=(("text", column),))
        assert workspace.verify() == ()
        return sorted(document.text for document in workspace.documents())

    before = texts("Kropp")
    assert before == ["Ni ble igjen.", "Ti flyktet fra Orlo."]
    assert texts("Kort") == ["Flukt", "Igjen"]
    assert texts("Dag") == ["2014-02-03", "2014-02-04"]
    assert texts("Kropp") == before
    assert texts("Kort") == ["Flukt", "Igjen"]


@pytest.mark.parametrize("puts", [0, 3, 9, 19])
def test_columns_changed_by_a_build_that_was_cut_off(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, puts: int
) -> None:
    monkeypatch.setattr(extraction, "BATCH", 4)
    rows = "".join(f"Ten fled {number}.,Flight {number}\n" for number in range(20))
    (tmp_path / "t.csv").write_text(f"Kropp,Kort\n{rows}")
    for name in ("whole", "cut"):
        opened(name).build([tmp_path / "t.csv"], columns=(("text", "Kropp"),))
    opened("whole").build([tmp_path / "t.csv"], columns=(("text", "Kort"),))
    with monkeypatch.context() as cut:
        cut_after(cut, puts)
        with pytest.raises(Cut):
            opened("cut").build([tmp_path / "t.csv"], columns=(("text", "Kort"),))
    assert opened("cut").verify() == ()
    opened("cut").build([tmp_path / "t.csv"], columns=(("text", "Kort"),))
    assert content(opened("cut")) == content(opened("whole"))
    assert opened("cut").verify() == ()


def test_what_is_claimed_can_change_without_the_text(opened: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE)
    workspace = opened()
    workspace.build([tmp_path / "t.csv"], columns=(("text", "Kropp"),))
    workspace.build([tmp_path / "t.csv"], columns=(("title", "Kort"),))
    assert sorted(d.claimed.title or "" for d in workspace.documents()) == ["Flukt", "Igjen"]
    assert workspace.verify() == ()


def test_a_row_that_is_made_no_more_is_not_part_of_the_case(opened: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,text,other\na,One fled.,\nb,Two fled.,Twice.\n")
    workspace = opened()
    workspace.build([tmp_path / "t.csv"])
    workspace.build([tmp_path / "t.csv"], columns=(("text", "other"),))
    assert [document.text for document in workspace.documents()] == ["Twice."]
    assert workspace.verify() == ()


RIS = "TY  - NEWS\nTI  - Flight from Orlo\nAU  - Lind, Bo\nDA  - 2014/02/03/\nT2  - Orlo Post\nL1  - files/7/a.txt\nER  - \n"
CLAIMED = Claimed("Flight from Orlo", "Bo Lind", "2014-02-03", None, "Orlo Post")


@pytest.mark.parametrize("order", [[""], ["files", "refs.ris"], ["refs.ris", "files"]])
def test_files_attached_to_references_claim_what_is_said_of_them(opened: Any, tmp_path: Path, order: list[str]) -> None:
    folder = tmp_path / "library"
    (folder / "files" / "7").mkdir(parents=True)
    (folder / "files" / "7" / "a.txt").write_text("Ten people fled.\n")
    (folder / "refs.ris").write_text(RIS)
    workspace = opened()
    for part in order:
        workspace.build([folder / part])
    assert [(document.text, document.claimed) for document in workspace.documents()] == [
        ("Ten people fled.\n", CLAIMED)
    ]
    assert workspace.build([folder]).documents == 1
    assert workspace.verify() == ()


def test_files_that_are_not_there_are_said_and_none_outside_is_touched(opened: Any, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Not yours.\n")
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "refs.ris").write_text(RIS + RIS.replace("files/7/a.txt", "../secret.txt"))
    workspace = opened()
    workspace.build([folder, tmp_path / "secret.txt"])
    assert [document.claimed for document in workspace.documents()] == [Claimed()]
    assert sorted(problem.what for problem in workspace.problems()) == [
        "files attached to its references that were not added with it: 1 of 1",
        "references with neither an abstract nor a file: 1 of 2",
    ]
