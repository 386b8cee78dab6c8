"""One writer at a time, and no lock outlives its holder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.errors import CaseError
from sayso.store.lock import writing

HOLD = "import sys, time; from pathlib import Path; from sayso.store.lock import writing\nwith writing(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    with writing(tmp_path), pytest.raises(CaseError, match=f"another process \\({os.getpid()}\\)"), writing(tmp_path):
        pass
    with writing(tmp_path):
        pass


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(CaseError, match=str(holder.pid)), writing(tmp_path):
            pass
        holder.send_signal(signal.SIGKILL)
    with writing(tmp_path):
        pass
