"""A decision of a reviewer, and the files of decisions that a page exports: read with every fault named, or refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from checker.dates import DayError, parse_day
from checker.errors import UsageError
from checker.model import Label, Role
from checker.records import record

SCHEMA = "checker/decisions/1"
LONGEST_NOTE = 4000
LARGEST_FILE = 20_000_000


class Verdict(StrEnum):
    """What a reviewer says of a lead."""

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"


REASONS = (
    *(
        "wrong_speaker",
        "wrong_party",
        "not_conduct",
        "wrong_rule",
        "wrong_day",
        "exempt",
        "duplicate",
        "satire_or_quote",
    ),
    *("needs_source", "other"),
)
"""Why a reviewer rejects a lead, or is not sure of it; an acceptance needs none."""


@record
class LawRow:
    """A rule as it stood beside a claim: provision id, role, and the digest of what it said."""

    id: str
    role: str
    row: str


@record
class Correction:
    """What a reviewer puts in place of the program's reading; empty where the reading stands."""

    activity: str = ""
    giver: str = ""
    taker: str = ""
    provision: str = ""
    label: str = ""

    def __bool__(self) -> bool:
        return any((self.activity, self.giver, self.taker, self.provision, self.label))


@record
class Decision:
    """What one reviewer said of one lead, and all by which the lead is known again.

    ``document`` and ``sha256`` name the text; ``claim`` and ``anchor`` the lead; ``words`` its primary evidence; ``label``,
    ``activity``, ``giver``, ``taker`` (ids, empty when not known) and ``law`` what the program had concluded. ``beside``
    are ids of other claims of that text with the same words or the same stem: the decision is on none of them.
    """

    document: str
    sha256: str
    claim: str
    anchor: str
    words: str
    label: str
    activity: str
    giver: str
    taker: str
    law: tuple[LawRow, ...]
    beside: tuple[str, ...]
    run: str
    verdict: Verdict
    reviewer: str
    day: str
    reason: str = ""
    note: str = ""
    correction: Correction = Correction()

    @property
    def who(self) -> str:
        """The reviewer as a key: spaces and case make no other person."""
        return " ".join(self.reviewer.split()).casefold()


class FaultError(UsageError):
    """An entry that is no decision; the message says which field and what to do."""

    slug = "decisions"


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file that a page exported, in its order.

    Raises UsageError (slug ``decisions``), naming file, entry and field, for a file that is not one; nothing of it counts
    then.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FaultError(f"{path.name}: larger than {LARGEST_FILE // 1_000_000} MB, so no file of decisions")
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise FaultError(f"'{path}' does not exist: name a file that a page exported") from None
    except OSError as error:
        raise FaultError(f"'{path}' cannot be opened ({error.strerror or error})") from None
    except (ValueError, RecursionError):
        raise FaultError(f"{path.name}: not JSON in UTF-8; export it from the page again") from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise FaultError(
            f"{path.name}: 'schema' is not '{SCHEMA}'; is it a file that a page of this program exported?"
        )
    entries, run = data.get("decisions"), data.get("run")
    if not isinstance(entries, list):
        raise FaultError(f"{path.name}: 'decisions' is no list; export it from the page again")
    if not isinstance(run, dict):
        raise FaultError(f"{path.name}: 'run' is missing; export it from the page again")
    shared = {"reviewer": data.get("reviewer", ""), "run": run.get("sha256", "")}
    return tuple(decision_of(one, f"{path.name}, decision {n}", shared) for n, one in enumerate(entries, 1))


def decision_of(entry: object, where: str, shared: Mapping[str, object] | None = None) -> Decision:
    """The decision of a JSON object; ``shared`` gives what the file says once for all its entries.

    Raises UsageError (slug ``decisions``) that begins with ``where``.
    """
    if not isinstance(entry, dict):
        raise FaultError(f"{where}: not an object")
    fields = _Fields({**(shared or {}), **entry}, where)
    verdict = fields.one_of("decision", tuple(Verdict))
    reason = fields.one_of("reason", ("", *REASONS), "")
    if verdict == Verdict.REJECT and not reason:
        raise FaultError(f"{where}: a rejection needs a 'reason': {', '.join(REASONS)}")
    return Decision(
        document=fields.text("document", 200, needed=True),
        sha256=fields.text("sha256", 64),
        claim=fields.text("claim", 200, needed=True),
        anchor=fields.text("anchor", 40, needed=True),
        words=fields.text("words", 20_000),
        label=fields.one_of("label", tuple(Label)),
        activity=fields.text("activity", 200, needed=True),
        giver=fields.text("giver", 200),
        taker=fields.text("taker", 200),
        law=tuple(_law(one, where) for one in fields.list("law")),
        beside=tuple(_id(one, where) for one in fields.list("beside")),
        run=fields.text("run", 64),
        verdict=Verdict(verdict),
        reviewer=fields.text("reviewer", 120, needed=True),
        day=_day(fields.text("day", 10, needed=True), where),
        reason=reason,
        note=fields.text("note", LONGEST_NOTE),
        correction=_correction(fields, where),
    )


def as_json(one: Decision) -> dict[str, Any]:
    """The object of a decision, with its reviewer and run; ``decision_of`` gives the same decision back."""
    return {
        "document": one.document,
        "sha256": one.sha256,
        "claim": one.claim,
        "anchor": one.anchor,
        "words": one.words,
        "label": one.label,
        "activity": one.activity,
        "giver": one.giver,
        "taker": one.taker,
        "law": [{"id": row.id, "role": row.role, "row": row.row} for row in one.law],
        "beside": list(one.beside),
        "run": one.run,
        "decision": one.verdict.value,
        "reviewer": one.reviewer,
        "day": one.day,
        "reason": one.reason,
        "note": one.note,
        "correction": {name: value for name in _CORRECTED if (value := getattr(one.correction, name))},
    }


_CORRECTED = ("activity", "giver", "taker", "provision", "label")


class _Fields:
    """The fields of an entry, each with its kind and bound."""

    def __init__(self, entry: Mapping[str, object], where: str) -> None:
        self.entry, self.where = entry, where

    def text(self, name: str, longest: int, needed: bool = False) -> str:
        value = self.entry.get(name, "")
        if not isinstance(value, str):
            raise FaultError(f"{self.where}: '{name}' is not text")
        if needed and not value.strip():
            hint = "; write your name or an alias in the page" if name == "reviewer" else ""
            raise FaultError(f"{self.where}: '{name}' is missing{hint}")
        if len(value) > longest:
            raise FaultError(f"{self.where}: '{name}' is longer than {longest} characters; shorten it")
        return value

    def one_of(self, name: str, choices: tuple[str, ...], absent: str | None = None) -> str:
        value = self.entry.get(name, absent)
        if value not in choices:
            named = ", ".join(one for one in choices if one)
            raise FaultError(f"{self.where}: '{name}' is none of {named}")
        return str(value)

    def list(self, name: str) -> list[object]:
        value = self.entry.get(name, [])
        if not isinstance(value, list) or len(value) > 1000:
            raise FaultError(f"{self.where}: '{name}' is no list")
        return value


def _law(entry: object, where: str) -> LawRow:
    if not isinstance(entry, dict):
        raise FaultError(f"{where}: 'law' holds something that is no rule")
    fields = _Fields(entry, f"{where}, 'law'")
    role = fields.one_of("role", (Role.PRIMARY, Role.SUPPORTING))
    return LawRow(fields.text("id", 200, needed=True), role, fields.text("row", 40, needed=True))


def _id(entry: object, where: str) -> str:
    if not isinstance(entry, str):
        raise FaultError(f"{where}: 'beside' holds something that is no claim's id")
    return entry


def _day(said: str, where: str) -> str:
    try:
        return parse_day(said).isoformat()
    except DayError as error:
        raise FaultError(f"{where}: 'day': {error}") from None


def _correction(fields: _Fields, where: str) -> Correction:
    entry = fields.entry.get("correction", {})
    if not isinstance(entry, dict):
        raise FaultError(f"{where}: 'correction' is no object")
    unknown = sorted(set(entry) - set(_CORRECTED))
    if unknown:
        raise FaultError(f"{where}: '{unknown[0]}' cannot be corrected; {', '.join(_CORRECTED)} can")
    inner = _Fields(entry, f"{where}, 'correction'")
    label = inner.one_of("label", ("", *Label), "")
    return Correction(
        **{name: " ".join(inner.text(name, 200).split()) for name in _CORRECTED[:-1]},
        label=label,
    )
