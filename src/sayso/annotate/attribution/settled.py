"""What both engines found, set right by the sentence: where another report begins, whole phrases, and no shapes that report nothing.

The tagger marks words one by one and knows no syntax: a content of its own may end between an auxiliary and its verb, or
begin in the middle of a name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.annotate.attribution.assemble import apart
from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.objects import merely_adds
from sayso.annotate.attribution.participles import reporter_of
from sayso.annotate.attribution.sources import subject_of, voices
from sayso.annotate.attribution.spans import clean
from sayso.annotate.attribution.unreal import is_meant
from sayso.annotate.attribution.words import CueVerb, cue_verb, is_surname
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, covers, overlaps

__all__ = ["settled"]

_LEANS_RIGHT = frozenset(
    ("aux", "auxpass", "det", "amod", "compound", "nummod", "poss", "neg", "nn", "predet", "quantmod", "advmod", "mark")
)
_LEANS_LEFT = frozenset(("compound", "amod", "nummod", "poss", "det", "neg", "quantmod", "nmod"))
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_VERBAL = frozenset(("aux", "auxpass", "neg"))


def settled(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of both engines with their spans made whole; what only the tagger found may fall."""
    kept = [
        _whole(scene, _own_speaker(scene, _named_by(scene, _without_channel(scene, draft))))
        for draft in drafts
        if not _reports_nothing(scene, draft)
    ]
    kept = [_cited(scene, draft, kept) for draft in kept]
    return apart(_without_doubles(scene, _with_clauses(scene, kept)))


def _cited(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """End what is cited where its report begins, in a report without commas ("Citing an officer | it said the dam broke")."""
    sentence = scene.page.sentences[draft.sentence]
    opens = sentence.report in scene.commaless and draft.at == sentence.span.start and draft.content
    if not opens:
        return draft
    inner = (s.start for d in drafts if d.sentence == draft.sentence and d is not draft and d.cue for s in d.source)
    edge = min((at for at in inner if draft.content[0].start < at < draft.content[0].end), default=None)
    span = clean(scene.view, draft.content[0].start, edge) if edge is not None else None
    return draft if span is None else replace(draft, content=(span,))


def _with_clauses(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give a source that breaks off at "who" the rest of its clause, where another cue of the sentence has it whole."""
    longest: dict[tuple[int, int], Span] = {}
    for draft in drafts:
        for span in draft.source:
            key = (draft.sentence, span.start)
            longest[key] = max(longest.get(key, span), span, key=len)
    return [_with_clause(scene, draft, longest) for draft in drafts]


def _with_clause(scene: Scene, draft: Draft, longest: Mapping[tuple[int, int], Span]) -> Draft:
    if len(draft.source) != 1 or not draft.source[0].of(scene.view).endswith((" who", " which", " that")):
        return draft
    whole = longest[(draft.sentence, draft.source[0].start)]
    return replace(draft, source=(whole,)) if whole.end <= draft.at else draft


def _without_doubles(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Leave out a quotation that was given to the speaker before it, where a cue of his takes it in."""
    taken = {s.end for d in drafts if d.cue and d.source and scene.quote_at(d.at) is None for s in d.content}
    return [d for d in drafts if d.rule != "continued" or d.cue or not all(s.end in taken for s in d.content)]


def _without_channel(scene: Scene, draft: Draft) -> Draft:
    """Take "radio" for no speaker in "were told by radio"."""
    spoken = tuple(s for s in draft.source if not scene.lexicon.takes("channels", s.of(scene.view).lower()))
    if (
        len(spoken) == len(draft.source)
        or scene.view[max(0, draft.source[0].start - 3) : draft.source[0].start].lower() != "by "
    ):
        return draft
    return replace(draft, source=spoken)


def _named_by(scene: Scene, draft: Draft) -> Draft:
    """Give "…, calling them thieves" back to its doer, where the tagger takes the nearest noun for the speaker."""
    sentence = scene.page.sentences[draft.sentence]
    if draft.engine != "parse+tagger" or draft.cls not in ("name", "judge") or not sentence.parsed:
        return draft
    cue = _cue_of(scene, sentence, draft)
    doer = None if cue is None else reporter_of(scene, sentence, cue)
    source = () if doer is None else voices(sentence, doer, scene.view)
    return replace(draft, source=source) if source else draft


def _own_speaker(scene: Scene, draft: Draft) -> Draft:
    """Let a cue inside a quotation have its own subject for source, not him who is quoted ("“I think …,” he said")."""
    quote, sentence = scene.quote_at(draft.at), scene.page.sentences[draft.sentence]
    if quote is None or draft.engine == "parse" or not draft.source or not sentence.parsed:
        return draft
    cue = _cue_of(scene, sentence, draft)
    subject = None if cue is None else subject_of(sentence, cue.token)
    if subject is None or any(covers(quote.span, s) for s in draft.source) or not covers(quote.span, subject.span):
        return draft
    return replace(draft, source=voices(sentence, subject, scene.view))


def _cue_of(scene: Scene, sentence: Sentence, draft: Draft) -> CueVerb | None:
    """Return the cue that the last verb of a draft's cue is, if the lexicon knows it."""
    verbs = [t for t in sentence.tokens if t.pos == "VERB" and any(overlaps(t.span, c) for c in draft.cue)]
    return cue_verb(sentence, verbs[-1], scene.lexicon) if sentence.parsed and verbs else None


def _reports_nothing(scene: Scene, draft: Draft) -> bool:
    """Tell whether a find of the tagger alone has a shape in which nobody reports anything."""
    if draft.engine != "tagger":
        return False
    sentence = scene.page.sentences[draft.sentence]
    if _is_in_name(sentence, draft):
        return True
    cue = _cue_of(scene, sentence, draft)
    if cue is None:
        return False
    if cue.lemma == "attack" and any(t.entity in _PLACES for s in draft.content for t in sentence.tokens_in(s)):
        return True  # arms, not words
    if (
        merely_adds(sentence, cue.token)
        or is_meant(sentence, cue.token)
        or (cue.cls == "name" and _is_himself(scene, draft))
    ):
        return True
    return _is_moved(sentence, cue, draft) or _is_unnamed(sentence, cue)


def _is_in_name(sentence: Sentence, draft: Draft) -> bool:
    """Tell whether a cue is part of a name: "Osman Said"."""
    words = [t for c in draft.cue for t in sentence.tokens_in(c)]
    return len(words) == 1 and is_surname(sentence, words[0])


def _is_himself(scene: Scene, draft: Draft) -> bool:
    """Tell whether somebody only gives his own name: "a man who identified himself as Ondo"."""
    first = draft.content[0].of(scene.view).split(maxsplit=1)[0].lower()
    return first.endswith(("self", "selves"))


def _is_moved(sentence: Sentence, cue: CueVerb, draft: Draft) -> bool:
    """Tell whether a passive tells what moved somebody: "were encouraged by the news"."""
    agents = sentence.children(cue.token, "agent")
    if not agents or cue.cls != "want" or not draft.source or sentence.children(cue.token, "xcomp", "ccomp"):
        return False
    return cue.passive and all(s.start >= agents[0].start for s in draft.source)


def _is_unnamed(sentence: Sentence, cue: CueVerb) -> bool:
    """Tell whether a verb of naming names nothing: "were called in", "so named because"."""
    if (
        cue.cls != "name"
        or cue.token.tag != "VBN"
        or any(k.lemma == "have" for k in sentence.children(cue.token, "aux"))
    ):
        return False
    return not sentence.children(cue.token, "oprd", "dobj", "xcomp", "ccomp", "attr") and cue.preposition is None


def _whole(scene: Scene, draft: Draft) -> Draft:
    """Let a content that the tagger marked end and begin with whole phrases."""
    sentence = scene.page.sentences[draft.sentence]
    if draft.engine == "parse" or not sentence.parsed or not draft.content:
        return draft
    barred = (*draft.cue, *draft.source)
    content = tuple(_whole_span(sentence, span, barred) for span in draft.content)
    return draft if content == draft.content else replace(draft, content=content)


def _whole_span(sentence: Sentence, span: Span, barred: Sequence[Span]) -> Span:
    inside = sentence.tokens_in(span)
    if not inside:
        return span
    first, last = _to_left(sentence, inside, barred), _to_right(sentence, inside, barred)
    start = sentence.tokens[first].start if first < inside[0].index else span.start
    end = sentence.tokens[last].end if last > inside[-1].index else span.end
    return Span(start, max(start, end))


def _to_right(sentence: Sentence, inside: Sequence[Token], barred: Sequence[Span]) -> int:
    """Return the last word of a stretch that does not break off between a word and the one it leans on."""
    last = inside[-1]
    if last.dep not in _LEANS_RIGHT or last.head <= last.index:
        return last.index
    head = sentence.head(last)
    verb = last.dep in _VERBAL or head.pos in ("VERB", "AUX")
    end = sentence.subtree(head)[-1].index if verb else head.index
    return end if _is_free(sentence, last.index + 1, end, barred) else last.index


def _to_left(sentence: Sentence, inside: Sequence[Token], barred: Sequence[Span]) -> int:
    """Return the first word of a stretch that does not begin behind a word that leans on it."""
    first, last = inside[0].index, inside[-1].index
    while first > 0:
        before = sentence.tokens[first - 1]
        if before.dep not in _LEANS_LEFT or not first <= before.head <= last:
            break
        if not _is_free(sentence, first - 1, first - 1, barred):
            break
        first -= 1
    return first


def _is_free(sentence: Sentence, first: int, last: int, barred: Sequence[Span]) -> bool:
    """Tell whether none of some words is a source or cue, or a mark that parts clauses."""
    words = sentence.tokens[first : last + 1]
    return not any(t.text in ("“", "”", '"', ";", ":") or any(overlaps(t.span, b) for b in barred) for t in words)
