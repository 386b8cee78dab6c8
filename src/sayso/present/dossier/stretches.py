"""A document's text in stretches: each of one report, or a long one that belongs to none and is folded away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.model.reading import Reading

__all__ = ["Stretch", "stretches"]

FOLDED_FROM = 400  # characters of boilerplate in a row; less of it stays with the report it stands in


@dataclass(frozen=True, slots=True)
class Stretch:
    """`[start, end)` of a text; `report` is "" for what belongs to none, which is `folded` where it is long."""

    start: int
    end: int
    report: str
    folded: bool = False


def stretches(reading: Reading) -> tuple[Stretch, ...]:
    """Part a text; the stretches cover it wholly, in order."""
    pieces = sorted(
        [(span.start, span.end, report.id) for report in reading.reports for span in report.spans]
        + [(item.span.start, item.span.end, "") for item in reading.boilerplate]
    )
    made: list[Stretch] = []
    for start, end, report in pieces:
        begin = made[-1].end if made else 0
        if end <= begin:
            continue
        if made and made[-1].report == report:
            made[-1] = replace(made[-1], end=end)
        elif start > begin and made:
            made[-1] = replace(made[-1], end=start)
            made.append(Stretch(start, end, report))
        else:
            made.append(Stretch(begin, end, report))
    if not made:
        return (Stretch(0, len(reading.text), ""),) if reading.text else ()
    made[-1] = replace(made[-1], end=len(reading.text))
    return _joined(made, reading.text)


def _joined(made: list[Stretch], text: str) -> tuple[Stretch, ...]:
    """Let blank lines and short boilerplate go with what stands before them, or with the report after them at the head of
    a page."""
    joined: list[Stretch] = []
    for part in made:
        last = joined[-1] if joined else None
        short = not part.report and part.end - part.start < FOLDED_FROM
        blank = not text[part.start : part.end].strip()
        if last and (blank or (short and not last.folded) or (last.report == part.report and not last.folded)):
            joined[-1] = replace(last, end=part.end)
        elif last and not last.report and not last.folded:
            joined[-1] = replace(part, start=last.start)
        else:
            joined.append(replace(part, folded=not part.report and not short))
    return tuple(joined)
