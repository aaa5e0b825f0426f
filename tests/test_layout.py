"""Imports point down, as docs/how-it-works.md promises."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "checker"

# From the bottom up; a unit is a module or folder of checker/.
ORDER = (
    *("errors", "records", "model", "affair"),
    *("bundle", "patterns", "text", "whole_words", "dates"),
    *("footnotes", "fingerprints", "tables", "overlay", "known_days", "force", "amendments", "listings", "vocabulary", "law"),
    *("coherence", "period_checks", "side_tables", "validation", "overlay_validation"),
    *("reference", "lexicon", "time_words", "views"),
    *("documents", "extract", "match", "rule_table", "assess", "turning", "review", "press", "affair_pages", "report", "signed"),
    *("lawbook", "formats"),
    *("verification", "scoring", "pipeline"),
    *("affairs",),
    *("corpus", "evaluate", "affair_scores"),
    *("frames", "engines"),
    *("cli", "__main__"),
)
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_bundle" not in path.parts)


def unit_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Every module of checker that a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "checker")
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "checker":
            for alias in node.names:
                inner = PACKAGE.joinpath(*node.module.split(".")[1:], alias.name)
                is_module = inner.is_dir() or inner.with_suffix(".py").is_file()
                yield f"{node.module}.{alias.name}" if is_module else node.module
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports inside checker are written in full"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_from_below(path: Path) -> None:
    here = unit_of(path)
    if here == "__init__":
        return  # it names what others offer and imports none of it: see test_importing_checker_loads_nothing
    assert here in ORDER, f"{here} has no place in the layout yet: give it one here and in docs/how-it-works.md"
    for name in imports(path):
        if name == "checker":
            continue  # the version
        there = name.split(".")[1]
        assert there == here or ORDER.index(there) < ORDER.index(here), (
            f"{here} imports {name}, which is not below it"
        )


def test_no_two_modules_import_each_other_in_a_ring() -> None:
    def name_of(path: Path) -> str:
        parts = ("checker", *path.relative_to(PACKAGE).with_suffix("").parts)
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    # a folder's own __init__ may gather what its modules offer, and its modules may name a sibling through it
    graph = {
        name_of(path): {
            one for one in imports(path) if path.name != "__init__.py" and not name_of(path).startswith(f"{one}.")
        }
        for path in MODULES
    }
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name in done:
            return
        for one in sorted(graph.get(name, ())):
            visit(one, (*trail, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())
    assert len(done) >= len(MODULES)


def loaded(code: str) -> set[str]:
    """The modules that are loaded in a new process once it has run ``code``."""
    script = f"import sys\ntry:\n {code}\nexcept SystemExit: pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    return set(run.stderr.split())


HEAVY = {"pandas", "numpy", "jinja2", "rapidfuzz", "sentencex", "yaml", "multiprocessing", "json"}


def test_help_loads_nothing_that_a_command_needs() -> None:
    found = loaded("from checker.cli import main; main(['--help'])")
    assert "click" in found
    assert not found & HEAVY
    assert not any(name.startswith("checker.") and name not in ("checker.cli", "checker.errors") for name in found)


def test_importing_checker_loads_nothing_until_something_is_asked_for() -> None:
    bare = loaded("pass")
    found = loaded("import checker; checker.__version__")
    assert {name for name in found - bare if name.startswith("checker")} == {"checker"}
    assert not found & HEAVY
    asked = loaded("import checker; checker.check_frame")
    assert "checker.frames.library" in asked
    assert not asked & {"pandas", "numpy", "dask", "pyspark"}


def test_what_checker_offers_hides_none_of_its_modules() -> None:
    """A name that is a module too would be that module as soon as somebody imports it."""
    import checker

    offered = set(checker.__all__) - {"__version__"}
    assert offered == set(checker._HOMES)
    assert not offered & {path.stem for path in (*PACKAGE.glob("*.py"), *PACKAGE.glob("*/"))}
    for name in offered:
        assert getattr(checker, name).__name__ == name
        assert name in dir(checker)
    with pytest.raises(AttributeError, match="module 'checker' has no attribute 'chek'"):
        _ = checker.chek


def test_checking_an_article_needs_no_pandas(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Moscow bought shells from North Korea last month, Washington said.\n", encoding="utf-8")
    arguments = ["check", str(article), "--published", "2022-11-03", "-o", str(tmp_path / "out")]
    found = loaded(f"from checker.cli import main; main({arguments!r})")
    assert "checker.report" in found
    assert not found & {"pandas", "numpy", "multiprocessing"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_command_line_knows_what_day_it_is(path: Path) -> None:
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    clocks = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"}
    assert unit_of(path) == "cli" or not calls & clocks
