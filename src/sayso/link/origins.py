"""Origins: the one function that counts independence (MODEL §4)."""
from __future__ import annotations
from collections.abc import Collection
from dataclasses import dataclass
from sayso.link.corpus import Corpus
from sayso.link.voices import Voices
from sayso.model.reconstruction import Lineage, Origin, OriginCount, SaySo
__all__ = ["Origins", "find_origins"]
@dataclass(frozen=True)
class Origins:
    """The corpus' statements grouped by origin; `count` is the one count of independence in the program."""
    all: tuple[Origin, ...] = ()
    def count(self, statements: Collection[str]) -> OriginCount:
        """Count independent origins of a set of statements."""
        return OriginCount(0, 0)
def find_origins(corpus: Corpus, voices: Voices, say_so: tuple[SaySo, ...], lineage: tuple[Lineage, ...]) -> Origins:
    return Origins()
