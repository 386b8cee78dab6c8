"""Languages by paragraph: names do not make them flip, long passages in another language stand."""

from collections.abc import Callable

from sayso.model.page import Page
from sayso.model.resources import Resources
from sayso.segment.languages import find_languages, main_language, unread_passages
from sayso.segment.paragraphs import find_paragraphs
from sayso.segment.view import same_length_view

PageOf = Callable[[str], Page]

ENGLISH = "The harbour was closed on Sunday after two boats had burned, and the crews were told to wait until the Guard came back."
NORWEGIAN = "Havna ble stengt søndag etter at to båter hadde brent, og mannskapene fikk beskjed om å vente til vakten kom tilbake."
GERMAN = "Der Hafen wurde am Sonntag geschlossen, nachdem zwei Boote gebrannt hatten, und die Mannschaften mussten lange warten."
SHORT_WITH_NAMES = "Ibrahim Al-Hassan and Giulia Ferrero met Jean-Pierre Dubois."


def codes(resources: Resources, *lines: str) -> list[str]:
    view = same_length_view("\n".join(lines))
    paragraphs = find_paragraphs(view)
    found = {item.span: item.language for item in find_languages(view, paragraphs, resources.identify)}
    return [found[span] for span in paragraphs]


def test_each_paragraph_has_its_language(resources: Resources) -> None:
    assert codes(resources, ENGLISH, NORWEGIAN, GERMAN) == ["en", "nb", "de"]


def test_a_short_line_inherits(resources: Resources) -> None:
    assert codes(resources, NORWEGIAN, "Foto: Kari Vik", NORWEGIAN) == ["nb", "nb", "nb"]


def test_names_do_not_turn_a_short_paragraph_into_another_language(resources: Resources) -> None:
    assert codes(resources, ENGLISH * 2, SHORT_WITH_NAMES, ENGLISH * 2) == ["en", "en", "en"]


def test_a_long_passage_in_another_language_is_not_smoothed_away(resources: Resources) -> None:
    assert codes(resources, ENGLISH * 2, GERMAN * 2, ENGLISH * 2) == ["en", "de", "en"]


def test_long_foreign_speech_inside_a_paragraph_has_a_span_of_its_own(resources: Resources) -> None:
    view = f"Hun gjentok det samme svaret som dagen før da hun møtte pressen på kaia: “{ENGLISH}” Deretter gikk hun hjem igjen."
    found = find_languages(view, find_paragraphs(view), resources.identify)
    assert [(item.language, item.span.of(view)[:4]) for item in found] == [("nb", "Hun "), ("en", "“The")]


def test_an_empty_text_has_no_language() -> None:
    assert main_language(()) == "und"


def test_a_headline_of_many_names_is_in_the_language_of_the_text_below(resources: Resources) -> None:
    assert codes(resources, "Grensen av Nordvik", "By Marit Haugen, Vestland News", ENGLISH * 2)[:2] == ["en", "en"]
    assert codes(resources, "Fire or storm? Dozens of skippers in van Delden", ENGLISH * 2)[0] == "en"


def test_a_whole_sentence_in_another_language_has_a_span_of_its_own(resources: Resources) -> None:
    view = f"{ENGLISH} {GERMAN} {ENGLISH}"
    found = find_languages(view, find_paragraphs(view), resources.identify)
    assert [(item.language, item.span.of(view)) for item in found] == [("en", view), ("de", GERMAN)]


def test_sentences_are_read_in_their_own_language(page_of: PageOf) -> None:
    page = page_of(f"{ENGLISH} {GERMAN} {ENGLISH}")
    assert [(s.language, s.parsed) for s in page.sentences] == [("en", True), ("de", False), ("en", True)]


def test_unreadable_letters_are_no_language(resources: Resources) -> None:
    assert codes(resources, ENGLISH * 2, "_â_\x90_â_â¢_" * 30) == ["en", "en"]


def test_only_clear_evidence_makes_a_language_unread(page_of: PageOf, resources: Resources) -> None:
    def unread(text: str) -> list[str]:
        return [problem.what for problem in unread_passages(page_of(text), resources.packs)]

    french = "Deux bateaux ont brûlé dimanche près du vieux quai de la ville, a dit le maire. Personne n'a été blessé."
    assert unread(f"{ENGLISH}\n\n{french * 2}\n\n{ENGLISH}") == ["text in an unread language: fr"]
    assert not unread(f"{ENGLISH}\n\n{GERMAN * 2}\n\n{ENGLISH}")
    assert unread(f"{ENGLISH}\n\nاحترق قاربان عند الرصيف القديم في المدينة يوم الأحد.\n\n{ENGLISH}") == [
        "text in an unread language: ar"
    ]
    assert not unread(f"Anna van Delden en Piet\n\n{ENGLISH * 2}")
    assert not unread(f"{ENGLISH}\n\n{NORWEGIAN}")


def test_a_short_text_that_is_norwegian_and_danish_is_read_as_the_one_with_a_pack(resources: Resources) -> None:
    short = (
        "Politiet i Nordvik melder om to omkomne.",
        "Ordføreren sier at broen er stengt.",
        "Brann i havnen i Orle og i byen.",
    )
    assert [codes(resources, text) for text in short] == [["nb"]] * 3


def test_a_short_text_with_clear_danish_words_is_danish(resources: Resources) -> None:
    short = (
        "Politiet oplyser, at to mænd blev dræbt.",
        "Mindst ti personer blev såret i byen.",
        "Talsmanden for hæren afviste meldingen.",
    )
    assert [codes(resources, text) for text in short] == [["da"]] * 3
