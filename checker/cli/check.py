"""``checker check``: the main job, from arguments to a folder of reports and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from checker import __version__
from checker.cli import HIT, INTERNAL, PARTIAL
from checker.cli.asked import formats_of, refuse
from checker.cli.options import DAY, FOLDER, checker_with, may_colour, say_overlay, write_safely
from checker.corpus import INTERNAL as OUR_FAULTS
from checker.corpus import Reading, check_inputs, in_order, names_of
from checker.documents.sources import Expansion, expand_inputs
from checker.formats.folder import TEXTS, OutFolder
from checker.formats.results import FILE, json_line, record, text_line
from checker.formats.terminal import Tally, lead_lines, summary_lines
from checker.model import Label, Result
from checker.overlay import Overlay
from checker.reference import Reference
from checker.views import RunInfo, wording
from checker.views.marking import line

_LOUD = ("published_in_future", "published_differs", "ambiguous_day", "dateline_without_year", "encoding")
_MOST_NOTES = 40
_NEW_OBJECTS = 50_000


@dataclass(slots=True)
class Run:
    """What a run gathers while its results stream past."""

    info: RunInfo
    tally: Tally
    noticed: list[tuple[str, tuple[str, ...]]]
    faults: int = 0
    said: int = 0

    def watch(self, results: Iterable[Result], colour: bool, quiet: bool) -> Iterator[Result]:
        """The same results; each is counted, its notices are kept and its leads shown on the way."""
        words = wording(self.info.language)
        for result in results:
            gc.set_threshold(_NEW_OBJECTS, 20, 100)  # what is loaded stays; from here on there is garbage to collect
            self.tally.add(result)
            self.faults += result.error is not None and result.error.slug in OUR_FAULTS
            if result.error is not None:
                self.aloud(f"checker: {line(result.error.message, 300)} [{result.error.slug}]")
            for one in result.skipped:
                if one.reason == "language":
                    self.aloud(f"checker: note: {result.document.source}: {one.detail}")
            for notice in result.document.notices:
                if notice.startswith(_LOUD):
                    self.aloud(f"checker: note: {result.document.source}: {notice}")
            if result.document.notices:
                self.noticed.append((result.document.source, result.document.notices))
            if not quiet:
                for text in lead_lines(result, self.info.names, words, colour):
                    click.echo(text)
            yield result

    def aloud(self, text: str) -> None:
        """Say something on stderr that somebody has to look at, also when stdout is a pipe; not without an end."""
        self.said += 1
        if self.said <= _MOST_NOTES:
            click.echo(text, err=True)
        elif self.said == _MOST_NOTES + 1:
            click.echo("checker: note: more of the same; the report and run.json have all of it", err=True)


@click.command("check")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-o", "--out", default="checker-report", show_default=True, metavar="DIR", help="Where reports go; - for stdout."
)
@click.option(
    "-f", "--format", "formats", multiple=True, metavar="NAME", help="html or json; repeatable.  [default: both]"
)
@click.option("--published", type=DAY, help="Publication day; wins over the text.")
@click.option("--published-default", type=DAY, help="Publication day of texts that show none.")
@click.option("--as-of", type=DAY, help="Day on which the law is looked at.  [default: today]")
@click.option("--language", default="auto", show_default=True, metavar="auto|CODE", help="Language of the texts.")
@click.option("--reference", "overlay", type=FOLDER, metavar="DIR", help="Tables laid over the built-in ones.")
@click.option("--report-language", default="en", show_default=True, metavar="en|fr", help="Language of the report.")
@click.option(
    "--fail-on",
    "fail_on",
    multiple=True,
    metavar="WORD",
    help="Exit 1 on a label, skipped or unconfirmed; repeatable.",
)
@click.option("-j", "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes.")
@click.option("--excerpts", is_flag=True, help="Pages quote and do not hold whole articles.")
@click.option("--resume", is_flag=True, hidden=True)
@click.option("--baseline", hidden=True)
@click.pass_context
def command(
    ctx: click.Context, inputs: tuple[str, ...], out: str, formats: tuple[str, ...], published: date | None,
    published_default: date | None, as_of: date | None, language: str, overlay: Path | None, report_language: str,
    fail_on: tuple[str, ...], jobs: int, excerpts: bool, resume: bool, baseline: str | None,
) -> None:  # fmt: skip
    """Read articles, report what they say was done and which rules it touches.

    INPUT is a file, a folder (read with its folders), a pattern in quotes, or - for one document on standard input.

    Exit codes: 0 done; 1 a --fail-on hit; 2 wrong usage or nothing to read; 3 done, but some input could not be
    read; 4 an error of this program.
    """
    write_safely()
    wanted = formats_of(formats, out)
    refuse(inputs, language, report_language, fail_on, resume, baseline)
    found = expand_inputs(inputs)
    checker = checker_with(overlay)
    seen_on = as_of or date.today()
    reading = Reading(
        published, published_default, None if language == "auto" else language, seen_on,
        strict=bool(os.environ.get("CHECKER_DEBUG")),
    )  # fmt: skip
    options = _shown(ctx, wanted, checker.reference.overlay)
    run = Run(_info(checker.reference, seen_on, report_language, options, found), Tally(), [])
    results = check_inputs(in_order(inputs, found), reading, checker, overlay, jobs)
    if out == "-":
        say_overlay(checker.reference)
        _to_stdout(run.watch(results, False, quiet=True))
    else:
        watched = run.watch(results, may_colour(sys.stdout), quiet=False)
        _say(run, _to_folder(watched, Path(out), wanted, run, excerpts, found, checker.reference))
    ctx.exit(_code(run, fail_on))


def _info(
    reference: Reference, as_of: date, language: str, options: tuple[tuple[str, str], ...], found: Expansion
) -> RunInfo:
    counts = (("inputs", len(found.sources) + len(found.unopened)), ("ignored", len(found.ignored)))
    tables = f"{reference.name} {reference.version} ({reference.sha256[:12]})"
    tables += f" + {reference.overlay}" if reference.overlay is not None else ""
    return RunInfo(__version__, tables, reference.known_to, as_of, names_of(reference), language, options, counts)


def _shown(ctx: click.Context, wanted: tuple[str, ...], laid: Overlay | None) -> tuple[tuple[str, str], ...]:
    """The options that shaped the results, for the record; not where they went, nor how many processes there were."""
    given = {
        "--published": ctx.params["published"], "--published-default": ctx.params["published_default"],
        "--language": ctx.params["language"], "--reference": str(laid) if laid is not None else None,
        "--format": " ".join(wanted), "--report-language": ctx.params["report_language"],
        "--excerpts": "yes" if ctx.params["excerpts"] else None,
    }  # fmt: skip
    return tuple((name, str(value)) for name, value in given.items() if value is not None)


def _to_stdout(results: Iterable[Result]) -> None:
    stream = sys.stdout.buffer
    for result in results:
        stream.write(json_line(record(result)).encode("utf-8"))
    stream.flush()


def _to_folder(
    results: Iterable[Result], out: Path, wanted: tuple[str, ...], run: Run, excerpts: bool, found: Expansion,
    reference: Reference,
) -> tuple[Path, ...]:  # fmt: skip
    """Write the formats that were asked for and the manifest; the paths a reader opens first."""
    with OutFolder(out) as folder:
        results = results if excerpts else _with_texts(results, folder)
        if "json" in wanted:
            with (folder.staging / FILE).open("w", encoding="utf-8", newline="\n") as lines:
                _pages(_written(results, lines.write), folder, wanted, run, excerpts)
        else:
            _pages(results, folder, wanted, run, excerpts)
        folder.publish(_manifest(run, found, reference))
    return tuple(out / name for name in (["index.html"] if "html" in wanted else []) or [FILE])


def _pages(results: Iterable[Result], folder: OutFolder, wanted: tuple[str, ...], run: Run, excerpts: bool) -> None:
    if "html" in wanted:
        from checker.report import write_report

        write_report(results, folder.staging, run.info, run.info.language, excerpts)
    else:
        for _ in results:
            pass


def _written(results: Iterable[Result], write: Callable[[str], object]) -> Iterator[Result]:
    for result in results:
        write(json_line(record(result)))
        yield result


def _with_texts(results: Iterable[Result], folder: OutFolder) -> Iterator[Result]:
    """The same results; texts that were extracted from pages are kept on the way."""
    for result in results:
        if result.document.extracted:
            with (folder.staging / TEXTS).open("a", encoding="utf-8", newline="\n") as lines:
                lines.write(text_line(result.document))
        yield result


def _manifest(run: Run, found: Expansion, reference: Reference) -> dict[str, object]:
    tally = run.tally
    return {
        "checker": __version__,
        "tables": {
            "name": reference.name, "version": reference.version, "sha256": reference.sha256,
            "known_to": reference.known_to.isoformat(), "overlay": _laid(reference),
        },
        "as_of": run.info.as_of.isoformat(),
        "options": dict(run.info.options),
        "counts": {
            "documents": tally.documents, "errors": tally.failed, "claims": tally.claims, "leads": tally.leads,
            "labels": {label.value: tally.labels[label] for label in Label if tally.labels[label]},
        },
        "notices": [{"source": source, "notices": list(notices)} for source, notices in run.noticed],
        "ignored": [{"name": one.name, "reason": one.reason} for one in found.ignored],
    }  # fmt: skip


def _laid(reference: Reference) -> dict[str, str] | None:
    laid = reference.overlay
    return None if laid is None else {"name": laid.name, "version": laid.version, "sha256": laid.sha256}


def _say(run: Run, where: tuple[Path, ...]) -> None:
    for text in summary_lines(run.tally, run.info, wording(run.info.language), tuple(str(path) for path in where)):
        click.echo(text)


def _code(run: Run, fail_on: tuple[str, ...]) -> int:
    tally = run.tally
    counts = {"skipped": tally.skipped, "unconfirmed": tally.unconfirmed}
    counts |= {label.value: tally.labels[label] for label in Label}
    if run.faults:
        return INTERNAL
    if any(counts[word] for word in fail_on):
        return HIT
    return PARTIAL if tally.failed else 0
