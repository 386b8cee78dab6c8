"""Passages that a report of another language translates: found by figures, names, days and meanings, sentence by sentence."""

from sayso.link.lineage.tongues.find import first_of_tongues, translated

__all__ = ["first_of_tongues", "translated"]
