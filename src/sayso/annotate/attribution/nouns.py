"""Reporting nouns and adjectives: "X's claim that Y", "the refusal to Y", "accusations of Y", "it is unclear whether Y"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.contents import leftmost, rightmost
from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.lexicon import Lexicon
from sayso.annotate.attribution.sources import subject_of, voices
from sayso.annotate.attribution.spans import clean
from sayso.annotate.attribution.words import has_mark
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["noun_drafts"]

_WITH_OF = frozenset(("claim", "deny"))
_WITH_TO = frozenset(("want", "refuse"))
_QUESTION = ("that", "whether", "if", "how", "why", "what", "who", "where", "when", "which")


def noun_drafts(scene: Scene, number: int, sentence: Sentence) -> Iterator[Draft]:
    """Yield the drafts of one sentence's reporting nouns and adjectives."""
    for token in sentence.tokens:
        draft = None
        lemma = token.lemma.lower()
        if token.pos == "NOUN" and lemma in scene.lexicon.nouns:
            draft = _of_noun(scene, number, sentence, token, scene.lexicon.nouns[lemma])
        elif token.pos == "ADJ" and lemma in scene.lexicon.adjectives:
            draft = _of_adjective(scene, number, sentence, token, scene.lexicon.adjectives[lemma])
        if draft is not None:
            yield draft


def _of_noun(scene: Scene, number: int, sentence: Sentence, noun: Token, cls: str) -> Draft | None:
    if (
        sentence.head(noun).text.lower() == "in"
        and sentence.head(sentence.head(noun)).lemma.lower() in scene.lexicon.verbs
    ):
        return None
    found = _clause(sentence, noun) or (_infinitive(sentence, noun) if cls in _WITH_TO else None)
    if found is None and cls in _WITH_OF:
        found = _of_phrase(sentence, noun)
    if found is None:
        return _about(scene, number, sentence, noun, cls)
    content = clean(scene.view, sentence.tokens[found[0]].start, sentence.tokens[found[1] - 1].end)
    if content is None:
        return None
    source = tuple(s for s in _noun_source(scene, sentence, noun) if not (content.start <= s.start < content.end))
    if not source and not scene.lexicon.takes("unsourced", noun.lemma.lower()):
        return None
    if any(k.text.lower() == "no" for k in sentence.children(noun, "det")):
        return None
    return Draft(noun.start, source, (noun.span,), (content,), "noun", cls, number)


def _about(scene: Scene, number: int, sentence: Sentence, noun: Token, cls: str) -> Draft | None:
    """Return the draft of a noun whose matter follows a preposition ("his criticism of the raid"), if it has an owner."""
    for link in sentence.children(noun, "prep"):
        things = sentence.children(link, "pobj", "pcomp")
        if link.index != noun.index + 1 or not things:
            continue
        if not scene.lexicon.takes("matters", f"{noun.lemma.lower()} {link.text.lower()}"):
            continue
        start, end = leftmost(sentence, things[0], link.index + 1), rightmost(sentence, things[0])
        content = clean(scene.view, sentence.tokens[start].start, sentence.tokens[end - 1].end)
        source = _noun_source(scene, sentence, noun)
        if content is None or not source or any(content.start <= s.start < content.end for s in source):
            return None
        return Draft(noun.start, source, (Span(noun.start, link.end),), (content,), "matter", cls, number)
    return None


def _clause(sentence: Sentence, noun: Token) -> tuple[int, int] | None:
    """Return the range of the that-clause a noun governs (not of a relative clause, whose "that" is a subject)."""
    for kid in sentence.children(noun, "acl", "ccomp", "relcl"):
        marks = [k for k in sentence.children(kid, "mark") if k.text.lower() in ("that", "whether")]
        if kid.index > noun.index and marks:
            end = kid.index if _is_verdict(sentence, noun, kid) else rightmost(sentence, kid)
            return leftmost(sentence, kid, noun.index + 1), end
    return None


def _is_verdict(sentence: Sentence, noun: Token, clause: Token) -> bool:
    """Tell whether a that-clause holds what is said of the claim: "the claim that the barn burned down | is false"."""
    burned = [k for s in sentence.children(clause, "nsubj") for k in sentence.children(s, "acl", "relcl")]
    judged = clause.lemma.lower() == "be" and sentence.children(clause, "acomp", "attr")
    head = sentence.head(noun)
    between = sentence.tokens[clause.index : head.index] if noun.dep == "nsubj" else ()
    apart = noun.dep == "ROOT" or any(t.text in (",", "”", '"') for t in between)
    return bool(judged) and apart and any(k.tag in ("VBN", "VBD") and k.index < clause.index for k in burned)


def _infinitive(sentence: Sentence, noun: Token) -> tuple[int, int] | None:
    for kid in sentence.children(noun, "acl"):
        if kid.index > noun.index and any(a.tag == "TO" for a in sentence.children(kid, "aux")):
            return leftmost(sentence, kid, noun.index + 1), rightmost(sentence, kid)
    return None


def _of_phrase(sentence: Sentence, noun: Token) -> tuple[int, int] | None:
    for of in sentence.children(noun, "prep"):
        kids = sentence.children(of, "pobj", "pcomp")
        if of.text.lower() == "of" and kids:
            return leftmost(sentence, kids[0], of.index + 1), rightmost(sentence, kids[0])
    return None


def _noun_source(scene: Scene, sentence: Sentence, noun: Token) -> tuple[Span, ...]:
    """Return who holds the claim: its owner, "by" or "from" whom it is, who makes it."""
    owners = sentence.children(noun, "poss")
    owner = owners[0] if owners else _owner(sentence, noun)
    if owner is not None:
        return voices(sentence, owner, scene.view, without=sentence.children(owner, "case"))
    for by in sentence.children(noun, "prep"):
        if by.text.lower() in ("by", "from", "among") and sentence.children(by, "pobj"):
            return voices(sentence, sentence.children(by, "pobj")[0], scene.view)
    verb = sentence.head(noun)
    if noun.dep == "dobj" and verb.lemma.lower() in scene.lexicon.frames.get("light", frozenset()):
        subject = subject_of(sentence, verb)
        speaks = subject is not None and not (verb.lemma.lower() == "raise" and _is_thing(subject, scene.lexicon))
        return voices(sentence, subject, scene.view) if subject is not None and speaks else ()
    return ()


def _is_thing(subject: Token, lexicon: Lexicon) -> bool:
    """Tell whether what "raises questions" is no voice: a thing does so without a word."""
    if subject.pos == "PRON":
        return subject.text.lower() in ("it", "this", "that", "which", "these", "those")
    return not subject.entity and subject.pos == "NOUN" and not lexicon.takes("speakers", subject.text.lower())


def _owner(sentence: Sentence, noun: Token) -> Token | None:
    """Return the owner a parse has lost: the noun whose "'s" stands before the reporting noun and its adjectives."""
    i = noun.index - 1
    while i >= 0 and sentence.tokens[i].pos == "ADJ":
        i -= 1
    if i > 0 and sentence.tokens[i].tag == "POS":
        return sentence.tokens[i - 1]
    maker = [
        k
        for k in sentence.children(noun, "compound")
        if k.entity in ("ORG", "PERSON", "NORP") or k.text.lower() in ("media", "press", "news")
    ]
    return maker[-1] if maker else None


def _of_adjective(scene: Scene, number: int, sentence: Sentence, adjective: Token, cls: str) -> Draft | None:
    verb = sentence.head(adjective)
    if adjective.dep not in ("acomp", "oprd", "ROOT", "conj") or verb.pos not in ("AUX", "VERB", "ADJ"):
        return None
    negated = bool(sentence.children(verb, "neg"))
    clauses = [c for t in (adjective, verb) for c in sentence.children(t, "ccomp") if c.index > adjective.index]
    if not clauses or not has_mark(sentence, clauses[0], *_QUESTION):
        return None
    subject = subject_of(sentence, verb)
    impersonal = subject is None or subject.text.lower() == "it"
    if impersonal and not (cls == "ask" or negated):
        return None
    source = () if impersonal or subject is None else voices(sentence, subject, scene.view)
    start = leftmost(sentence, clauses[0], adjective.index + 1)
    content = clean(scene.view, sentence.tokens[start].start, sentence.tokens[rightmost(sentence, clauses[0]) - 1].end)
    first = min([k.index for k in sentence.children(verb, "neg", "aux")] + [verb.index, adjective.index])
    cue = Span(sentence.tokens[first].start, adjective.end)
    if content is None:
        return None
    return Draft(
        adjective.start, source, (cue,), (content,), "adjective", "ask" if negated and impersonal else cls, number
    )
