"""A case as the records of `sayso export`: one small function a kind of record, nothing decided here (MODEL §6)."""

from sayso.export.records.case import export_records

__all__ = ["export_records"]
