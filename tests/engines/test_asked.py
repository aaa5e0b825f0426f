"""What ``--engine`` and ``--scheduler`` say where they cannot be served."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main

LIBRARIES = (
    "dask",
    "dask.dataframe",
    "dask.distributed",
    "pyspark",
    "pyspark.sql",
    "pyspark.errors",
    "py4j.protocol",
)


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The choir sang in the square.", encoding="utf-8")
    return "a.txt"


@pytest.mark.parametrize(
    ("more", "slug", "words"),
    [
        (("--scheduler", "tcp://a:1"), "engine", "--scheduler needs --engine dask or --engine spark"),
        (("--engine", "dask"), "extra", "--engine dask needs dask: install sanctions-claim-checker[dask]"),
        (("--engine", "spark"), "extra", "--engine spark needs pyspark: install sanctions-claim-checker[spark]"),
    ],
)
def test_what_cannot_be_served_is_wrong_usage(
    article: str, more: tuple[str, ...], slug: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in LIBRARIES:
        monkeypatch.setitem(sys.modules, name, None)  # as where it is not installed
    done = CliRunner().invoke(main, ["check", article, *more])
    assert done.exit_code == 2
    assert f"{words} [{slug}]" in done.stderr
    assert not Path("checker-report", "results.jsonl").exists()


def test_an_engine_that_does_not_exist_is_refused_with_those_there_are(article: str) -> None:
    done = CliRunner().invoke(main, ["check", article, "--engine", "ray"])
    assert done.exit_code == 2
    for name in ("local", "dask", "spark"):
        assert name in done.stderr
