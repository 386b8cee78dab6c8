"""Cue verbs: "X said Y", "Y, said X", "X urged Y to Z", "X denied Z", in all orders, from the dependency parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.annotate.attribution.commaless import closing_cue, reporting_noun
from sayso.annotate.attribution.contents import Range, leftmost
from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.participles import as_active, in_document, puts_it, reporter_of
from sayso.annotate.attribution.passive import passive_draft
from sayso.annotate.attribution.postposed import (
    garden_source,
    inverted_source,
    is_inverted,
    left_phrase,
    quoted_source,
    related_source,
    self_named,
    source_before,
)
from sayso.annotate.attribution.relayed import is_relayed, relayed
from sayso.annotate.attribution.reported import reported
from sayso.annotate.attribution.sources import relative_of, subject_of, voices
from sayso.annotate.attribution.spans import clean
from sayso.annotate.attribution.unpunctuated import without_commas
from sayso.annotate.attribution.unreal import is_unreal
from sayso.annotate.attribution.words import CueVerb, cue_verb
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["verb_drafts"]

_SPEAKING = frozenset(("say", "claim", "write", "ask", "confirm", "deny"))
_NOTHING: list[Range] = []


def verb_drafts(scene: Scene, number: int, sentence: Sentence) -> Iterator[Draft]:
    """Yield the drafts of one sentence's cue verbs."""
    for token in sentence.tokens:
        cue = cue_verb(sentence, token, scene.lexicon) or puts_it(sentence, token)
        cue = cue or reporting_noun(scene, sentence, token)
        if cue is None or _governs_report(scene, sentence, cue) or is_relayed(sentence, token):
            continue
        cue = as_active(sentence, _with_governor(scene, sentence, cue))
        passive = cue.passive and _closing(scene, sentence, cue) is None
        draft = passive_draft(scene, number, sentence, cue) if passive else _active(scene, number, sentence, cue)
        if draft is not None and not is_unreal(sentence, cue, draft.rule, scene.lexicon):
            yield from relayed(scene, sentence, cue, draft)


def _governs_report(scene: Scene, sentence: Sentence, cue: CueVerb) -> bool:
    """Tell whether a refusal is one to report ("refused to acknowledge"): then the inner verb's cue takes it in."""
    if cue.cls != "refuse":
        return False
    inner = [cue_verb(sentence, k, scene.lexicon) for k in sentence.children(cue.token, "xcomp")]
    return any(i is not None and i.cls in _SPEAKING and not i.passive for i in inner)


def _with_governor(scene: Scene, sentence: Sentence, cue: CueVerb) -> CueVerb:
    """Widen the cue of an infinitive by the refusal that governs it; the refusal names its class."""
    if cue.token.dep != "xcomp" or cue.cls not in _SPEAKING or cue.passive:
        return cue
    outer = cue_verb(sentence, sentence.head(cue.token), scene.lexicon)
    if outer is None or outer.cls != "refuse" or outer.token.index > cue.token.index:
        return cue
    return replace(cue, cls="refuse", span=Span(outer.span.start, cue.span.end))


def _closing(scene: Scene, sentence: Sentence, cue: CueVerb) -> tuple[tuple[Span, ...], list[Range]] | None:
    """Return source and content of a cue that closes its sentence in a report without commas."""
    return closing_cue(scene, sentence, cue) if sentence.report in scene.commaless else None


def _active(scene: Scene, number: int, sentence: Sentence, cue: CueVerb) -> Draft | None:
    speaks = (scene.lexicon.takes("speaking", cue.entry) or cue.cls in _SPEAKING) and not _does(scene, sentence, cue)
    closing = _closing(scene, sentence, cue)
    related = related_source(sentence, cue.token, scene.view)
    loose = without_commas(sentence, cue, scene.lexicon, scene.view) if speaks and not related else None
    found: tuple[list[Range], str] | None
    if closing is not None:
        source, found = closing[0], (closing[1], "commaless")
    elif related and speaks:
        source, found = related, ([(0, _edge(sentence, cue, related))], "postposed")
    elif loose is not None:
        source, found = loose[0], (loose[1], "unpunctuated")
    elif speaks and is_inverted(sentence, cue.token) and not _spoken_for(scene, sentence, cue):
        source = inverted_source(sentence, cue.token, scene.view)
        found = _inverted_content(sentence, cue)
    else:
        source = _source(scene, sentence, cue)
        found = reported(scene, sentence, cue, _edge(sentence, cue, source))
    ranges, rule = found if found is not None else (_NOTHING, "verb")
    span, source = in_document(scene, sentence, cue, source)
    content = tuple(s for s in _spans(scene, sentence, ranges) if not any(s.start <= w.start < s.end for w in source))
    if not source and rule not in ("clause", "clause-before", "postposed"):
        return None
    if not content and not (speaks and source):
        return None
    return Draft(cue.token.start, source, (span,), content, rule, cue.cls, number, speaks=speaks)


def _does(scene: Scene, sentence: Sentence, cue: CueVerb) -> bool:
    """Tell whether a cue that may also be a plain deed is one here ("continued its journey", "began the meal")."""
    return scene.lexicon.takes("deeds", cue.entry) and bool(sentence.children(cue.token, "dobj", "xcomp"))


def _spoken_for(scene: Scene, sentence: Sentence, cue: CueVerb) -> bool:
    """Tell whether the parse gives a cue a subject before it, on the same side of the quotation marks."""
    subjects = sentence.children(cue.token, "nsubj")
    return any(
        k.index < cue.token.index and scene.quote_at(k.start) == scene.quote_at(cue.token.start) for k in subjects
    )


def _inverted_content(sentence: Sentence, cue: CueVerb) -> tuple[list[Range], str] | None:
    """Return what stands before an inverted cue, if it is a clause (a quotation is given to the cue later)."""
    clauses = [k for k in sentence.children(cue.token, "ccomp") if k.index < cue.token.index]
    start = leftmost(sentence, clauses[0]) if clauses and cue.token.dep not in ("ROOT", "parataxis") else 0
    if any(t.pos in ("VERB", "AUX") for t in sentence.tokens[start : cue.token.index]):
        return [(start, cue.token.index)], "clause-before"
    return None


def _source(scene: Scene, sentence: Sentence, cue: CueVerb) -> tuple[Span, ...]:
    for rule in (self_named, quoted_source, related_source, garden_source):
        named = rule(sentence, cue.token, scene.view)
        if named:
            return named
    subject = reporter_of(scene, sentence, cue) or subject_of(sentence, cue.token)
    if subject is not None and scene.quote_at(subject.start) != scene.quote_at(cue.token.start):
        subject = None
    nearer = source_before(sentence, cue.token, subject, scene.view)
    if nearer is not None:
        return nearer
    if subject is None:
        return left_phrase(sentence, cue.token, scene.view)
    clauses = tuple(
        k
        for k in sentence.children(subject, "acl", "relcl")
        if k.index == cue.token.index or cue.token in sentence.subtree(k)
    ) + _clause_of(sentence, cue.token, subject)
    return (*voices(sentence, subject, scene.view, without=clauses), *relative_of(sentence, cue.token, subject))


def _clause_of(sentence: Sentence, verb: Token, subject: Token) -> tuple[Token, ...]:
    """Return the relative clause a cue stands in, where the parse hangs it on a name inside the phrase it describes."""
    for token in (verb, *sentence.ancestors(verb)):
        if token.dep == "relcl" and subject in sentence.ancestors(token):
            return (token,)
        if token.index == subject.index:
            break
    return ()


def _edge(sentence: Sentence, cue: CueVerb, source: tuple[Span, ...]) -> int:
    """Return the index where the group of source and cue begins."""
    first = min([s.start for s in source if s.start < cue.span.start] + [cue.span.start])
    own = [t.index for t in sentence.tokens if t.start >= first]
    return own[0] if own else cue.token.index


def _spans(scene: Scene, sentence: Sentence, ranges: list[Range]) -> tuple[Span, ...]:
    found = []
    for start, stop in ranges:
        end = stop
        while end > start and (sentence.tokens[end - 1].pos == "CCONJ" or _opens_cue(sentence, end - 1)):
            end -= 1
        if start < end:
            span = clean(scene.view, sentence.tokens[start].start, sentence.tokens[end - 1].end)
            if span is not None:
                found.append(span)
    return tuple(found)


def _opens_cue(sentence: Sentence, at: int) -> bool:
    """Tell whether ", as" only leads to the cue ("The bridge fell, as the paper reported")."""
    return at > 0 and sentence.tokens[at].text.lower() == "as" and sentence.tokens[at - 1].text == ","
