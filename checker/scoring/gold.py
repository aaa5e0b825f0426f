"""Gold answers of a corpus: read, checked for shape, and never changed to suit an answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from checker.errors import UsageError
from checker.model import Label, Outcome, Span, Status

SENTENCES = "sentences.jsonl"


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One piece of conduct as a person read it; ``giver`` and ``taker`` None when the text does not say.

    ``primary`` None means that this gold does not speak of provisions (single sentences); ``days`` as stated.
    """

    activity: str
    accept: tuple[str, ...]
    giver: str | None
    taker: str | None
    status: str
    label: str
    accept_labels: tuple[str, ...] = ()
    primary: tuple[str, ...] | None = None
    speakers: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    days: tuple[date, date] | None = None
    anchor: str = ""

    @property
    def flagged(self) -> bool:
        """True when its label makes a lead."""
        return Label(self.label).flagged


@dataclass(frozen=True, slots=True)
class GoldCitation:
    """Words that refer to law, with the outcome that their check should have."""

    anchor: str
    outcome: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trap:
    """Tempting words that are no lead, and why."""

    anchor: str
    why: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """The gold of an article (``path``) or of a single sentence (``text``); a near miss has nothing to flag."""

    id: str
    published: date | None
    language: str
    near_miss: bool
    claims: tuple[GoldClaim, ...]
    citations: tuple[GoldCitation, ...] = ()
    traps: tuple[Trap, ...] = ()
    path: Path | None = None
    text: str = ""

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every quotation that has to stand in the document exactly once."""
        every = [
            *(one.anchor for one in self.claims),
            *(one.anchor for one in self.citations),
            *(one.anchor for one in self.traps),
        ]
        return tuple(filter(None, every))


def read_corpus(corpus: Path) -> tuple[GoldDocument, ...]:
    """The gold of a corpus: the articles of ``gold/*.json`` in order of name, then the rows of ``sentences.jsonl``.

    ``corpus`` may also be one file of either kind. Raises UsageError (slug ``gold``) naming file and row.
    """
    if corpus.is_file():
        sentences = corpus.suffix == ".jsonl"
        return tuple(_sentences(corpus) if sentences else [_article(corpus, corpus.parent.parent)])
    found = [_article(path, corpus) for path in sorted((corpus / "gold").glob("*.json"))]
    if (corpus / SENTENCES).is_file():
        found.extend(_sentences(corpus / SENTENCES))
    if not found:
        raise UsageError(f"'{corpus}' is no corpus: it needs gold/*.json or {SENTENCES}", "gold")
    return tuple(found)


def spans_of(gold: GoldDocument, text: str) -> dict[str, Span]:
    """Where each anchor stands; raises UsageError (slug ``gold``) for one that does not occur exactly once."""
    found: dict[str, Span] = {}
    for anchor in gold.anchors:
        times = text.count(anchor)
        if times != 1:
            raise UsageError(f"{gold.id}: the anchor '{anchor}' occurs {times} times, not once", "gold")
        start = text.index(anchor)
        found[anchor] = Span(start, start + len(anchor))
    return found


def _article(path: Path, root: Path) -> GoldDocument:
    row = _object(path.read_text(encoding="utf-8"), path.name)
    article = root / str(row.get("document", ""))
    if not article.is_file():
        raise UsageError(f"{path.name}: there is no document '{row.get('document', '')}'", "gold")
    return _document(row, path.stem, path.name, path=article)


def _sentences(path: Path) -> Iterator[GoldDocument]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                where = f"{path.name}, row {number}"
                row = _object(line, where)
                yield _document(row, str(row.get("id", number)), where, text=str(row.get("text", "")))


def _object(text: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except ValueError as error:
        raise UsageError(f"{where}: not JSON: {error}", "gold") from None
    if not isinstance(row, dict):
        raise UsageError(f"{where}: not a JSON object", "gold")
    return row


def _document(
    row: Mapping[str, Any], name: str, where: str, path: Path | None = None, text: str = ""
) -> GoldDocument:
    try:
        claims = tuple(_claim(one, whole=path is not None) for one in row["claims"])
        return GoldDocument(
            id=name,
            published=date.fromisoformat(row["published"]) if row.get("published") else None,
            language=row["language"],
            near_miss=bool(row.get("near_miss", not any(one.flagged for one in claims))),
            claims=claims,
            citations=tuple(
                GoldCitation(one["anchor"], Outcome(one["outcome"]).value, tuple(one.get("provisions", ())))
                for one in row.get("citations", ())
            ),
            traps=tuple(Trap(one["anchor"], one.get("why", "")) for one in row.get("not_flagged", ())),
            path=path,
            text=text,
        )
    except (KeyError, ValueError, TypeError) as error:
        raise UsageError(f"{where}: {type(error).__name__}: {error}", "gold") from None


def _claim(row: Mapping[str, Any], whole: bool) -> GoldClaim:
    """``whole`` gold names provisions (none is an answer too); that of single sentences does not."""
    days = [date.fromisoformat(row[name]) for name in ("first_day", "last_day") if row.get(name)]
    return GoldClaim(
        activity=row["activity"],
        accept=tuple(row.get("accept", ())),
        giver=row["giver"],
        taker=row["taker"],
        status=Status(row["status"]).value,
        label=Label(row["label"]).value,
        accept_labels=tuple(Label(one).value for one in row.get("accept_labels", ())),
        primary=tuple(row.get("primary", ())) if whole else None,
        speakers=tuple(row.get("speakers", ())),
        denied_by=tuple(row.get("denied_by", ())),
        days=(days[0], days[-1]) if days else None,
        anchor=row.get("anchor", ""),
    )
