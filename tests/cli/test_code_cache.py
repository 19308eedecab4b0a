"""The file with the byte code of all modules: used, never stale, never needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

_MODULES = 10
_SCRIPT = """
import sys
from tui.code_cache import CodeCache
cache = CodeCache()
cache.install()
import tui.part
from tui.part import module0, module1, module2, module3, module4, module5, module6, module7
loaded = [type(sys.modules[f"tui.part.module{n}"].__spec__.loader).__name__ for n in range(8)]
print(module0.VALUE, module7.VALUE, module0.__file__, *sorted(set(loaded)))
cache.save()
"""


_LIBRARY_SCRIPT = """
import sys
from tui.code_cache import CodeCache
cache = CodeCache(libraries=True)
cache.install()
import library
from library import module0, module1, module2, module3, module4, module5, module6, module7
print(module0.VALUE, library.__file__, type(module7.__spec__.loader).__name__)
cache.save()
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of the same name with the cache and a few modules."""
    folder = tmp_path / "tui"
    (folder / "part").mkdir(parents=True)
    shutil.copy(ROOT / "tui/code_cache.py", folder)
    (folder / "__init__.py").touch()
    (folder / "part/__init__.py").touch()
    for number in range(_MODULES):
        (folder / f"part/module{number}.py").write_text(f"VALUE = {number}\n")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder of installed packages with one of a few modules."""
    folder = tmp_path / "installed/library"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    for number in range(_MODULES):
        (folder / f"module{number}.py").write_text(f"VALUE = {number}\n")
    return folder


def _run(package: Path, script: str = _SCRIPT, *paths: Path, **environ: str) -> list[str]:
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    } | environ
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=package.parent,
        env=environ | {"PYTHONPATH": os.pathsep.join(map(str, (package.parent, *paths)))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    return done.stdout.split()


def _file(package: Path) -> Path:
    (found,) = (package / "__pycache__").glob("*.code")
    return found


def test_the_second_program_loads_its_modules_from_the_cache(package: Path) -> None:
    path = str(package / "part/module0.py")
    assert _run(package) == ["0", "7", path, "SourceFileLoader"]
    assert _run(package) == ["0", "7", path, "_CachedLoader"]


def test_a_changed_module_is_loaded_from_its_source(package: Path) -> None:
    _run(package)
    (package / "part/module7.py").write_text("VALUE = 88\n")  # as for .pyc files: another size
    assert _run(package)[:2] == ["0", "88"]
    assert _run(package)[3:] == ["SourceFileLoader", "_CachedLoader"]  # one is not worth writing
    for number in range(_MODULES):
        (package / f"part/module{number}.py").write_text(f"VALUE = {number + 200}\n")
    assert _run(package)[:2] == ["200", "207"]
    assert _run(package)[:2] == ["200", "207"]
    assert _run(package)[3:] == ["_CachedLoader"]


@pytest.mark.parametrize("damage", ["empty", "cut", "other bytes", "end"])
def test_a_damaged_file_is_not_used_and_written_again(package: Path, damage: str) -> None:
    _run(package)
    file = _file(package)
    whole = file.read_bytes()
    cut = {"empty": b"", "cut": whole[:20], "other bytes": b"\xff" * 400, "end": whole[:-400]}
    file.write_bytes(cut[damage])
    assert _run(package)[:2] == ["0", "7"]
    assert _run(package)[:2] == ["0", "7"]


def test_nothing_is_written_where_python_writes_no_byte_code(package: Path) -> None:
    assert _run(package, PYTHONDONTWRITEBYTECODE="1")[3:] == ["SourceFileLoader"]
    assert not (package / "__pycache__").exists()


def test_a_moved_package_does_not_use_the_code_of_its_old_place(
    package: Path, tmp_path: Path
) -> None:
    _run(package)
    moved = tmp_path / "elsewhere/tui"
    shutil.copytree(package, moved)
    assert _run(moved)[2:] == [str(moved / "part/module0.py"), "SourceFileLoader"]


def test_the_code_cache_does_without_a_folder_that_can_be_written_to(package: Path) -> None:
    (package / "__pycache__").write_text("not a folder")
    assert _run(package)[:2] == ["0", "7"]


def test_the_second_program_loads_libraries_from_their_cache(package: Path, library: Path) -> None:
    path = str(library / "__init__.py")
    assert _run(package, _LIBRARY_SCRIPT, library.parent) == ["0", path, "SourceFileLoader"]
    (file,) = (package / "__pycache__").glob("*.code")
    written = file.stat().st_mtime_ns
    assert _run(package, _LIBRARY_SCRIPT, library.parent) == ["0", path, "_CachedLoader"]
    assert file.stat().st_mtime_ns == written  # modules that have no source do not count


def test_an_upgraded_library_is_loaded_from_its_source(package: Path, library: Path) -> None:
    _run(package, _LIBRARY_SCRIPT, library.parent)
    (library / "module0.py").write_text("VALUE = 100\n")
    assert _run(package, _LIBRARY_SCRIPT, library.parent)[0] == "100"


def test_a_library_that_is_installed_before_another_one_is_used(
    package: Path, library: Path, tmp_path: Path
) -> None:
    (first := tmp_path / "first").mkdir()
    paths = first, library.parent
    for loader in ("SourceFileLoader", "_CachedLoader"):
        assert _run(package, _LIBRARY_SCRIPT, *paths)[1:] == [str(library / "__init__.py"), loader]
    shutil.copytree(library, first / "library", ignore=shutil.ignore_patterns("__pycache__"))
    assert _run(package, _LIBRARY_SCRIPT, *paths)[1] == str(first / "library/__init__.py")
