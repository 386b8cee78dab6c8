"""Figures in a page: the number as said, what is counted, its act, scope and window."""

from sayso.annotate.quantities.find import find_quantities

__all__ = ["find_quantities"]
