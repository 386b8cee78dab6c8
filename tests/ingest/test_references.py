"""Lists of references: abstracts are documents, attached files in the same archive claim what is said of them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

RIS = """TY  - NEWS
TI  - Flight from Orlo
AU  - Lind, Bo
AU  - Brandt, Ann
DA  - 2014/02/03/
T2  - Orlo Post
AB  - Ten people fled.
Nobody stayed; nobody came.
UR  - https://orlo.example/1;p=2
LA  - en
Y2  - 2020/12/24/
ER  -

"""


def test_an_abstract_is_a_document_with_its_claims(ingest: Any) -> None:
    document = ingest("refs.ris", RIS.encode()).document
    assert document.text == "Ten people fled.\nNobody stayed; nobody came."
    assert (document.member, document.name) == ("reference 1", "refs.ris#reference 1")
    claimed = document.claimed
    assert (claimed.title, claimed.byline, claimed.published) == (
        "Flight from Orlo",
        "Bo Lind, Ann Brandt",
        "2014-02-03",
    )
    assert (claimed.outlet, claimed.url, claimed.language) == ("Orlo Post", "https://orlo.example/1;p=2", "en")


def test_a_year_alone_stays_a_year_and_the_day_of_looking_is_not_taken(ingest: Any) -> None:
    assert ingest("a.ris", RIS.replace("DA  - 2014/02/03/", "PY  - 2014").encode()).document.claimed.published == "2014"
    assert ingest("a.ris", RIS.replace("DA  - 2014/02/03/\n", "").encode()).document.claimed.published is None


def test_references_without_words_are_counted(ingest: Any) -> None:
    bare = "TY  - BOOK\nTI  - A book\nER  -\n"
    found = ingest("a.ris", (RIS + bare + bare).encode())
    assert len(found.documents) == 1
    assert "references with neither an abstract nor a file: 2 of 3" in found.problems[0].what


def test_a_reference_without_its_end_costs_nothing(ingest: Any) -> None:
    data = RIS.replace("ER  -\n", "") + RIS.replace("Ten", "Two")
    assert [document.text[:3] for document in ingest("a.ris", data.encode()).documents] == ["Ten", "Two"]


def test_long_abstracts_are_read_in_step_with_their_length(ingest: Any) -> None:
    lines = "Ten fled.\n" * 100_000
    assert len(ingest("a.ris", RIS.replace("Nobody", lines + "Nobody").encode()).document.text) > 900_000


def test_files_in_the_same_archive_claim_what_is_said_of_them(ingest: Any) -> None:
    attached = RIS.replace(
        "UR", "L1  - files/7/My%20text.txt\nL1  - ../../outside.txt\nL1  - /etc/hostname\nL2  - file:///etc/hosts\nUR"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("lib/files/7/My text.txt", "Ten people fled, in full.")
        archive.writestr("lib/refs.ris", attached)
        archive.writestr("outside.txt", "Not of the list.")
    documents = {document.member: document for document in ingest("lib.zip", made.getvalue()).documents}
    assert documents["lib/files/7/My text.txt"].claimed.title == "Flight from Orlo"
    assert documents["lib/files/7/My text.txt"].claimed.published == "2014-02-03"
    assert documents["outside.txt"].claimed.title is None
    assert documents["lib/refs.ris#reference 1"].text.startswith("Ten people fled.\n")


def test_what_is_no_list_is_a_problem(ingest: Any) -> None:
    assert "empty" in ingest("a.ris", b"nothing here").problem.what
    assert "a PDF" in ingest("a.ris", b"%PDF-1.7").problem.what
