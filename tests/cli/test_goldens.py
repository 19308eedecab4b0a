"""What each command prints, to the byte: standard output, standard error and the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.command import FORBIDDEN_FIRST, Medbrief
from tests.golden import check_golden

_GOLDEN = Path(__file__).parent / "golden"
_ANY_WIDTH = 10_000
_QUERY = "find 市场规模 2022"

_COMMANDS = {
    **{
        f"{name}-{lang}": (f"{command} --lang {lang}", 80)
        for name, command in {
            "overview": "",
            "find": _QUERY,
            "find-nothing": "find zzzzzz",
            "find-empty": "find ",
            "show-market-size": "show market-size",
            "show-chronic-market": "show chronic-market",
            "show-unknown": "show jd-healt",
            "list-policies-80": "list policies --width 80",
            "sources-80": "sources --width 80",
        }.items()
        for lang in ("zh", "en")
    },
    **{
        f"show-jd-health-{width}-{lang}": (f"show jd-health --lang {lang} --width {width}", width)
        for lang in ("zh", "en")
        for width in (60, 80, 100)
    },
    **{
        f"list-players-{width}-{lang}": (f"list players --lang {lang} --width {width}", width)
        for lang in ("zh", "en")
        for width in (80, 120)
    },
    **{
        f"{name}-{width}-{lang}": (f"{command} --lang {lang} --width {width}", width)
        for name, command in {
            "compare-players": "compare jd-health ali-health ping-an-good-doctor",
            "compare-measures": "compare market-size chronic-digital-market financing-deals",
            "timeline": "timeline --since 2018 --until 2021",
        }.items()
        for lang in ("zh", "en")
        for width in (60, 80, 120)
    },
    **{
        f"{name}-{lang}": (f"{command} --lang {lang} --width 100", 100)
        for name, command in {
            "list-filtered": "list --tag insurance-payment --since 2020 --source ofweek-2021",
            "list-nothing-fits": "list policies --level national --region hainan",
            "list-unknown-region": "list --region atlantis",
            "compare-unlike": "compare jd-health market-size",
            "compare-unknown": "compare jd-healt ali-health",
            "timeline-reversed": "timeline --since 2021 --until 2018",
        }.items()
        for lang in ("zh", "en")
    },
    "compare-json": ("compare jd-health.revenue ping-an-good-doctor.revenue --json", _ANY_WIDTH),
    "timeline-json": ("timeline --type financing --json", _ANY_WIDTH),
    "show-a-name": ("show 京东健康", 80),
    "show-nonsense": ("show zzzzzz", 80),
    "list-80": ("list --width 80", 80),
    "list-policies-piped": ("list policies", _ANY_WIDTH),
    "sources-piped": ("sources", _ANY_WIDTH),
    "find-json": (f"{_QUERY} --json", _ANY_WIDTH),
    "show-json": ("show online-users --json", _ANY_WIDTH),
}
"""By the golden's name: the words after ``medbrief``, and how wide a line may be."""


@pytest.mark.parametrize("name", _COMMANDS)
def test_each_command_prints_what_its_golden_holds(medbrief: Medbrief, name: str) -> None:
    words, width = _COMMANDS[name]
    answer = medbrief(*words.removeprefix(" ").split(" "))

    assert answer.code != 3, answer.message
    assert [line for line in answer.lines if cell_len(line) > width] == []
    assert [line for line in answer.lines if line.strip()[:1] in FORBIDDEN_FIRST] == []
    assert [line for line in answer.lines if line != line.rstrip()] == []
    check_golden(
        _GOLDEN / f"{name}.txt",
        f"$ medbrief {words.strip()}\nexit {answer.code}\n"
        f"--- stdout\n{answer.text}--- stderr\n{answer.message}",
    )


def test_no_golden_is_left_over() -> None:
    assert {path.stem for path in _GOLDEN.iterdir()} <= set(_COMMANDS)
