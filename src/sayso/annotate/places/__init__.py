"""Places in a page: which names are places, which entries of the gazetteers they mean, and how near they say they are."""

from sayso.annotate.places.find import find_places

__all__ = ["find_places"]
