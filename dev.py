#!/usr/bin/env python3
"""The one way to run and check sayso from a checkout; needs only Python 3.11 or newer.

    python3 dev.py demo      build the bundled example case, print its disputed questions, write the dossier
    python3 dev.py test      every check: lint, format, types, layers, documentation, the web app, tests
    python3 dev.py fix       format, and mend what the linter can mend
    python3 dev.py docs      write anew what is generated: JSON Schemas, the API's description, the commands page
    python3 dev.py web       build the web app, which sayso serve opens
    python3 dev.py bench     python -m bench ... (measures; needs data from outside)
    python3 dev.py accept    take the present output as the golden one; then read the diff

The first run makes .venv and installs exactly what requirements.lock names; later runs start at once.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "sayso-installed"
LOCK = ROOT / "requirements.lock"
GENERATOR = ROOT / "docs" / "generate.py"
JUNIT = ROOT / ".pytest_cache" / "junit.xml"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")

# The only reason for which a test may be skipped in CI: data that is not ours to put into the repository.
SKIP_ALLOWED = "../shared"


def main(args: Sequence[str]) -> int:
    """Run one verb and return its exit code."""
    verb, rest = (args[0], args[1:]) if args else ("", [])
    if verb not in VERBS:
        print((__doc__ or "").strip(), file=sys.stderr if verb else sys.stdout)
        return 2 if verb else 0
    if sys.version_info < (3, 11):  # noqa: UP036  dev.py is what tells the users of older ones
        return _fail(
            f"sayso needs Python 3.11 or newer; this is {sys.version.split()[0]}. Run dev.py with a newer one."
        )
    os.chdir(ROOT)
    problem = _install()
    return _fail(problem) if problem else VERBS[verb](rest)


def _fail(message: str) -> int:
    print(f"dev.py: {message}", file=sys.stderr)
    return 1


# --- the environment ---------------------------------------------------------------------------------------------


def _wanted() -> str:
    """Name the environment that the checkout asks for."""
    files = [ROOT / "pyproject.toml", LOCK, ROOT / "hatch_build.py", ROOT / "src" / "sayso" / "values" / "place.py"]
    files += [path for path in sorted((ROOT / "src" / "sayso" / "data").glob("*")) if path.suffix in (".py", ".tsv")]
    parts = [sys.version.split()[0].encode(), str(ROOT).encode(), *(path.read_bytes() for path in files)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _install() -> str:
    """Make .venv as the lock says unless it is there already; return what is wrong, "" when nothing is."""
    wanted = _wanted()
    gazetteer = ROOT / "src" / "sayso" / "data" / "gazetteer.sqlite"
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == wanted and gazetteer.is_file():
        return ""
    return _make_venv() or _install_packages() or _remember(wanted)


def _make_venv() -> str:
    if (
        PYTHON.is_file()
        and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    ):
        return ""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        return (
            f"this Python has no {' and no '.join(missing)}, so no virtual environment can be made. "
            "On Debian and Ubuntu: apt install python3-venv. Elsewhere: install a complete Python 3.11 or newer."
        )
    print("making .venv", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", VENV], capture_output=True, text=True, check=False)
    if made.returncode:
        return f"python -m venv failed (on Debian and Ubuntu: apt install python3-venv).\n{made.stdout}{made.stderr}"
    return ""


def _install_packages() -> str:
    count = sum(
        1 for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line and not line.startswith(" ")
    )
    print(f"installing {count} locked packages and sayso itself (once; a minute or two)", flush=True)
    steps = [
        ["install", "--upgrade", "pip>=25.1"],  # pip 23 cannot resolve some of the extras
        ["install", "--require-hashes", "--no-deps", "-r", str(LOCK)],
        ["install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    ]
    environment = {**os.environ, "SAYSO_SKIP_WEB": "1"}  # a checkout builds it when asked: dev.py web, dev.py test
    for step in steps:
        command: list[str | Path] = [PYTHON, "-m", "pip", "--quiet", *step]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        if done.returncode:
            return (
                f"this failed (the first two steps need the network): pip {' '.join(step)}\n{done.stdout}{done.stderr}"
            )
    return ""


def _remember(wanted: str) -> str:
    STAMP.write_text(wanted, encoding="ascii")
    return ""


def _run(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """Run a program of the environment in the checkout, its output shown."""
    return subprocess.run(command, cwd=ROOT, check=False, env={**_environment(), **(env or {})}).returncode


def _environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "PYTHONUTF8": "1"}


# --- the verbs ---------------------------------------------------------------------------------------------------


def demo(rest: Sequence[str]) -> int:
    """Build the bundled example case and show it."""
    return _run(PYTHON, "-m", "sayso", "demo", "--to", "out/demo", *rest)


def fix(rest: Sequence[str]) -> int:
    """Mend and format."""
    return _run(BIN / "ruff", "check", "--fix", *rest) | _run(BIN / "ruff", "format", *rest)


def docs(rest: Sequence[str]) -> int:
    """Write what is generated."""
    return (
        _run(PYTHON, "-m", "sayso.schemas", *rest)
        or _run(PYTHON, "-m", "sayso.server.schema", *rest)
        or _run(PYTHON, GENERATOR, *rest)
    )


def web(rest: Sequence[str]) -> int:
    """Build the web app; `check` and `test` may be named instead."""
    return _run(PYTHON, ROOT / "web" / "build.py", *(rest or ["build"]))


def bench(rest: Sequence[str]) -> int:
    """Measure."""
    return _run(PYTHON, "-m", "bench", *rest)


def accept(rest: Sequence[str]) -> int:
    """Let the golden tests write what they now get."""
    return _run(PYTHON, "-m", "pytest", "-q", "-k", "golden", *rest, env={"SAYSO_ACCEPT": "1"})


def test(rest: Sequence[str]) -> int:
    """Run every check, pytest last; say which passed, and end with pytest's own closing line."""
    results: list[tuple[str, str, float]] = []
    for name, check in CHECKS:
        print(f"\n== {name}", flush=True)
        begun = time.monotonic()
        trouble = check()
        results.append((name, trouble, time.monotonic() - begun))
    print("\n== tests", flush=True)
    begun = time.monotonic()
    trouble, closing = _pytest(rest)
    results.append(("tests", trouble, time.monotonic() - begun))
    print()
    for name, trouble, seconds in results:
        print(f"{'FAILED' if trouble else 'ok':<7}{name:<16}{seconds:6.1f} s  {trouble}")
    print(closing, flush=True)
    return 1 if any(trouble for _, trouble, _ in results) else 0


def _program(*command: str) -> Callable[[], str]:
    return lambda: "see above" if _run(BIN / command[0], *command[1:]) else ""


def _documentation() -> str:
    """Check that generated pages are current, and run the examples (`>>>`) of every page that has any."""
    if GENERATOR.is_file() and _run(PYTHON, GENERATOR, "--check"):
        return "stale pages: python3 dev.py docs"
    pages = [path for path in [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))] if path.is_file()]
    with_examples = [str(path.relative_to(ROOT)) for path in pages if ">>> " in path.read_text(encoding="utf-8")]
    print(f"{len(with_examples)} of {len(pages)} pages have Python examples")
    if not with_examples:
        return ""
    return "see above" if _run(PYTHON, "-W", "error", "-m", "doctest", "-o", "ELLIPSIS", *with_examples) else ""


def _web() -> str:
    """Check the web app's types and templates, run its unit tests, build it for the browser tests."""
    return "see above" if web(["check", "test", "build"]) else ""


def _browser() -> str:
    """Find a Chromium for the browser tests; in CI get one if that can be done, and fail if not."""
    found = _chromium()
    if not found and IN_CI and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("no Chromium: installing it", flush=True)
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
        found = _chromium()
    if found:
        os.environ["SAYSO_CHROMIUM"] = found
        print(found)
        return ""
    print("no Chromium on PATH or in SAYSO_CHROMIUM: the browser tests cannot run")
    return "no Chromium, and in CI nothing may be left out: install it (Debian: apt install chromium)" if IN_CI else ""


def _chromium() -> str:
    named = os.environ.get("SAYSO_CHROMIUM", "")
    return named if named and Path(named).is_file() else next(filter(None, map(shutil.which, CHROMIUM)), "")


CHECKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("lint", _program("ruff", "check")),
    ("format", _program("ruff", "format", "--check")),
    ("types", _program("mypy")),
    ("layers", _program("lint-imports")),
    ("documentation", _documentation),
    ("web app", _web),
    ("browser", _browser),
)


def _pytest(rest: Sequence[str]) -> tuple[str, str]:
    """Run the tests; return what is wrong ("" if nothing) and pytest's closing line."""
    JUNIT.parent.mkdir(exist_ok=True)
    JUNIT.unlink(missing_ok=True)
    command: list[str | Path] = [PYTHON, "-m", "pytest", "-n", "2", f"--junitxml={JUNIT}", *rest]
    closing = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=_environment(), stdout=subprocess.PIPE, encoding="utf-8", errors="replace"
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            print(line, end="", flush=True)
            closing = line.rstrip() or closing
    if running.returncode:
        return "see above", closing
    left_out = _skipped()
    if IN_CI and left_out:
        return "skipped in CI, where nothing may be: " + "; ".join(left_out), closing
    return "", closing


def _skipped() -> list[str]:
    """Return the reasons of skipped tests that are not allowed in CI."""
    reasons = {
        node.get("message", "")
        for node in ElementTree.parse(JUNIT).iter("skipped")
        if node.get("type") != "pytest.xfail"
    }
    return sorted(reason for reason in reasons if SKIP_ALLOWED not in reason)


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    "demo": demo,
    "test": test,
    "fix": fix,
    "docs": docs,
    "web": web,
    "bench": bench,
    "accept": accept,
}

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
