"""Results -> the rows and the charts of the entry page; rows are small, so that thousands fit in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.model import Failure, Label, Result, Role
from checker.views import naming
from checker.views.document import in_order, label_counts, language_of, title_of
from checker.views.drawing import bars
from checker.views.manifest import run_facts
from checker.views.marking import line
from checker.views.page_shapes import Choice, Fact, IndexRow, IndexView, LabelCount
from checker.views.review_shapes import NO_REVIEW, ReviewView
from checker.views.run import RunInfo
from checker.views.wording import Wording


def index_row(
    result: Result, order: int, href: str, run: RunInfo, words: Wording, review: ReviewView | None = None
) -> IndexRow:
    """The row of a result; ``href`` is its page, relative to the index."""
    document, names = result.document, run.names
    leads = [f for f in in_order(result.findings) if f.label.flagged]
    regimes = [a.match.provision.regime for f in leads for a in f.assessed if a.match.role is Role.PRIMARY]
    language = language_of(document)
    if result.error:
        group, note = "error", words.say("index.failed", why=_why(result.error, words))
    else:
        n = len(result.findings)
        group, note = "leads" if leads else "none", words.say("index.looked_at" if n else "index.looked_at.none", n=n)
    return IndexRow(
        order=order,
        href="" if result.error else href,
        title=title_of(document),
        language=language,
        language_words=words.language_name(language) if language else "",
        source=line(document.source, 200),
        day=document.published.isoformat() if document.published else "",
        day_words=words.day(document.published) if document.published else "",
        synthetic=document.synthetic,
        group=group,
        counts=tuple(LabelCount(v, words.say("index.count", n=n)) for v, n in label_counts(leads, words)),
        strongest=naming.sentence(leads[0].claim, names, words, naming.activity_of(leads[0])) if leads else "",
        activities=tuple(dict.fromkeys(naming.activity_of(f) for f in leads)),
        regimes=tuple(dict.fromkeys(regimes)),
        note=note,
        review=(review.state or "open") if review and leads else "",
    )


def index_view(
    rows: Sequence[IndexRow], run: RunInfo, words: Wording, review: ReviewView = NO_REVIEW
) -> IndexView:
    """The entry page: three groups, charts that count documents and not guilt, and what the filters offer."""
    activities = Counter(a for row in rows for a in row.activities)
    regimes = Counter(r for row in rows for r in row.regimes)
    activity_names = {a: naming.activity_name(a, run.names, words) for a in activities}
    regime_names = {r: naming.regime_name(r, run.names, words) for r in regimes}
    languages = {row.language: row.language_words for row in rows if row.language}
    read = [row for row in rows if row.group != "error"]
    held = {count.label.key for row in rows for count in row.counts}
    return IndexView(
        leads=tuple(r for r in rows if r.group == "leads"),
        nothing=tuple(r for r in rows if r.group == "none"),
        errors=tuple(r for r in rows if r.group == "error"),
        synthetic=bool(read) and all(r.synthetic for r in read),
        by_activity=bars(activities, activity_names, words),
        by_regime=bars(regimes, regime_names, words),
        labels=tuple(Choice(x.value, words.say(f"label.{x.value}")) for x in Label if x.flagged and x.value in held),
        activities=_choices(activity_names.items()),
        regimes=_choices(regime_names.items()),
        languages=_choices(languages.items()),
        manifest=(*run_facts(run, words), *(Fact(words.name("count", k), words.number(n)) for k, n in run.counts)),
        review=review,
    )


def _why(error: Failure, words: Wording) -> str:
    """The failure's own English sentence; in another language its slug in words, when the locale has it."""
    key = f"error.{error.slug}"
    return words.say(key) if words.language != "en" and words.has(key) else line(error.message, 300)


def _choices(named: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(key, name) for key, name in sorted(named, key=lambda pair: pair[1].casefold()))
