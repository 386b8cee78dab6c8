"""The contract between the dossier's view model and its templates: neither names what the other does not know."""

from __future__ import annotations

import dataclasses
from importlib.resources import files
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from jinja2 import Environment, meta, nodes

from sayso.present.dossier import views

TEMPLATES = {
    item.name: item.read_text("utf-8")
    for item in (files("sayso.export") / "templates").iterdir()
    if item.name.endswith(".html")
}
LOOP = {"last", "first", "index", "length"}
VIEWS = [getattr(views, name) for name in views.__all__]


def parsed(name: str) -> nodes.Template:
    return Environment(autoescape=True).parse(TEMPLATES[name])


def attributes(name: str) -> set[tuple[str, str]]:
    """(variable, attribute) pairs that a template asks for, without those of loops and of imported macros."""
    imported = {node.target for node in parsed(name).find_all(nodes.Import)} | {"cite"}
    pairs = set()
    for node in parsed(name).find_all(nodes.Getattr):
        root = node.node
        while isinstance(root, nodes.Getattr):
            root = root.node
        variable = root.name if isinstance(root, nodes.Name) else ""
        if variable not in imported and not (variable == "loop" and node.attr in LOOP):
            pairs.add((variable, node.attr))
    return pairs


def test_templates_name_only_fields_of_the_view_model() -> None:
    fields = {field.name for view in VIEWS for field in dataclasses.fields(view)}
    asked = {(name, *pair) for name in TEMPLATES for pair in attributes(name)}
    assert len(asked) > 80
    assert sorted(entry for entry in asked if entry[2] not in fields) == []


def test_fields_of_the_dossier_are_asked_of_the_dossier() -> None:
    fields = {field.name for field in dataclasses.fields(views.Dossier)}
    asked = {attribute for name in TEMPLATES for variable, attribute in attributes(name) if variable == "dossier"}
    assert asked == fields


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_is_shown(view: type[Any]) -> None:
    asked = {attribute for name in TEMPLATES for _, attribute in attributes(name)}
    assert {field.name for field in dataclasses.fields(view)} - asked == set()


def test_the_page_is_given_nothing_but_the_dossier() -> None:
    given = {"dossier", "cite", "question"}  # the other two are macros that the frame imports
    free = set().union(*(meta.find_undeclared_variables(parsed(name)) for name in TEMPLATES))
    assert free - given - {"range"} == set()


def test_every_include_and_import_exists() -> None:
    styles = {item.name for item in (files("sayso.export") / "templates").iterdir() if item.name.endswith(".css")}
    named = {name for template in TEMPLATES for name in meta.find_referenced_templates(parsed(template)) if name}
    assert named == (set(TEMPLATES) | styles) - {"dossier.html"}


def test_views_hold_only_plain_values() -> None:
    def plain(hint: object) -> bool:
        if get_origin(hint) in {tuple, UnionType}:
            return all(arg is Ellipsis or plain(arg) for arg in get_args(hint))
        return hint in {str, int, float, bool} or hint in VIEWS

    bad = [(view.__name__, name) for view in VIEWS for name, hint in get_type_hints(view).items() if not plain(hint)]
    assert bad == []
