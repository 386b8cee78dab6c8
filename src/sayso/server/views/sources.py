"""The timeline, and who took what from whom."""

from __future__ import annotations

from sayso.present.dossier.feeds import feed_chart
from sayso.present.dossier.timeline import timeline
from sayso.server.contract.case import FeedChart, Timeline, TimelineDay
from sayso.server.index import AppIndex

__all__ = ["sources", "times"]


def times(index: AppIndex) -> Timeline:
    """Return the days on which something is said to have happened."""
    days, more = timeline(index)
    return Timeline(days=[TimelineDay.model_validate(day) for day in days], more=more)


def sources(index: AppIndex) -> FeedChart:
    """Return who feeds whom, and what changed on the way."""
    return FeedChart.model_validate(feed_chart(index))
