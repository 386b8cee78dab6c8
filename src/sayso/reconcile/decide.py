"""What would decide: words of a question's own statements that point to evidence, and people who say they were there.

Nothing is invented and nothing is fetched: an anchor is the stretch of its sentences that names a letter, a video, a grave, a
hospital, a court, or the name of a voice that says it saw what it tells. The words are data (`evidence.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from sayso.lang.packs import Pack
from sayso.model.reconstruction import Role, Voice, VoiceKind
from sayso.model.statements import Backing, Polarity, SaidBasis, Statement
from sayso.model.text import Anchor, Span, covers, overlaps
from sayso.reconcile.evidence import Evidence

__all__ = ["would_decide"]

MOST = 6
REACH = 300  # characters to what the same voice says next
LONGEST = 90  # characters of one pointer
PEOPLE = "people"
SHORTEST = 4  # characters; "he" and "they" name nobody who could be asked
DESCRIBED = 3  # words of "a man who stayed behind"; "a resident" could be anybody
THERE = frozenset({Role.RESIDENT, Role.DISPLACED, Role.WITNESS})
_BREAK = re.compile(r"[,;:.!?“”«»\"()–—\n]+")


def would_decide(evidence: Evidence, statements: Iterable[str]) -> tuple[Anchor, ...]:
    """Return at most six anchors that point to evidence, things before people, each wording once."""
    found: dict[tuple[int, str], Anchor] = {}
    wanted = {other for s in set(statements) for other in _of_one_mouth(evidence, evidence.corpus.statements[s])}
    for statement in sorted((evidence.corpus.statements[s] for s in wanted), key=evidence.anchor):
        for rank, anchor in (*_things(evidence, statement), *_people(evidence, statement)):
            key = (rank, " ".join(evidence.corpus.words(anchor).casefold().split()))
            found.setdefault(key, anchor)
    ranked = sorted(found, key=lambda k: (k[0], found[k]))
    apart: list[Anchor] = []
    for anchor in (found[key] for key in _spread(ranked)):
        if not any(a.document == anchor.document and overlaps(a.span, anchor.span) for a in apart):
            apart.append(anchor)
    return tuple(apart[:MOST])


def _spread(ranked: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Order so that each kind has its first before any has its second; a shorter wording of one shown is dropped."""
    kept = [
        k for k in ranked if not any(_says_more(other[1], k[1]) or (other[1] == k[1] and other < k) for other in ranked)
    ]
    seen: dict[int, int] = {}
    order = []
    for key in kept:
        seen[key[0]] = seen.get(key[0], 0) + 1
        order.append((seen[key[0]], key))
    return [key for _, key in sorted(order)]


def _of_one_mouth(evidence: Evidence, statement: Statement) -> Iterator[str]:
    """Yield a statement and those close by in which the same voices go on: "I saw them carry the cans"."""
    yield statement.id
    voices = set(evidence.first_voices(statement.id))
    reading = evidence.corpus.documents[evidence.corpus.document_of[statement.id]]
    for other in evidence.beside(reading, statement) if voices else ():
        apart = max(other.span.start - statement.span.end, statement.span.start - other.span.end)
        if apart <= REACH and other.report == statement.report and voices & set(evidence.first_voices(other.id)):
            yield other.id


def _says_more(words: str, than: str) -> bool:
    return len(words) > len(than) and than in words


def _things(evidence: Evidence, statement: Statement) -> Iterator[tuple[int, Anchor]]:
    pack = evidence.packs.get(statement.language)
    if pack is None or statement.polarity is Polarity.ASKS:
        return
    text, document = evidence.text_of(statement.id), evidence.corpus.document_of[statement.id]
    pattern, ranks = _pattern(pack)
    if pattern is None:
        return
    people = _rank_of_people(evidence)
    granted = statement.backing is Backing.PRESUPPOSED  # of a clause in passing only its own words count
    for sentence in statement.spans if granted else evidence.sentences(statement):
        for match in pattern.finditer(sentence.of(text).lower()):
            at = Span(sentence.start + match.start(), sentence.start + match.end())
            own = next((part for part in statement.spans if covers(part, at)), None)
            if at.end <= sentence.end and (own or ranks[match.group()] != people):
                yield ranks[match.group()], Anchor(document, _stretch(text, own or sentence, at))


@cache
def _pattern(pack: Pack) -> tuple[re.Pattern[str] | None, Mapping[str, int]]:
    """Return one pattern for all evidence words of a language, longest first, and the rank of each word's kind."""
    kinds = pack.table("evidence").get("kinds", {})
    ranks = {word: rank for rank, row in reversed(list(enumerate(kinds.values()))) for word in row["words"]}
    words = sorted(ranks, key=lambda w: (-len(w), w))
    return (re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b"), ranks) if words else (None, ranks)


def _stretch(text: str, inside: Span, word: Span) -> Span:
    """Return the words around an evidence word up to the nearest marks, inside its clause, at most a line of them."""
    start, end = inside.start, inside.end
    for mark in _BREAK.finditer(text, inside.start, inside.end):
        if mark.end() <= word.start:
            start = mark.end()
        elif mark.start() >= word.end:
            end = mark.start()
            break
    while end - start > LONGEST:
        left, right = text.find(" ", start, word.start), text.rfind(" ", word.end, end)
        if left < 0 and right < 0:
            break
        if right < 0 or (left >= 0 and word.start - start > end - word.end):
            start = left + 1
        else:
            end = right
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start + 1, start + len(words.strip())))


def _people(evidence: Evidence, statement: Statement) -> Iterator[tuple[int, Anchor]]:
    """Yield the names of voices that say they saw it, that the texts call witnesses, or who were there as it happened: a
    resident, one who fled. Nobody is asked as "residents"."""
    saw = statement.basis is SaidBasis.SAW
    for voice_id in evidence.first_voices(statement.id):
        voice = evidence.voice_by_id.get(voice_id)
        if (
            voice is None
            or voice.protected
            or voice.kind is VoiceKind.MEDIUM
            or not (saw or Role.WITNESS in voice.roles or (THERE & set(voice.roles) and _is_one(voice)))
        ):
            continue
        said = [name for name in voice.names if len(name.text) > SHORTEST]
        fullest = max(said, key=lambda name: (name.text == voice.label, len(name.text), name.text), default=None)
        if fullest and fullest.anchors:
            yield _rank_of_people(evidence), min(fullest.anchors)


def _is_one(voice: Voice) -> bool:
    """Tell whether a voice is one person who could be found: named, or described by more than a word."""
    return voice.kind is VoiceKind.PERSON and (voice.named or len(voice.label.split()) > DESCRIBED)


def _rank_of_people(evidence: Evidence) -> int:
    kinds = list(evidence.packs["en"].table("evidence").get("kinds", {}))
    return kinds.index(PEOPLE) if PEOPLE in kinds else len(kinds)
