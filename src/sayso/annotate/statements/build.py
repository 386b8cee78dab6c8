"""From clauses to drafts of statements: backing, polarity, certainty, basis and tense of each."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.statements.claims import Claim, find_claim
from sayso.annotate.statements.clauses import Clause, is_word
from sayso.annotate.statements.drafts import Draft, openers, spans_of
from sayso.annotate.statements.ground import Ground
from sayso.annotate.statements.joins import is_predicate
from sayso.annotate.statements.phrases import Lexicon
from sayso.annotate.statements.stance import (
    basis_of,
    certainty_of,
    hearsay,
    least_sure,
    predicated,
    stance_of_clause,
)
from sayso.annotate.statements.telling import NAMING, called_false
from sayso.annotate.statements.tenses import tense_of
from sayso.annotate.statements.wording import runs
from sayso.model.annotations import Mode
from sayso.model.statements import Backing, Link, Polarity, SaidBasis, Tense
from sayso.model.syntax import Token
from sayso.model.text import hull

__all__ = ["drafts_of", "echo_draft", "event_clause"]

LEAST_WORDS = 3
_GRANTED = ("dobj", "pobj", "nsubjpass")


def drafts_of(clause: Clause, ground: Ground, words: Lexicon) -> tuple[Draft, ...]:
    """Return the statements a clause makes: none for a mere reporting clause, two where it speaks about a claim."""
    if clause.cue_of is not None:
        return _about_named_claim(clause, ground, words)
    if not _says_something(clause, ground) or _is_comment(clause, words):
        return ()
    claim = find_claim(clause, ground, words)
    if claim is not None:
        made = _about_claim(clause, claim, ground, words)
        if made:
            return made
    draft = _draft(clause, ground, words)
    twin = _taken_for_granted(clause, draft, words)
    return (draft, twin) if twin else (draft,)


def _about_named_claim(clause: Clause, ground: Ground, words: Lexicon) -> tuple[Draft, ...]:
    """ "dismissed reports that P": the content of the dismissal is but the noun that brings P; it speaks about P."""
    stance = ground.stance(clause.zone)
    claim = Claim(clause.head, attribution=clause.cue_of)
    if clause.head.pos == "NOUN" and _verdict(clause, claim) is not None:
        return _about_claim(clause, claim, ground, words)
    if clause.head.pos != "NOUN" or clause.zone is None or stance.polarity is Polarity.ASSERTS:
        return ()
    return (replace(_draft(clause, ground, words), about=clause.cue_of),)


def _is_comment(clause: Clause, words: Lexicon) -> bool:
    """ "as the council claims" inside a clause says nothing by itself."""
    head, sentence = clause.head, clause.sentence
    joined = any(kid.lemma.lower() == "as" for kid in sentence.children(head, "mark", "advmod"))
    telling = head.lemma.lower() in words.words("clauses", "telling")
    return head.dep == "advcl" and joined and telling and not sentence.children(head, "ccomp", "dobj", "xcomp", "acomp")


def _says_something(clause: Clause, ground: Ground) -> bool:
    """A verbless scrap of the report's own (a name by itself, a place line) states nothing unless it names a happening."""
    if clause.zone is not None or any(t.pos in ("VERB", "AUX") for t in clause.tokens):
        return len(clause.words) > (clause.zone is None)
    headline = clause.sentence.span.start in ground.headlines and len(clause.words) >= LEAST_WORDS
    return headline or any(t.start in ground.triggers for t in clause.tokens)


def _draft(clause: Clause, ground: Ground, words: Lexicon) -> Draft:
    sentence, stance = clause.sentence, ground.stance(clause.zone)
    tokens = clause.tokens
    leads = not clause.subordinate and not clause.restrictive
    polarity, marks = _polarity(clause, ground, words)
    certainty, hedges = certainty_of(tokens, clause.head, sentence, words)
    quoted = clause.zone is None and _is_quoted(clause, ground)
    basis, knows = basis_of(tokens, sentence, words, reporter=clause.zone is None and not quoted)
    if polarity is Polarity.ASKS:
        basis, knows = SaidBasis.NOT_SAID, ()  # "asked if they had seen it" does not say that they did
    if leads:
        certainty = least_sure([certainty, stance.certainty])
        hedges = (*hedges, *stance.marks)
        basis = stance.basis if basis is SaidBasis.NOT_SAID else basis
    heard_of = hearsay(tokens, clause.head, sentence, words)
    further = (Link(cue=hull([t.span for t in heard_of])),) if heard_of else (Link(),) if quoted else ()
    return Draft(
        sentence,
        runs(sentence, tokens, openers(words)),
        clause.zone,
        frozenset(t.start for t in tokens),
        _backing(clause, further, ground),
        polarity,
        certainty,
        basis,
        _tense(clause, polarity, words),
        further=further,
        marks=spans_of((*marks, *hedges, *knows, *heard_of)),
    )


def _is_quoted(clause: Clause, ground: Ground) -> bool:
    """Words that stand wholly in quotation marks are somebody's, even where nobody is named."""
    at = ground.zones.quoted.at
    return (
        len(clause.words) >= LEAST_WORDS
        and at(clause.words[0].start) is not None
        and at(clause.words[-1].start) is not None
    )


def _backing(clause: Clause, further: tuple[Link, ...], ground: Ground) -> Backing:
    if clause.restrictive or (clause.subordinate and ground.stance(clause.zone).polarity is not Polarity.ASSERTS):
        return Backing.PRESUPPOSED
    if clause.zone is not None and clause.head.dep in _GRANTED and ground.stance(clause.zone).takes_for_granted:
        return Backing.PRESUPPOSED
    return Backing.ATTRIBUTED if clause.zone is not None or further else Backing.OWN_VOICE


def _polarity(clause: Clause, ground: Ground, words: Lexicon) -> tuple[Polarity, tuple[Token, ...]]:
    stance = ground.stance(clause.zone)
    leads = not clause.subordinate and not clause.restrictive
    if leads and stance.polarity is not Polarity.ASSERTS:
        return stance.polarity, stance.marks
    if not leads:
        return Polarity.ASSERTS, ()
    if _is_question(clause):
        return Polarity.ASKS, ()
    if _is_order(clause, ground):
        return Polarity.WANTS, (clause.head,)
    called = _called_false(clause, ground, words)
    return (Polarity.DENIES, called) if called else stance_of_clause(clause.tokens, words)


def _called_false(clause: Clause, ground: Ground, words: Lexicon) -> tuple[Token, ...]:
    """ "The council called the report baseless" denies it."""
    naming = clause.zone is not None and ground.zones.by_id[clause.zone].rule.endswith(NAMING)
    return called_false(clause.tokens, words) or () if naming else ()


def _is_question(clause: Clause) -> bool:
    last = clause.words[-1]
    for token in clause.sentence.tokens[last.index + 1 :]:
        if is_word(token):
            return False
        if token.text == "?":
            return True
    return False


def _is_order(clause: Clause, ground: Ground) -> bool:
    """An imperative in direct speech: a bare verb without subject at the front."""
    head, sentence = clause.head, clause.sentence
    if clause.zone is None or ground.zones.by_id[clause.zone].mode is Mode.INDIRECT or head.tag != "VB":
        return False
    return head.index == clause.words[0].index and not sentence.children(head, "nsubj", "nsubjpass", "aux")


def _tense(clause: Clause, polarity: Polarity, words: Lexicon) -> Tense:
    if polarity is Polarity.WANTS:
        return Tense.FUTURE
    if polarity is Polarity.DENIES and clause.head.tag == "VBG" and not clause.sentence.children(clause.head, "aux"):
        return Tense.PAST  # "denied burning the school"
    if not any(t.pos in ("VERB", "AUX") for t in clause.tokens):
        return Tense.PRESENT if clause.zone is None else Tense.PAST
    if clause.zone is not None and clause.head.pos == "NOUN" and _only_described(clause):
        return Tense.PAST  # "the attack that targets the state"
    verb = (
        clause.head
        if is_predicate(clause.head, clause.sentence)
        else next(t for t in clause.tokens if t.pos in ("VERB", "AUX"))
    )
    left_open = clause.sentence.children(verb, "ccomp", "csubj") if polarity is Polarity.DOUBTS else ()
    verb = left_open[0] if left_open else verb  # "it is not clear who fired": when they fired
    found = tense_of(verb, clause.sentence, words, told=clause.zone is not None)
    conditional = any(
        kid.dep == "mark" and kid.lemma.lower() in ("if", "unless")
        for one in clause.sentence.children(clause.head, "advcl")
        for kid in clause.sentence.children(one)
    )
    return Tense.HYPOTHETICAL if conditional and found is Tense.PRESENT else found


def _only_described(clause: Clause) -> bool:
    """Tell whether a noun's only verbs are those of relative clauses that describe it."""
    kids = [k for k in clause.sentence.children(clause.head, "relcl") if k in clause.tokens]
    inside = {t.index for k in kids for t in clause.sentence.subtree(k)}
    return bool(kids) and not any(t.pos in ("VERB", "AUX") and t.index not in inside for t in clause.tokens)


def _about_claim(clause: Clause, claim: Claim, ground: Ground, words: Lexicon) -> tuple[Draft, ...]:
    """Return the claim and what is said of it; nothing when the clause does not judge the claim."""
    verdict = clause.head if clause.head is not claim.noun else _verdict(clause, claim)
    polarity, marks = predicated(verdict, clause.sentence, words) if verdict is not None else (None, ())
    stance = ground.stance(clause.zone)
    if polarity is None and stance.polarity is not Polarity.ASSERTS and not clause.subordinate:
        polarity, marks = stance.polarity, stance.marks
    if polarity is None:
        return ()
    rest = replace(clause, tokens=tuple(t for t in clause.tokens if t not in claim.content))
    outer = replace(_draft(rest, ground, words), polarity=polarity)
    outer = replace(outer, marks=tuple(sorted({*outer.marks, *spans_of(marks)})))
    if claim.attribution is not None:
        return (replace(outer, about=claim.attribution),)
    inner = _claimed(clause, claim, words)
    return (inner, replace(outer, about=inner))


def _verdict(clause: Clause, claim: Claim) -> Token | None:
    """Return the verb that judges a claim where the parse hangs it on the noun ("the claim that … | is false")."""
    inside = {t.index for t in clause.tokens} - {t.index for t in claim.content}
    kids = clause.sentence.children(claim.noun, "acl", "relcl")
    return next((k for k in kids if k.index in inside and k.lemma.lower() == "be"), None)


def _claimed(clause: Clause, claim: Claim, words: Lexicon) -> Draft:
    sentence, tokens = clause.sentence, claim.content
    verb = next((t for t in tokens if t.pos in ("VERB", "AUX")), tokens[0])
    tense = tense_of(verb, sentence, words, told=True) if verb.pos in ("VERB", "AUX") else Tense.PAST
    return Draft(
        sentence,
        runs(sentence, tokens, openers(words)),
        clause.zone,
        frozenset(t.start for t in tokens),
        Backing.ATTRIBUTED,
        tense=tense,
        further=(Link(sources=claim.sources, cue=claim.noun.span),),
    )


def _taken_for_granted(clause: Clause, draft: Draft, words: Lexicon) -> Draft | None:
    """ "How were they killed?" and "did not explain how they were killed" take for granted that they were killed."""
    if (
        draft.polarity not in (Polarity.ASKS, Polarity.REFUSES_TO_SAY, Polarity.DOUBTS)
        or draft.backing is Backing.PRESUPPOSED
    ):
        return None
    asking = [
        kid
        for kid in clause.sentence.children(clause.head, "advmod")
        if kid.lemma.lower() in words.words("clauses", "presupposing")
    ]
    aside = {t.index for one in clause.sentence.children(clause.head, "advcl") for t in clause.sentence.subtree(one)}
    kept = [t for t in clause.tokens if asking and t.index > asking[0].index and t.index not in aside]
    if not any(is_word(t) for t in kept):
        return None
    spans = runs(clause.sentence, kept, openers(words))
    return Draft(
        clause.sentence,
        spans,
        clause.zone,
        frozenset(t.start for t in kept),
        Backing.PRESUPPOSED,
        tense=Tense.PAST if draft.tense is Tense.HYPOTHETICAL else draft.tense,
        marks=spans_of(asking),
    )


def echo_draft(clause: Clause, content: tuple[Token, ...], zone: str, words: Lexicon) -> Draft:
    """Return the statement that a denied part of a clause makes for the one who claims it: what is before "not", and the part."""
    sentence = clause.sentence
    negations = [t.index for t in clause.tokens if t.dep == "neg" and t.index < content[-1].index]
    before = [t for t in clause.tokens if t.index < max(negations, default=content[0].index)]
    tokens = tuple(sorted({t.index: t for t in (*before, *content) if t.dep != "neg"}.values(), key=lambda t: t.index))
    return Draft(
        sentence,
        runs(sentence, tokens, openers(words)),
        zone,
        frozenset(),
        Backing.ATTRIBUTED,
        tense=_tense(clause, Polarity.ASSERTS, words),
    )


def event_clause(clause: Clause, ground: Ground, words: Lexicon, content: tuple[Token, ...]) -> Draft:
    """Return the statement of a reporting clause that is itself a happening ("residents asked the army to come").

    It spans clause and content, but holds only the events of the clause's own words.
    """
    whole = replace(
        clause,
        cue_of=None,
        tokens=tuple(sorted({t.index: t for t in (*clause.tokens, *content)}.values(), key=lambda t: t.index)),
    )
    draft = _draft(clause, ground, words)
    return replace(draft, spans=runs(clause.sentence, whole.tokens, openers(words)))
