"""``checker check``: the main job, from arguments to a folder of reports and an exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from checker import __version__
from checker.affair import Together
from checker.cli import HIT, INTERNAL, PARTIAL
from checker.cli.asked import FORMATS, formats_of, refuse
from checker.cli.columns import COLUMN_OPTIONS, WithColumns, column_options, columns_of
from checker.cli.engine import ENGINES, checked_on, refuse_engine
from checker.cli.gate import Gate, read_baseline
from checker.cli.meeting import Meeting
from checker.cli.options import DAY, FOLDER, Look, checker_with, may_colour, say_overlay, templates_of, write_safely
from checker.cli.progress import Progress
from checker.cli.running import Run, about, manifest
from checker.corpus import Asked, Entry, Reading, check_inputs, documents_of, in_order, names_of, resumed
from checker.documents.found import Columns
from checker.documents.members import may_hold_many
from checker.documents.sources import Expansion, Ignored, Source, expand_inputs
from checker.errors import UsageError
from checker.formats.folder import OutFolder, writing_to
from checker.formats.journal import Journal
from checker.formats.results import json_line, record, with_texts
from checker.formats.terminal import Tally, summary_lines
from checker.formats.writers import FILES, Output, written
from checker.model import Result
from checker.overlay import Overlay
from checker.reference import Reference
from checker.views import RunInfo, wording

if TYPE_CHECKING:
    from checker.review.ledger import Ledger


@click.command("check", cls=WithColumns)
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-o", "--out", default="checker-report", show_default=True, metavar="DIR", help="Where reports go; - for stdout."
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="NAME",
    help=f"{', '.join(FORMATS)}; repeatable.  [default: html and json]",
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
    help="Exit 1 on a label, skipped, unconfirmed, and with --baseline changed or absent; repeatable.",
)
@click.option(
    "--decisions", type=FOLDER, metavar="LEDGER", help="Decisions of reviewers; leads they rejected make no run fail."
)
@click.option("-j", "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes.")
@click.option(
    "--engine", type=click.Choice(ENGINES), default="local", show_default=True, help="What runs the processes."
)
@click.option("--scheduler", metavar="ADDRESS", help="Where the cluster of --engine is.  [default: this machine]")
@click.option("--excerpts", is_flag=True, help="Pages quote and do not hold whole articles.")
@click.option("--single-file", "single", is_flag=True, help="One page that holds the whole report.")
@click.option("--templates", type=FOLDER, metavar="DIR", help="Templates of yours, used before the built-in ones.")
@click.option("--quiet-annotations", "quiet", is_flag=True, help="Say how much was found, not what, nor of whom.")
@click.option("--resume", is_flag=True, help="Go on where a run into the same folder was stopped.")
@click.option(
    "--baseline", type=FOLDER, metavar="RESULTS", help="Earlier results: only what is new since counts for --fail-on."
)
@column_options
@click.pass_context
def command(
    ctx: click.Context, /, inputs: tuple[str, ...], out: str, formats: tuple[str, ...], published: date | None,
    published_default: date | None, as_of: date | None, language: str, overlay: Path | None, report_language: str,
    fail_on: tuple[str, ...], jobs: int, excerpts: bool, single: bool, templates: Path | None, resume: bool,
    baseline: Path | None, quiet: bool, decisions: Path | None, engine: str, scheduler: str | None, **columns: str | None,
) -> None:  # fmt: skip
    """Read articles, report what they say was done and which rules it touches.

    INPUT is a file, a folder (read with its folders), a pattern in quotes, a web address (fetched only when it is named
    here), or - for one document on standard input. Kinds of files: docs/inputs.md.

    Exit codes: 0 done; 1 a --fail-on hit; 2 wrong usage or nothing to read; 3 done, but some input could not be
    read; 4 an error of this program.
    """
    write_safely()
    wanted = formats_of(formats, out)
    refuse(language, report_language, fail_on, out, resume, baseline)
    refuse_engine(engine, scheduler)
    look = Look(excerpts, single, templates_of(templates))
    ledger = _ledger(decisions)
    found = expand_inputs(inputs)
    checker = checker_with(overlay)
    seen_on = as_of or date.today()
    reading = Reading(
        published, published_default, None if language == "auto" else language, seen_on,
        strict=bool(os.environ.get("CHECKER_DEBUG")),
    )  # fmt: skip
    options = _shown(ctx, wanted, checker.reference.overlay)
    run = Run(_info(checker.reference, seen_on, report_language, options, found), Tally(), [], ledger=ledger)
    gate = Gate(fail_on, read_baseline(baseline, about(run, checker.reference)))
    if ledger is not None:
        from checker.review.pages import Desk

        gate.rejected = Desk(ledger, run.info, wording(report_language)).rejected
    asked = in_order(inputs, found)
    passed: list[Ignored] = []
    entries = _documents(asked, columns_of(columns), passed)

    def begin(rest: Iterable[Entry]) -> Iterator[Result]:
        if engine != "local":
            return checked_on(engine, scheduler, jobs, rest, reading, checker, overlay)
        return check_inputs(rest, reading, checker, overlay, jobs)

    if out == "-":
        say_overlay(checker.reference)
        _to_stdout(run.watch(gate.watch(begin(entries)), False, quiet=True), wanted[0], run, gate)
    else:
        run.progress = Progress(_count(asked), sys.stderr, sys.stderr.isatty())
        machine = tuple(FILES[name] for name in wanted if name in FILES)
        with OutFolder(Path(out), machine) as folder, writing_to(Path(out)):
            journal = Journal(Path(out), about(run, checker.reference), resume)
            with closing(journal):
                results = gate.watch(resumed(entries, journal, checker.reference, begin))
                meeting = Meeting(checker)
                _write(
                    meeting.watch(run.watch(results, may_colour(sys.stdout), quiet)),
                    folder.staging,
                    wanted,
                    run,
                    look,
                    gate,
                    meeting.together,
                )
                read = replace(found, ignored=(*found.ignored, *passed))
                folder.publish(manifest(run, read, checker.reference, meeting.together(), inputs, Path(out)))
                journal.remove()
        _say(run, tuple(Path(out) / name for name in (["index.html"] if "html" in wanted else machine)))
    gate.say(quiet)
    ctx.exit(_code(run, gate))


def _documents(asked: Iterable[Asked], columns: Columns, passed: list[Ignored]) -> Iterator[Entry]:
    """The documents one by one; raises UsageError before anything is written when there is none at all."""
    entries = documents_of(asked, columns, passed.append)
    first = next(entries, None)
    if first is None:
        names = ", ".join(one.name for one in passed[:3]) or "the files found"
        raise UsageError(f"nothing to read: no document in {names}; name a file by itself to hear why")
    return chain([first], entries)


def _count(asked: Sequence[Asked]) -> int:
    """How many documents there are; 0 when a file holds nobody knows how many."""
    return 0 if any(isinstance(one, Source) and may_hold_many(one) for one in asked) else len(asked)


def _ledger(path: Path | None) -> Ledger | None:
    """The ledger of ``--decisions``; lines of it that hold no decision are named."""
    if path is None:
        return None
    from checker.review.ledger import read_ledger

    ledger = read_ledger(path)
    for fault in ledger.faults:
        click.echo(f"checker: {fault} [ledger]", err=True)
    return ledger


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
        **{f"--{name.replace('_', '-')}": ctx.params[name] for name in COLUMN_OPTIONS},
        "--excerpts": "yes" if ctx.params["excerpts"] else None,
        "--single-file": "yes" if ctx.params["single"] else None,
        "--templates": ctx.params["templates"].name if ctx.params["templates"] else None,
    }  # fmt: skip
    return tuple((name, str(value)) for name, value in given.items() if value is not None)


def _to_stdout(results: Iterable[Result], name: str, run: Run, gate: Gate) -> None:
    """Print one machine format, exactly as its file would be; JSON a line at a time, the others when they are whole."""
    stream = sys.stdout.buffer
    if name == "json":
        for result in results:
            stream.write(json_line(record(result)).encode("utf-8"))
    else:
        with TemporaryDirectory(prefix="checker-") as folder:
            for _ in written(results, (name,), _output(Path(folder), run, gate)):
                pass
            with (Path(folder) / FILES[name]).open("rb") as file:
                shutil.copyfileobj(file, stream)
    stream.flush()


def _output(folder: Path, run: Run, gate: Gate) -> Output:
    return Output(folder, run.info, wording(run.info.language), gate.labels, gate.baseline, gate.rejected)


def _write(
    results: Iterable[Result],
    folder: Path,
    wanted: tuple[str, ...],
    run: Run,
    look: Look,
    gate: Gate,
    together: Callable[[], Together],
) -> None:
    """Write the formats that were asked for, all of them from one pass over the results."""
    kept = results if look.excerpts else with_texts(results, folder)
    streamed = written(kept, [name for name in wanted if name in FILES], _output(folder, run, gate))
    if "html" in wanted:
        from checker.report import write_report

        write_report(
            streamed, folder, run.info, run.info.language, look.excerpts, look.single, look.templates, run.ledger, together
        )
    else:
        for _ in streamed:
            pass
    if "json" in wanted and together().affairs:
        from checker.formats.affairs import write_affairs

        write_affairs(folder, together().affairs)


def _say(run: Run, where: tuple[Path, ...]) -> None:
    for text in summary_lines(run.tally, run.info, wording(run.info.language), tuple(str(path) for path in where)):
        click.echo(text)


def _code(run: Run, gate: Gate) -> int:
    if run.faults:
        return INTERNAL
    if gate.fails():
        return HIT
    return PARTIAL if run.tally.failed or (run.ledger is not None and run.ledger.faults) else 0
