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

_LAID_OUT = {
    "overview": "",
    "find": _QUERY,
    "find-many": "find 医保",
    "find-explained": "find jdjk --explain",
    "show-player": "show jd-health",
    "show-statistic": "show market-size",
    "show-corrected": "show chronic-market",
    "show-policy": "show policy-nhsa-2019-47",
    "show-disagreement": "show disagreement-market-size",
    "list-all": "list",
    "list-players": "list players",
    "list-policies": "list policies",
    "list-statistics": "list statistics",
    "list-filtered": "list --tag insurance-payment --since 2020 --source ofweek-2021",
    "list-sorted": "list policies --sort date --since 2021",
    "sources": "sources",
    "briefs": "brief",
    "brief": "brief five-minutes",
    "disagreements": "disagreements",
    "compare-players": "compare jd-health ali-health ping-an-good-doctor",
    "compare-measures": "compare market-size chronic-digital-market financing-deals",
    "timeline": "timeline --since 2018 --until 2021",
}
"""What is laid out for a width."""

_SAID = {
    "find-nothing": "find zzzzzz",
    "find-other-period": "find 市场规模 2023 -n 1",
    "find-nothing-closer": "find 京东方 -n 1",
    "find-empty": "find ",
    "show-unknown": "show jd-healt",
    "list-nothing-fits": "list policies --level national --region hainan",
    "list-unknown-region": "list --region atlantis",
    "compare-unlike": "compare jd-health market-size",
    "compare-unknown": "compare jd-healt ali-health",
    "timeline-reversed": "timeline --since 2021 --until 2018",
    "cite-unknown-style": "cite market-size --style chicago",
    "export-nothing": "export",
}
"""What goes wrong."""

_PRINTED = {
    "compare-json": "compare jd-health.revenue ping-an-good-doctor.revenue --json",
    "timeline-json": "timeline --type financing --json",
    "list-policies-piped": "list policies",
    "sources-piped": "sources",
    "find-json": f"{_QUERY} --json",
    "show-json": "show online-users --json",
    "json-fields": "--json help",
}
"""What has no width."""

_COMMANDS = {
    f"{name}-{width}-{lang}": (f"{command} --lang {lang} --width {width}", width)
    for name, command in _LAID_OUT.items()
    for lang in ("zh", "en")
    for width in (60, 80, 120)
}
_COMMANDS |= {
    f"{name}-{lang}": (f"{command} --lang {lang}", _ANY_WIDTH)
    for name, command in _SAID.items()
    for lang in ("zh", "en")
}
_COMMANDS |= {name: (command, _ANY_WIDTH) for name, command in _PRINTED.items()}
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
