"""A real Dask cluster of two workers, one killed in the middle: no document lost, none twice, the same bytes as here."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from corpus_of_engines import command, corpus, run, same_files

import checker
from checker.engines.on_dask import dask_engine
from checker.errors import UsageError
from checker.frames.tidy import TABLES

distributed = pytest.importorskip(
    "distributed", reason="Dask is not installed: pip install 'sanctions-claim-checker[dask]'"
)
dataframe = pytest.importorskip(
    "dask.dataframe", reason="Dask is not installed: pip install 'sanctions-claim-checker[dask]'"
)

PATIENCE = 600  # seconds; a busy machine is no failure


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def until(done: Any, what: str) -> Any:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := done():
            return found
        time.sleep(0.02)
    pytest.fail(f"waited in vain for: {what}")


def half_done(client: Any, workers: dict[str, int]) -> str:
    """A worker of these that holds what it has answered and is at work on more, or nothing."""
    holds = client.has_what()
    return next((one for one, keys in client.processing().items() if one in workers and keys and holds.get(one)), "")


def killed_in_the_middle(client: Any, folder: Path, out: Path) -> str:
    """Run the command on the cluster; kill a worker that holds answers and is at work on more; what the run said."""
    pids = client.run(os.getpid)
    asked = command(folder, out, "--engine", "dask", "--scheduler", client.scheduler.address)
    with subprocess.Popen(
        asked, cwd=folder.parent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        victim = until(
            lambda: half_done(client, pids) or process.poll() is not None, "a worker with work done and to do"
        )
        assert victim is not True, "the run was over before a worker could be killed"
        assert not (out / "results.jsonl").exists()
        os.kill(pids[victim], signal.SIGKILL)
        said = process.communicate(timeout=PATIENCE)[0]
        assert process.returncode == 3, said  # 3, since some of the inputs are damaged
    assert client.run(os.getpid).keys() != pids.keys()
    return said


def is_whole(folder: Path, here: Path, there: Path) -> None:
    assert same_files(here, there)
    lines = [json.loads(line) for line in (there / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    sources = [line["document"]["source"] for line in lines]
    assert sorted(sources) == sorted(path.name for path in folder.iterdir())


def test_a_worker_is_killed_and_nothing_is_lost_or_doubled(client: Any, tmp_path: Path) -> None:
    folder = corpus(tmp_path / "in", 8, 40)
    assert run(folder, tmp_path / "here").returncode == 3
    killed_in_the_middle(client, folder, tmp_path / "there")
    is_whole(folder, tmp_path / "here", tmp_path / "there")


@pytest.mark.long
def test_a_worker_is_killed_among_many_documents(client: Any, tmp_path: Path) -> None:
    folder = corpus(tmp_path / "in", 100, 900)
    assert run(folder, tmp_path / "here").returncode == 3
    killed_in_the_middle(client, folder, tmp_path / "there")
    is_whole(folder, tmp_path / "here", tmp_path / "there")


def test_a_frame_on_the_cluster_has_the_answers_of_this_process(client: Any) -> None:
    words = "Moscow bought shells from North Korea last month, Washington said."
    frame = pd.DataFrame(
        {"body": [words, None, "The choir sang.", words] * 3, "day": ["2022-11-03", "2022-11-03", "x", None] * 3}
    )
    frame["name"] = [f"n{at}" for at in range(len(frame))]
    asked = {"text": "body", "published": "day", "id": "name"}
    lazy = checker.answers(dataframe.from_pandas(frame, npartitions=4), **asked)
    assert type(lazy).__module__.startswith("dask")
    there = checker.read_answers(lazy.compute())
    here = checker.check_frame(frame, **asked)
    assert len(here) == 6
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(there, name), getattr(here, name))
    assert lazy.dtypes.to_dict() == lazy.compute().dtypes.to_dict()


def test_an_address_where_nobody_answers_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.engines.on_dask._PATIENCE", 1)
    for address in ("tcp://127.0.0.1:9", "nowhere", "no-such-file.json"):
        with (
            pytest.raises(UsageError, match=f"--scheduler {address}: no Dask scheduler answers there") as raised,
            dask_engine(address, 1),
        ):
            pytest.fail("there is a scheduler")
        assert raised.value.slug == "engine"
