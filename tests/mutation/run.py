"""Mutation testing of the parts that decide: which small mistakes in them does some test notice?

Run with ``python tests/mutation/run.py [--every N] [--out FILE] [--again FILE] [PATH...]`` from the checkout, in the development
environment. The tests that reach the changed line are run in a process of its own, first a choice of them, then all. Every N-th mutant
is tried, or with ``--again`` those that an earlier ``--out`` names, by file and change wherever the line now stands. Exit code 1 when
fewer than 85 of a hundred are noticed.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import signal
import sys
import types
from collections import defaultdict
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import coverage
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
os.chdir(ROOT)
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from mutants import Mutant, mutants  # noqa: E402

WHAT = ("checker/match", "checker/assess.py", "checker/dates.py", "checker/review")
TESTS = (
    *("tests/match", "tests/review", "tests/test_dates.py", "tests/test_rule_table.py", "tests/test_force.py"),
    *("tests/test_law_must_hold.py", "tests/test_law_examples.py", "tests/test_seed.py", "tests/test_lost_stages.py"),
)
FIRST, MOST, SECONDS, WANTED = 60, 600, 120, 0.85
PLAIN = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts="]


class Contexts:
    """Tells coverage which test is running."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self.measured = measured

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item: pytest.Item):  # type: ignore[no-untyped-def]
        self.measured.switch_context(item.nodeid)
        yield
        self.measured.switch_context("")


def tests_of_lines(files: list[Path]) -> dict[tuple[str, int], list[str]]:
    """Which tests run each line; the run also loads every module and table once, for all the processes to come."""
    measured = coverage.Coverage(data_file=None, source=[str(ROOT / "checker")])
    measured.start()
    with redirect_stdout(io.StringIO()):
        code = pytest.main([*PLAIN, "-m", "not long", *TESTS], plugins=[Contexts(measured)])
    measured.stop()
    if code != 0:
        sys.exit("the tests have to pass before their mutants are tried")
    found: dict[tuple[str, int], list[str]] = {}
    for path in files:
        for line, names in measured.get_data().contexts_by_lineno(str(ROOT / path)).items():
            found[str(path), line] = sorted(name for name in names if name)
    return found


def chosen(names: list[str]) -> list[str]:
    """The tests in an order in which each function has a turn before any has two."""
    turns: defaultdict[str, int] = defaultdict(int)
    keyed = []
    for name in names:
        function = name.split("[")[0]
        keyed.append((turns[function], name))
        turns[function] += 1
    return [name for _, name in sorted(keyed)][:MOST]


def is_noticed(mutant: Mutant, names: list[str]) -> bool:
    """True when a test fails, or does not end in time, over the mutant."""
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        put_in(mutant)
        for part in (names[:FIRST], names[FIRST:]):
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                if part and pytest.main([*PLAIN, *part]) != 0:
                    os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] != 0


def put_in(mutant: Mutant) -> None:
    """Give the functions of the loaded module the code of the mutant, and forget what was remembered."""
    module = importlib.import_module(".".join(mutant.path.with_suffix("").parts).removesuffix(".__init__"))
    codes = {one.co_qualname: one for one in _codes(compile(mutant.tree, str(ROOT / mutant.path), "exec"))}
    for function in _functions(module):
        code = codes.get(function.__code__.co_qualname)
        if code is not None and code.co_freevars == function.__code__.co_freevars:
            function.__code__ = code
    for name, other in list(sys.modules.items()):
        if name.startswith("checker"):
            for value in vars(other).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def _codes(code: types.CodeType) -> list[types.CodeType]:
    inner = [one for one in code.co_consts if isinstance(one, types.CodeType)]
    return [code, *(each for one in inner for each in _codes(one))]


def _functions(module: types.ModuleType) -> list[types.FunctionType]:
    found: list[types.FunctionType] = []
    for value in vars(module).values():
        held = [value, *(vars(value).values() if isinstance(value, type) else ())]
        for one in held:
            plain = getattr(one, "__wrapped__", None) or getattr(one, "__func__", None) or getattr(one, "fget", None) or one
            if isinstance(plain, types.FunctionType) and plain.__module__ == module.__name__:
                found.append(plain)
    return found


def named(path: Path) -> set[tuple[str, str]]:
    """The file and the change of each mutant that a list of those not noticed names."""
    found = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        where, _, change = line.removesuffix("  (no test comes here)").partition(" ")
        found.add((where.split(":")[0], change))
    return found


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("paths", nargs="*", default=list(WHAT))
    asked.add_argument("--every", type=int, default=1)
    asked.add_argument("--out", type=Path)
    asked.add_argument("--again", type=Path)
    given = asked.parse_args()
    files = sorted(one for path in given.paths for one in ([Path(path)] if path.endswith(".py") else Path(path).glob("*.py")))
    lines = tests_of_lines(files)
    tried = [one for path in files for one in mutants(path)]
    earlier = named(given.again) if given.again else None
    tried = tried[:: given.every] if earlier is None else [one for one in tried if (str(one.path), one.change) in earlier]
    of_file: defaultdict[str, set[str]] = defaultdict(set)
    for (name, _), reaching in lines.items():
        of_file[name].update(reaching)
    left, unreached = [], 0
    for at, mutant in enumerate(tried, start=1):
        # what is remembered from one test to the next runs in the first alone: then all tests of the module are asked
        names = chosen(lines.get((str(mutant.path), mutant.line)) or sorted(of_file[str(mutant.path)]))
        unreached += not names
        if not names or not is_noticed(mutant, names):
            left.append(f"{mutant.name}{'' if names else '  (no test comes here)'}")
            print(f"{at}/{len(tried)} not noticed: {left[-1]}", flush=True)
            if given.out:
                given.out.write_text("\n".join(left) + "\n", encoding="utf-8")
    share = 1 - len(left) / max(len(tried), 1)
    print(f"{len(tried)} mutants, {len(tried) - len(left)} noticed ({share:.1%}), {unreached} where no test comes")
    return int(share < WANTED)


if __name__ == "__main__":
    sys.exit(main())
