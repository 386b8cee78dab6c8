"""Mapping a function over items, in this process or in several; the results are the same, and in the order of the items."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol, TypeVar

from sayso.errors import SaysoError

__all__ = ["Engine", "Processes", "Serial", "engine_for"]

T = TypeVar("T")
R = TypeVar("R")

WAITING = 4  # items handed out a process: enough to keep it busy, few enough to hold little in memory
WORTH_A_PROCESS = 150_000  # characters: below it a process takes longer to load the parser than to read

Prepare = Callable[[], object]


class Engine(Protocol):
    """Runs a function over items. `fn` and the items must be picklable, `fn` a function of a module."""

    def map(self, fn: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Yield `fn(item)` for each item, in order."""


class Serial:
    """Runs everything in this process."""

    def map(self, fn: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Yield `fn(item)` for each item, in order."""
        return map(fn, items)


class Processes:
    """Runs items in several processes, each of which calls `prepare` once before its first item."""

    def __init__(self, count: int, prepare: Prepare) -> None:
        self._count = count
        self._prepare = prepare

    def map(self, fn: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Yield `fn(item)` for each item, in order; raise `SaysoError` when a process dies."""
        one_thread()
        context = multiprocessing.get_context("spawn")  # a forked copy of a process with threads may hang
        pool = ProcessPoolExecutor(self._count, mp_context=context, initializer=_start, initargs=(self._prepare,))
        try:
            yield from self._in_order(pool, fn, iter(items))
        except BrokenProcessPool as error:
            raise SaysoError(
                "a process that read documents has died, perhaps for want of memory", "build again with one process"
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _in_order(self, pool: ProcessPoolExecutor, fn: Callable[[T], R], items: Iterator[T]) -> Iterator[R]:
        waiting: deque[Future[R]] = deque()
        for item in items:
            waiting.append(pool.submit(fn, item))
            if len(waiting) >= WAITING * self._count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def engine_for(processes: int | None, *, characters: int, prepare: Prepare) -> Engine:
    """Choose an engine: as many processes as asked for; when nothing is asked, as many as the work and machine warrant."""
    count = processes or max(1, min(os.cpu_count() or 1, characters // WORTH_A_PROCESS))
    return Serial() if count == 1 else Processes(count, prepare)


def one_thread() -> None:
    """Keep numeric libraries to one thread a process: more only get in each other's way. Set before they load."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _start(prepare: Prepare) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone; a killed build would else leave it waiting for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
