"""The whole program on one page: `read` one document, `reconstruct` what many say. Both are pure.

`read` knows one document and its claimed metadata, nothing else. `reconstruct` adds what only the case knows and never
edits a reading. Same input and same version give the same result, whatever the order.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.attribution import find_attributions
from sayso.annotate.events import find_event_mentions
from sayso.annotate.mentions import find_mentions, find_persons
from sayso.annotate.places import find_places
from sayso.annotate.quantities import find_quantities
from sayso.annotate.statements import find_statements
from sayso.annotate.times import find_times
from sayso.link.chains import resolve_chains
from sayso.link.corpus import Corpus
from sayso.link.counts import count_case
from sayso.link.dates import date_reports, resolve_times
from sayso.link.dating import date_together
from sayso.link.events import link_events
from sayso.link.judgements import decide
from sayso.link.lineage import find_lineage
from sayso.link.origins import find_origins
from sayso.link.repeats import find_repeats, set_apart
from sayso.link.voices import resolve_voices
from sayso.model.judgements import Judgement
from sayso.model.page import Page
from sayso.model.reading import Reading
from sayso.model.reconstruction import Reconstruction
from sayso.model.resources import Resources
from sayso.model.text import Document
from sayso.reconcile.questions import find_questions
from sayso.segment.languages import find_languages, main_language, unread_passages
from sayso.segment.layout import find_layout
from sayso.segment.paragraphs import find_paragraphs
from sayso.segment.quotes import find_quotes
from sayso.segment.sentences import find_sentences
from sayso.segment.view import same_length_view

__all__ = ["read", "reconstruct", "segment"]


def segment(document: Document, resources: Resources) -> Page:
    """Take a document apart: paragraphs, languages, reports and boilerplate, quotes, sentences."""
    view = same_length_view(document.text)
    paragraphs = find_paragraphs(view)
    languages = find_languages(view, paragraphs, resources.identify, claimed=document.claimed.language)
    reports, boilerplate = find_layout(document, view, paragraphs, languages, resources.packs)
    quotes = find_quotes(view, reports)
    sentences = find_sentences(view, paragraphs, reports, languages, resources)
    return Page(document, view, paragraphs, languages, reports, boilerplate, quotes, sentences)


def read(document: Document, resources: Resources) -> Reading:
    """Read one document: who says what, with every value, by itself (MODEL §2)."""
    page, packs = segment(document, resources), resources.packs
    attributions = find_attributions(page, packs, resources.tagger)
    times = find_times(page, packs)
    quantities = find_quantities(page, packs, times)
    places = find_places(page, packs, resources.gazetteers)
    mentions = find_mentions(page, packs, quantities, times, places)
    events = find_event_mentions(page, packs, quantities, times, places, mentions)
    return Reading(
        document=document.id,
        name=document.name,
        text=document.text,
        claimed=document.claimed,
        language=main_language(page.languages),
        given_id=document.given_id,
        languages=page.languages,
        reports=page.reports,
        boilerplate=page.boilerplate,
        sentences=tuple(sentence.span for sentence in page.sentences),
        quotes=page.quotes,
        attributions=attributions,
        statements=find_statements(page, packs, attributions, events),
        quantities=quantities,
        times=times,
        places=places,
        mentions=mentions,
        persons=find_persons(page, packs, mentions, events),
        problems=(*document.problems, *unread_passages(page, packs)),
    )


def reconstruct(readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Reconstruction:
    """Bring readings together: voices, lineage, events, origins, questions and their standing; judgements win."""
    demotions = find_repeats(readings)
    corpus = Corpus.of(set_apart(readings, demotions))
    decisions = decide(corpus, judgements)
    stated = date_reports(corpus)
    lineage = find_lineage(corpus, stated)
    report_dates = date_together(corpus, stated, lineage)
    resolved = resolve_times(corpus, report_dates)
    voices = resolve_voices(corpus, decisions, lineage)
    say_so = resolve_chains(corpus, voices, report_dates)
    events = link_events(corpus, decisions, resolved, lineage, report_dates)
    origins = find_origins(corpus, voices, say_so, lineage)
    questions = find_questions(corpus, decisions, voices, say_so, events, origins, report_dates, lineage, resolved)
    return Reconstruction(
        report_dates=report_dates,
        resolved_times=resolved,
        lineage=lineage,
        voices=voices.voices,
        say_so=say_so,
        events=events,
        origins=origins.all,
        questions=questions,
        judged=decisions.states,
        demotions=demotions,
        standing=count_case(corpus, say_so, origins, lineage),
    )
