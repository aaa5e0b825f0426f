"""The frame function on Spark: ``mapInPandas`` in this machine's processes, or on the cluster behind a master's address."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from checker.engines.windows import EngineError, LostError
from checker.errors import UsageError
from checker.frames.answering import DDL, OtherVersionError, Task, answered

if TYPE_CHECKING:
    from pandas import DataFrame

_ASKED = "position bigint, entry string"
_TRIES = 4  # of a task, as on a cluster; a local master would else give up at once
_ENDED = ("ExecutorLostFailure", "exited unexpectedly", "Python worker crashed", "Connection reset")
_OTHER_VERSION = re.compile(r"OtherVersionError: ([^\n]{1,400})")
_NO_MODULE = re.compile(r"ModuleNotFoundError: ([^\n]{1,200})")


class _Batches:
    """The frame function as Spark calls it: on an iterator of batches."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def __call__(self, frames: Iterator[DataFrame]) -> Iterator[DataFrame]:
        return (answered(frame, self._task) for frame in frames)


class SparkEngine:
    """Runs frames on Spark; jobs are begun from threads, as Spark wants it of those who run several at once."""

    def __init__(self, session: Any, threads: ThreadPoolExecutor) -> None:
        self._session, self._threads = session, threads

    @property
    def workers(self) -> int:
        """Cores of all executors, as Spark counts them."""
        return max(1, int(self._session.sparkContext.defaultParallelism))

    def begin(self, frame: DataFrame, task: Task, parts: int) -> Callable[[], DataFrame]:
        """Begin to answer the frame; what Spark gives up on for want of executors raises LostError when asked for."""
        return self._threads.submit(self._run, frame, task, parts).result

    def _run(self, frame: DataFrame, task: Task, parts: int) -> DataFrame:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        rows = list(frame.itertuples(index=False, name=None))
        try:
            spread = self._session.createDataFrame(rows, schema=_ASKED).repartition(parts)
            found: DataFrame = spread.mapInPandas(_Batches(task), schema=DDL).toPandas()
        except (PySparkException, Py4JError) as error:
            raise _told(str(error)) from error
        return found


@contextmanager
def spark_engine(scheduler: str | None, jobs: int) -> Iterator[SparkEngine]:
    """An engine on the master ``scheduler`` (``spark://host:7077``, ``yarn``, ``k8s://...``), on the one that spark-submit
    has set, or on ``jobs`` processes of this machine; the session ends with it.

    Raises UsageError: slug ``extra`` where PySpark is not installed, ``engine`` when no session can be had.
    """
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError("--engine spark needs pyspark: install sanctions-claim-checker[spark]", "extra") from None
    builder: Any = SparkSession.builder.appName("checker")
    if scheduler is not None:
        builder = builder.master(scheduler)
    elif "PYSPARK_GATEWAY_PORT" not in os.environ:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # processes of this environment
        builder = builder.master(f"local[{jobs},{_TRIES}]").config("spark.ui.enabled", "false")
    try:
        session = builder.config("spark.sql.execution.arrow.pyspark.enabled", "true").getOrCreate()
    except (PySparkException, Py4JError, OSError) as error:
        first = str(error).strip().partition("\n")[0]
        where = f"--scheduler {scheduler}" if scheduler is not None else "--engine spark"
        raise UsageError(f"{where}: no Spark session ({first}); it needs Java 17 and a master", "engine") from error
    session.sparkContext.setLogLevel("ERROR")
    try:
        with ThreadPoolExecutor(2) as threads:
            yield SparkEngine(session, threads)
    finally:
        session.stop()


def _told(said: str) -> Exception:
    """The error that Spark's words stand for."""
    if found := _OTHER_VERSION.search(said):
        return OtherVersionError(found[1])
    if any(word in said for word in _ENDED):
        return LostError(said[:400])
    if found := _NO_MODULE.search(said):
        return EngineError(f"the workers of the Spark cluster lack something: {found[1]}")
    lines = [line for line in said.splitlines() if line.strip()] or ["no reason given"]
    return EngineError(f"Spark stopped: {lines[0][:400]}; --resume goes on where this run stopped")
