"""Two results side by side: what appeared, went and changed, and what moved it as far as the files show."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from checker.formats.results import Record, read_records
from checker.formats.terminal import ORDINARY
from checker.records import record

NEW_INPUT = "new input"
NO_INPUT = "no longer an input"
WORDS = "other words in the document"

_FLAGGED = ("alleged_violation", "prospective_violation", "possible_violation")


@record
class Difference:
    """One claim or document that differs: ``change`` is ``appeared``, ``gone`` or ``changed``; ``moved_by`` a cause.

    ``claim`` is empty for a whole document. ``newly`` are the words of ``--fail-on`` that hold now and did not before: a
    label, ``unconfirmed``, ``skipped``, ``changed``, ``absent`` (a lead that is gone). ``key`` is the earlier document's id.
    """

    change: str
    document: str
    claim: str
    what: str
    moved_by: str
    newly: tuple[str, ...] = ()
    key: str = ""


@record
class _Held:
    """What is kept of an earlier claim: what a reviewer would want to know has changed, by name."""

    facts: tuple[tuple[str, str], ...]
    brief: str
    label: str
    law: tuple[tuple[str, str], ...]
    evidence: str
    unconfirmed: bool

    def words(self) -> tuple[str, ...]:
        return (self.label, "unconfirmed") if self.unconfirmed else (self.label,)

    def lost(self) -> tuple[str, ...]:
        return ("absent",) if self.label in _FLAGGED else ()


@record
class _HeldDocument:
    source: str
    sha256: str
    error: str
    unread: tuple[str, ...]
    claims: Mapping[str, _Held]


class Baseline:
    """Earlier results, held in small, against which new ones are compared a document at a time.

    A document is the same when its id is, or, where no id fits, when its bytes are. ``states`` says of each claim of the
    document compared last whether it is ``new``, ``updated`` or ``unchanged``; ``absent`` gathers the leads that are gone.
    Raises InputError for what is no results file, when made.
    """

    def __init__(self, path: Path, manifest: Record) -> None:
        self._documents: dict[str, _HeldDocument] = {}
        self._moved: dict[str, str] = {}
        for one in read_records(path):
            document = one["document"]
            self._documents[document["id"]] = _held_document(one)
            if document["sha256"]:
                self._moved.setdefault(document["sha256"], document["id"])
        self._cause = _cause(manifest_beside(path), manifest)
        self._seen: set[str] = set()
        self.states: dict[str, str] = {}
        self.absent: list[Difference] = []

    def compare(self, new: Record) -> tuple[Difference, ...]:
        """The differences of one document's new record, claims in their order, then those that are gone."""
        found = tuple(self._compared(new))
        self.states = {claim["id"]: "unchanged" for claim in new["claims"]}
        self.states |= {
            d.claim: "new" if d.change == "appeared" else "updated" for d in found if d.claim in self.states
        }
        self.absent.extend(one for one in found if "absent" in one.newly)
        return found

    def _compared(self, new: Record) -> Iterator[Difference]:
        key, now = self._key(new), _held_document(new)
        was = self._documents.get(key)
        if was is None or key in self._seen:
            skipped = ("skipped",) if now.unread else ()
            yield Difference(
                "appeared", now.source, "", f"document with {len(now.claims)} claims", NEW_INPUT, skipped
            )
            for claim, held in now.claims.items():
                yield Difference("appeared", now.source, claim, held.brief, NEW_INPUT, held.words())
            return
        self._seen.add(key)
        same_bytes = was.sha256 == now.sha256
        why = self._cause if same_bytes else WORDS
        if bool(was.error) != bool(now.error):
            what = f"could not be read: {now.error}" if now.error else "can be read now"
            yield Difference("changed", now.source, "", what, why)
        if unread := [one for one in now.unread if one not in was.unread]:
            yield Difference("changed", now.source, "", f"not read in full: {', '.join(unread)}", why, ("skipped",))
        for claim, held in now.claims.items():
            old = was.claims.get(claim)
            if old is None:
                yield Difference("appeared", now.source, claim, held.brief, why, held.words())
            elif moves := "; ".join(_moves(dict(old.facts), dict(held.facts))):
                newly = ("changed", *(one for one in held.words() if one not in old.words()))
                yield Difference("changed", now.source, claim, moves, self._moved_by(old, held, same_bytes), newly)
        for claim, old in was.claims.items():
            if claim not in now.claims:
                yield Difference("gone", now.source, claim, old.brief, why, old.lost(), key)

    def rest(self) -> tuple[Difference, ...]:
        """The documents that no new record has met, with their claims: they are gone."""
        found = tuple(self._gone())
        self.absent.extend(one for one in found if "absent" in one.newly)
        return found

    def _gone(self) -> Iterator[Difference]:
        for key, old in self._documents.items():
            if key not in self._seen:
                yield Difference("gone", old.source, "", f"document with {len(old.claims)} claims", NO_INPUT)
                for claim, was in old.claims.items():
                    yield Difference("gone", old.source, claim, was.brief, NO_INPUT, was.lost(), key)

    def _key(self, new: Record) -> str:
        document = new["document"]
        return document["id"] if document["id"] in self._documents else self._moved.get(document["sha256"], "")

    def _moved_by(self, was: _Held, now: _Held, same_bytes: bool) -> str:
        """The nearest cause: the law rows that answer otherwise, the words quoted, or what the two runs differ in."""
        rows = ", ".join(_rows(dict(was.law), dict(now.law)))
        if same_bytes or was.evidence == now.evidence:
            why = self._cause if same_bytes else WORDS
            return f"{why}: {rows}" if rows else why
        return f"{WORDS}: it quoted “{_short(was.evidence)}”, it quotes “{_short(now.evidence)}”"


def manifest_beside(path: Path) -> Record:
    """The manifest in the same folder as a results file; empty where there is none that can be read."""
    file = (path if path.is_dir() else path.parent) / "run.json"
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def differences(old: Path, new: Path) -> Iterator[Difference]:
    """The differences between two results, documents in the order of the new ones, then what is gone.

    Raises InputError for what is no results file.
    """
    baseline = Baseline(old, manifest_beside(new))
    for found in read_records(new):
        yield from baseline.compare(found)
    yield from baseline.rest()


def _held(claim: Record) -> _Held:
    """Offsets and scores are not among what is held: they move without meaning anything."""
    rules = [one for one in claim["provisions"] if one["role"] == "primary"]
    giver, taker = (claim[side]["id"] if claim[side] else "?" for side in ("giver", "taker"))
    label = claim["finding"]["label"]
    facts = {
        "label": label,
        "rule": claim["finding"]["rule"],
        "provision": " + ".join(f"{one['id']} ({one['in_force']})" for one in rules) or "none",
        "status": claim["status"],
        "period": f"{claim['period']['first_day']} to {claim['period']['last_day']}",
        "speakers": ", ".join(one["name"] for one in claim["speakers"]) or "none",
        "denied by": ", ".join(one["name"] for one in claim["denied_by"]) or "nobody",
        "missing": "; ".join(claim["finding"]["missing"]) or "nothing",
    }
    law = {one["id"]: f"{one['role']}, in force {one['in_force']}, {one['label']}" for one in claim["provisions"]}
    brief = f"{claim['activity']} {giver} > {taker}, {label}"
    unconfirmed = any(one["in_force"] == "unconfirmed" for one in rules)
    return _Held(tuple(facts.items()), brief, label, tuple(law.items()), claim["evidence"][0]["exact"], unconfirmed)


def _held_document(found: Record) -> _HeldDocument:
    document, error = found["document"], found["error"]["slug"] if found["error"] else ""
    unread = tuple(sorted({one["reason"] for one in found["skipped"]} - set(ORDINARY)))
    claims = {claim["id"]: _held(claim) for claim in found["claims"]}
    return _HeldDocument(document["source"], document["sha256"], error, unread, claims)


def _moves(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    return (f"{name} was {old[name]}, is {new[name]}" for name in new if old[name] != new[name])


def _rows(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """The rows of law that answer otherwise for a claim, in the new order, then those that no longer answer."""
    for key, now in new.items():
        if key not in old:
            yield f"law row {key} answers now ({now})"
        elif old[key] != now:
            yield f"law row {key} was {old[key]}, is {now}"
    yield from (f"law row {key} no longer answers" for key in old if key not in new)


def _cause(old: Record, new: Record) -> str:
    """What differs between the two runs, from their manifests; more than one thing is named as such."""
    if not old or not new:
        return "not known: no run.json beside one of the results"
    known = {
        "another version of checker": old.get("checker") != new.get("checker"),
        "other tables of law": old.get("tables") != new.get("tables"),
        "other tables of words": bool(old.get("words")) and old["words"] != new.get("words", old["words"]),
        "another day of looking at the law": old.get("as_of") != new.get("as_of"),
        "other options": old.get("options") != new.get("options"),
    }
    named = " or ".join(name for name, differs in known.items() if differs)
    return named or "not known: same version, tables, options"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
