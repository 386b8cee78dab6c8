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
from sayso.engine.version import reading_version
from sayso.lang.packs import load_packs
from sayso.model.resources import Resources
from sayso.model.syntax import Token

__all__ = ["load_resources"]

READ_LANGUAGES = ["en", "nn", "no", "da", "sv", "de", "fr", "es", "ar", "tr", "ru", "nl", "it", "pt", "fa", "he", "uk"]


# "Dar al-Marsa" is two tokens, not four: cut at the hyphen, the parser loses the subject of every second such sentence.
HYPHENED_NAME = re.compile(r"^\w+(?:[-‘’']\w+)*-[^\W\d_a-zß-öø-ÿ]\w+$")


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
        return [[s for s in map(_tokens, doc.sents) if s] for doc in self._nlp.pipe(texts, batch_size=64)]


def _tokens(sentence: Any) -> list[Token]:
    words = [t for t in sentence if not t.is_space]
    index = {t.i: n for n, t in enumerate(words)}
    return [
        Token(
            n, t.idx, t.idx + len(t), t.text, t.lemma_, *_part_of_speech(t), t.dep_, index.get(t.head.i, n), t.ent_type_
        )
        for n, t in enumerate(words)
    ]


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
    return Resources(dict(load_packs()), {"en": SpacyParser()}, load_gazetteers(), _identifier(), reading_version())
