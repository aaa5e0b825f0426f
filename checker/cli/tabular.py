"""Rows on a terminal: a table cut to its width, or CSV or JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Mapping, Sequence

import click

FORMATS = ("table", "csv", "json")
_GAP = 2
_NARROW = 40  # the last column keeps at least so many characters


def write_rows(rows: Sequence[Mapping[str, object]], form: str) -> None:
    """Print rows that share their keys; lists are joined by semicolons except in JSON, which keeps them."""
    if form == "json":
        click.echo(json.dumps(list(rows), ensure_ascii=False, indent=1))
        return
    if not rows:
        return
    columns = tuple(rows[0])
    cells = [[_cell(row[name]) for name in columns] for row in rows]
    if form == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([columns, *cells])
        click.echo(out.getvalue(), nl=False)
        return
    for text in table_lines(columns, cells, shutil.get_terminal_size((160, 40)).columns):
        click.echo(text)


def table_lines(columns: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> list[str]:
    """The rows under their heads, every column as wide as its widest cell, the last cut at ``width`` characters.

    Whole numbers stand right under their head.
    """
    rows = [list(columns), *(list(row) for row in cells)]
    wide = [max(len(row[at]) for row in rows) for at in range(len(columns))]
    room = max(_NARROW, width - sum(wide[:-1]) - _GAP * (len(wide) - 1))
    counts = [all(row[at].isdecimal() for row in rows[1:]) for at in range(len(columns))]
    lines = []
    for row in rows:
        last = row[-1] if len(row[-1]) <= room else row[-1][: room - 1].rstrip() + "…"
        front = (cell.rjust(wide[at]) if counts[at] else cell.ljust(wide[at]) for at, cell in enumerate(row[:-1]))
        lines.append("".join(f"{cell}{' ' * _GAP}" for cell in (*front, last)).rstrip())
    return lines


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(_cell(one) for one in value)
    if isinstance(value, dict):
        return "/".join(_cell(one) for one in value.values())
    return str(value)
