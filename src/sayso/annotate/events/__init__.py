"""Event mentions: something said to have happened, at one trigger word, with its roles.

"Twelve guards were killed by gunmen near the mill on Sunday" → `kill` with target, agent, count, place, time. Triggers and
kinds come from the language pack; roles from the parse (`roles.py`), or from word order where there is no parser
(`flat.py`). What the clause makes of the event (it happened, it did not, it is wanted …) is its `fact`.
"""

from sayso.annotate.events.find import find_event_mentions

__all__ = ["find_event_mentions"]
