"""A page that gives one report in two languages: two reports, the later a translation of the earlier."""

from collections.abc import Callable

from sayso.model.page import Page
from sayso.model.reports import Relation

PageOf = Callable[[str], Page]

ENGLISH = """Soldiers closed the bridge at Varnholt on Tuesday and held 140 travellers for the night, the mayor of Orle said.

The mayor, Marta Forde, told Radio Orbis that 23 of them were children. Near Sellin, 1,200 people were waiting for boats.

Colonel Iven Torsk of the Vesta Guard said the bridge would open again on 14 May."""
NORWEGIAN = """Soldater stengte broen ved Varnholt på tirsdag og holdt 140 reisende gjennom natten, sier ordføreren i Orle.

Ordføreren, Marta Forde, sa til Radio Orbis at 23 av dem var barn. Ved Sellin ventet 1.200 mennesker på båter.

Ifølge oberst Iven Torsk i Vesta-garden skal broen åpnes igjen 14. mai."""
OTHER = """Ordføreren i Karvia la i går fram et nytt budsjett for skolene, og kommunestyret skal stemme over det på mandag.

Lærerne i byen sier at det er for lite, og at klassene på Nordby skole allerede har 31 elever i hver.

Budsjettet er på 88 millioner, og rådmannen venter at det blir vedtatt."""


def test_the_same_in_another_language_is_a_translation(page_of: PageOf) -> None:
    first, second = page_of(f"{ENGLISH}\n\n{NORWEGIAN}\n").reports
    assert (first.language, second.language) == ("en", "nb")
    assert (second.parent, second.relation) == (first.id, Relation.TRANSLATES)


def test_another_report_in_another_language_is_none(page_of: PageOf) -> None:
    assert all(r.relation is not Relation.TRANSLATES for r in page_of(f"{ENGLISH}\n\n{OTHER}\n").reports)


def test_no_two_pieces_are_translations_of_each_other(page_of: PageOf) -> None:
    reports = {r.id: r for r in page_of(f"{NORWEGIAN}\n\n{ENGLISH}\n").reports}
    assert any(r.relation is Relation.TRANSLATES for r in reports.values())
    assert all(
        reports[r.parent].parent is None for r in reports.values() if r.relation is Relation.TRANSLATES and r.parent
    )
