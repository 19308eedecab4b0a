"""Tab completion: candidates of ``medbrief __words``. Real shells are in tests/e2e/terminals."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import Medbrief
from tui.check import RULES
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.cli.completion.tokenizer import read_word
from tui.cli.completion.value_descriptions import describe
from tui.load import load_problems
from tui.store import Store

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
    kinds = {"policies", "players", "statistics", "themes", "glossary", "gaps", "briefs"}
    assert _candidates(medbrief, "medbrief ").keys() == kinds | {
        name for name in COMMAND_NAMES if not name.startswith("_")
    }
    assert _candidates(medbrief, "medbrief 青禾健")["青禾健康"] == "Companies & institutions"
    assert {*_candidates(medbrief, "medbrief exp")} == {"export"}  # no names beside commands
    assert {*_candidates(medbrief, "medbrief c")} <= {*COMMAND_NAMES, "companies"}
    assert "Qinghe Health" in _candidates(medbrief, "medbrief Qinghe\\ H")
    assert not _candidates(medbrief, "medbrief qhjk")  # no prefix: pinyin stays for arguments


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
    assert (
        _candidates(medbrief, "medbrief open play", LANG="zh_CN.UTF-8")["players"] == "企业与机构"
    )


def test_records_are_no_candidates_for_figures(medbrief: Medbrief) -> None:
    assert "herald-2023" in _candidates(medbrief, "medbrief cite 'herald 20'")
    assert _candidates(medbrief, "medbrief cite herald@20") == {}


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
    assert set(_candidates(medbrief, "medbrief list --output=no")) == {":file"}
    assert _candidates(medbrief, "medbrief list --width ") == {}
    assert set(_candidates(medbrief, "medbrief list pol")) == {"policies"}
    assert set(_candidates(medbrief, "medbrief help js")) == {"json"}
    assert set(_candidates(medbrief, "medbrief help cs")) == {"csv"}
    assert _candidates(medbrief, "medbrief list --level nat") == {"national": "National"}
    assert "省级" in _candidates(medbrief, "medbrief list --level 省")
    assert "financing" in _candidates(medbrief, "medbrief timeline --type fin")
    assert "herald-2023" in _candidates(medbrief, "medbrief list --tag x --source he")
    assert "--tag" in _candidates(medbrief, "medbrief list --tag x --t")
    assert _candidates(medbrief, "medbrief open qinghe-health q") == {}


def test_values_are_described_as_what_they_are(medbrief: Medbrief) -> None:
    assert _candidates(medbrief, "medbrief list --lang ") == {"zh": "Chinese", "en": "English"}
    assert _candidates(medbrief, "medbrief export --format=h") == {
        "--format=html": "web page in one file"
    }
    assert _candidates(medbrief, "medbrief list pol") == {"policies": "Policy"}
    assert _candidates(medbrief, "medbrief new pla")["player"] != "a kind"
    commands = [load_command(name) for name in COMMAND_NAMES]
    options = [item for command in commands for item in (*command.arguments, *COMMON_OPTIONS)]
    for option in (item for item in options if not set(COMMAND_NAMES) & set(item.choices)):
        descriptions = [describe(option.dest, value) for value in option.choices]
        known = [each for each in descriptions if each]
        assert len(set(known)) == len(known) > 0 or not option.choices, option.names


def test_codes_of_rules_are_candidates_of_explain(medbrief: Medbrief) -> None:
    codes = _candidates(medbrief, "medbrief check --explain ")
    assert codes.keys() == {item.code for item in (*load_problems.ALL, *RULES)}
    assert all(codes.values())
    assert "--explain=K401" in _candidates(medbrief, "medbrief check --explain=k40")


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


@pytest.mark.parametrize(
    ("typed", "replaced", "expected"),
    [
        ("list --lang=z", "z", {"zh"}),
        ("list --lang=z", "--lang=z", {"--lang=zh"}),
        ("list --lang=", "", {"zh", "en"}),
        ("list --lang=", "--lang=", {"--lang=zh", "--lang=en"}),
        ("open consultation-market@2021", "@2021", {"@2021"}),
        ("open consultation-market@2021", "consultation-market@2021", {"consultation-market@2021"}),
        ("open consultation-market@2022:", "", {"forecast"}),
        ("open consultation-market@2022:", "@2022:", {"@2022:forecast"}),
        ("open consultation-market@2022:f", "f", {"forecast"}),
        ("find Qinghe\\ He", "Qinghe\\ He", {"Qinghe\\ Health"}),
        ("find Qinghe\\ He", "He", {"Health"}),
        ('find "Qinghe He', "Qinghe He", {"Qinghe Health"}),
        ('find "Qinghe He', '"Qinghe He', {"Qinghe Health"}),
        ('find Qinghe" He', " He", {" Health"}),
        ('find Qinghe" He', 'Qinghe" He', {" Health"}),
        ("show 青", "青", {"qinghe-health"}),
        ("show x=青", "青", set()),
    ],
)
def test_bash_gets_what_replaces_the_end_of_the_word(
    medbrief: Medbrief, typed: str, replaced: str, expected: set[str]
) -> None:
    """Bash decides by COMP_WORDBREAKS what it replaces, and passes it."""
    answer = medbrief("__words", "bash", f"medbrief {typed}", replaced)
    assert (answer.code, answer.stderr) == (0, b"")
    assert expected <= set(answer.lines)
    assert all(not line.startswith("-") or line.startswith(replaced) for line in answer.lines)
    assert bool(answer.lines) == bool(expected)


@pytest.mark.parametrize(
    "before", ["2> errors", "2>errors", ">>out", "&>all", "&> all", ">| x", "2>&1", "< in"]
)
def test_a_redirection_is_not_a_word_of_the_command(medbrief: Medbrief, before: str) -> None:
    assert "policies" in _candidates(medbrief, f"medbrief list {before} pol")
    assert _candidates(medbrief, f"medbrief open {before} qinghe-health q") == {}


@pytest.mark.parametrize(
    ("raw", "text", "quote", "start"),
    [
        ("a\\ b", "a b", "", 0),
        ("'a\\ b", "a\\ b", "'", 1),
        ('"a\\ b', "a\\ b", '"', 1),
        ('"a\\"b', 'a"b', '"', 1),
        ('a"b c', "ab c", '"', 2),
        ("'a'\"b\"'c", "abc", "'", 7),
        ("a\\\nb", "ab", "", 0),
        ("a\\", "a", "", 0),
    ],
)
def test_a_word_is_read_as_a_shell_reads_it(raw: str, text: str, quote: str, start: int) -> None:
    assert read_word(raw) == (raw, text, quote, start)
    assert read_word(f"{raw} c", 0).raw == (raw if not (quote or raw[-1] == "\\") else f"{raw} c")


def test_options_after_a_separator_are_words(medbrief: Medbrief) -> None:
    assert "--lang" not in _candidates(medbrief, "medbrief show -- --l")
    assert "qinghe-health" in _candidates(medbrief, "medbrief show -- qinghe")


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


def test_the_last_of_several_values_is_completed(medbrief: Medbrief) -> None:
    found = _candidates(medbrief, "medbrief list --tag insurance-payment,mar")
    assert list(found) == ["insurance-payment,market"]
    assert list(_candidates(medbrief, "medbrief list --tag=market,insur")) == [
        "--tag=market,insurance-payment"
    ]
    found = _candidates(medbrief, "medbrief list --tag market,mar")
    assert not found
