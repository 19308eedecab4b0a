"""The wheel: what is installed answers at once, from the briefing that it carries compiled."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.command import Answer

_TOP = Path(__file__).resolve().parents[2]
_RUN = "import sys; from tui.cli.main import main; sys.exit(main())"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the wheel was unpacked."""
    made = tmp_path_factory.mktemp("wheel")
    build = [*(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"), "--no-index"]
    command = [*build, "--no-build-isolation", "--wheel-dir", str(made), str(_TOP)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = made.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        file.extractall(made / "site")
    return made / "site"


def _medbrief(installed: Path, home: Path, *arguments: str) -> Answer:
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(installed), "HOME": str(home)}
    command = [sys.executable, "-c", _RUN, *arguments]
    done = subprocess.run(command, env=environment, cwd=home, capture_output=True, check=False)
    return Answer(done.returncode, done.stdout, done.stderr)


def test_it_answers_without_compiling(installed: Path, tmp_path: Path) -> None:
    answer = _medbrief(installed, tmp_path, "find", "市场规模", "2022", "--lang", "zh")
    assert (answer.code, answer.stderr) == (0, b"")
    assert "3,099亿元（已报告）" in answer.text
    assert list(tmp_path.iterdir()) == []


def test_it_answers_where_nothing_can_be_written(installed: Path) -> None:
    answer = _medbrief(installed, Path("/proc"), "jdjk", "--lang", "zh")
    assert (answer.code, answer.lines[0].split()[0]) == (0, "京东健康")


@pytest.mark.parametrize("cut", [0, 4096, 1_000_000])
def test_a_damaged_briefing_is_compiled_anew_and_kept(
    installed: Path, tmp_path: Path, cut: int
) -> None:
    carried = installed / "tui" / "data" / "briefing.db"
    whole = carried.read_bytes()
    carried.write_bytes(whole[:cut])
    try:
        answer = _medbrief(installed, tmp_path, "find", "市场规模", "2022", "--lang", "zh")
        again = _medbrief(installed, tmp_path, "find", "市场规模", "2022", "--lang", "zh")
    finally:
        carried.write_bytes(whole)
    assert answer == again
    assert (answer.code, "3,099亿元（已报告）" in answer.text) == (0, True)
    (kept,) = (tmp_path / ".cache" / "medbrief").glob("*.db")
    assert kept.stat().st_size > 1_000_000


def test_it_holds_no_original_and_nothing_of_the_tests(installed: Path) -> None:
    names = {os.fspath(path.relative_to(installed)) for path in installed.rglob("*.*")}
    assert not [name for name in names if "originals" in name and not name.endswith(".py")]
    assert not [name for name in names if name.startswith("tests")]


@pytest.mark.parametrize(
    ("shell", "place"),
    [
        ("bash", "bash-completion/completions/medbrief"),
        ("zsh", "zsh/site-functions/_medbrief"),
        ("fish", "fish/vendor_completions.d/medbrief.fish"),
    ],
)
def test_shells_find_the_completions(
    installed: Path, tmp_path: Path, shell: str, place: str
) -> None:
    (shared,) = installed.glob("medbrief-*.data/data/share")
    assert (shared / place).read_bytes() == _medbrief(
        installed, tmp_path, "completion", shell
    ).stdout
