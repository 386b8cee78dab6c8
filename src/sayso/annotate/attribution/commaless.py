"""Closing cues in reports that have lost every comma: "… in the harbor Mira Tolland said on Friday."

Where the parse of such a sentence takes the speaker for a part of what is said, the words themselves still show who speaks:
a pronoun, a name, or a noun for people or bodies that speak, right before the cue and followed by nothing but when, where
and to whom it was said. Elsewhere `unpunctuated` reads the few sentences that lack one comma.
"""

from __future__ import annotations

from sayso.annotate.attribution.contents import FINITE, Range
from sayso.annotate.attribution.draft import Scene
from sayso.annotate.attribution.objects import takes_lives
from sayso.annotate.attribution.saidby import Speakers
from sayso.annotate.attribution.spans import clean
from sayso.annotate.attribution.words import CueVerb
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["closing_cue", "reporting_noun"]


def closing_cue(scene: Scene, sentence: Sentence, cue: CueVerb) -> tuple[tuple[Span, ...], list[Range]] | None:
    """Return source and content of a cue that closes a sentence of a report without commas, None when it is not one."""
    verb = cue.token
    if not scene.lexicon.takes("closing", cue.entry) or sentence.children(verb, "auxpass") or verb.index < 3:
        return None
    if not _is_finite(sentence, verb) or not _ends(scene, sentence, verb.index + 1):
        return None
    if _leads_on(sentence, verb) or takes_lives(sentence, cue, scene.lexicon):
        return None
    reader = Speakers(sentence, scene.lexicon)
    found = reader.after(cue) or reader.before(verb)
    if found is None or not _is_told(sentence, found.content):
        return None
    pieces = (clean(scene.view, sentence.tokens[a].start, sentence.tokens[b].end) for a, b in found.spans)
    source = tuple(span for span in pieces if span is not None)
    return (source, [(_quote_start(scene, sentence, found.content), found.content)]) if source else None


def _quote_start(scene: Scene, sentence: Sentence, end: int) -> int:
    """Return where what is said begins: at a quotation right before the speaker that follows a full stop, else at 0."""
    quote = scene.quote_at(sentence.tokens[end - 1].start) if end else None
    if quote is None or quote.span.start <= sentence.span.start:
        return 0
    stopped = scene.view[sentence.span.start : quote.span.start].rstrip().endswith((".", "!", "?", "”", '"'))
    return next((t.index for t in sentence.tokens if t.start >= quote.span.start), 0) if stopped else 0


def reporting_noun(scene: Scene, sentence: Sentence, token: Token) -> CueVerb | None:
    """Return the cue "reports" at a sentence's end that the parser takes for a noun ("… were wounded NNA reports")."""
    left = sentence.tokens[token.index - 1] if token.index else token
    last = all(t.pos == "PUNCT" for t in sentence.tokens[token.index + 1 :])
    named = left.text[:1].isupper() or scene.lexicon.takes("speakers", left.text.lower())
    if token.text != "reports" or token.pos not in ("NOUN", "PROPN") or not last or not named:
        return None
    return CueVerb(token, "report", "say", token.span) if sentence.report in scene.commaless else None


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb has a tense; of "report" the parser often takes the past for a participle, or a noun."""
    if verb.lemma.lower() == "report":
        return True
    return verb.tag in FINITE or any(k.tag in FINITE for k in sentence.children(verb, "aux"))


def _leads_on(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a cue goes on with an infinitive, or only describes the noun before it ("which claimed …")."""
    following = sentence.tokens[verb.index + 1 : verb.index + 2]
    relative = sentence.tokens[verb.index - 1].tag in ("WDT", "WP")
    return relative or any(t.tag == "TO" for t in following)


def _ends(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Tell whether no clause follows a place: only when, where, how and to whom something was said, or "adding that"."""
    for token in sentence.tokens[start:]:
        if token.tag == "VBG" and scene.lexicon.class_of(token.lemma.lower()) in ("say", "claim", "want", "name"):
            return True
        if (token.text.lower(), token.tag) == ("according", "VBG"):
            return True
        if token.tag in FINITE or token.pos == "SCONJ" or (token.tag in ("WP", "WDT") and token.pos != "DET"):
            return False
    return True


def _is_told(sentence: Sentence, end: int) -> bool:
    """Tell whether a clause stands before a place; words that a quotation mark closes are one."""
    tokens = sentence.tokens[:end]
    return any(t.pos in ("VERB", "AUX") for t in tokens) or bool(tokens and tokens[-1].text in "”\"'")
