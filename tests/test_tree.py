"""Facts about the tree: no hosts in lock files, no machine's paths, no module without measure, nothing left undone."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {"requirements.lock", "uv.lock", "pylock.toml", "package-lock.json", ".npmrc"}
TEXT = {".py", ".md", ".toml", ".txt", ".lock", ".json", ".html", ".css", ".cfg", ".yml", ".yaml", ".tsv", ".csv", ""}
LONGEST_MODULE, LONGEST_FUNCTION = 400, 45

# A folder of a user or of a build machine; /tmp and /work are spelt in two parts so that this file does not name them.
MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:home|Users|root|" + "wo" + r"rk|" + "t" + r"mp)/[\w.-]+")


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """Every file of the repository."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout, so it is not known which files are tracked")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def python(tracked: list[Path]) -> list[Path]:
    return [path for path in tracked if path.suffix == ".py"]


def test_lock_files_name_no_host(tracked: list[Path]) -> None:
    locks = [path for path in tracked if path.name in LOCKS]
    assert ROOT / "requirements.lock" in locks
    assert [path.name for path in locks if re.search(r"https?://", path.read_text(encoding="utf-8"))] == []


def test_every_locked_package_has_hashes() -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text(encoding="utf-8").strip())
    assert len(entries) > 50
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_lock_holds_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=!~; ]", entry, maxsplit=1)[0].lower().replace("_", "-") for entry in wanted}
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    assert names - set(locked) == set()


def test_no_tracked_file_names_a_machines_path(tracked: list[Path]) -> None:
    found = []
    for path in tracked:
        if path.suffix in TEXT and path.stat().st_size < 2_000_000:
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in MACHINE_PATH.finditer(text)]
    assert found == []


def long_functions(path: Path) -> list[str]:
    """Functions of a module beyond the measure."""
    functions = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    where = path.relative_to(ROOT)
    return [f"{where}:{f.lineno} {f.name}" for f in functions if (f.end_lineno or 0) - f.lineno > LONGEST_FUNCTION]


def test_modules_and_functions_keep_their_measure(tracked: list[Path]) -> None:
    modules = python(tracked)
    sizes = sorted(
        ((path.read_text(encoding="utf-8").count("\n"), str(path.relative_to(ROOT))) for path in modules), reverse=True
    )
    print("the longest modules:", *sizes[:10], sep="\n  ")
    assert [size for size in sizes if size[0] > LONGEST_MODULE] == []
    assert [name for path in modules for name in long_functions(path)] == []


def test_no_shapeless_modules(tracked: list[Path]) -> None:
    shapeless = {"utils.py", "util.py", "helpers.py", "common.py", "misc.py", "manager.py", "handler.py"}
    assert [str(path) for path in python(tracked) if path.name in shapeless] == []


def test_no_broad_excepts_but_where_one_document_must_not_stop_the_others(tracked: list[Path]) -> None:
    program = [path for path in python(tracked) if ROOT / "src" in path.parents]
    broad = [
        path for path in program if re.search(r"except(?: Exception)?(?: as \w+)?:", path.read_text(encoding="utf-8"))
    ]
    assert {str(path.relative_to(ROOT / "src" / "sayso")) for path in broad} <= {"engine/reading.py", "cli/read.py"}


def test_licence_and_notice_are_there() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert "GeoNames" in notice
    assert "Creative Commons\nAttribution 4.0" in notice or "Creative Commons Attribution 4.0" in notice


def test_ci_runs_what_a_contributor_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert "python3 dev.py test" in script.read_text(encoding="utf-8")
    assert script.stat().st_mode & 0o111
