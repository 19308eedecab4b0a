"""Private names of Textual are used in one package only: releases change them without notice."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import textual

import tui

_PACKAGE = Path(tui.__file__).parent
_ALLOWED = "tui.app.textual_internals"
_NAMED_TUPLE = {"_replace", "_asdict", "_fields", "_make"}


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(_PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(_PACKAGE.parent).with_suffix("").parts)
        if not name.startswith(f"{_ALLOWED}."):
            yield name.removesuffix(".__init__"), ast.parse(path.read_text("utf-8"))


_MODULES = dict(_modules())
_WITH_TEXTUAL = [
    name
    for name, tree in _MODULES.items()
    if any(
        (isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("textual", _ALLOWED)))
        or (isinstance(node, ast.Import) and any(a.name.startswith("textual") for a in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tui.app"))
        for node in ast.walk(tree)
    )
]
"""Modules that have objects of Textual in their hands."""


def _own_names(node: ast.ClassDef) -> set[str]:
    """Private names that a class defines: methods, class attributes, attributes of ``self``."""
    names = {item.name for item in ast.walk(node) if isinstance(item, ast.FunctionDef)}
    names |= {item.name for item in ast.walk(node) if isinstance(item, ast.AsyncFunctionDef)}
    for item in ast.walk(node):
        if isinstance(item, (ast.Attribute, ast.Name)) and isinstance(item.ctx, ast.Store):
            is_self = isinstance(item, ast.Attribute) and _is_self(item.value)
            if is_self:
                names.add(item.attr)  # type: ignore[union-attr]
    for item in node.body:
        targets = item.targets if isinstance(item, ast.Assign) else [getattr(item, "target", None)]
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in names if _is_private(name)}


def _is_self(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):  # super()
        return isinstance(node.func, ast.Name) and node.func.id == "super"
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


@cache
def _names_of(base: type) -> frozenset[str]:
    """Private names that a class of Textual defines."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(base)))
    (node,) = (item for item in tree.body if isinstance(item, ast.ClassDef))
    return frozenset(_own_names(node))


def _textual_names(cls: type) -> set[str]:
    bases = [base for base in cls.__mro__ if base.__module__.partition(".")[0] == "textual"]
    return set().union(*map(_names_of, bases))


@pytest.mark.parametrize("module", _WITH_TEXTUAL)
def test_no_private_module_or_name_of_textual_is_imported(module: str) -> None:
    private = [
        f"{node.module}.{alias.name}"
        for node in ast.walk(_MODULES[module])
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual")
        for alias in node.names
        if any(_is_private(part) for part in f"{node.module}.{alias.name}".split("."))
    ]
    assert private == []


@pytest.mark.parametrize("module", _WITH_TEXTUAL)
def test_no_private_attribute_of_another_object_is_used(module: str) -> None:
    tree = _MODULES[module]
    own = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for name in _own_names(node)
    }
    private = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and _is_private(node.attr)
        and node.attr not in _NAMED_TUPLE
        and ast.unparse(node) != "os._exit"
        and not (_is_self(node.value) and node.attr in own | _inherited(module))
    ]
    assert private == []


def _inherited(module: str) -> set[str]:
    """Private names that classes of the module have from our own base classes."""
    names: set[str] = set()
    for cls in _classes(module):
        for base in cls.__mro__:
            if base.__module__.startswith("tui."):
                names |= _names_of(base)
    return names


def _classes(module: str) -> list[type]:
    found = vars(importlib.import_module(module)).values()
    return [item for item in found if isinstance(item, type) and item.__module__ == module]


@pytest.mark.parametrize("module", _WITH_TEXTUAL)
def test_no_class_redefines_a_private_name_of_its_textual_base(module: str) -> None:
    clashes = {
        cls.__name__: sorted(names)
        for cls in _classes(module)
        if (names := _names_of(cls) & _textual_names(cls))
    }
    assert clashes == {}


def test_the_version_of_textual_is_pinned() -> None:
    project = (_PACKAGE.parent / "pyproject.toml").read_text("utf-8")
    assert f'"textual=={textual.__version__}"' in project


def test_only_the_screen_and_its_panels_import_textual(environment: Mapping[str, str]) -> None:
    with_widgets = {"tui.app.browse.screen", "tui.app.browse.panels"}
    browse = {name for name in _MODULES if name.startswith("tui.app.browse")}
    assert with_widgets < browse
    code = f"import sys, {', '.join(sorted(browse - with_widgets))}; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    assert set(done.stdout.split()) & {"textual", "rich"} == set()
