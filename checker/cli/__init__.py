"""The command line: a module a command, loaded only when it is called."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import sys
from typing import Any, NoReturn

import click

from checker import __version__
from checker.errors import CheckerError, InputError, ReportError, UsageError

HIT, WRONG, PARTIAL, INTERNAL = 1, 2, 3, 4
"""Exit codes beside 0: a --fail-on hit; wrong usage; something could not be read; an error of ours."""

WHILE_LOADING = 500_000
"""How many new objects are let stand before the collector looks for garbage, until a command sets its own number."""

COMMANDS = {
    "check": "Read articles, report what they say was done and which rules it touches.",
    "explain": "Show step by step how one sentence is read and matched.",
    "reference": "Look into the tables of law: list, show, search, in-force, coverage, validate, html.",
    "evaluate": "Score the program against a corpus with gold answers.",
    "review": "Gather the decisions of reviewers: merge, apply, status.",
    "diff": "Compare two results: what appeared, went and changed.",
    "verify": "Hold a report against its documents and the tables of law.",
}
"""Every command with its first line of help, which a test compares with the command itself."""


class Commands(click.Group):
    """A group whose commands are imported when called, and whose errors become one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        # Tables and words are objects that live as long as the run: looking for garbage among them finds none, and the
        # process need not take them apart one by one when it ends.
        gc.set_threshold(WHILE_LOADING, 20, 100)
        atexit.register(gc.freeze)
        command: click.Command = importlib.import_module(f"checker.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it raises becomes a message on stderr and an exit code."""
        try:
            return super().invoke(ctx)
        except CheckerError as error:
            click.echo(f"checker: {on_a_line(str(error))} [{error.slug}]", err=True)
            ctx.exit(code_of(error))
        except KeyboardInterrupt:
            click.echo("checker: stopped", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            # whoever read our output has left; say nothing, also not at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            internal(ctx, error)


def code_of(error: CheckerError) -> int:
    """The exit code of an error: what the caller can put right is wrong usage, a broken installation is ours."""
    if isinstance(error, InputError):
        return WRONG if error.slug == "missing" else PARTIAL
    ours = error.slug == "locale" or not isinstance(error, UsageError | ReportError)
    return INTERNAL if ours else WRONG


def on_a_line(text: str) -> str:
    """A message in which a file's name can neither begin a line nor drive a terminal: what cannot be printed is U+FFFD."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def internal(ctx: click.Context, error: Exception) -> NoReturn:
    """One clear line for an error of ours, and exit code 4; the traceback only when CHECKER_DEBUG is set."""
    if os.environ.get("CHECKER_DEBUG"):
        import traceback

        traceback.print_exception(error)
    where = on_a_line(f"{type(error).__name__}: {error}".splitlines()[0])
    click.echo(f"checker: internal error, not yours: {where} [internal]; CHECKER_DEBUG=1 shows where", err=True)
    ctx.exit(INTERNAL)


def _version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    import json

    from checker.bundle import folder

    package = json.loads((folder("reference") / "datapackage.json").read_text(encoding="utf-8"))
    click.echo(f"checker {__version__}")
    click.echo(f"tables {package['name']} {package['version']}, law known to {package['known_to']}")
    ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Versions.")
def main() -> None:
    """Find what news articles say somebody did, and which Security Council rules that would contravene.

    It reports allegations as the text has them, held against the rules of that day. It never says that anybody
    violated anything.
    """
