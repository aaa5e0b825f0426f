"""The errors of the tool: each says what was found, where, and what to do; each has a slug that docs/messages.md explains.

CheckerError
├── InputError      an input that cannot be opened, decoded or parsed
├── UsageError      a wrong call
├── TableError      a table of law or words that does not hold together
└── ReportError     a report that cannot be written
"""

from __future__ import annotations


class CheckerError(Exception):
    """An error meant for a person; ``slug`` names it in documentation and machine output."""

    slug = "error"

    def __init__(self, message: str, slug: str | None = None) -> None:
        super().__init__(message)
        if slug is not None:
            self.slug = slug


class InputError(CheckerError):
    """An input could not be opened, decoded or parsed."""

    slug = "unreadable"


class UsageError(CheckerError):
    """The call was wrong: an option, a missing input, a pattern that matches nothing."""

    slug = "usage"


class TableError(CheckerError):
    """A table does not hold together; the message names file, row and column."""

    slug = "table"


class ReportError(CheckerError):
    """A report could not be written."""

    slug = "report"
