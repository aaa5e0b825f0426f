"""Results -> the rows and the charts of the entry page; rows are small, so that thousands fit in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.model import Failure, Finding, Force, Label, Result, Role
from checker.views import naming
from checker.views.affair_shapes import AffairsOnIndex
from checker.views.charts import time_chart
from checker.views.document import in_order, label_counts, language_of, title_of
from checker.views.drawing import bars
from checker.views.index_data import index_data
from checker.views.manifest import run_facts
from checker.views.marking import line
from checker.views.page_shapes import Choice, Fact, GroupView, IndexRow, IndexView, LabelCount
from checker.views.review_shapes import NO_REVIEW, ReviewView
from checker.views.run import RunInfo
from checker.views.shapes import VoiceView
from checker.views.wording import Wording

SCREEN = 50
_MOST_VOICES = 3
_REVIEW = {"": 0, "open": 0, "part": 1, "done": 2}
_GROUPS = (
    ("leads", "index.group.leads", "index.group.leads.intro"),
    ("none", "index.group.none", "index.group.none.intro"),
    ("error", "index.group.error", "index.group.error.intro"),
)

_BLANK = IndexRow(0, "", "", "", "", "", "", "", "", True, "", (), "", (), (), (), (), (), 0, "", ())


def index_row(
    result: Result, order: int, href: str, run: RunInfo, words: Wording, review: ReviewView | None = None
) -> IndexRow:
    """The row of a result; ``href`` is its page, relative to the index."""
    document, names = result.document, run.names
    leads = [f for f in in_order(result.findings) if f.label.flagged]
    main = [a for f in leads for a in f.assessed if a.match.role is Role.PRIMARY]
    language = language_of(document)
    n = len(result.findings)
    if result.error:
        group, note = "error", words.say("index.failed", why=_why(result.error, words))
    else:
        group, note = "leads" if leads else "none", words.say("index.looked_at" if n else "index.looked_at.none", n=n)
    first = leads[0] if leads else None
    return IndexRow(
        order=order,
        id=document.id,
        href="" if result.error else href,
        title=title_of(document),
        language=language,
        language_words=words.language_name(language) if language else "",
        source=line(document.source, 200),
        day=document.published.isoformat() if document.published else "",
        day_words=words.day(document.published) if document.published else "",
        synthetic=document.synthetic,
        group=group,
        counts=tuple(LabelCount(v, words.say("index.count", n=n), n) for v, n in label_counts(leads, words)),
        strongest=naming.sentence(first.claim, names, words, naming.activity_of(first)) if first else "",
        says=_voices(naming.speakers(first.claim.speakers, names, words)) if first else (),
        denies=_voices(naming.deniers(first.claim.denied_by, names, words)) if first else (),
        activities=tuple(dict.fromkeys(naming.activity_of(f) for f in leads)),
        regimes=tuple(dict.fromkeys(a.match.provision.regime for a in main)),
        forces=tuple(dict.fromkeys(a.match.force.force.value for a in main)),
        looked_at=n,
        note=note,
        sourcing=min(map(_sourcing, leads), default=()),
        review=(review.state or "open") if review and leads else "",
    )


def index_view(
    rows: Sequence[IndexRow],
    run: RunInfo,
    words: Wording,
    review: ReviewView = NO_REVIEW,
    affairs: AffairsOnIndex | None = None,
) -> IndexView:
    """The entry page: three groups, charts that count documents and not guilt, and what the filters offer.

    Rows stand not reviewed first, then by how the text vouches for the best sourced lead, then as they were given. A copy
    of an earlier text has its row, and counts in no chart of conduct.
    """
    rows = sorted(rows, key=lambda r: (_REVIEW[r.review], r.sourcing, r.order))
    once = [row for row in rows if not row.copy]
    counted = {
        "activity": Counter(a for row in once for a in row.activities),
        "regime": Counter(r for row in once for r in row.regimes),
        "force": Counter(f for row in once for f in row.forces),
    }
    activities = {a: naming.activity_name(a, run.names, words) for a in counted["activity"]}
    regimes = {r: naming.regime_name(r, run.names, words) for r in counted["regime"]}
    forces = {f.value: words.say(f"force.{f.value}") for f in Force if f.value in counted["force"]}
    languages = {row.language: row.language_words for row in rows if row.language}
    read = [row for row in rows if row.group != "error"]
    held = {count.label.key for row in rows for count in row.counts}
    return IndexView(
        groups=tuple(_group(g, words.say(title), words.say(intro), rows) for g, title, intro in _GROUPS),
        size=len(rows),
        thousands=words.data["number"]["group"],
        screen=SCREEN,
        blank=_BLANK,
        data=index_data(rows, words),
        synthetic=bool(read) and all(r.synthetic for r in read),
        over_time=time_chart(((r.day, r.group == "leads") for r in read if not r.copy), words),
        by_activity=bars(counted["activity"], activities, words),
        by_regime=bars(counted["regime"], regimes, words),
        by_force=bars(counted["force"], forces, words),
        labels=tuple(Choice(x.value, words.say(f"label.{x.value}")) for x in Label if x.flagged and x.value in held),
        activities=_choices(activities.items()),
        regimes=_choices(regimes.items()),
        forces=tuple(Choice(key, name) for key, name in forces.items()),
        languages=_choices(languages.items()),
        manifest=(*run_facts(run, words), *(Fact(words.name("count", k), words.number(n)) for k, n in run.counts)),
        review=review,
        copies=any(row.copy for row in rows),
        affairs=affairs,
    )


def _group(group: str, title: str, intro: str, rows: Sequence[IndexRow]) -> GroupView:
    mine = [row for row in rows if row.group == group]
    return GroupView(group, title, intro, len(mine), tuple(mine[:SCREEN]))


def _sourcing(finding: Finding) -> tuple[int, ...]:
    """Smaller is better sourced: modality (typology 3.9), named voices, relays between them and us, then the label."""
    claim = finding.claim
    named = {speaker.id or speaker.name for speaker in claim.speakers}
    relays = min((len(speaker.via) for speaker in claim.speakers), default=0)
    return (-claim.modality, -min(len(named), 3), relays, tuple(Label).index(finding.label))


def _voices(found: Iterable[VoiceView]) -> tuple[str, ...]:
    names = [one.name for one in found]
    return tuple(names[:_MOST_VOICES])


def _why(error: Failure, words: Wording) -> str:
    """The failure's own English sentence; in another language its slug in words, when the locale has it."""
    key = f"error.{error.slug}"
    return words.say(key) if words.language != "en" and words.has(key) else line(error.message, 300)


def _choices(named: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(key, name) for key, name in sorted(named, key=lambda pair: pair[1].casefold()))
