"""The structure that a newcomer relies on: no cycles, short files, unique names, flat classes."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import tui

_PACKAGE = Path(tui.__file__).parent
_MAX_LINES = 300
_MAX_INHERITANCE = 3
_SAME_JOB = {
    "messages": "texts for users in both languages, one module per package",
    "codec": "a value as JSON and back",
}
"""Module names that several packages may use, because the module does the same job in each."""
_ONE_PER_KIND = ("tui.model.", "tui.compile.kinds.", "tui.cli.commands.", "tui.check.rules.")
"""Packages with one module per record kind, command or rule family, named as that is."""


def _modules() -> dict[str, Path]:
    """All modules of the package by their dotted names."""
    modules = {}
    for path in sorted(_PACKAGE.rglob("*.py")):
        parts = path.relative_to(_PACKAGE.parent).with_suffix("").parts
        modules[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return modules


_MODULES = _modules()
_TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in _MODULES.items()}


def _module_level(tree: ast.AST) -> Iterator[ast.stmt]:
    """Statements that run when the module is imported, and those under TYPE_CHECKING."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if isinstance(node, ast.stmt):
            yield node
            yield from _module_level(node)


def _imports(name: str) -> set[str]:
    """The modules of the package that ``name`` imports at module level."""
    found = set()
    for node in _module_level(_TREES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in _MODULES else node.module)
    return {each for each in found if each in _MODULES} - {name}


def test_no_import_cycle() -> None:
    # A package's own __init__ re-exports its modules; they do not import it back.
    graph = {name: _imports(name) for name in _MODULES}
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        cycle = " -> ".join(reversed(error.args[1]))
        raise AssertionError(f"import cycle: {cycle}") from None


def test_no_file_is_longer_than_the_limit() -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in _MODULES.items()}
    assert {name: count for name, count in lengths.items() if count > _MAX_LINES} == {}


def _classes() -> Iterator[tuple[str, ast.ClassDef]]:
    for name, tree in _TREES.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                yield name, node


_WRITES = re.compile(
    r"(?<![.\w])(?<!def )print\(|\bsys\.std(?:out|err)\.(?:write|buffer)|\.write_(?:text|bytes)\("
    r"|\bopen\([^()]*[\"'][rb+]*[wax][b+]*[\"']"
)
_WRITERS = {
    "tui.code_cache": "is a cache like a .pyc file: one that is not written whole is not used",
    "tui.compile.database_writer": "fills a temporary file of the cache, which needs no flushing",
    "tui.store.compile_subprocess": "prints to its parent process",
    "tui.serve.zygote.warmup": "prints before any session starts",
}


def test_output_and_files_are_written_by_the_functions_for_it() -> None:
    # tui.cli.output.writer handles full disks and slow pipes, tui.file_write failed writes.
    found = {
        module
        for module, path in _MODULES.items()
        if any(_WRITES.search(line) for line in path.read_text("utf-8").splitlines())
    }
    assert found <= set(_WRITERS), found - set(_WRITERS)


def test_no_public_class_name_occurs_twice() -> None:
    places = defaultdict(list)
    for module, node in _classes():
        if not node.name.startswith("_"):
            places[node.name].append(module)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def _base_name(node: ast.expr) -> str:
    while isinstance(node, ast.Subscript):
        node = node.value
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def test_inheritance_chains_of_our_classes_are_short() -> None:
    bases = {node.name: [_base_name(base) for base in node.bases] for _, node in _classes()}

    def depth(name: str) -> int:
        return 1 + max((depth(base) for base in bases[name] if base in bases), default=0)

    assert {name: depth(name) for name in bases if depth(name) > _MAX_INHERITANCE} == {}


def test_module_names_are_unique_or_do_the_same_job() -> None:
    places = defaultdict(list)
    for name, path in _MODULES.items():
        if path.stem.startswith("__") or name.startswith(_ONE_PER_KIND):
            continue
        places[path.stem].append(name)
    repeated = {stem: found for stem, found in places.items() if len(found) > 1}
    assert {stem: found for stem, found in repeated.items() if stem not in _SAME_JOB} == {}


_PRINTED = {"tui.cli.output.missing_packages"}
"""Modules with a command line for the user to run."""


def test_python_children_do_not_import_from_the_working_directory() -> None:
    """A ``json.py`` or a package ``tui`` in it must not run (``python -P``)."""
    started = {
        name: ast.unparse(node.elts[1])
        for name, tree in _TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.List, ast.Tuple))
        and node.elts
        and ast.unparse(node.elts[0]) == "sys.executable"
        and name not in _PRINTED
    }
    assert started == dict.fromkeys(started, "'-P'")
    sources = {name: path.read_text("utf-8") for name, path in _MODULES.items()}
    users = {name for name, source in sources.items() if "sys.executable" in source}
    assert users == set(started) | _PRINTED
