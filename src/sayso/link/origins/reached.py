"""Which newsroom reached a voice itself, as the text says so: "told the Herald", "by telephone"; and which reports share text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.link.corpus import Corpus
from sayso.link.groups import Groups
from sayso.link.newsrooms import newsroom_key, newsrooms
from sayso.link.origins.sharing import Firsts
from sayso.link.voices import Voices
from sayso.link.voices.lexicon import lexicon
from sayso.link.voices.phrase import words_of
from sayso.model.reconstruction import Lineage, Voice, VoiceKind
from sayso.model.statements import Link, Statement
from sayso.model.text import Anchor, Span

__all__ = ["reached_by", "text_families"]

UNKNOWN = "?"


def reached_by(corpus: Corpus, voices: Voices, firsts: Firsts) -> Mapping[str, frozenset[str]]:
    """Return voice → the newsrooms said to have reached it; `?` stands for a newsroom that is not told."""
    rooms, by_id = newsrooms(corpus), voices.by_id()
    found: dict[str, set[str]] = defaultdict(set)
    for key, spoken in firsts.items():
        statement = corpus.statements[key]
        link = statement.chain[-1] if statement.chain else Link()
        room = _room(
            corpus, statement, link, _told(voices, by_id, corpus, statement, link), rooms.get(statement.report, UNKNOWN)
        )
        if room:
            for voice in spoken:
                found[voice].add(room)
    return {voice: frozenset(known) for voice, known in found.items()}


def _told(voices: Voices, by_id: Mapping[str, Voice], corpus: Corpus, statement: Statement, link: Link) -> Voice | None:
    """Return the medium that the words were told to, if one is named."""
    if link.addressee is None:
        return None
    voice = by_id.get(voices.by_anchor.get(Anchor(corpus.document_of[statement.id], link.addressee), ""))
    return voice if voice is not None and voice.kind is VoiceKind.MEDIUM else None


def _room(corpus: Corpus, statement: Statement, link: Link, told: Voice | None, own: str) -> str | None:
    """Return the newsroom that reached the voice of a link: the one told, or the report's own where a word says how."""
    reading = corpus.documents[corpus.document_of[statement.id]]
    lex = lexicon(corpus.reports[statement.report].language)
    if told is not None:
        return newsroom_key(told.label) or own
    if link.addressee and lex.has(
        "own_newsroom", " ".join(w.low for w in words_of(reading.text, *_ends(link.addressee)))
    ):
        return own
    spans = [*link.sources, *((link.medium,) if link.medium else ())]
    if any(lex.has("reached", w.low) for span in spans for w in words_of(reading.text, *_ends(span))):
        return own
    return None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def text_families(corpus: Corpus, lineage: Sequence[Lineage]) -> Mapping[str, str]:
    """Return report → the least report it shares text with, directly or through others."""
    groups: Groups[str] = Groups(corpus.reports)
    for link in lineage:
        groups.unite(link.source_report, link.target_report, link.how)
    return {report: groups.root(report) for report in corpus.reports}
