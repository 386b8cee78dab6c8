"""Actor classes: what kind of actor a noun phrase names, from the language pack's `actors.toml`."""
from __future__ import annotations
from sayso.lang.packs import Pack
from sayso.model.syntax import Sentence, Token
__all__ = ["actor_class"]
def actor_class(sentence: Sentence, head: Token, pack: Pack) -> str:
    """Return the class of the noun phrase headed by `head` ("" when the pack knows none)."""
    return ""
