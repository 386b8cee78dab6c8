"""What a phrase means for the countries of the corpus: whose body it is, whether a country speaks, a medium's own name."""

from __future__ import annotations

from sayso.link.voices.lands import Lands
from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.terms import Form, Phrase

__all__ = ["bare", "body_of", "country_speaks", "land_of", "medium_key"]


def land_of(phrase: Phrase, lex: Lexicon, lands: Lands) -> str | None:
    """Return the country that the phrase itself names, also by the name of who rules it ("the Orlan regime")."""
    words = (*phrase.places, *phrase.name) if country_speaks(phrase, lex, lands) else phrase.places
    told = next((found for word in words if (found := lands.of(word, lex))), None)
    if told or phrase.body != "government":
        return told
    return next((found for word in phrase.places if (found := lands.ruled_by(word))), None)


def country_speaks(phrase: Phrase, lex: Lexicon, lands: Lands) -> bool:
    """Tell whether a bare country is the speaker ("Karvia said"), which means its government."""
    plain = phrase.form in {Form.NAME, Form.BODY} and not phrase.office and not phrase.plural
    return plain and len(phrase.core.split()) <= 2 and lands.of(bare(phrase.core), lex) is not None


def body_of(phrase: Phrase, lex: Lexicon, lands: Lands) -> str | None:
    """Return the sort of body a phrase speaks of: government, army, police, parliament."""
    return phrase.body or ("government" if country_speaks(phrase, lex, lands) else None)


def medium_key(phrase: Phrase, lex: Lexicon, lands: Lands) -> str:
    """Return a medium's own name for comparison, "" for one that is only described ("the newspaper", "Karvian state TV")."""
    words = [w for w in phrase.core.replace("’", "'").split() if not w.endswith("'s")]
    own = [w for w in words if w[:1].isupper() or "-" in w[2:3] or w.isupper()]
    telling = [w for w in own if not _says_only_what(w, lex) and lands.of(w, lex) is None]
    return " ".join(w.lower().replace("-", "").removeprefix("al") for w in telling)


def _says_only_what(word: str, lex: Lexicon) -> bool:
    low = lex.singular(word.lower())
    return (
        any(lex.has(k, low) for k in ("medium_heads", "state_words", "definite", "indefinite")) and not word.isupper()
    )


def bare(core: str) -> str:
    """Return a phrase in lower case without its article and possessive ending."""
    words = core.lower().replace("’", "'").removesuffix("'s").split()
    return " ".join(
        words[1:] if words and words[0] in {"the", "a", "an", "den", "det", "en", "et"} and len(words) > 1 else words
    )
