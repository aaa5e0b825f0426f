"""What a reader must know of a page as a whole: standing notices, banners, and where everything comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Document
from checker.views.marking import line
from checker.views.page_shapes import Fact
from checker.views.run import RunInfo
from checker.views.wording import Wording

_ADDRESS = re.compile(r"https?://[^\s<>\"']{1,2000}")
_TRANSLATED = ("machine_translated", "machine_translation", "mt_suspect")


def standing_notices(run: RunInfo, n: int, words: Wording) -> tuple[str, ...]:
    """The four notices of every page; ``n`` paragraphs shown were not read in the official text."""
    return (
        words.say("notice.program"),
        words.say("notice.clearance"),
        words.say("notice.states"),
        words.say("notice.law", date=run.known_to, n=n),
    )


def run_facts(run: RunInfo, words: Wording) -> tuple[Fact, ...]:
    """Versions, days and options of a run, the same on every page."""
    return (
        Fact(words.say("manifest.tool"), run.tool_version, "code"),
        Fact(words.say("manifest.tables"), run.tables_version, "code"),
        Fact(words.say("manifest.known_to"), words.day(run.known_to)),
        Fact(words.say("manifest.as_of"), words.day(run.as_of)),
        *(Fact(line(name, 80), line(value, 400), "code") for name, value in run.options),
    )


def banners(notices: Sequence[str], words: Wording) -> tuple[str, ...]:
    """The notices of the reader, those known by their slug in words; a machine translation is said once."""
    out: dict[str, None] = {}
    for notice in notices:
        slug = "machine_translated" if notice.partition(":")[0] in _TRANSLATED else notice
        out[words.say(f"banner.{slug}") if words.has(f"banner.{slug}") else line(notice)] = None
    return tuple(out)


def manifest(document: Document, run: RunInfo, words: Wording) -> tuple[Fact, ...]:
    """Source, bytes, language and day of a document, then of the run; only web addresses become links."""
    day = words.day(document.published) if document.published else words.say("unknown")
    address = _ADDRESS.fullmatch(document.source) is not None
    return (
        Fact(words.say("manifest.source"), line(document.source, 2000), "link" if address else "text"),
        *((Fact(words.say("manifest.url"), line(document.url, 2000), "link"),) if _ADDRESS.fullmatch(document.url) else ()),
        Fact(words.say("manifest.document"), line(document.id, 200), "code"),
        Fact(words.say("manifest.sha256"), line(document.sha256, 80), "code"),
        Fact(words.say("manifest.encoding"), line(document.encoding, 60), "code"),
        Fact(words.say("manifest.language"), words.language_name(line(document.language, 40))),
        Fact(words.say("manifest.length"), words.say("characters", n=len(document.text))),
        Fact(words.say("manifest.published"), f"{day} ({words.name('published', document.published_basis)})"),
        *run_facts(run, words),
    )
