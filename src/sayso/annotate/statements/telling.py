"""Which attributions put a statement in a mouth, and which only tell what somebody does, means or feels."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.annotate.statements.joins import is_predicate
from sayso.annotate.statements.phrases import Lexicon
from sayso.annotate.statements.stance import stance_of_cue
from sayso.annotate.statements.tokens import TokenIndex
from sayso.model.annotations import Attribution
from sayso.model.statements import Polarity
from sayso.model.syntax import Sentence, Token
from sayso.model.text import covers

NAMING = "/name"
"""The class of cues that call something something ("identified nine of them as farmers"): the clause is told as a whole."""

JUDGING = "/judge"
"""The class of cues that praise or blame; without a parse a mere noun after one ("fordømte angrepet") tells nothing."""
SHORTEST = 2  # tokens

CLAUSES = ("clause", "postposed", "unpunctuated")
"""The rules that find a whole clause."""

PERCEIVING = "/perceive"
LONGEST_PRONOUN = 4  # letters

__all__ = ["NAMING", "called_false", "is_told"]


def is_told(
    attribution: Attribution,
    index: TokenIndex,
    lexicons: Mapping[str, Lexicon],
    triggers: frozenset[int],
    opening: frozenset[int],
) -> bool:
    """Tell whether an attribution's content can be a statement of its source.

    It is not when the source does or means to do something ("refused to fire", "plans to build"), when a hedge only
    describes a noun ("an alleged deserter"), when nothing is said of the thing ("feared reprisals") or when it is not
    asked for at all ("we never asked for help"). The clause then stays whole, in the voice that tells it. What is quoted
    from its first word is always said; `opening` holds the places where quotations begin.
    """
    sentence = index.sentence_at(attribution.cue[0]) if attribution.cue else None
    if sentence is not None and not sentence.parsed and attribution.rule.endswith(JUDGING):
        return sum(len(index.inside(span)) for span in attribution.content) > SHORTEST
    if sentence is None or not sentence.parsed or any(span.start in opening for span in attribution.content):
        return bool(attribution.content)
    words = lexicons[sentence.language]
    cue = tuple(t for span in attribution.cue for t in index.inside(span))
    whole = [t for span in attribution.content for t in index.inside(span)]
    content = tuple(t for t in whole if covers(sentence.span, t.span))
    if not cue or not content:
        return bool(whole)  # what is said in another sentence than its cue's is told there
    if all(t.dep == "amod" for t in cue) or (not attribution.source and _is_impersonal(cue, sentence)):
        return False
    if _is_own_hearing(attribution, cue, words):
        return False
    if _is_deed(cue, content, sentence, words) or _is_not_wanted(attribution, cue, sentence, words):
        return False
    return _says(attribution, cue, content, sentence, words, triggers)


def _is_impersonal(cue: tuple[Token, ...], sentence: Sentence) -> bool:
    """ "It was not clear", "there is no question": the narrator's own judgement, nobody's speech."""
    over = [*cue, *(sentence.head(t) for t in cue)]
    judged = any(t.pos in ("ADJ", "NOUN") for t in cue) or any(sentence.children(t, "neg") for t in cue)
    return judged and any(
        kid.lemma.lower() in ("it", "there") for t in over for kid in sentence.children(t, "nsubj", "nsubjpass", "expl")
    )


def called_false(content: tuple[Token, ...], words: Lexicon) -> tuple[Token, ...] | None:
    """Return the words by which a report or claim is called false ("called the report baseless"), None where none is."""
    found = words.phrases("polarity", "false").find(content)
    return found[0][1] if found and words.phrases("polarity", "claims").any(content) else None


def _is_own_hearing(attribution: Attribution, cue: tuple[Token, ...], words: Lexicon) -> bool:
    """ "We heard that …", said by somebody: how the speaker knows, and no voice of its own."""
    spoken = attribution.parent is not None and attribution.rule.endswith(PERCEIVING)
    sources = {span.end - span.start for span in attribution.source}
    return spoken and len(sources) == 1 and max(sources) <= LONGEST_PRONOUN and words.phrases("basis", "heard").any(cue)


def _is_deed(cue: tuple[Token, ...], content: tuple[Token, ...], sentence: Sentence, words: Lexicon) -> bool:
    if not words.phrases("polarity", "deeds").any(cue):
        return False
    if content[0].tag == "TO":
        verb = sentence.head(content[0])
        return verb.lemma.lower() not in words.words("polarity", "telling") and not sentence.children(
            verb, "nsubj", "nsubjpass"
        )
    held_back = words.phrases("polarity", "withheld").any(cue)
    return held_back and not any(t.lemma.lower() in words.words("polarity", "telling") for t in cue)


def _is_not_wanted(attribution: Attribution, cue: tuple[Token, ...], sentence: Sentence, words: Lexicon) -> bool:
    if stance_of_cue(attribution, cue, sentence, words).polarity is not Polarity.WANTS:
        return False
    return any(t.dep == "neg" or sentence.children(t, "neg") for t in cue)


def _says(
    attribution: Attribution,
    cue: tuple[Token, ...],
    content: tuple[Token, ...],
    sentence: Sentence,
    words: Lexicon,
    triggers: frozenset[int],
) -> bool:
    """Tell whether a content tells anything: it has a verb of its own, a happening, or is denied, asked for or doubted."""
    inside = {t.index for t in content}
    tops = [t for t in content if t.head not in inside or t.head == t.index]
    if attribution.rule.endswith(NAMING) and not any(is_predicate(t, sentence) for t in tops):
        return called_false(content, words) is not None
    if any(t.start in triggers for t in content):
        return True
    if any(is_predicate(t, sentence) for t in tops):
        return True
    if attribution.rule.startswith(CLAUSES) and any(t.pos == "VERB" for t in content):
        return True  # a clause by its place, whatever the parse makes of its verb ("Two families left, she said")
    if any(
        kid.tag == "TO" for t in tops for one in sentence.children(t, "acl") for kid in sentence.children(one, "aux")
    ):
        return True
    return stance_of_cue(attribution, cue, sentence, words).polarity is not Polarity.ASSERTS
