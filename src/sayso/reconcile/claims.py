"""Claims called false: statements about statements, where no event word told us what was at issue."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.model.reconstruction import About, Because, QuestionSlot, RelationType
from sayso.model.statements import Polarity, Statement
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence

__all__ = ["ask_claims", "is_whole", "plain_words"]

LONGEST = 160  # characters of a claim in a question
FEWEST = 4  # words
LONG_ENOUGH = 4  # characters: "used" is a verb form, "red" is not
QUOTES = '"“”'
# Verb forms that make a clause of a claim; without one it is a name for something, not a claim.
FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "would", "did", "does", "do", "can", "could", "may"}
) | frozenset({"er", "var", "har", "hadde", "vil", "skal", "ble", "blir", "kan"})
_THAT = re.compile(r"^(?:that|at|of)\s+", re.IGNORECASE)


def ask_claims(evidence: Evidence, covered: Iterable[str]) -> list[DraftQuestion]:
    """Draft a question for each claim that another voice denies, unless an event's question already holds the claim."""
    known = set(covered)
    drafts = []
    for statement in evidence.corpus.statements.values():
        about = evidence.corpus.statements.get(statement.about or "")
        if about and statement.polarity is Polarity.DENIES and about.id not in known:
            if not is_whole(evidence, about) or not evidence.is_attributed(statement):
                continue
            drafts.append(_draft(evidence, about, statement))
    return drafts


def plain_words(evidence: Evidence, claim: Statement) -> str:
    """Return a claim's words on one line, without the word that ties them to who claims it."""
    return _THAT.sub("", " ".join(evidence.words(claim).split()))


def is_whole(evidence: Evidence, claim: Statement) -> bool:
    """Tell whether a claim's words can be true or false by themselves: "closing it" and "to halt flights" cannot."""
    line = plain_words(evidence, claim)
    words = line.casefold().split()
    if len(words) < FEWEST or sum(line.count(mark) for mark in QUOTES) % 2:
        return False
    unfinished = words[0] in {"to", "for", "by"} or words[0].endswith("ing")
    return not unfinished and any(w in FINITE or (w.endswith("ed") and len(w) > LONG_ENOUGH) for w in words[1:])


def _draft(evidence: Evidence, claim: Statement, denial: Statement) -> DraftQuestion:
    yes, no = DraftAnswer("yes", "Yes"), DraftAnswer("no", "No")
    attributed = evidence.is_attributed(claim)
    yes.add("statements" if attributed else "presupposed", claim.id, evidence.anchor(claim))
    no.add("statements", denial.id, evidence.anchor(denial))
    anchors = (evidence.anchor(claim), evidence.anchor(denial))
    because = Because("claim-denied", "the claim is repeated in order to be denied", tuple(sorted(anchors)))
    relation = DraftRelation("yes", "no", RelationType.CONFLICTS, About.DENIAL, because)
    words = plain_words(evidence, claim)[:LONGEST]
    template = str(evidence.packs["en"].table("questions")["claims"]["whether"])
    text = template.replace("{claim}", f"“{words}”")
    return DraftQuestion(QuestionSlot.WHETHER, text, [yes, no], None, 1.0, [relation], anchor=min(anchors))
