"""What `import sayso` gives is exactly what it says, documented, and the same version everywhere."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import sayso

ROOT = Path(__file__).resolve().parents[1]


def test_names_are_sorted_and_all_there() -> None:
    assert sayso.__all__ == sorted(sayso.__all__)
    assert all(getattr(sayso, name) is not None for name in sayso.__all__)


def test_nothing_else_is_there() -> None:
    program = "import sayso, types; print([n for n in dir(sayso) if n[0] != '_' and not isinstance(getattr(sayso, n), types.ModuleType)])"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert set(ast.literal_eval(shown)) - {"TYPE_CHECKING", "annotations"} == set(sayso.__all__)


def test_asking_for_another_name_fails() -> None:
    assert not hasattr(sayso, "utils")


def test_every_public_thing_is_documented() -> None:
    undocumented = []
    for name in sayso.__all__:
        thing = getattr(sayso, name)
        members = (
            [m for n, m in inspect.getmembers(thing) if n[0] != "_" and inspect.isroutine(m)]
            if inspect.isclass(thing)
            else []
        )
        undocumented += [f"{name}: {part}" for part in (thing, *members) if not inspect.getdoc(part)]
    assert undocumented == []


def public_functions(path: Path) -> list[ast.FunctionDef]:
    """Public functions and methods of public classes of a module; what a property holds its class may say."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    nodes = [*tree.body, *(part for node in classes for part in node.body)]
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef) and node.name[0] != "_"]
    return [f for f in functions if not any("property" in ast.unparse(decorator) for decorator in f.decorator_list)]


def test_every_module_and_public_function_has_a_docstring() -> None:
    bare = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        where = path.relative_to(ROOT)
        if "TODO" in (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "TODO"):
            bare.append(str(where))
        bare += [f"{where}:{f.lineno} {f.name}" for f in public_functions(path) if not ast.get_docstring(f)]
    assert bare == []


def test_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert sayso.__version__ == project["version"] == metadata.version("sayso")
    assert f"## [{sayso.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_help_does_not_load_the_program() -> None:
    program = "import sys, sayso.cli; print(sorted(m for m in sys.modules if m.split('.')[0] in ('spacy', 'numpy', 'sqlalchemy', 'rich')))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"
