"""What a page receives of the review: what reviewers said of its leads, and the data its script works with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from checker.model import Label, Result
from checker.records import record
from checker.review.decisions import REASONS
from checker.review.ledger import Ledger
from checker.review.seen import Seen, beside, text_of
from checker.review.standing import Decided, DocumentStanding, RunStanding, State
from checker.review.told import decided_view, decision_view, rejection, standing_words
from checker.views import Names, RunInfo, Wording
from checker.views.marking import line
from checker.views.naming import actor_name
from checker.views.review_shapes import DecidedView, OptionView, ReviewedRow, ReviewView

MOST_ROWS = 100


@record
class Reviewed:
    """A document's part in a page: its review, and what was decided on each lead by the claim's id."""

    review: ReviewView
    decided: Mapping[str, DecidedView]
    standing: DocumentStanding


@record
class Choices:
    """What the controls of a lead offer; nothing where there is no lead, and then no controls."""

    activities: tuple[OptionView, ...] = ()
    labels: tuple[OptionView, ...] = ()
    reasons: tuple[OptionView, ...] = ()


NO_CHOICES = Choices()


class Desk:
    """Where the results of a run and the decisions of a ledger meet, a document at a time; the ledger may be empty."""

    def __init__(self, ledger: Ledger | None, run: RunInfo, words: Wording) -> None:
        self.applied = ledger is not None
        self._decided = Decided(ledger.latest if ledger is not None else ())
        self._run, self._words = run, words
        self._choices = _choices(run.names, words)
        self._standings: list[DocumentStanding] = []
        self._rows: list[ReviewedRow] = []

    def document(self, result: Result, href: str) -> Reviewed:
        """The review of a document, which is remembered for the index; ``href`` is its page."""
        text = text_of(result)
        standing = self._decided.stand(text)
        title = line(result.document.title) or line(result.document.source, 200)
        self._remember(standing, href, title)
        data = _data(result, text.claims, self._run, self._words)
        return Reviewed(
            review_view(
                standing, self.applied, self._run, self._words, data, self._choices if standing.leads else NO_CHOICES
            ),
            decided_views(standing, self._run.names, self._words),
            standing,
        )

    def _remember(self, standing: DocumentStanding, href: str, title: str) -> None:
        self._standings.append(standing)
        if standing.leads:
            key, told = standing_words([standing], self._words)
            self._rows.append(ReviewedRow(standing.document, href, title, key, told))

    def index(self) -> ReviewView:
        """The review of the whole run, once every document was asked for."""
        run = RunStanding(tuple(self._standings), self._decided.elsewhere())
        choices = self._choices if self._rows else NO_CHOICES
        return index_view(run, self._rows, self.applied, self._run, self._words, choices)

    def rejected(self, result: Result) -> Mapping[str, str]:
        """The leads of a result that reviewers rejected, by the claim's id, each with who did so and why."""
        standing = self._decided.stand(text_of(result))
        return {one.claim.claim: rejection(one, self._words) for one in standing.leads if one.state is State.REJECTED}


def decided_views(standing: DocumentStanding, names: Names, words: Wording) -> dict[str, DecidedView]:
    """What was decided on each lead of a document, by the claim's id."""
    views = {one.claim.claim: decided_view(one, names, words) for one in standing.leads}
    return {key: view for key, view in views.items() if view is not None}


def review_view(
    standing: DocumentStanding, applied: bool, about: RunInfo, words: Wording, data: str = "",
    choices: Choices = NO_CHOICES,
) -> ReviewView:  # fmt: skip
    """How far a document was reviewed; ``applied`` is false when no ledger was given at all."""
    key, told = standing_words([standing], words)
    gone = tuple(decision_view(one, about.names, words, alone=True) for one in standing.astray)
    return ReviewView(
        key=standing.document,
        state=key if applied else "",
        words=told if applied else "",
        gone=gone,
        run=about.sha256,
        data=data,
        activities=choices.activities,
        labels=choices.labels,
        reasons=choices.reasons,
        rows=(),
        more=0,
    )


def index_view(
    run: RunStanding, rows: Sequence[ReviewedRow], applied: bool, about: RunInfo, words: Wording,
    choices: Choices = NO_CHOICES,
) -> ReviewView:  # fmt: skip
    """How far a run was reviewed, with its documents, those that need somebody first."""
    key, told = standing_words(run.documents, words)
    order = {"open": 0, "part": 1, "done": 2}
    ordered = sorted(rows, key=lambda row: order[row.state])
    states = {row.document: [row.state, row.words] for row in rows}
    return ReviewView(
        key="run",
        state=key if applied else "",
        words=told if applied else "",
        gone=tuple(decision_view(one, about.names, words, alone=True) for one in run.elsewhere) if applied else (),
        run=about.sha256,
        data=inert(states) if applied else "{}",
        activities=choices.activities,
        labels=choices.labels,
        reasons=choices.reasons,
        rows=tuple(ordered[:MOST_ROWS]) if applied else (),
        more=max(len(ordered) - MOST_ROWS, 0) if applied else 0,
    )


def inert(data: object) -> Markup:
    """JSON that may stand between the tags of a template element: nothing in it is markup, and all of it is ASCII."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _data(result: Result, claims: Sequence[Seen], run: RunInfo, words: Wording) -> Markup:
    document = result.document
    parties = {
        party.id: actor_name(party.id, party.name, run.names, words)
        for finding in result.findings
        for party in (finding.claim.giver, finding.claim.taker, *finding.claim.denied_by)
        if party is not None
    }
    leads = [one for one in claims if one.label.flagged]
    held = {f.claim.id: [a.match.provision.id for a in f.assessed] for f in result.findings}
    return inert(
        {
            "run": {
                "sha256": run.sha256,
                "checker": run.tool_version,
                "tables": run.tables_version,
                "as_of": run.as_of.isoformat(),
            },
            "document": document.id,
            "source": document.source,
            "sha256": document.sha256,
            "parties": parties,
            "claims": [_claim(one, claims, held[one.claim]) for one in leads],
        }
    )


def _claim(one: Seen, claims: Iterable[Seen], provisions: Iterable[str]) -> dict[str, object]:
    return {
        "claim": one.claim,
        "anchor": one.anchor,
        "words": one.words,
        "label": one.label.value,
        "activity": one.activity,
        "giver": one.giver,
        "taker": one.taker,
        "law": [{"id": row.id, "role": row.role, "row": row.row} for row in one.law],
        "beside": list(beside(one, claims)),
        "provisions": list(dict.fromkeys(provisions)),
    }


def _choices(names: Names, words: Wording) -> Choices:
    activities = [OptionView(code, words.pick(one.name, one.name_fr).text) for code, one in names.activities.items()]
    return Choices(
        tuple(sorted(activities, key=lambda one: one.name.casefold())),
        tuple(OptionView(label.value, words.say(f"label.{label.value}")) for label in Label),
        tuple(OptionView(reason, words.say(f"why.{reason}")) for reason in REASONS),
    )
