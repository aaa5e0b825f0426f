"""What a library call gives: four tidy data frames, and how they show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from checker.frames.tidy import TABLES, Rows, kind_of
from checker.model import Period
from checker.views import RunInfo, Wording
from checker.views.manifest import standing_notices
from checker.views.marking import line
from checker.views.spans import conduct_days

if TYPE_CHECKING:
    from pandas import DataFrame, Index

_MOST = 50
_QUOTE, _LONGEST = 300, 600


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Checked:
    """The tables of a call, each a row a thing; ``row`` joins them with the frame that was given.

    ``claims`` has every piece of conduct, flagged or not; ``documents`` every text that was read; ``citations`` the words
    that refer to law; ``skipped`` what was not checked and why: whole rows (with the column at fault), and stretches
    of documents. Days are included at both ends, offsets count code points with the end excluded.
    """

    claims: DataFrame
    documents: DataFrame
    citations: DataFrame
    skipped: DataFrame
    words: Wording
    notices: tuple[str, ...]

    @property
    def leads(self) -> DataFrame:
        """The flagged claims: a row a lead, with the columns of ``leads.csv``."""
        flagged = self.claims[self.claims["flagged"]]
        return flagged.drop(columns="flagged").reset_index(drop=True)

    def __repr__(self) -> str:
        counts = (len(self.documents), len(self.claims), len(self.leads), len(self.skipped))
        return "Checked(documents={}, claims={}, leads={}, skipped={})".format(*counts)

    def __len__(self) -> int:
        """How many leads there are."""
        return int(self.claims["flagged"].sum())

    def _repr_html_(self) -> str:
        """The leads as a table in the words of the reports, with the notices that stand on every page."""
        return _shown(self)


def gathered(found: Iterable[Rows], run: RunInfo, words: Wording, labels: Index[Any] | None = None) -> Checked:
    """The tables of all documents one after the other, their columns typed also where a table is empty.

    With ``labels``, one for each of ``found``, the column ``row`` holds these, in their own type, instead of words.
    """
    lists: Rows = {name: [] for name in TABLES}
    places: dict[str, list[int]] = {name: [] for name in TABLES}
    for at, rows in enumerate(found):
        for name, ours in lists.items():
            ours.extend(rows[name])
            places[name].extend([at] * len(rows[name]))
    named = {one for row in lists["claims"] for one in str(row["provisions"] or "").split(" + ")}
    unread = sum(not run.names.provisions[one].read_officially for one in named & run.names.provisions.keys())
    frames = {name: _frame(name, rows) for name, rows in lists.items()}
    if labels is not None:
        flat = labels.to_flat_index()
        for name, frame in frames.items():
            frame["row"] = flat.take(places[name])
    return Checked(**frames, words=words, notices=standing_notices(run, unread, words))


def _frame(table: str, rows: list[dict[str, Any]]) -> DataFrame:
    from pandas import DataFrame, Series

    columns = TABLES[table]
    return DataFrame({name: Series([row[name] for row in rows], dtype=kind_of(name)) for name in columns})


def _shown(checked: Checked) -> str:
    say, leads, skipped = checked.words.say, checked.leads, checked.skipped
    rows = len(skipped) - int(skipped["start"].notna().sum())
    counted = [
        say("index.group.size", n=len(checked.documents)),
        say("index.looked_at", n=len(checked.claims)),
        say("index.count", n=len(leads)),
        *([f"{say('index.group.error')}: {rows}"] if rows else []),
    ]
    parts = [f"<p>{escape(', '.join(counted))}</p>"]
    if len(leads):
        heads = ("card.reported", "box.says", "box.denies", "card.days", "card.rules")
        head = "".join(f"<th>{escape(say(one))}</th>" for one in heads)
        body = "".join(_lead(cells, checked.words) for cells in leads.head(_MOST).to_dict("records"))
        parts.append(f"<table><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table>")
    if len(leads) > _MOST:
        parts.append(f"<p>{escape(say('notebook.shown', shown=_MOST, n=len(leads)))}</p>")
    parts.append("".join(f"<p><small>{escape(one)}</small></p>" for one in checked.notices))
    return f"<div>{''.join(parts)}</div>"


def _lead(cells: dict[Any, Any], words: Wording) -> str:
    """A row of the table: what is reported under its label, in which words, who says so, who denies it, when, which rule."""
    period = Period(cells["first_day"].date(), cells["last_day"].date(), cells["period_basis"])
    label, quote = words.say(f"label.{cells['label']}"), words.say("quoted", text=line(cells["evidence"], _QUOTE))
    told = (
        line(str(cells["row"]), _LONGEST),
        f"{label} | {cells['lead']} {quote}",
        line(_said(cells["speakers"]), _LONGEST) or words.say("card.own_voice"),
        line(_said(cells["denied_by"]), _LONGEST) or words.say("card.no_response"),
        f"{conduct_days(period, words)} ({words.name('basis', period.basis)})",
        _said(cells["symbols"]),
    )
    return f"<tr>{''.join(f'<td>{escape(one)}</td>' for one in told)}</tr>"


def _said(cell: Any) -> str:
    return cell if isinstance(cell, str) else ""
