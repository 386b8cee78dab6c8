"""Who feeds whom: reports and agencies as a graph, drawn without chance, and the same as rows for those who read tables."""

from sayso.present.feeds.forest import Feed, Feeds, Source, feeds_of
from sayso.present.feeds.layout import Box, Drawing, Line, draw

__all__ = ["Box", "Drawing", "Feed", "Feeds", "Line", "Source", "draw", "feeds_of"]
