"""Spark: in processes of this machine always; with ``-m long`` a real cluster of two workers, one killed in the middle."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pandas as pd
import pytest
from corpus_of_engines import corpus, run, same_files

import checker
from checker.corpus import Reading, check_inputs, in_order
from checker.documents.sources import expand_inputs
from checker.engines.on_spark import _told, spark_engine
from checker.engines.windows import EngineError, LostError, check_on
from checker.errors import UsageError
from checker.formats.results import json_line, record
from checker.frames.answering import OtherVersionError
from checker.frames.tidy import TABLES
from checker.pipeline import load_checker

pyspark = pytest.importorskip(
    "pyspark", reason="PySpark is not installed: pip install 'sanctions-claim-checker[spark]'"
)
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java 17, and there is no java here", allow_module_level=True)

PATIENCE = 600  # seconds; a busy machine is no failure


def test_processes_of_this_machine_give_the_same_bytes(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "in", 5, 12)
    assert run(folder, tmp_path / "here").returncode == 3
    there = run(folder, tmp_path / "there", "--engine", "spark", "-j", "2")
    assert there.returncode == 3, there.stderr
    assert same_files(tmp_path / "here", tmp_path / "there")


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        ("Job aborted: ExecutorLostFailure (executor 1 exited)", LostError, "ExecutorLost"),
        ("org.apache.spark.SparkException: Python worker exited unexpectedly (crashed)", LostError, "exited"),
        (
            "...\nchecker.frames.answering.OtherVersionError: this process has 2\n  at",
            OtherVersionError,
            "^this process has 2$",
        ),
        (
            "x\nModuleNotFoundError: No module named 'checker'\n",
            EngineError,
            "lack something: No module named 'checker'",
        ),
        ("\nCannot call methods on a stopped SparkContext\nmore", EngineError, "Spark stopped: Cannot call"),
    ],
)
def test_what_spark_says_becomes_an_error_of_ours(said: str, kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        raise _told(said)


# --- a cluster ------------------------------------------------------------------------------------------------


class Cluster:
    """A standalone master and two workers of one core, each a process group of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home = folder, Path(pyspark.__file__).parent
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self.address = f"spark://127.0.0.1:{self.port}"
        self.parts = [
            self._start("master.Master", "--host", "127.0.0.1", "--port", str(self.port), "--webui-port", "0")
        ]
        self._wait("master.Master", "New state: ALIVE", 1)
        for name in ("one", "two"):
            place = ("--work-dir", str(folder / name), "--webui-port", "0", self.address)
            self.parts.append(
                self._start("worker.Worker", "--cores", "1", "--memory", "1g", "--host", "127.0.0.1", *place)
            )
        self._wait("worker.Worker", "Successfully registered with master", 2)

    def _start(self, name: str, *more: str) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_NO_DAEMONIZE": "1"}
        log = (self.folder / f"{name}.log").open("ab")
        asked = [str(self.home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *more]
        return subprocess.Popen(asked, stdout=log, stderr=log, env=environment, start_new_session=True)

    def _wait(self, name: str, words: str, times: int) -> None:
        end, path = time.monotonic() + PATIENCE, self.folder / f"{name}.log"
        while path.read_text(errors="replace").count(words) < times:
            assert time.monotonic() < end, path.read_text(errors="replace")[-2000:]
            time.sleep(0.1)

    def kill(self, part: subprocess.Popen[bytes]) -> None:
        """End a part and all that it began, at once and without a word."""
        os.killpg(part.pid, signal.SIGKILL)
        part.wait()

    def close(self) -> None:
        for part in self.parts:
            if part.poll() is None:
                self.kill(part)


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    cluster = Cluster(tmp_path_factory.mktemp("spark"))
    try:
        yield cluster
    finally:
        cluster.close()


@pytest.mark.long
def test_a_worker_is_killed_and_nothing_is_lost_or_doubled(cluster: Cluster, tmp_path: Path) -> None:
    tables, reading = load_checker(), Reading()
    folder = corpus(tmp_path / "in", 10, 60)
    entries = in_order([str(folder)], expand_inputs([str(folder)]))
    lines = [json_line(record(one)) for one in check_inputs(entries, reading, tables)]
    over = Event()
    with spark_engine(cluster.address, 2) as engine:
        status = engine._session.sparkContext.statusTracker()

        def half_done() -> bool:
            """True while both workers have a part and at least one part of the same stage is done."""
            stages = [status.getStageInfo(one) for one in status.getActiveStageIds()]
            return any(one is not None and one.numActiveTasks == 2 and one.numCompletedTasks > 0 for one in stages)

        def watch() -> None:
            end = time.monotonic() + PATIENCE
            while not half_done():
                if over.is_set() or time.monotonic() > end:
                    return
                time.sleep(0.02)
            cluster.kill(cluster.parts[1])

        thread = Thread(target=watch, daemon=True)
        thread.start()
        found = [json_line(record(one)) for one in check_on(engine, entries, reading, tables, None)]
        over.set()
        thread.join()
    assert cluster.parts[1].poll() == -signal.SIGKILL, "the run was over before a worker could be killed"
    assert found == lines
    keys = [json.loads(line)["document"]["source"] for line in found]
    assert sorted(keys) == sorted(path.name for path in folder.iterdir())


@pytest.mark.long
def test_a_frame_on_the_cluster_has_the_answers_of_this_process(cluster: Cluster) -> None:
    words = "Moscow bought shells from North Korea last month, Washington said."
    frame = pd.DataFrame({"body": [words, None, "The choir sang.", words], "day": ["2022-11-03", None, "x", None]})
    frame["name"] = [f"n{at}" for at in range(len(frame))]
    asked: dict[str, Any] = {"text": "body", "published": "day", "id": "name"}
    rows = [tuple(None if pd.isna(cell) else cell for cell in row) for row in frame.itertuples(index=False)]
    with spark_engine(cluster.address, 2) as engine:
        spread = engine._session.createDataFrame(rows, schema="body string, day string, name string")
        answered = checker.answers(spread, **asked)
        assert type(answered).__module__.startswith("pyspark")
        there = checker.read_answers(answered.toPandas().sort_values("row"))
    here = checker.check_frame(frame, **asked)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(there, name), getattr(here, name))


@pytest.mark.long
def test_a_master_that_does_not_exist_is_wrong_usage() -> None:
    with (
        pytest.raises(UsageError, match="--scheduler nonsense: no Spark session") as raised,
        spark_engine("nonsense", 1),
    ):
        pytest.fail("there is a session")
    assert raised.value.slug == "engine"
