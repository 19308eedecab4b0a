"""The Tab key: what a shell offers at the cursor, asked of the command and of real shells."""

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

_SCRIPTS = Path(__file__).parents[2] / "tui" / "cli" / "shells"


def _offered(medbrief: Medbrief, line: str, shell: str = "zsh", **changes: str) -> dict[str, str]:
    answer = medbrief("__words", shell, line, **changes)
    assert (answer.code, answer.stderr) == (0, b"")
    pairs = (each.partition("\t") for each in answer.lines)
    return {word: told for word, _, told in pairs}


def test_a_first_word_is_a_command_or_a_name(medbrief: Medbrief) -> None:
    offered = _offered(medbrief, "medbrief s")
    assert offered["show"] == "show a record's page"
    assert {"sources", "schema"} <= set(offered)
    assert "医保发" not in "".join(offered)
    assert _offered(medbrief, "medbrief ").keys() == {
        name for name in COMMAND_NAMES if not name.startswith("_")
    }
    assert _offered(medbrief, "medbrief 京东")["京东健康"] == "Players"


@pytest.mark.parametrize("typed", ["jd-", "JD H", "京东健", "jdjk", "jingdongj", "06618"])
def test_an_id_is_had_by_its_spelling_by_a_name_and_by_its_sound(
    medbrief: Medbrief, typed: str
) -> None:
    quoted = f"'{typed}"
    assert _offered(medbrief, f"medbrief show {quoted}")["jd-health"] == "JD Health"


def test_every_id_is_offered_where_nothing_is_typed(medbrief: Medbrief, real_store: Store) -> None:
    assert list(_offered(medbrief, "medbrief show ")) == real_store.identities()
    sources = [entry.id for entry in real_store.entries("brief")]
    assert list(_offered(medbrief, "medbrief brief ")) == sources


def test_a_figure_and_a_section_can_be_opened(medbrief: Medbrief) -> None:
    assert "2022" in _offered(medbrief, "medbrief open market-size@20")["market-size@2022"]
    assert _offered(medbrief, "medbrief open play", LANG="zh_CN.UTF-8")["players"] == "参与者"


def test_a_figure_can_be_cited_and_a_section_cannot(medbrief: Medbrief) -> None:
    assert "market-size@2022" in _offered(medbrief, "medbrief cite market-size@20")
    assert "players" not in _offered(medbrief, "medbrief cite p")


def test_a_name_is_completed_in_the_language_of_the_reader(medbrief: Medbrief) -> None:
    assert list(_offered(medbrief, "medbrief find jdjk")) == ["JD Health"]
    assert list(_offered(medbrief, "medbrief find jdjk", LANG="zh_CN.UTF-8")) == ["京东健康"]
    assert list(_offered(medbrief, "medbrief --lang zh find jdjk")) == ["京东健康"]


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_every_option_of_every_command_is_offered_once(medbrief: Medbrief, name: str) -> None:
    arguments = [item for item in (*load_command(name).arguments, *COMMON_OPTIONS) if item.is_flag]
    offered = _offered(medbrief, f"medbrief {name} -")
    assert {item.names[0] for item in arguments} <= set(offered)
    assert all(offered.values())
    used = _offered(medbrief, f"medbrief {name} --lang zh -")
    assert set(offered) - set(used) == {"--lang"}


def test_values_of_options(medbrief: Medbrief) -> None:
    assert set(_offered(medbrief, "medbrief list --lang ")) == {"zh", "en"}
    assert set(_offered(medbrief, "medbrief list --color=a")) == {"--color=auto", "--color=always"}
    assert set(_offered(medbrief, "medbrief list --content ")) == {":folder"}
    assert set(_offered(medbrief, "medbrief list -o ")) == {":file"}
    assert _offered(medbrief, "medbrief list --width ") == {}
    assert set(_offered(medbrief, "medbrief list pol")) == {"policies"}
    assert set(_offered(medbrief, "medbrief help js")) == {"json"}
    assert _offered(medbrief, "medbrief list --level nat") == {"national": "National"}
    assert "省级" in _offered(medbrief, "medbrief list --level 省")
    assert "financing" in _offered(medbrief, "medbrief timeline --type fin")
    assert "ofweek-2021" in _offered(medbrief, "medbrief list --tag x --source of")
    assert "--tag" in _offered(medbrief, "medbrief list --tag x --t")
    assert _offered(medbrief, "medbrief show jd-health j") == {}


def test_the_content_that_the_line_names_is_asked(medbrief: Medbrief, sample: Path) -> None:
    line = f"medbrief --content {sample} show q"
    assert "qinghe-health" in _offered(medbrief, line)
    assert _offered(medbrief, "medbrief --content / show j") == {}


@pytest.mark.parametrize(
    "line", ["", "medbrief", "medbrief 'show", 'medbrief "', "medbrief \\", "medbrief -", "--", "="]
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", ""])
def test_half_a_line_is_no_mistake(medbrief: Medbrief, shell: str, line: str) -> None:
    _offered(medbrief, line, shell)


def test_bash_gets_words_it_can_insert(medbrief: Medbrief) -> None:
    assert "JD\\ Health" in _offered(medbrief, "medbrief find JD", "bash")
    assert "JD Health" in _offered(medbrief, 'medbrief find "JD', "bash")
    assert "@2022" in _offered(medbrief, "medbrief open market-size@20", "bash")
    assert set(_offered(medbrief, "medbrief --lang=", "bash")) == {"zh", "en"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_scripts_are_sound(medbrief: Medbrief, shell: str) -> None:
    printed = medbrief("completion", shell)
    assert printed.stdout == (_SCRIPTS / f"medbrief.{shell}").read_bytes()
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    script = _SCRIPTS / f"medbrief.{shell}"
    subprocess.run([shell, "-n", str(script)], check=True, timeout=60)


_SETTINGS = {
    "bash": (["bash", "--norc", "--noprofile"], 'eval "$(medbrief completion bash)"'),
    "zsh": (
        ["zsh", "-f"],
        'autoload -Uz compinit && compinit -u -d "$HOME/dump"; eval "$(medbrief completion zsh)"',
    ),
    "fish": (["fish", "--no-config"], "medbrief completion fish | source"),
}
_BESIDE = """\
#!/bin/sh
case $1 in
  __words | completion) exec %s "$@" ;;
esac
printf '%%s\\n' "$@" > said.part && mv said.part said
"""
"""A ``medbrief`` that completes as the real one does, and else writes down what it was told."""


class _Shell:
    """A shell in a terminal, with the completion loaded, in a folder with some files."""

    def __init__(self, shell: str, environment: Mapping[str, str], folder: Path) -> None:
        command, load_line = _SETTINGS[shell]
        beside = folder / "bin" / "medbrief"
        beside.parent.mkdir()
        beside.write_text(_BESIDE % COMMAND, encoding="utf-8")
        beside.chmod(0o755)
        (folder / "notes.txt").touch()
        (folder / "contents").mkdir()
        changed = {"PATH": f"{beside.parent}:/usr/bin:/bin", "HOME": str(folder), "TERM": "vt100"}
        self._said = folder / "said"
        self._process = pexpect.spawn(
            command[0],
            command[1:],
            env={**environment, **changed},
            cwd=str(folder),
            dimensions=(24, 200),
            timeout=60,
        )
        self._process.sendline(f"{load_line}; medbrief loaded")
        assert self._told() == ["loaded"]

    def completed(self, typed: str) -> list[str]:
        """The words of the line that is entered when Tab was pressed at its end."""
        self._process.send(f"{typed}\t\r".encode())
        return self._told()

    def _told(self) -> list[str]:
        for _ in range(600):
            if self._said.exists():
                words = self._said.read_text(encoding="utf-8").splitlines()
                self._said.unlink()
                return words
            with suppress(pexpect.TIMEOUT):
                self._process.read_nonblocking(65536, timeout=0.1)
        raise AssertionError("the shell ran nothing")

    def close(self) -> None:
        self._process.close(force=True)


@pytest.fixture(params=_SETTINGS)
def shell(
    request: pytest.FixtureRequest, medbrief: Medbrief, tmp_path: Path
) -> Iterator[tuple[str, _Shell]]:
    """Each shell that is here."""
    if not shutil.which(request.param):
        pytest.skip(f"no {request.param} here")
    made = _Shell(request.param, medbrief.environment, tmp_path)
    yield request.param, made
    made.close()


_LINES = {
    "medbrief show jd-h": ["show", "jd-health"],
    "medbrief show market-siz": ["show", "market-size"],
    "medbrief disagr": ["disagreements"],
    "medbrief list --lang=e": ["list", "--lang=en"],
    "medbrief list --wid": ["list", "--width"],
    "medbrief list poli": ["list", "policies"],
    "medbrief open market-size@201": ["open", "market-size@2016"],
    "medbrief find 京东健": ["find", "京东健康"],
    "medbrief find JD\\ He": ["find", "JD Health"],
    "medbrief list --content conte": ["list", "--content", "contents"],
    "medbrief list -o note": ["list", "-o", "notes.txt"],
}
"""What is typed before Tab, and the words that it becomes."""


def test_tab_completes_the_line(shell: tuple[str, _Shell]) -> None:
    name, opened = shell
    lines = dict(_LINES)
    if name != "fish":  # which offers nothing that does not have what was typed in it
        lines["medbrief show jdjk"] = ["show", "jd-health"]
    for typed, words in lines.items():
        # zsh takes the slash of a folder back at the end of a line
        assert [word.removesuffix("/") for word in opened.completed(typed)] == words
