"""The ledger: every decision ever merged, a JSON line each, only ever added to, so that nobody's word is lost."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from checker.errors import UsageError
from checker.records import record
from checker.review.decisions import Decision, FaultError, as_json, decision_of

SCHEMA = "checker/decision/1"


@record
class Ledger:
    """The decisions of a ledger in the order of its lines, and what was wrong with lines that hold none."""

    decisions: tuple[Decision, ...] = ()
    faults: tuple[str, ...] = ()
    sha256: str = ""

    @property
    def latest(self) -> tuple[Decision, ...]:
        """Of each reviewer the last word on each lead, by day and then by line; in the order of their lines."""
        last: dict[tuple[str, str, str, str], int] = {}
        for at, one in enumerate(self.decisions):
            key = (one.who, one.document, one.claim, one.anchor)
            if key not in last or one.day >= self.decisions[last[key]].day:
                last[key] = at
        return tuple(self.decisions[at] for at in sorted(last.values()))


def read_ledger(path: Path, needed: bool = True) -> Ledger:
    """The ledger of a file; a line that is no decision is named and left out, the others count.

    Raises UsageError (slug ``ledger``) when there is no such file (unless it is not ``needed``), when it cannot be opened,
    and when its first line shows that it is something else.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        if not needed:
            return Ledger()
        raise UsageError(
            f"'{path}' does not exist: make it with 'checker review merge FILES... -o {path.name}'", "ledger"
        ) from None
    except OSError as error:
        raise UsageError(f"'{path}' cannot be opened ({error.strerror or error})", "ledger") from None
    decisions: list[Decision] = []
    faults: list[str] = []
    lines = raw.split(b"\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{path.name}, line {number}"
        try:
            decisions.append(_decision(line, where))
        except FaultError as fault:
            if number == 1 and len(lines) > 1 and not line.lstrip().startswith(b"{"):
                raise UsageError(f"{where}: not a decision; is '{path}' a ledger?", "ledger") from None
            half = number == len(lines) and not raw.endswith(b"\n")
            told = f"{where}: written only in part, when a run was stopped" if half else str(fault)
            faults.append(f"{told}; it is left out, all else counts")
    if faults and not decisions and not raw.lstrip().startswith(b'{"schema": "' + SCHEMA.encode()):
        raise UsageError(f"{path.name}: no line of it is a decision; is '{path}' a ledger?", "ledger")
    return Ledger(tuple(decisions), tuple(faults), hashlib.sha256(raw).hexdigest())


def append(path: Path, found: Iterable[Decision]) -> int:
    """Add the decisions that the ledger does not hold yet, in one write that is on the disk on return; how many.

    A last line that was written only in part stays as it is and is ended first. Raises UsageError (slug ``ledger``) for a
    file that is no ledger or cannot be written; merging again adds what is missing.
    """
    held = set(read_ledger(path, needed=False).decisions)
    new = [one for one in dict.fromkeys(found) if one not in held]
    if not new:
        return 0
    text = "".join(_line(one) for one in new).encode("utf-8")
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        try:
            _lock(handle)
            size = os.fstat(handle).st_size
            if size and os.pread(handle, 1, size - 1) != b"\n":
                text = b"\n" + text
            while text:
                text = text[os.write(handle, text) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        _sync_folder(path.parent)
    except OSError as error:
        raise UsageError(
            f"cannot write the ledger '{path}': {error.strerror or error}; merge again when it can be written",
            "ledger",
        ) from error
    return len(new)


def _decision(line: bytes, where: str) -> Decision:
    try:
        entry = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise FaultError(f"{where}: not a JSON object") from None
    if not isinstance(entry, dict) or entry.get("schema") != SCHEMA:
        raise FaultError(f"{where}: 'schema' is not '{SCHEMA}'")
    return decision_of(entry, where)


def _line(one: Decision) -> str:
    return json.dumps({"schema": SCHEMA, **as_json(one)}, ensure_ascii=True, allow_nan=False) + "\n"


def _lock(handle: int) -> None:
    """Where the system can, keep two merges into one ledger from writing at the same time."""
    try:
        import fcntl
    except ImportError:  # not on this system: O_APPEND alone keeps lines whole
        return
    fcntl.flock(handle, fcntl.LOCK_EX)


def _sync_folder(folder: Path) -> None:
    """A new file's name is on the disk too, where a folder can be opened as a file."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
