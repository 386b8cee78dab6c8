"""Places in a page: which names are places, which entries of the gazetteers they mean, how near they say they are, and which of
them an event was in."""

from sayso.annotate.places.find import find_places
from sayso.annotate.places.of_event import places_of_event

__all__ = ["find_places", "places_of_event"]
