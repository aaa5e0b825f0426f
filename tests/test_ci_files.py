"""The files for other people's CI do what docs/ci.md says: they are run here, not only read."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.cli import main
from checker.cli.check import command as check

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEP = ACTION["runs"]["steps"][-1]
WORDS = "Moscow bought shells from North Korea last month, Washington said on Tuesday.\n"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed here")


def run_action(folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """The step of the action as its runner would start it, with this checkout for the environment it has made."""
    inputs = {name: one.get("default", "") for name, one in ACTION["inputs"].items()} | given
    variables = {
        name: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in STEP["env"].items()
    }
    program = folder / "tools" / "checker" / "bin" / "checker"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m checker "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    env = {**os.environ, **variables, "PYTHONPATH": str(ROOT), "RUNNER_TEMP": str(folder / "tools")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEP["run"]], cwd=folder, text=True,
        env={**env, "GITHUB_OUTPUT": str(folder / "outputs")}, capture_output=True,
    )  # fmt: skip


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "news of today").mkdir()
    (tmp_path / "news of today" / "a.md").write_text(f"---\npublished: 2022-11-03\n---\n{WORDS}", encoding="utf-8")
    return tmp_path


def test_the_action_writes_a_report_and_says_where(articles: Path) -> None:
    done = run_action(articles, articles="news of today\n", **{"as-of": "2026-11-01"})
    assert done.returncode == 0, done.stderr
    assert (articles / "outputs").read_text(encoding="utf-8") == "report=checker-report\n"
    assert {"index.html", "results.jsonl", "results.sarif", "run.json"} <= {
        path.name for path in (articles / "checker-report").iterdir()
    }
    assert "Russia" not in done.stdout + done.stderr


def test_the_action_fails_for_a_reason_and_not_for_what_was_accepted(articles: Path) -> None:
    pinned = {"as-of": "2026-11-01", "fail-on": "alleged_violation changed", "formats": "json"}
    (articles / "none.md").write_text(
        "---\npublished: 2022-11-03\n---\nRain fell in the hills all day.\n", encoding="utf-8"
    )
    assert run_action(articles, articles="none.md", out="empty", formats="json").returncode == 0
    first = run_action(articles, articles="news of today", baseline="empty", **pinned)
    assert first.returncode == 1
    assert "--fail-on alleged_violation: " in first.stderr
    assert run_action(articles, articles="news of today", baseline="checker-report", **pinned).returncode == 0


def test_what_the_action_is_given_is_never_a_command(articles: Path) -> None:
    done = run_action(articles, articles='$(touch harm); `touch harm`\n"; touch harm; "', out="--help")
    assert done.returncode in (2, 3)
    assert not (articles / "harm").exists()


def test_the_action_passes_every_input_on() -> None:
    used = {value.removeprefix("${{ inputs.").removesuffix(" }}") for value in STEP["env"].values()}
    assert used == set(ACTION["inputs"])
    assert all("${{" not in step["run"] for step in ACTION["runs"]["steps"])


def test_the_hooks_start_commands_that_exist() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    known = {option for parameter in check.params for option in parameter.opts}
    for hook in hooks:
        program, name, *words = shlex.split(hook["entry"])
        assert program == "checker"
        assert main.get_command(None, name) is not None  # type: ignore[arg-type]
        if name == "check":
            assert {word for word in words if word.startswith("--")} <= known


def test_folders_of_tests_can_be_named_together() -> None:
    """Files of one name in two of them are no obstacle, nor is a fuzzer that is not installed."""
    asked = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    folders = ["tests/fuzz", "tests/mutation", "tests/hostile", "tests/review"]
    done = subprocess.run([*asked, *folders], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    assert "run.py" not in done.stdout
