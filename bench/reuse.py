"""`python -m bench.reuse [NUMBER]`: CPU time and memory of lineage alone, over made-up documents of about 3,000 characters.

The words are invented and drawn by rank as in a language, with the words of a topic mixed in. A third of the documents are
copies: verbatim, cut, edited, or quoting three sentences. Every run makes the same documents.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice
from random import Random

from bench.speed import peak_megabytes
from sayso.link.corpus import Corpus
from sayso.link.lineage import find_lineage
from sayso.model.ids import sha256_hex
from sayso.model.reading import Reading
from sayso.model.reports import Report
from sayso.model.text import Claimed, Span

__all__ = ["made_readings", "measure"]

SEED = 7
WORDS, TOPIC, LENGTH = 30_000, 150, 3_000  # words in all and of one topic; characters of a document
COPIED, LIVELY, RECENT = 0.3, 0.25, 200  # share of copies; of originals that are copied; how far back one copies
ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "kr", "st", "tr")
VOWELS, CODAS = ("a", "e", "i", "o", "u", "ai", "ou"), ("", "n", "r", "l", "s", "t", "k")


@dataclass
class Maker:
    """Draws invented words, sentences and documents from one source of chance."""

    topics: int
    chance: Random = field(default_factory=lambda: Random(SEED))

    def __post_init__(self) -> None:
        words: dict[str, None] = {}
        while len(words) < WORDS:
            words[self._word()] = None
        self.words = list(words)
        self.ranks = list(accumulate(1 / (rank + 3) for rank in range(WORDS)))
        self.of_topic = [self.chance.sample(self.words, TOPIC) for _ in range(self.topics)]

    def _word(self) -> str:
        pick = self.chance.choice
        return "".join(pick(ONSETS) + pick(VOWELS) + pick(CODAS) for _ in range(pick((1, 2, 2, 3, 3, 4))))

    def sentences(self, topic: Sequence[str], length: int = LENGTH) -> list[str]:
        """Return new sentences of one topic, `length` characters in all or a little more."""
        found: list[str] = []
        while sum(map(len, found)) < length:
            words = self.chance.choices(self.words, cum_weights=self.ranks, k=self.chance.randint(8, 28))
            words = [self.chance.choice(topic) if self.chance.random() < 0.25 else word for word in words]
            if self.chance.random() < 0.3:
                words[self.chance.randrange(len(words))] = str(self.chance.randint(2, 400))
            found.append(" ".join(words).capitalize() + ".")
        return found

    def copy(self, of: Sequence[str], topic: Sequence[str]) -> list[str]:
        """Return a copy of a document: as it is, cut, edited, or three of its sentences inside new ones."""
        how = self.chance.choice(("verbatim", "cut", "edited", "quoting"))
        if how == "quoting":
            new, at = self.sentences(topic, LENGTH * 4 // 5), self.chance.randrange(len(of) - 3)
            return [*new[:5], *of[at : at + 3], *new[5:]]
        if how == "edited":
            return [self._edited(s) if self.chance.random() < 0.4 else s for s in of]
        return list(of[: len(of) * 2 // 3] if how == "cut" else of)

    def _edited(self, sentence: str) -> str:
        words = sentence.split()
        for _ in range(max(1, len(words) // 8)):
            words[self.chance.randrange(len(words))] = self.chance.choice(self.words)
        return " ".join(words)

    def documents(self) -> Iterator[list[str]]:
        """Yield documents as sentences, without end."""
        lively: list[tuple[list[str], list[str]]] = []
        while True:
            if lively and self.chance.random() < COPIED:
                yield self.copy(*self.chance.choice(lively[-RECENT:]))
                continue
            topic = self.chance.choice(self.of_topic)
            made = self.sentences(topic)
            if self.chance.random() < LIVELY:
                lively.append((made, topic))
            yield made


def made_readings(number: int) -> list[Reading]:
    """Return `number` readings of made-up documents: one report each, with its sentences and nothing else."""
    documents = islice(Maker(max(1, number // 20)).documents(), number)
    return [_reading(i, sentences) for i, sentences in enumerate(documents)]


def _reading(number: int, sentences: Sequence[str]) -> Reading:
    text = " ".join(sentences)
    document = sha256_hex(f"{number} {text}")[:20]
    ends = list(accumulate(len(s) + 1 for s in sentences))
    spans = tuple(Span(end - len(s) - 1, end - 1) for s, end in zip(sentences, ends, strict=True))
    report = Report(sha256_hex(document)[:16], document, (Span(0, len(text)),), "en")
    return Reading(document, str(number), text, Claimed(), "en", reports=(report,), sentences=spans)


def measure(number: int) -> dict[str, float]:
    """Measure lineage over `number` made-up documents."""
    corpus = Corpus.of(made_readings(number))
    before = peak_megabytes()
    begun = time.process_time()
    links = find_lineage(corpus, ())
    seconds = time.process_time() - begun
    return {
        "documents": number,
        "passages found": len(links),
        "lineage, CPU seconds": seconds,
        "lineage, CPU ms a document": 1000 * seconds / number,
        "peak memory with all readings, MB": before,
        "peak memory, MB": peak_megabytes(),
    }


if __name__ == "__main__":
    for name, value in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000).items():
        print(f"{name:<52}{value:>12.4g}")
