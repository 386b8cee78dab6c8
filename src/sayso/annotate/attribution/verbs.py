"""Cue verbs: "X said Y", "Y, said X", "X urged Y to Z", "X denied Z", in all orders, from the dependency parse."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.contents import Range, after, before, leftmost, object_range, rightmost
from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.passive import passive_draft
from sayso.annotate.attribution.postposed import clause_before, noun_phrase_before
from sayso.annotate.attribution.sources import subject_of, voices
from sayso.annotate.attribution.spans import clean
from sayso.annotate.attribution.words import CueVerb, cue_verb, has_mark
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["verb_drafts"]


def verb_drafts(scene: Scene, number: int, sentence: Sentence) -> Iterator[Draft]:
    """Yield the drafts of one sentence's cue verbs."""
    for token in sentence.tokens:
        cue = cue_verb(sentence, token, scene.lexicon)
        if cue is None:
            continue
        draft = passive_draft(scene, number, sentence, cue) if cue.passive else _active(scene, number, sentence, cue)
        if draft is not None:
            yield draft


def _active(scene: Scene, number: int, sentence: Sentence, cue: CueVerb) -> Draft | None:
    subject = subject_of(sentence, cue.token)
    source = _source(scene, sentence, cue, subject)
    edge = _edge(sentence, cue, source)
    found = _content(scene, sentence, cue, edge)
    if found is None:
        ranges, rule = [], "verb"
    else:
        ranges, rule = found
    content = _spans(scene, sentence, ranges)
    content = tuple(s for s in content if not any(s.start <= w.start < s.end for w in source))
    speaks = scene.lexicon.takes("speaking", cue.entry) or cue.cls in (
        "say",
        "claim",
        "write",
        "ask",
        "confirm",
        "deny",
    )
    if not content and not (speaks and source):
        return None
    return Draft(cue.token.start, source, (cue.span,), content, rule, cue.cls, number, speaks=speaks)


def _source(scene: Scene, sentence: Sentence, cue: CueVerb, subject: Token | None) -> tuple[Span, ...]:
    nearer = noun_phrase_before(sentence, cue.token, subject)
    if nearer is not None:
        return nearer(scene.view)
    if subject is None:
        return ()
    clauses = tuple(
        k
        for k in sentence.children(subject, "acl", "relcl")
        if k.index == cue.token.index or cue.token in sentence.subtree(k)
    )
    return voices(sentence, subject, scene.view, without=clauses)


def _edge(sentence: Sentence, cue: CueVerb, source: tuple[Span, ...]) -> int:
    """Return the index where the group of source and cue begins."""
    starts = [s.start for s in source if s.start < cue.span.start] + [cue.span.start]
    first = min(starts)
    own = [t.index for t in sentence.tokens if t.start >= first]
    return own[0] if own else cue.token.index


def _content(scene: Scene, sentence: Sentence, cue: CueVerb, edge: int) -> tuple[list[Range], str] | None:
    verb, lexicon = cue.token, scene.lexicon
    if cue.preposition is not None:
        return _of_preposition(sentence, cue)
    clauses = [k for k in sentence.children(verb, "ccomp") if not lexicon.takes("clauseless", cue.entry)]
    later = [c for c in clauses if c.index > verb.index]
    if later and _counts(sentence, cue, later[0], scene):
        return [_with_object(sentence, cue, after(sentence, verb, later[0]), scene)], "clause"
    if lexicon.takes("infinitive", cue.entry):
        for kid in sentence.children(verb, "xcomp", "ccomp", "advcl"):
            if kid.index > verb.index and any(a.tag == "TO" for a in sentence.children(kid, "aux")):
                return [_with_object(sentence, cue, after(sentence, verb, kid), scene, always=True)], "infinitive"
    earlier = [c for c in clauses if c.index < verb.index]
    if earlier:
        return [before(sentence, verb, earlier[0], edge)], "clause-before"
    objects = [k for k in sentence.children(verb, "dobj", "oprd", "ccomp", "xcomp") if k.index > verb.index]
    if objects and lexicon.takes("object", cue.entry) and not _reflexive(objects[0]):
        return [object_range(sentence, verb, objects[0])], "object"
    return clause_before(scene, sentence, cue, edge)


def _of_preposition(sentence: Sentence, cue: CueVerb) -> tuple[list[Range], str] | None:
    assert cue.preposition is not None
    kids = sentence.children(cue.preposition, "pobj", "pcomp")
    if not kids:
        return None
    start = leftmost(sentence, kids[0], cue.preposition.index + 1)
    end = rightmost(sentence, kids[0])
    for kid in sentence.children(cue.token):
        if (
            kid.index >= end
            and kid.dep in ("xcomp", "advcl", "ccomp")
            and any(a.tag == "TO" for a in sentence.children(kid, "aux"))
        ):
            end = max(end, rightmost(sentence, kid))
    return [(start, end)], "preposition"


def _counts(sentence: Sentence, cue: CueVerb, clause: Token, scene: Scene) -> bool:
    """Tell whether a clause is reported rather than merely governed (weak cues need "that" or a question word)."""
    if not scene.lexicon.takes("weak", cue.entry):
        return True
    return has_mark(sentence, clause, "that", "whether", "if", "how", "why", "what", "who") and clause.dep == "ccomp"


def _with_object(sentence: Sentence, cue: CueVerb, found: Range, scene: Scene, *, always: bool = False) -> Range:
    """Take in an object between cue and clause, unless it is the hearer."""
    if scene.lexicon.takes("addressee", cue.entry) and not always:
        return found
    inner = [k for k in sentence.children(cue.token, "dobj") if cue.token.index < k.index < found[0]]
    if inner and rightmost(sentence, inner[0]) == found[0]:
        return leftmost(sentence, inner[0], cue.token.index + 1), found[1]
    return found


def _reflexive(token: Token) -> bool:
    return token.text.lower().endswith(("self", "selves"))


def _spans(scene: Scene, sentence: Sentence, ranges: list[Range]) -> tuple[Span, ...]:
    found = []
    for start, end in ranges:
        if start < end:
            span = clean(scene.view, sentence.tokens[start].start, sentence.tokens[end - 1].end)
            if span is not None:
                found.append(span)
    return tuple(found)
