"""The dossier as one self-contained HTML file: no scripts, nothing fetched, made to be read and printed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from sayso.present.case import Case
from sayso.present.dossier import build_dossier

__all__ = ["write_dossier"]


def write_dossier(case: Case) -> str:
    """Return the dossier of a case as HTML. Texts are escaped; the same case gives the same characters."""
    return _template().render(dossier=build_dossier(case))


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_source), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("dossier.html")


def _source(name: str) -> str:
    return (files("sayso.export") / "templates" / name).read_text("utf-8")
