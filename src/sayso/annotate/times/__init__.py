"""Times in a page: what the words say, and what they come to against the report's date or the dates told before."""

from sayso.annotate.times.find import find_times

__all__ = ["find_times"]
