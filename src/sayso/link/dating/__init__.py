"""Dates of undated reports, inferred from the case: what reports tell of one happening ties their days together.

`clues` collects what ties a report to a happening or to another report; `calendar` turns "early Monday", said on a day,
into days; `solve` narrows all days together until nothing changes. What does not fit is shown, never hidden.
"""

from sayso.link.dating.together import date_together

__all__ = ["date_together"]
