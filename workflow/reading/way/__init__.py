"""Ärendets väg: what has happened to a case, in plain sentences and in order."""

from workflow.reading.way.case_way import CaseWay, read_way

__all__ = ["CaseWay", "read_way"]
