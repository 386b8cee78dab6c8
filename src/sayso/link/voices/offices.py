"""Offices that one person holds at a time: what tells two ministers apart, and brings a minister and his office together."""

from __future__ import annotations

from sayso.link.voices.speaker import Speaker

__all__ = ["office_key", "portfolio"]


def portfolio(speaker: Speaker) -> str | None:
    """Return the office of a minister or secretary with the word before it, None for other offices."""
    words = [w for w in speaker.office if w.endswith(("minister", "secretary"))]
    if not words:
        return None
    at = speaker.office.index(words[0])
    return " ".join(speaker.office[max(0, at - 1) : at + 1])


def office_key(speaker: Speaker) -> str | None:
    """Return an office that one person of a country holds at a time ("interior minister"), None for any other."""
    if speaker.plural:
        return None
    held = portfolio(speaker)
    if held and (" " in held or len(held) > len("minister")):
        return held
    return "president" if speaker.office[-1:] == ("president",) else None
