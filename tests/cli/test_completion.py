"""Tab completion: candidates of ``medbrief __words``, and completion in real shells."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pexpect
import pytest

from tests.cli.command import COMMAND, Medbrief
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.store import Store

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

_SCRIPTS = Path(__file__).parents[2] / "tui" / "cli" / "completion" / "shells"


def _candidates(
    medbrief: Medbrief, line: str, shell: str = "zsh", **changes: str
) -> dict[str, str]:
    answer = medbrief("__words", shell, line, **changes)
    assert (answer.code, answer.stderr) == (0, b"")
    pairs = (each.partition("\t") for each in answer.lines)
    return {word: description for word, _, description in pairs}


def test_the_first_word_is_a_command_or_a_name(medbrief: Medbrief) -> None:
    candidates = _candidates(medbrief, "medbrief s")
    assert candidates["show"] == "show the page of a record"
    assert {"sources", "schema"} <= set(candidates)
    assert "国医署发" not in "".join(candidates)
    assert _candidates(medbrief, "medbrief ").keys() == {
        name for name in COMMAND_NAMES if not name.startswith("_")
    }
    assert _candidates(medbrief, "medbrief 青禾健")["青禾健康"] == "Players"


@pytest.mark.parametrize("typed", ["qinghe-", "Qinghe H", "青禾健", "qhjk", "qinghej", "90917"])
def test_an_id_is_completed_from_id_name_pinyin_and_ticker(medbrief: Medbrief, typed: str) -> None:
    quoted = f"'{typed}"
    assert _candidates(medbrief, f"medbrief show {quoted}")["qinghe-health"] == "Qinghe Health"


def test_all_ids_are_candidates_for_an_empty_word(medbrief: Medbrief, sample_store: Store) -> None:
    assert list(_candidates(medbrief, "medbrief show ")) == sample_store.identities()
    briefs = [entry.id for entry in sample_store.entries("brief")]
    assert list(_candidates(medbrief, "medbrief brief ")) == briefs


def test_figures_and_sections_are_candidates_of_open(medbrief: Medbrief) -> None:
    assert (
        "2022"
        in _candidates(medbrief, "medbrief open consultation-market@20")["consultation-market@2022"]
    )
    assert _candidates(medbrief, "medbrief open play", LANG="zh_CN.UTF-8")["players"] == "参与者"


def test_figures_but_no_sections_are_candidates_of_cite(medbrief: Medbrief) -> None:
    assert "consultation-market@2022" in _candidates(
        medbrief, "medbrief cite consultation-market@20"
    )
    assert "players" not in _candidates(medbrief, "medbrief cite p")


def test_a_name_is_completed_in_the_language_of_the_settings(medbrief: Medbrief) -> None:
    assert list(_candidates(medbrief, "medbrief find qhjk")) == ["Qinghe Health"]
    assert list(_candidates(medbrief, "medbrief find qhjk", LANG="zh_CN.UTF-8")) == ["青禾健康"]
    assert list(_candidates(medbrief, "medbrief --lang zh find qhjk")) == ["青禾健康"]


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_each_option_is_a_candidate_until_it_is_used(medbrief: Medbrief, name: str) -> None:
    arguments = [item for item in (*load_command(name).arguments, *COMMON_OPTIONS) if item.is_flag]
    candidates = _candidates(medbrief, f"medbrief {name} -")
    assert {item.names[0] for item in arguments} <= set(candidates)
    assert all(candidates.values())
    used = _candidates(medbrief, f"medbrief {name} --lang zh -")
    assert set(candidates) - set(used) == {"--lang"}


def test_values_of_options(medbrief: Medbrief) -> None:
    assert set(_candidates(medbrief, "medbrief list --lang ")) == {"zh", "en"}
    assert set(_candidates(medbrief, "medbrief list --color=a")) == {
        "--color=auto",
        "--color=always",
    }
    assert set(_candidates(medbrief, "medbrief list --content ")) == {":folder"}
    assert set(_candidates(medbrief, "medbrief list -o ")) == {":file"}
    assert _candidates(medbrief, "medbrief list --width ") == {}
    assert set(_candidates(medbrief, "medbrief list pol")) == {"policies"}
    assert set(_candidates(medbrief, "medbrief help js")) == {"json"}
    assert _candidates(medbrief, "medbrief list --level nat") == {"national": "National"}
    assert "省级" in _candidates(medbrief, "medbrief list --level 省")
    assert "financing" in _candidates(medbrief, "medbrief timeline --type fin")
    assert "herald-2023" in _candidates(medbrief, "medbrief list --tag x --source he")
    assert "--tag" in _candidates(medbrief, "medbrief list --tag x --t")
    assert _candidates(medbrief, "medbrief show qinghe-health q") == {}


def test_candidates_come_from_the_content_of_the_line(medbrief: Medbrief, sample: Path) -> None:
    line = f"medbrief --content {sample} show q"
    assert "qinghe-health" in _candidates(medbrief, line, MEDBRIEF_CONTENT="/nowhere")
    assert _candidates(medbrief, "medbrief --content / show q") == {}


@pytest.mark.parametrize(
    "line", ["", "medbrief", "medbrief 'show", 'medbrief "', "medbrief \\", "medbrief -", "--", "="]
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", ""])
def test_an_incomplete_line_is_not_an_error(medbrief: Medbrief, shell: str, line: str) -> None:
    _candidates(medbrief, line, shell)


def test_bash_candidates_are_quoted_and_without_its_prefix(medbrief: Medbrief) -> None:
    assert "Qinghe\\ Health" in _candidates(medbrief, "medbrief find Q", "bash")
    assert "Qinghe Health" in _candidates(medbrief, 'medbrief find "Q', "bash")
    assert "@2022" in _candidates(medbrief, "medbrief open consultation-market@20", "bash")
    assert set(_candidates(medbrief, "medbrief --lang=", "bash")) == {"zh", "en"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed_and_has_valid_syntax(medbrief: Medbrief, shell: str) -> None:
    printed = medbrief("completion", shell)
    assert printed.stdout == (_SCRIPTS / f"medbrief.{shell}").read_bytes()
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    script = _SCRIPTS / f"medbrief.{shell}"
    subprocess.run([shell, "-n", str(script)], check=True, timeout=60)


_SHELLS = {
    "bash": (["bash", "--norc", "--noprofile"], 'eval "$(medbrief completion bash)"'),
    "zsh": (
        ["zsh", "-f"],
        'autoload -Uz compinit && compinit -u -d "$HOME/dump"; eval "$(medbrief completion zsh)"',
    ),
    "fish": (["fish", "--no-config"], "medbrief completion fish | source"),
}
_WRAPPER = """\
#!/bin/sh
case $1 in
  __words | completion) exec %s "$@" ;;
esac
printf '%%s\\n' "$@" > arguments.part && mv arguments.part arguments
"""
"""A ``medbrief`` that completes like the real one, but writes its arguments to a file."""


class _Shell:
    """A shell in a terminal, with the completion loaded, in a folder with some files."""

    def __init__(self, shell: str, environment: Mapping[str, str], folder: Path) -> None:
        command, load_line = _SHELLS[shell]
        wrapper = folder / "bin" / "medbrief"
        wrapper.parent.mkdir()
        wrapper.write_text(_WRAPPER % COMMAND, encoding="utf-8")
        wrapper.chmod(0o755)
        (folder / "notes.txt").touch()
        (folder / "contents").mkdir()
        changed = {"PATH": f"{wrapper.parent}:/usr/bin:/bin", "HOME": str(folder), "TERM": "vt100"}
        self._file = folder / "arguments"
        self._process = pexpect.spawn(
            command[0],
            command[1:],
            env={**environment, **changed},
            cwd=str(folder),
            dimensions=(24, 200),
            timeout=60,
        )
        self._process.sendline(f"{load_line}; medbrief loaded")
        assert self._arguments() == ["loaded"]

    def completed(self, typed: str) -> list[str]:
        """Type Tab and Enter after a line; return the arguments of the command that runs."""
        self._process.send(f"{typed}\t\r".encode())
        return self._arguments()

    def _arguments(self) -> list[str]:
        for _ in range(600):
            if self._file.exists():
                words = self._file.read_text(encoding="utf-8").splitlines()
                self._file.unlink()
                return words
            with suppress(pexpect.TIMEOUT):
                self._process.read_nonblocking(65536, timeout=0.1)
        raise AssertionError("the shell ran no command")

    def close(self) -> None:
        self._process.close(force=True)


@pytest.fixture(params=_SHELLS)
def shell(
    request: pytest.FixtureRequest, medbrief: Medbrief, tmp_path: Path
) -> Iterator[tuple[str, _Shell]]:
    """Each shell that is installed."""
    if not shutil.which(request.param):
        pytest.skip(f"{request.param} is not installed")
    opened = _Shell(request.param, medbrief.environment, tmp_path)
    yield request.param, opened
    opened.close()


_LINES = {
    "medbrief show qinghe-h": ["show", "qinghe-health"],
    "medbrief show consultation-mar": ["show", "consultation-market"],
    "medbrief disagr": ["disagreements"],
    "medbrief list --lang=e": ["list", "--lang=en"],
    "medbrief list --wid": ["list", "--width"],
    "medbrief list poli": ["list", "policies"],
    "medbrief open consultation-market@2021": ["open", "consultation-market@2021"],
    "medbrief find 青禾健": ["find", "青禾健康"],
    "medbrief find Qinghe\\ He": ["find", "Qinghe Health"],
    "medbrief list --content conte": ["list", "--content", "contents"],
    "medbrief list -o note": ["list", "-o", "notes.txt"],
}
"""What is typed before Tab, and the words that it becomes."""


def test_tab_completes_the_line(shell: tuple[str, _Shell]) -> None:
    name, opened = shell
    lines = dict(_LINES)
    if name != "fish":  # fish drops candidates that do not contain the typed text
        lines["medbrief show qhjk"] = ["show", "qinghe-health"]
    for typed, words in lines.items():
        # zsh removes the slash of a folder at the end of the line
        assert [word.removesuffix("/") for word in opened.completed(typed)] == words
