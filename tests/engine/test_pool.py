"""Engines: the same results in the same order, in one process or several."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.engine.pool import Processes, Serial, engine_for
from sayso.errors import SaysoError


def slow_square(number: int) -> int:
    time.sleep(0.02 * (number % 3))
    return number * number


def process(_item: int) -> tuple[int, str]:
    return os.getpid(), os.environ["OMP_NUM_THREADS"]


def die(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


def fail(number: int) -> int:
    return 1 // (number - 2)


def nothing() -> None:
    """There is nothing to prepare."""


def test_results_come_in_the_order_of_the_items() -> None:
    items = range(25)
    expected = [number * number for number in items]
    assert list(Serial().map(slow_square, items)) == expected
    assert list(Processes(2, nothing).map(slow_square, items)) == expected


def test_items_run_elsewhere_each_on_one_thread() -> None:
    pids, threads = zip(*Processes(2, nothing).map(process, range(8)), strict=True)
    assert os.getpid() not in pids
    assert set(threads) == {"1"}


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = Processes(1, nothing).map(slow_square, items())
    assert next(results) == 0
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined]


def test_a_process_that_dies_is_an_error_with_a_way_out() -> None:
    with pytest.raises(SaysoError, match="has died") as error:
        list(Processes(2, nothing).map(die, range(8)))
    assert error.value.way_out


def test_a_fault_in_the_function_is_the_callers() -> None:
    with pytest.raises(ZeroDivisionError):
        list(Processes(1, nothing).map(fail, range(5)))


def test_small_work_stays_in_this_process() -> None:
    assert isinstance(engine_for(None, characters=10_000, prepare=nothing), Serial)
    assert isinstance(engine_for(1, characters=10**9, prepare=nothing), Serial)
    assert isinstance(engine_for(2, characters=1, prepare=nothing), Processes)


def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    import signal
    import subprocess
    import sys

    program = tmp_path / "start.py"
    program.write_text(
        "import os, time\nfrom sayso.engine.pool import Processes\n"
        "def tell(item):\n    return os.getpid()\n"
        "def nothing():\n    pass\n"
        "if __name__ == '__main__':\n"
        "    results = Processes(1, nothing).map(tell, iter(range(9)))\n    print(next(results), flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and _runs(worker):
        time.sleep(0.05)
    assert not _runs(worker)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A zombie that nobody waits for any more still answers; it does not run.
    status = Path(f"/proc/{pid}/stat")
    return not status.is_file() or status.read_text().rpartition(")")[2].split()[0] != "Z"
