"""A voice that stands behind two answers that exclude each other: it changed its account, or two accounts are laid in its mouth.

It is shown as such, with both places, and no more is made of it; which came first is said only where the days tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model.reconstruction import Answer, Because, RelationType, ValueRelation, VoiceKind
from sayso.reconcile.evidence import Evidence

__all__ = ["changed_accounts"]

ONE = frozenset({VoiceKind.PERSON, VoiceKind.BODY, VoiceKind.MEDIUM})  # "residents" who differ are different residents
APART = frozenset({RelationType.CONFLICTS})


def changed_accounts(
    evidence: Evidence, answers: Sequence[Answer], relations: Sequence[ValueRelation]
) -> Iterator[Because]:
    """Yield a reason for each voice that gives two answers of which only one can hold."""
    by_id = {answer.id: answer for answer in answers}
    for relation in relations:
        if relation.type in APART:
            a, b = by_id[relation.a], by_id[relation.b]
            for voice in sorted(set(a.voices) & set(b.voices)):
                found = _because(evidence, voice, a, b)
                if found:
                    yield found


def _because(evidence: Evidence, voice_id: str, a: Answer, b: Answer) -> Because | None:
    voice = evidence.voice_by_id.get(voice_id)
    if voice is None or voice.kind not in ONE or voice.protected:
        return None
    mine, theirs = _said(evidence, voice_id, a), _said(evidence, voice_id, b)
    if not mine or not theirs or set(mine) & set(theirs):
        return None
    first, second = a, b
    days = [evidence.said(ids) for ids in (mine, theirs)]
    known = [(d[0], d[1]) for d in days if d[0] and d[1]]
    later = len(known) == 2 and (known[0][1] < known[1][0] or known[1][1] < known[0][0])
    if later and known[1][1] < known[0][0]:
        first, second = b, a
    text = f"{voice.label} {'first' if later else 'both'} says “{first.text}” {'and later' if later else 'and'} “{second.text}”"
    anchors = (
        evidence.anchor(evidence.corpus.statements[mine[0]]),
        evidence.anchor(evidence.corpus.statements[theirs[0]]),
    )
    return Because("changed-account", text, tuple(sorted(anchors)))


def _said(evidence: Evidence, voice: str, answer: Answer) -> list[str]:
    return [s for s in answer.statements if voice in evidence.first_voices(s)]
