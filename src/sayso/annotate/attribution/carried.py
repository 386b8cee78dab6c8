"""Speech that goes on from sentence to sentence in languages without a parser.

A sentence whose verb is in the form of reported speech goes on with the speaker before it ("Die Lage sei ruhig."). A
paragraph of dialogue or one that is a quotation without a cue is part of what the speaker before it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.forms import Forms
from sayso.annotate.attribution.spans import clean, join, trimmed
from sayso.model.syntax import Sentence
from sayso.model.text import Span

__all__ = ["with_carried"]

_DASHES = "–—−-"
_FIRST_FINITE = 3  # finite verbs of a sentence among which its main verb stands


def with_carried(scene: Scene, forms: Forms, drafts: Sequence[Draft]) -> list[Draft]:
    """Add what goes on without a cue to what is found in the sentences nobody parses."""
    if all(sentence.parsed for sentence in scene.sentences):
        return list(drafts)
    carrier = _Carrier(scene, forms, drafts)
    carrier.run()
    return _with_dialogue(scene, _with_continued(scene, [*carrier.kept, *carrier.found]))


class _Carrier:
    """Walks the sentences in order with the speaker whose words may go on."""

    def __init__(self, scene: Scene, forms: Forms, drafts: Sequence[Draft]) -> None:
        self.scene, self.forms = scene, forms
        self.kept = list(drafts)
        self.found: list[Draft] = []
        self._last: Draft | None = None
        self._run = False
        self._by_sentence: dict[int, list[int]] = {}
        for i, draft in enumerate(self.kept):
            self._by_sentence.setdefault(draft.sentence, []).append(i)

    def run(self) -> None:
        """Carry speakers on."""
        for number, sentence in enumerate(self.scene.page.sentences):
            if sentence.parsed or sentence.language != self.scene.language:
                self._last = None
                continue
            own = [i for i in self._by_sentence.get(number, []) if self.kept[i].content]
            told = [i for i in own if self.kept[i].source]
            outer = [i for i in told if not self._nested(i, told)]
            if outer and self._main(sentence, outer):
                self._last, self._run = self.kept[max(outer, key=lambda i: self.kept[i].at)], False
            elif self._last is not None and not self._carry(number, sentence, own, self._last):
                self._last = None

    def _nested(self, i: int, others: Sequence[int]) -> bool:
        at = self.kept[i].at
        return any(o != i and any(s.start <= at < s.end for s in self.kept[o].content) for o in others)

    def _main(self, sentence: Sentence, outer: Sequence[int]) -> bool:
        """Tell whether a sentence reports by itself: its cue is not in the form of somebody's reported speech."""
        cues = [span for i in outer for span in self.kept[i].cue]
        tokens = [t for span in cues for t in sentence.tokens_in(span)]
        return self._last is None or not any(self.forms.is_subjunctive(t) for t in tokens)

    def _carry(self, number: int, sentence: Sentence, own: Sequence[int], last: Draft) -> bool:
        """Give a sentence to the last speaker, if its form says that he goes on."""
        if not self._same_report(number, last):
            return False
        hearsay = [i for i in own if self.kept[i].rule == "hearsay" and not self.kept[i].source]
        if self._subjunctive(sentence):
            span = clean(self.scene.view, sentence.span.start, sentence.span.end)
            if span is not None and not self._covered(span):
                self._add(number, last, span)
            return True
        for i in hearsay if self.forms.carries_hearsay else ():
            self.kept[i] = replace(self.kept[i], source=last.source)
        return bool(hearsay) and self.forms.carries_hearsay

    def _add(self, number: int, last: Draft, span: Span) -> None:
        """Add a sentence to the words carried on, or begin them."""
        if self._run and self.found and self.found[-1].source == last.source:
            before = self.found[-1]
            whole = Span(before.content[0].start, span.end)
            self.found[-1] = replace(before, content=(whole,))
        else:
            self.found.append(Draft(span.start, last.source, (), (span,), "carried", last.cls, number, "lexicon"))
        self._run = True

    def _covered(self, span: Span) -> bool:
        last = self._last
        return last is not None and any(s.start <= span.start and span.end <= s.end for s in last.content)

    def _same_report(self, number: int, last: Draft) -> bool:
        sentences = self.scene.page.sentences
        near = sentences[number].paragraph - sentences[max(last.sentence, number - 1)].paragraph <= 1
        return near and sentences[number].report == sentences[last.sentence].report

    def _subjunctive(self, sentence: Sentence) -> bool:
        """Tell whether the first finite verbs of a sentence include one in the form of reported speech, unquoted."""
        seen = 0
        for token in sentence.tokens:
            if self.forms.is_finite(token) and self.scene.quote_at(token.start) is None:
                if self.forms.is_subjunctive(token):
                    return True
                seen += 1
                if seen >= _FIRST_FINITE:
                    return False
        return False


def _with_continued(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Join a quotation that goes on over paragraphs to what its speaker said before."""
    found: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.content[0].start if d.content else d.at, d.at)):
        before = _spoken_before(found, draft) if draft.rule == "continued" and not draft.cue else None
        if before is None:
            found.append(draft)
        else:
            whole = found[before]
            found[before] = replace(whole, content=join((*whole.content, *draft.content), scene.view))
    return found


def _spoken_before(found: Sequence[Draft], draft: Draft) -> int | None:
    return next((i for i in range(len(found) - 1, -1, -1) if found[i].source == draft.source and found[i].cue), None)


def _with_dialogue(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give paragraphs that open with a dash and have no cue to the speaker of the dialogue right before them."""
    by_paragraph: dict[int, list[int]] = {}
    for i, draft in enumerate(drafts):
        if draft.content:
            by_paragraph.setdefault(scene.page.sentences[draft.sentence].paragraph, []).append(i)
    speaker: int | None = None
    for number, paragraph in enumerate(scene.page.paragraphs):
        own = by_paragraph.get(number, [])
        dashed = scene.view[paragraph.start] in _DASHES
        if own or not dashed:
            spoken = [i for i in own if drafts[i].rule == "dash"]
            speaker = spoken[-1] if dashed and len(spoken) == 1 else None
            continue
        first = scene.first_sentences.get(number)
        told = trimmed(scene.view, paragraph.start, paragraph.end)
        if speaker is None or first is None or told is None or scene.page.sentences[first].language != scene.language:
            speaker = None
            continue
        drafts[speaker] = replace(drafts[speaker], content=(*drafts[speaker].content, told))
    return drafts
