"""The frame function on Dask: ``map_partitions`` on a cluster of this machine, or on the one behind a scheduler's address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.engines.windows import EngineError, LostError
from checker.errors import CheckerError, UsageError
from checker.frames.answering import Task, answered, no_answers

if TYPE_CHECKING:
    from pandas import DataFrame

_PATIENCE = 30  # seconds until a scheduler that does not answer counts as not there


class DaskEngine:
    """Runs frames on a Dask cluster."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def workers(self) -> int:
        """Threads of all workers that are there now."""
        return max(1, int(sum(self._client.nthreads().values())))

    def begin(self, frame: DataFrame, task: Task, parts: int) -> Callable[[], DataFrame]:
        """Begin to answer the frame; what the scheduler gives up on raises LostError when it is asked for."""
        import dask
        import dask.dataframe

        # the rows are bytes, which Dask would else take for words
        with dask.config.set({"dataframe.convert-string": False}):
            spread: Any = dask.dataframe.from_pandas(frame, npartitions=parts, sort=False)
            future = self._client.compute(spread.map_partitions(answered, task, meta=no_answers()))
        return lambda: _result(future)


@contextmanager
def dask_engine(scheduler: str | None, jobs: int) -> Iterator[DaskEngine]:
    """An engine on the cluster of ``scheduler`` (``tcp://host:8786``, or the path of a scheduler file), or on a new one
    of ``jobs`` processes of this machine, which ends with it.

    Raises UsageError: slug ``extra`` where Dask is not installed, ``engine`` when no scheduler answers.
    """
    try:
        import_module("dask.dataframe")
        from dask.distributed import Client, LocalCluster
    except ImportError:
        raise UsageError("--engine dask needs dask: install sanctions-claim-checker[dask]", "extra") from None
    with ExitStack() as opened:
        if scheduler is None:
            own = LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
            client = opened.enter_context(Client(opened.enter_context(own)))
        else:
            client = opened.enter_context(_connected(Client, scheduler))
        yield DaskEngine(client)


def _connected(client: Any, scheduler: str) -> Any:
    is_file = scheduler.endswith(".json")
    try:
        if is_file and not Path(scheduler).is_file():
            raise FileNotFoundError("no such file")  # Dask would wait for it without an end
        if is_file:
            return client(scheduler_file=scheduler, timeout=_PATIENCE)
        return client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        reason = str(error) or type(error).__name__
        raise UsageError(f"--scheduler {scheduler}: no Dask scheduler answers there ({reason})", "engine") from error


def _result(future: Any) -> DataFrame:
    from dask.distributed import CancelledError, KilledWorker
    from distributed.comm import CommClosedError

    try:
        found: DataFrame = future.result()
    except KilledWorker as error:
        raise LostError(str(error)) from error
    except (CancelledError, CommClosedError, TimeoutError) as error:
        raise EngineError(f"the Dask cluster is gone ({error}); --resume goes on where this run stopped") from error
    except CheckerError:
        raise
    except ImportError as error:
        raise EngineError(f"the workers of the Dask cluster lack something: {error}") from error
    return found
