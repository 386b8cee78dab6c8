"""Passive and impersonal cues: "is believed to", "it was reported that", "was reported by X", "was accused of"."""

from __future__ import annotations

from sayso.annotate.attribution.contents import Range, after, leftmost, rightmost
from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.sources import voices
from sayso.annotate.attribution.spans import clean, trimmed
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["passive_draft"]

_WITH_SUBJECT = frozenset(("of", "as", "for", "to", "with", "on", "from"))


def passive_draft(scene: Scene, number: int, sentence: Sentence, cue: CueVerb) -> Draft | None:
    """Return the draft of a passive cue: its source is the "by" phrase or nobody."""
    lexicon = scene.lexicon
    if cue.lemma in ("quote", "cite") and any(
        sentence.children(k, "pcomp") for k in sentence.children(cue.token, "prep")
    ):
        return None
    agent = _agent(sentence, cue.token)
    if agent is not None and _is_channel(scene, sentence, agent):
        agent = None
    source = voices(sentence, agent, scene.view) if agent is not None else ()
    found = _content(scene, sentence, cue, agent)
    if found is None:
        return None
    content = tuple(s for s in (_span(scene, sentence, r) for r in found[0]) if s is not None)
    if not content or not (lexicon.takes("passive", cue.entry) or source):
        return None
    span = _before_content(scene, cue.span, content)
    return Draft(cue.token.start, source, (span,), content, found[1], cue.cls, number)


def _before_content(scene: Scene, cue: Span, content: tuple[Span, ...]) -> Span:
    """Cut a cue where its content begins: of "is seen | as a traitor" the "as" is said."""
    first = min((s.start for s in content if cue.start < s.start < cue.end), default=cue.end)
    return trimmed(scene.view, cue.start, first) or cue


def _agent(sentence: Sentence, verb: Token) -> Token | None:
    for by in sentence.children(verb, "agent", "prep"):
        if by.text.lower() == "by":
            objects = sentence.children(by, "pobj")
            if objects:
                return objects[0]
    return None


def _is_channel(scene: Scene, sentence: Sentence, agent: Token) -> bool:
    """Tell whether words after "by" tell through what something was said: "was told by radio", bare and in the singular."""
    return scene.lexicon.takes("channels", agent.text.lower()) and not sentence.children(agent)


def _content(scene: Scene, sentence: Sentence, cue: CueVerb, agent: Token | None) -> tuple[list[Range], str] | None:
    verb = cue.token
    subjects = sentence.children(verb, "nsubjpass", "nsubj")
    if not subjects and verb.index and (verb.dep == "acl" or sentence.tokens[verb.index - 1].pos in ("NOUN", "PROPN")):
        subjects = (_described(sentence, verb),)
    found = _clause(scene, sentence, cue, subjects)
    if found is not None:
        return found
    asked = _asked(sentence, cue) if cue.cls in ("ask", "want") or cue.entry == "tell" else None
    if asked is not None:
        return [(leftmost(sentence, asked, verb.index + 1), rightmost(sentence, asked))], "passive-clause"
    if cue.cls == "ask" and cue.preposition is not None and sentence.children(cue.preposition, "pobj", "pcomp"):
        asked = sentence.children(cue.preposition, "pobj", "pcomp")[0]
        return [(leftmost(sentence, asked, cue.preposition.index), rightmost(sentence, asked))], "passive-object"
    if not subjects or subjects[0].text.lower() in ("it", "who", "which", "that"):
        return None
    wanted = frozenset(("as",)) if cue.cls == "name" else _WITH_SUBJECT
    phrases = [k for k in sentence.children(verb, "prep") if k.text.lower() in wanted and k.index > verb.index]
    if phrases and scene.lexicon.takes("object", cue.entry) and sentence.children(phrases[0], "pobj", "pcomp"):
        return [
            _subject(sentence, subjects[0], verb),
            (phrases[0].index, rightmost(sentence, phrases[0])),
        ], "passive-object"
    if agent is not None and cue.cls not in ("want", "believe", "topic", "perceive", "show"):
        return [_subject(sentence, subjects[0], verb)], "passive-agent"
    return None


def _clause(
    scene: Scene, sentence: Sentence, cue: CueVerb, subjects: tuple[Token, ...]
) -> tuple[list[Range], str] | None:
    """Return the clause of "it was reported that …", or subject and infinitive of "he is believed to …"."""
    verb = cue.token
    for kid in sentence.children(verb, "oprd", "acomp") if cue.cls == "believe" and subjects else ():
        if kid.index == verb.index + 1 and kid.pos == "ADJ":  # "feared dead"
            return [
                _subject(sentence, subjects[0], verb),
                (kid.index, max(kid.index + 1, rightmost(sentence, verb))),
            ], "passive-infinitive"
    for kid in sentence.children(verb, "ccomp", "xcomp"):
        if kid.index < verb.index:
            continue
        infinitive = any(a.tag == "TO" for a in sentence.children(kid, "aux"))
        if infinitive and subjects and subjects[0].text.lower() != "it":
            return [
                _subject(sentence, subjects[0], verb),
                after(sentence, verb, kid, scene.lexicon),
            ], "passive-infinitive"
        if not infinitive and kid.dep == "ccomp":
            return [after(sentence, verb, kid, scene.lexicon)], "passive-clause"
    return None


def _asked(sentence: Sentence, cue: CueVerb) -> Token | None:
    """Return the question or order nobody is named as giving: "asked by a nurse if …", "being asked to …"."""
    for kid in sentence.children(cue.token, "ccomp", "advcl", "xcomp"):
        question = any(k.text.lower() in ("if", "whether") for k in sentence.children(kid, "mark"))
        order = kid.dep == "xcomp" and any(k.tag == "TO" for k in sentence.children(kid, "aux"))
        if kid.index > cue.token.index and (question or order):
            return kid
    return None


def _described(sentence: Sentence, participle: Token) -> Token:
    """Return the noun a bare participle describes: the one right before it, else its head."""
    left = sentence.tokens[participle.index - 1]
    return left if left.pos in ("NOUN", "PROPN") else sentence.head(participle)


def _subject(sentence: Sentence, subject: Token, verb: Token) -> Range:
    start = leftmost(sentence, subject)
    end = start
    indexes = {t.index for t in sentence.subtree(subject)}
    clause = {t.index for t in sentence.subtree(verb)} if verb.index in indexes else set()
    if subject.index == verb.index - 1:
        start = min([subject.index] + [k.index for k in sentence.children(subject) if k.index < subject.index])
        return start, verb.index
    while end in indexes and end not in clause and (end < verb.index or subject.index > verb.index):
        end += 1
    return start, end


def _span(scene: Scene, sentence: Sentence, found: Range) -> Span | None:
    start, end = found
    return clean(scene.view, sentence.tokens[start].start, sentence.tokens[end - 1].end) if start < end else None
