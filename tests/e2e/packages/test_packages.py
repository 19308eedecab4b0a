"""Packages: an sdist that installs, reproducible builds, a wheel that answers at once."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.cli.command import Answer

_ROOT = Path(__file__).resolve().parents[3]
_RUN = "import sys; from tui.cli.main import main; sys.exit(main())"


def _run(*command: str, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _build(folder: Path, seed: str) -> tuple[Path, Path]:
    """Build an sdist from the checkout and a wheel from that sdist; return both."""
    # Builds must not depend on the hash seed, nor leave anything in the temporary folder.
    temporary = folder / "temporary"
    temporary.mkdir(parents=True)
    environment = {"PYTHONHASHSEED": seed, "TMPDIR": str(temporary), "SOURCE_DATE_EPOCH": "0"}
    command = ("hatchling", "build", "--target", "sdist", "--directory", str(folder))
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=_ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (sdist,) = folder.glob("*.tar.gz")
    pip = ("pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    _run(*pip, "--wheel-dir", str(folder), str(sdist), **environment)
    (wheel,) = folder.glob("*.whl")
    assert not [path.name for path in temporary.iterdir() if path.name.startswith("medbrief")]
    return sdist, wheel


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist and the wheel that was built from it."""
    return _build(tmp_path_factory.mktemp("first"), "1")


@pytest.fixture(scope="module")
def installed(packages: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel was unpacked."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(packages[1]) as file:
        file.extractall(site)
    return site


def _medbrief(installed: Path, home: Path, *arguments: str) -> Answer:
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(installed), "HOME": str(home)}
    command = [sys.executable, "-c", _RUN, *arguments]
    done = subprocess.run(command, env=environment, cwd=home, capture_output=True, check=False)
    return Answer(done.returncode, done.stdout, done.stderr)


def _first_source(installed: Path) -> str:
    """The id of the first source record in the package."""
    (first, *_) = sorted((installed / "tui/data/seeds").glob("*.toml"))
    return first.stem


def test_two_builds_are_identical(packages: tuple[Path, Path], tmp_path: Path) -> None:
    again = _build(tmp_path / "second", "2")
    for first, second in zip(packages, again, strict=True):
        assert first.name == second.name
        assert first.read_bytes() == second.read_bytes(), first.name


def test_the_sdist_contains_the_build_hook_and_no_original(packages: tuple[Path, Path]) -> None:
    with tarfile.open(packages[0]) as file:
        names = [name.partition("/")[2] for name in file.getnames()]
    assert ".packaging/wheel_hook.py" in names
    assert "tests/conftest.py" in names
    assert not [name for name in names if name.startswith("seeds/originals")]


def test_the_sdist_installs(packages: tuple[Path, Path], tmp_path: Path) -> None:
    pip = ("pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    _run(*pip, "--target", str(tmp_path / "site"), str(packages[0]))
    answer = _medbrief(tmp_path / "site", tmp_path, "--version")
    assert answer.code == 0
    assert answer.text.startswith("medbrief ")


def test_an_installed_briefing_answers_without_compiling(installed: Path, tmp_path: Path) -> None:
    answer = _medbrief(installed, tmp_path, "show", _first_source(installed), "--lang", "zh")
    assert (answer.code, answer.stderr) == (0, b"")
    assert answer.lines
    assert list(tmp_path.iterdir()) == []


def test_it_answers_where_nothing_can_be_written(installed: Path) -> None:
    answer = _medbrief(installed, Path("/proc"), "list", "sources", "--lang", "zh")
    assert answer.code == 0
    assert answer.lines


@pytest.mark.parametrize("size", [0, 4096, 1_000_000])
def test_a_damaged_briefing_is_compiled_again(installed: Path, tmp_path: Path, size: int) -> None:
    database = installed / "tui" / "data" / "briefing.db"
    intact = database.read_bytes()
    source = _first_source(installed)
    expected = _medbrief(installed, tmp_path, "show", source, "--lang", "zh")
    database.write_bytes(intact[:size])
    try:
        answer = _medbrief(installed, tmp_path, "show", source, "--lang", "zh")
        again = _medbrief(installed, tmp_path, "show", source, "--lang", "zh")
    finally:
        database.write_bytes(intact)
    assert answer == again == expected
    (compiled,) = (tmp_path / ".cache" / "medbrief").glob("*.db")
    assert compiled.stat().st_size > len(intact) // 2


def test_the_wheel_contains_no_original_and_no_test(installed: Path) -> None:
    names = {os.fspath(path.relative_to(installed)) for path in installed.rglob("*.*")}
    assert not [name for name in names if "originals" in name and not name.endswith(".py")]
    assert not [name for name in names if name.startswith("tests")]


@pytest.mark.parametrize(
    ("shell", "path"),
    [
        ("bash", "bash-completion/completions/medbrief"),
        ("zsh", "zsh/site-functions/_medbrief"),
        ("fish", "fish/vendor_completions.d/medbrief.fish"),
    ],
)
def test_the_wheel_installs_completions(
    installed: Path, tmp_path: Path, shell: str, path: str
) -> None:
    (shared,) = installed.glob("medbrief-*.data/data/share")
    script = _medbrief(installed, tmp_path, "completion", shell).stdout
    assert (shared / path).read_bytes() == script
