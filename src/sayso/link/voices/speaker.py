"""One voice of one report while it is being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.link.voices.lexicon import lexicon
from sayso.link.voices.terms import Form, Phrase
from sayso.model.reconstruction import VoiceKind
from sayso.model.text import Anchor

__all__ = ["Speaker"]


@dataclass
class Speaker:
    """One voice of one report while it is being gathered; `phrases` in the order they were brought in.

    `met` are phrases of the report that name or describe the same one where nothing is said: they tell the full name, the
    sex and who is spoken of, and are no places where the voice speaks.
    """

    report: str
    phrases: list[Phrase] = field(default_factory=list)
    met: list[Phrase] = field(default_factory=list)
    land: str | None = None
    assumed_land: str | None = None
    body: str | None = None
    rules: list[tuple[str, Anchor]] = field(default_factory=list)
    candidates: list[Speaker] = field(default_factory=list)
    speaks_for: Speaker | None = None
    sentence: str = ""
    medium_name: str = ""
    language: str = "und"
    land_words: frozenset[str] = frozenset()

    @property
    def told(self) -> list[Phrase]:
        """All phrases, spoken ones first."""
        return [*self.phrases, *self.met]

    @property
    def first(self) -> Phrase:
        """The phrase that brought the speaker in."""
        return self.phrases[0] if self.phrases else self.met[0]

    @property
    def name(self) -> tuple[str, ...]:
        """The fullest name given in the report."""
        return max((p.name for p in self.told), key=len, default=())

    @property
    def office(self) -> tuple[str, ...]:
        """The fullest title given in the report."""
        return max((p.office for p in self.told), key=len, default=())

    @property
    def kind(self) -> VoiceKind:
        """The kind that the first telling phrase gives."""
        told = [p.kind for p in self.told if p.form is not Form.PRONOUN and p.kind is not VoiceKind.UNKNOWN]
        return told[0] if told else VoiceKind.UNKNOWN

    @property
    def plural(self) -> bool:
        """Whether the speaker is several people."""
        return any(p.plural for p in self.told if p.form is not Form.PRONOUN) and not self.name

    @property
    def sex(self) -> str | None:
        """The sex told by a noun or a title, else by a given name, else by a pronoun."""
        told = next((p.sex for p in self.told if p.sex and p.form is not Form.PRONOUN), None)
        return told or self._by_name() or next((p.sex for p in self.told if p.sex), None)

    def _by_name(self) -> str | None:
        """Return the sex that a given name tells; a name of one word may be a surname."""
        lex, given = lexicon(self.language), (self.name or ("",))[0].lower()
        if lex.has("female_names", given):
            return "f"
        return "m" if len(self.name) > 1 and lex.has("male_names", given) else None

    @property
    def heads(self) -> frozenset[str]:
        """Every head noun and office word the speaker was described with."""
        lex = lexicon(self.language)
        told = [p for p in self.told if p.form is not Form.PRONOUN]
        offices = {word for p in told for word in p.office if not lex.has("org_words", word)}  # "the union's president"
        return frozenset({*(p.head for p in told if p.head), *offices})

    @property
    def thing(self) -> bool:
        """Whether the speaker is an "it": a report or survey, a ministry or company that no text names."""
        lex = lexicon(self.language)
        kinds = ("papers", "org_words")
        return self.kind is VoiceKind.UNKNOWN and any(lex.has(key, p.head) for p in self.told for key in kinds)

    @property
    def somebody(self) -> bool:
        """Whether the speaker is one who speaks and is told of by a noun that the language's lists do not know ("a weaver")."""
        told = [p for p in self.phrases if p.form is Form.ROLE and (p.fresh or p.known) and not p.plural]
        return self.kind is VoiceKind.UNKNOWN and bool(told) and not self.thing
