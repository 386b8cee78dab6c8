"""Load what reading needs: the English parser, language packs, gazetteer and language identifier, once a process."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from sayso.engine.gazetteers import load_gazetteers
from sayso.engine.model_files import MODEL, check_model
from sayso.engine.pool import one_thread
from sayso.engine.tagger import load_tagger
from sayso.engine.version import reading_version
from sayso.lang.packs import load_packs
from sayso.model.resources import Resources
from sayso.model.syntax import Token

__all__ = ["load_resources"]

READ_LANGUAGES = ["en", "nn", "no", "da", "sv", "de", "fr", "es", "ar", "tr", "ru", "nl", "it", "pt", "fa", "he", "uk"]


# "Dar al-Marsa" is two tokens, not four: cut at the hyphen, the parser loses the subject of every second such sentence.
HYPHENED_NAME = re.compile(r"^\w+(?:[-‘’']\w+)*-[^\W\d_a-zß-öø-ÿ]\w+$")


# Soft hyphen, zero-width space, non-joiner, joiner, word joiner, byte order mark: they part words for a tokenizer only.
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class SpacyParser:
    """spaCy's English pipeline behind the `Parser` protocol."""

    def __init__(self) -> None:
        check_model()
        one_thread()
        # `senter` finds sentence ends without a parse, which the parser does better; the rest is all used.
        self._nlp: Any = import_module(MODEL).load(exclude=["senter"])
        self._nlp.tokenizer.token_match = HYPHENED_NAME.match

    def parse(self, texts: Sequence[str]) -> list[list[list[Token]]]:
        """Parse each text; sentences and tokens as `Parser` says."""
        shown = [_shown(text) for text in texts]
        docs = self._nlp.pipe([words for words, _ in shown], batch_size=64)
        return [
            [s for s in (_tokens(sent, places) for sent in doc.sents) if s]
            for doc, (_, places) in zip(docs, shown, strict=True)
        ]


def _shown(text: str) -> tuple[str, list[int] | None]:
    """Return a text without the characters that part words and cannot be seen, and where each of the others stood."""
    if INVISIBLE.isdisjoint(text):
        return text, None
    places = [n for n, char in enumerate(text) if char not in INVISIBLE]
    return "".join(text[n] for n in places), places


def _tokens(sentence: Any, places: list[int] | None) -> list[Token]:
    """Return a sentence's tokens; `places` tells where each character that was parsed stands in the text."""
    words = [t for t in sentence if not t.is_space]
    index = {t.i: n for n, t in enumerate(words)}
    return [
        Token(
            n,
            *_extent(t.idx, len(t), places),
            t.text,
            t.lemma_,
            *_part_of_speech(t),
            t.dep_,
            index.get(t.head.i, n),
            t.ent_type_,
        )
        for n, t in enumerate(words)
    ]


def _extent(start: int, length: int, places: list[int] | None) -> tuple[int, int]:
    """Return where a token starts and ends in the text; what was left out behind its last letter belongs to it."""
    if places is None:
        return start, start + length
    last = places[start + length - 1]
    after = places[start + length] if start + length < len(places) else last + 1
    return places[start], after if after - last > 1 else last + 1


def _part_of_speech(token: Any) -> tuple[str, str]:
    """Return part of speech and tag; a hyphened name is a name, whatever the tagger makes of so rare a token."""
    if "-" in token.text and HYPHENED_NAME.match(token.text) and token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
        return "PROPN", "NNP"
    return token.pos_, token.tag_


@cache
def _identifier() -> Callable[[str], str]:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  it loads slowly

    identifier = LanguageIdentifier.from_model_file(MODEL_DIR / MODEL_FILE)
    identifier.set_languages(READ_LANGUAGES)

    def identify(text: str) -> str:
        code = str(identifier.classify(text)[0])
        return "nb" if code == "no" else code

    return identify


@cache
def load_resources() -> Resources:
    """Load everything; raise `ResourceError` when a part is missing or is not the one expected."""
    return Resources(
        dict(load_packs()), {"en": SpacyParser()}, load_gazetteers(), _identifier(), reading_version(), load_tagger()
    )
