"""Events across reports: mentions of one happening brought together, two happenings kept apart.

First the mentions of one report merge (`within`), then reports' clusters meet where they share something rare (`across`):
a figure of one kind of victim, a place, a named person. A veto beats any score: two towns, two days, two kinds of victim.
"""

from sayso.link.events.link import link_events

__all__ = ["link_events"]
