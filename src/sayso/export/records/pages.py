"""Custody and pages: originals, documents, reports, boilerplate, problems."""

from __future__ import annotations

from sayso.export.records.anchors import anchor, anchors, day, optional, reasons
from sayso.export.wire import pages as wire
from sayso.model.reconstruction import ReportDate
from sayso.model.reports import Boilerplate, Report, Sourced, StatedDate
from sayso.model.text import Acquisition, Claimed, Document, Original, Problem, hull

__all__ = ["boilerplate_record", "document_record", "original_record", "problem_record", "report_record"]


def original_record(original: Original) -> wire.OriginalRecord:
    """Return an original with its custody."""
    return {
        "record": "original",
        "id": original.id,
        "size": original.size,
        "media_type": original.media_type,
        "acquisitions": [_acquired(one) for one in original.acquisitions],
    }


def _acquired(one: Acquisition) -> wire.Acquired:
    return {
        "uri": one.uri,
        "member": one.member,
        "retrieved_at": one.retrieved_at,
        "collector": one.collector,
        "method": one.method,
        "access": one.access,
    }


def document_record(document: Document, *, language: str, problems: tuple[Problem, ...]) -> wire.DocumentRecord:
    """Return a document with its text, main language and what could not be read of it."""
    return {
        "record": "document",
        "id": document.id,
        "given_id": document.given_id,
        "supersedes": {"document": document.supersedes, "edits": []} if document.supersedes else None,
        "original": document.original,
        "member": document.member,
        "name": document.name,
        "text": document.text,
        "text_sha256": document.text_sha256,
        "media_type": document.media_type,
        "language": language,
        "extractor": document.extractor,
        "claimed": _claimed(document.claimed),
        "marks": [{"kind": mark.kind, "anchor": anchor(document.id, mark.span)} for mark in document.marks],
        "translation_of": document.translation_of,
        "problems": [_document_problem(document.id, problem) for problem in problems],
    }


def _claimed(claimed: Claimed) -> wire.ClaimedFacts:
    return {
        "title": claimed.title,
        "byline": claimed.byline,
        "published": claimed.published,
        "url": claimed.url,
        "outlet": claimed.outlet,
        "language": claimed.language,
        "agency": claimed.agency,
        "description": claimed.description,
        "captured": claimed.captured,
    }


def _document_problem(document: str, problem: Problem) -> wire.DocumentProblem:
    return {
        "what": problem.what,
        "consequence": problem.consequence,
        "way_out": problem.way_out,
        "span": optional(document, problem.span),
    }


def report_record(report: Report, dated: ReportDate | None) -> wire.ReportRecord:
    """Return a report: what it states of itself, and the day the case gives it."""
    whole = hull(report.spans)
    return {
        "record": "report",
        "id": report.id,
        "document": report.document,
        "start": whole.start,
        "end": whole.end,
        "spans": anchors(report.document, report.spans),
        "language": report.language,
        "parent": report.parent,
        "relation": report.relation,
        "outlet": _sourced(report.document, report.outlet),
        "agency": _sourced(report.document, report.agency),
        "byline": [_stated(report.document, name) for name in report.byline],
        "dateline": _sourced(report.document, report.place),
        "published": _published(report.document, report.published),
        "dated": _dated(dated) if dated else None,
        "parts": [{"span": anchor(report.document, part.span), "kind": part.kind} for part in report.parts],
        "version_of": None,
        "retracted_by": None,
        "made_by": report.made_by,
    }


def _sourced(document: str, fact: Sourced | None) -> wire.Sourced | None:
    return None if fact is None else _stated(document, fact)


def _stated(document: str, fact: Sourced) -> wire.Sourced:
    return {"value": fact.value, "anchor": optional(document, fact.span), "basis": fact.basis}


def _published(document: str, published: StatedDate | None) -> wire.Sourced | None:
    if published is None:
        return None
    first, last = published.earliest.isoformat(), published.latest.isoformat()
    value = first if first == last else f"{first}/{last}"
    return {"value": value, "anchor": optional(document, published.span), "basis": published.basis}


def _dated(dated: ReportDate) -> wire.ReportDay:
    return {
        "earliest": day(dated.earliest),
        "latest": day(dated.latest),
        "basis": dated.basis,
        "because": reasons(dated.because),
    }


def boilerplate_record(document: str, boilerplate: Boilerplate) -> wire.BoilerplateRecord:
    """Return text that belongs to no report."""
    return {
        "record": "boilerplate",
        "document": document,
        "start": boilerplate.span.start,
        "end": boilerplate.span.end,
        "span": anchor(document, boilerplate.span),
        "kind": boilerplate.kind,
        "because": boilerplate.because,
    }


def problem_record(problem: Problem) -> wire.ProblemRecord:
    """Return a problem with its place as near as it is known."""
    return {
        "record": "problem",
        "where": {
            "original": problem.original,
            "member": problem.member,
            "document": problem.document,
            "span": optional(problem.document, problem.span) if problem.document else None,
            "where": problem.where,
        },
        "what": problem.what,
        "consequence": problem.consequence,
        "way_out": problem.way_out,
    }
