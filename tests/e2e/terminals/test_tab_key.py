"""The Tab key in real shells: what is typed before it, and the words that it becomes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.terminals.shell import BASH_COMPLETION, COMPINIT, LOAD, Shell

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

_OpenShell = Callable[[str], Shell]


@pytest.fixture
def open_shell(bare: dict[str, str], tmp_path: Path) -> Iterator[_OpenShell]:
    """``open_shell("zsh")``: a shell without completion yet; a skip where it is not installed."""
    opened: list[Shell] = []

    def start(name: str) -> Shell:
        if not shutil.which(name):
            pytest.skip(f"{name} is not installed")
        opened.append(Shell(name, bare, tmp_path))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.fixture(params=LOAD)
def shell(request: pytest.FixtureRequest, open_shell: _OpenShell) -> Shell:
    """Each shell that is installed, with the completion loaded."""
    opened = open_shell(request.param)
    if request.param == "zsh":
        opened.run(COMPINIT)
    opened.run(LOAD[request.param])
    return opened


_LINES = {
    "medbrief show qinghe-h": ["show", "qinghe-health"],
    "medbrief show consultation-mar": ["show", "consultation-market"],
    "medbrief disagr": ["disagreements"],
    "medbrief list --lang=e": ["list", "--lang=en"],
    "medbrief list --wid": ["list", "--width"],
    "medbrief list poli": ["list", "policies"],
    "medbrief check --explain k401": ["check", "--explain", "K401"],
    "medbrief open consultation-market@2021": ["open", "consultation-market@2021"],
    "medbrief open consultation-market@2022:f": ["open", "consultation-market@2022:forecast"],
    "medbrief find 青禾健": ["find", "青禾健康"],
    "medbrief find Qinghe\\ He": ["find", "Qinghe Health"],
    'medbrief find "Qinghe He': ["find", "Qinghe Health"],
    "medbrief find 'Qinghe He": ["find", "Qinghe Health"],
    'medbrief find Qing"he He': ["find", "Qinghe Health"],
    "medbrief show -- qinghe-h": ["show", "--", "qinghe-health"],
    "medbrief list --content conte": ["list", "--content", "contents"],
    "medbrief list --content=conte": ["list", "--content=contents"],
    "medbrief list -o note": ["list", "-o", "notes.txt"],
    "medbrief list --output=note": ["list", "--output=notes.txt"],
    "medbrief list -o odd\\ \\[dir\\]/i": ["list", "-o", "odd [dir]/it's $x.txt"],
    'medbrief list -o "odd [dir]/i': ["list", "-o", "odd [dir]/it's $x.txt"],
    "medbrief list > /dev/null poli": ["list", "policies"],
    "medbrief show 青禾": ["show", "青禾"],  # several match: the typed word stays
}


def test_tab_completes_the_line(shell: Shell) -> None:
    lines = dict(_LINES)
    if shell.name != "fish":  # fish drops candidates that do not contain the typed text
        lines["medbrief show qhjk"] = ["show", "qinghe-health"]
        lines["medbrief show hl"] = ["show", "hl"]  # several ids, none of which starts with it
    for typed, words in lines.items():
        # zsh removes the slash of a folder at the end of the line
        assert [word.removesuffix("/") for word in shell.completed(typed)] == words


def test_tab_lists_the_matches_of_another_spelling_and_then_chooses_one_in_zsh(
    open_shell: _OpenShell,
) -> None:
    zsh = open_shell("zsh")
    zsh.run(f"{COMPINIT}; {LOAD['zsh']}")
    assert zsh.completed("medbrief show 青禾") == ["show", "青禾"]
    assert b"claim-qinghe-largest" in zsh.written
    assert zsh.completed("medbrief show 青禾\t") == ["show", "qinghe-health"]
    assert zsh.completed("medbrief show 青禾\t\t") == ["show", "claim-qinghe-largest"]
    zsh.run("zstyle ':completion:*' menu select; setopt complete_in_word always_to_end")
    assert zsh.completed("medbrief show hl") == ["show", "hl"]
    zsh.run("zstyle -d ':completion:*' menu; setopt menu_complete")
    assert zsh.completed("medbrief show 青禾") == ["show", "qinghe-health"]


def test_a_second_tab_lists_the_matches_of_another_spelling_in_bash(
    open_shell: _OpenShell,
) -> None:
    bash = open_shell("bash")
    bash.run(LOAD["bash"])
    assert bash.completed("medbrief show 青禾\t") == ["show", "青禾"]
    assert b"claim-qinghe-largest" in bash.written
    bash.run("bind 'set show-all-if-ambiguous on'")
    assert bash.completed("medbrief show 青禾") == ["show", "青禾"]
    bash.run("bind 'TAB: menu-complete'")
    assert bash.completed("medbrief show 青禾") == ["show", "qinghe-health"]


@pytest.mark.parametrize("order", ["compinit first", "compinit last"])
def test_zsh_may_load_the_completion_before_or_after_compinit(
    open_shell: _OpenShell, order: str
) -> None:
    zsh = open_shell("zsh")
    lines = [COMPINIT, LOAD["zsh"]]
    zsh.run("; ".join(lines if order == "compinit first" else reversed(lines)))
    assert zsh.completed("medbrief show qhjk") == ["show", "qinghe-health"]
    assert b"medbrief: completion" not in zsh.written


def test_zsh_without_compinit_says_so_once(open_shell: _OpenShell) -> None:
    zsh = open_shell("zsh")
    zsh.run(LOAD["zsh"])
    zsh.run("true")
    zsh.run("true")
    assert zsh.written.count(b"medbrief: completion needs compinit") == 1
    assert b"not found" not in zsh.written


_ABOUT_WORD_BREAKS = {
    typed: words for typed, words in _LINES.items() if set("=:@") & set(typed) or ' "' in typed
}


@pytest.mark.parametrize("library", ["without bash-completion", "with bash-completion"])
def test_bash_completes_whatever_comp_wordbreaks_has(open_shell: _OpenShell, library: str) -> None:
    bash = open_shell("bash")
    if library == "with bash-completion":
        if not BASH_COMPLETION.exists():
            pytest.skip("bash-completion is not installed")
        bash.run(f". {BASH_COMPLETION}")
    bash.run(f"{LOAD['bash']}; breaks=$COMP_WORDBREAKS")
    for removed in ("=", "@", ":", "[=:@]") if library.startswith("without") else ("", "[=:@]"):
        bash.run(f"COMP_WORDBREAKS=${{breaks//{removed}}}")
        for typed, words in _ABOUT_WORD_BREAKS.items():
            completed = [word.removesuffix("/") for word in bash.completed(typed)]
            assert completed == words, removed


def test_bash_3_without_compopt_completes_paths_too(open_shell: _OpenShell) -> None:
    bash = open_shell("bash")
    bash.run(f"enable -n compopt; {LOAD['bash']}")
    for typed, words in _LINES.items():
        if '"' not in typed and ("-" in typed or "青" in typed):
            assert [word.removesuffix("/") for word in bash.completed(typed)] == words
    assert b"compopt" not in bash.written.partition(b"done")[2]
