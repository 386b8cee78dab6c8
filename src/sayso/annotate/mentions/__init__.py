"""Mentions of persons, bodies, groups, places, arms and values; and single victims that a text names or describes."""

from sayso.annotate.mentions.find import find_mentions
from sayso.annotate.mentions.victims import find_persons

__all__ = ["find_mentions", "find_persons"]
