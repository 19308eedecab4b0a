"""The exact output of each command: standard output, standard error and exit code."""

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
    "find-explained": "find qhjk --explain",
    "show-player": "show qinghe-health",
    "show-statistic": "show consultation-market",
    "show-corrected": "show night-consultations",
    "show-policy": "show policy-price-2019",
    "show-disagreement": "show disagreement-consultation-market",
    "list-all": "list",
    "list-players": "list players",
    "list-policies": "list policies",
    "list-statistics": "list statistics",
    "list-filtered": "list --tag insurance-payment --since 2020 --source herald-2023",
    "list-sorted": "list policies --sort date --since 2021",
    "sources": "sources",
    "briefs": "brief",
    "brief": "brief one-minute",
    "disagreements": "disagreements",
    "compare-players": "compare qinghe-health changle-health xiaoman-health",
    "compare-measures": "compare consultation-market night-market financing-deals",
    "timeline": "timeline --since 2018 --until 2021",
}
"""Commands whose output depends on the width."""

_MESSAGES = {
    "find-nothing": "find zzzzzz",
    "find-other-period": "find 市场规模 2023 -n 1",
    "find-nothing-closer": "find 长乐方 -n 1",
    "find-empty": "find ",
    "show-unknown": "show qinghe-healt",
    "list-nothing-fits": "list policies --level national --region the-city",
    "list-unknown-region": "list --region atlantis",
    "compare-unlike": "compare qinghe-health consultation-market",
    "compare-unknown": "compare qinghe-healt changle-health",
    "timeline-reversed": "timeline --since 2021 --until 2018",
    "cite-unknown-style": "cite consultation-market --style chicago",
    "export-nothing": "export",
}
"""Commands that print a message."""

_PRINTED = {
    "compare-json": "compare qinghe-health.revenue xiaoman-health.revenue --json",
    "timeline-json": "timeline --type financing --json",
    "list-policies-piped": "list policies",
    "sources-piped": "sources",
    "find-json": f"{_QUERY} --json",
    "show-json": "show waiting-time --json",
    "json-fields": "--json help",
}
"""Commands whose output has no width."""

_COMMANDS = {
    f"{name}-{width}-{lang}": (f"{command} --lang {lang} --width {width}", width)
    for name, command in _LAID_OUT.items()
    for lang in ("zh", "en")
    for width in (60, 80, 120)
}
_COMMANDS |= {
    f"{name}-{lang}": (f"{command} --lang {lang}", _ANY_WIDTH)
    for name, command in _MESSAGES.items()
    for lang in ("zh", "en")
}
_COMMANDS |= {name: (command, _ANY_WIDTH) for name, command in _PRINTED.items()}
"""By name of the golden: the words after ``medbrief``, and the maximum width of a line."""


@pytest.mark.parametrize("name", _COMMANDS)
def test_each_command_matches_its_golden(medbrief: Medbrief, name: str) -> None:
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


def test_every_golden_is_used() -> None:
    assert {path.stem for path in _GOLDEN.iterdir()} <= set(_COMMANDS)
