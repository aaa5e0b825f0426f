"""What SECURITY.md promises of the code: no network, no code from data, licences that were looked at."""

from __future__ import annotations

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for path in (ROOT / "checker").rglob("*.py") if "_bundle" not in path.parts)
WORDS = "Moscow bought shells from North Korea last month, Washington said on Tuesday.\n"
NEVER_IMPORTED = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "code", "codeop", "imp"}
NEVER_CALLED = {"eval", "exec", "compile", "__import__", "os.system", "os.popen"}
MAY = {("records.py", "exec")}
"""Makes the initialisers of our own records from the names of their fields."""


def calls(tree: ast.Module) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_makes_code_of_data(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not imported(tree) & NEVER_IMPORTED
    assert {(path.name, name) for name in calls(tree) & NEVER_CALLED} <= MAY
    assert not [name for name in calls(tree) if name.split(".")[-1] in ("unsafe_load", "full_load", "load_all")]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "yaml.load":
            assert [ast.unparse(one) for one in (*node.args[1:], *(k.value for k in node.keywords))], (
                "a loader is named"
            )
            assert "SafeLoader" in ast.unparse(node) or "yaml.BaseLoader" in ast.unparse(node)
        if isinstance(node, ast.keyword) and node.arg == "shell":
            assert ast.unparse(node.value) == "False"


def test_the_one_text_that_is_executed_holds_names_of_fields_only() -> None:
    tree = ast.parse((ROOT / "checker" / "records.py").read_text(encoding="utf-8"))
    executed = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) == "exec"]
    assert len(executed) == 1


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.usefixtures("no_sockets")
def test_a_run_opens_no_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(WORDS + "See https://example.org/a and http://127.0.0.1/.\n", encoding="utf-8")
    page = f"<!doctype html><html><head><base href='https://example.org/'><link rel=stylesheet href=//example.org/x><title>x</title></head><body><p>{WORDS}</p><img src='https://example.org/p'></body></html>"
    (tmp_path / "b.html").write_text(page, encoding="utf-8")
    formats = [
        part for name in ("html", "json", "csv", "sqlite", "sarif", "junit", "webannotation") for part in ("-f", name)
    ]
    done = CliRunner().invoke(main, ["check", "a.txt", "b.html", "-o", "out", *formats, "--published", "2022-11-03"])
    assert done.exit_code == 0, done.output
    for command in (["verify", "out"], ["diff", "out", "out"], ["explain", WORDS], ["reference", "validate"]):
        done = CliRunner().invoke(main, command)
        assert "the network was asked for" not in done.output
        assert done.exit_code == 0, (command, done.output)


def test_a_whole_process_opens_no_socket_with_an_audit_hook(tmp_path: Path) -> None:
    """The interpreter itself tells of every socket, whoever opens it."""
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    script = (
        "import sys, os\n"
        "def hook(event, arguments):\n"
        "    if event.startswith('socket.') and event != 'socket.__new__' or event in ('os.system', 'subprocess.Popen'):\n"
        "        os.write(2, f'ASKED {event}\\n'.encode()); os._exit(9)\n"
        "sys.addaudithook(hook)\n"
        "from checker.cli import main\n"
        "main(['check', 'a.txt', '-o', 'out', '--as-of', '2026-12-01'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def audit(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "audit"), *arguments], capture_output=True, text=True, check=False, timeout=400,
        env={**os.environ, **environment},
    )  # fmt: skip


def test_the_licences_of_what_is_pulled_in_are_on_the_list() -> None:
    done = audit("--licences")
    assert done.returncode == 0, done.stdout
    assert "licences: all on the list" in done.stdout
    assert "rapidfuzz" in done.stdout


def test_vulnerabilities_that_were_not_checked_are_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "pip_audit.py").write_text(
        "raise SystemExit('ConnectionError: no route to the service')\n", encoding="utf-8"
    )
    done = audit(PYTHONPATH=str(tmp_path))
    assert done.returncode == 3
    assert "vulnerabilities: NOT CHECKED: ConnectionError: no route to the service" in done.stdout


def test_a_known_vulnerability_fails_the_audit(tmp_path: Path) -> None:
    said = "print('Found 1 known vulnerability in 1 package')\nraise SystemExit(1)\n"
    (tmp_path / "pip_audit.py").write_text(said, encoding="utf-8")
    assert audit(PYTHONPATH=str(tmp_path)).returncode == 1
