"""The fingerprint covers all modules of the build half, at every depth."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import tui
from tui.store import fingerprint as fingerprint_module
from tui.store.fingerprint import fingerprint


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the package that the fingerprint covers instead of the real one."""
    package = tmp_path / "tui"
    shutil.copytree(
        Path(tui.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__")
    )
    monkeypatch.setattr(fingerprint_module, "_PACKAGE", str(package))
    return package


def _add_nested_module(code: Path) -> None:
    folder = code / "compile" / "one" / "two"
    folder.mkdir(parents=True)
    (folder / "three.py").write_text("")


def _change_nested_module(code: Path) -> None:
    module = code / "compile" / "facts" / "answer.py"
    module.write_text(module.read_text("utf-8") + "\n# changed\n", "utf-8")


def _move_module(code: Path) -> None:
    (code / "compile" / "labels.py").rename(code / "compile" / "facts" / "labels.py")


def _change_schema(code: Path) -> None:
    schema = code / "database" / "schema.sql"
    schema.write_text(schema.read_text("utf-8") + "\n-- changed\n", "utf-8")


@pytest.mark.parametrize(
    "change", [_add_nested_module, _change_nested_module, _move_module, _change_schema]
)
def test_any_change_of_the_build_code_changes_the_fingerprint(
    code: Path, sample: Path, change: Callable[[Path], None]
) -> None:
    before = fingerprint(str(sample))
    assert fingerprint(str(sample)) == before
    change(code)
    assert fingerprint(str(sample)) != before


def test_byte_code_does_not_change_the_fingerprint(code: Path, sample: Path) -> None:
    before = fingerprint(str(sample))
    for folder in ("compile", "compile/facts", "text"):
        (code / folder / "__pycache__").mkdir()
        (code / folder / "__pycache__" / "module.cpython-311.pyc").write_bytes(b"")
    assert fingerprint(str(sample)) == before


def test_two_versions_of_the_program_share_no_compiled_file(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(str(sample))
    monkeypatch.setattr(fingerprint_module, "__version__", "99.0")
    assert fingerprint(str(sample)) != before
