"""``medbrief review``: lists the candidates of a source and writes the editor's decisions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Answer
from tests.cli.inside import run
from tests.edit.grown_sample import grow
from tui.check.context import CheckContext
from tui.load import load_content
from tui.model import Gap


class Review:
    """The command on a copy of the sample whose newspaper article has grown."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.originals = content.parent / "originals"
        grow(content)

    def __call__(self, *options: str, source: str = "herald-2023") -> Answer:
        folders = ("--content", str(self.content), "--originals", str(self.originals))
        result = run("review", source, *options, *folders, "--lang", "en")
        assert isinstance(result.code, int)
        return Answer(result.code, result.out.encode(), result.err.encode())

    def candidates(self, *options: str) -> list[dict[str, Any]]:
        return list(json.loads(self("--json", *options).text))

    def number(self, text: str) -> str:
        """The number of the last candidate with these words."""
        return str([one for one in self.candidates() if one["text"] == text][-1]["number"])

    def state(self, text: str) -> str:
        return str([one for one in self.candidates() if one["text"] == text][-1]["state"])

    def file(self, name: str) -> Path:
        return self.content / name


@pytest.fixture
def review(sample_copy: Path) -> Review:
    return Review(sample_copy)


def test_what_is_quoted_is_used_and_the_rest_is_open(review: Review) -> None:
    assert review.state("80亿元") == "used"
    assert review.state("150亿元") == "open"
    assert {one["state"] for one in review.candidates("--open")} == {"open"}


def test_the_list_names_place_reading_and_home(review: Review) -> None:
    text = review("--open").text
    assert "line 9  150亿元" in text or "line 8  150亿元" in text
    assert "150亿元 · 2024 · level, forecast" in text
    assert "→ consultation-market" in text
    assert "open" in review("--open").message


def test_a_new_figure_is_written_in_the_order_of_periods(review: Review) -> None:
    path = review.file("statistics/consultation-market.toml")
    before = path.read_text("utf-8")
    answer = review("--accept", review.number("118亿元"), "--to", "consultation-market")
    assert answer.code == 0, answer.message
    after = path.read_text("utf-8")
    block = (
        '[[observations]]\nperiod = "2023"\nvalue = 118\nunit = "亿元"\nstatus = "reported"\n'
        'citations = [\n  { source = "herald-2023", exact = "'
    )
    assert block in after
    assert after.index('period = "2022"\nvalue = 100') < after.index(block)
    assert after.index(block) < after.index('period = "2025"')
    start = after.index(block)
    end = after.index("]\n\n", start) + 3
    assert after[:start] + after[end:] == before  # everything else is kept
    assert review.state("118亿元") == "used"
    assert "gloss" in answer.message
    load_content(review.content)


def test_a_growth_is_written_as_a_rate(review: Review) -> None:
    number = review.number("18%")
    assert review("--accept", number, "--to", "consultation-market").code == 0
    context = CheckContext(load_content(review.content), None)
    assert context.rates["consultation-market#growth-2024"].value == 18


def test_a_value_that_is_recorded_gets_a_further_citation(review: Review) -> None:
    number = review.number("100亿元")
    assert review("--accept", number, "--to", "consultation-market").code == 0
    context = CheckContext(load_content(review.content), None)
    (figure,) = [
        one for one in context.observations["consultation-market@2022"] if one.status == "reported"
    ]
    assert len(figure.citations) == 2


def test_comments_line_ends_and_a_byte_order_mark_are_kept(review: Review) -> None:
    path = review.file("statistics/consultation-market.toml")
    text = path.read_text("utf-8").replace(
        '[[observations]]\nperiod = "2025"', '# the plan\n[[observations]]\nperiod = "2025"'
    )
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    number = review.number("118亿元")
    assert review("--accept", number, "--to", "consultation-market").code == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b'# the plan\r\n[[observations]]\r\nperiod = "2025"' in data


def test_a_name_is_written_as_a_citation(review: Review) -> None:
    path = review.file("players/changle-health.toml")
    number = review.number("业内认为，信任是最大的瓶颈。")
    assert review("--accept", number, "--to", "changle-health").code == 0
    assert 'exact = "业内认为，信任是最大的瓶颈。"' in path.read_text("utf-8")
    load_content(review.content)


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        ("150亿元", ("--to", "consultation-marke"), "did you mean 'consultation-market'"),
        ("150亿元", ("--to", "qinghe-health"), "holds no figures"),
        ("150亿元", ("--to", "consultations"), "does not fit"),
        ("12个", ("--to", "qinghe-health.doctors"), "set --period"),
        ("150亿元", (), "--accept requires --to"),
    ],
)
def test_a_figure_that_does_not_fit_is_refused(
    review: Review, text: str, options: tuple[str, ...], message: str
) -> None:
    answer = review("--accept", review.number(text), *options)
    assert answer.code == 2
    assert message in answer.message


def test_a_figure_of_headline_and_text_is_one_figure(review: Review) -> None:
    first = review.candidates()
    number = review.number("100亿元")
    same = next(
        str(one["number"]) for one in first if one["text"] == "100亿元" and one["state"] == "used"
    )
    before = review.file("statistics/consultation-market.toml").read_text("utf-8")
    answer = review("--accept", number, "--to", "consultation-market")
    assert f"same as candidate {same}: no further figure is added" in answer.message
    after = review.file("statistics/consultation-market.toml").read_text("utf-8")
    assert after.count("[[observations]]") == before.count("[[observations]]")


def test_a_candidate_that_is_used_is_not_written_again(review: Review) -> None:
    number = review.number("118亿元")
    target = ("--to", "consultation-market")
    assert review("--accept", number, *target).code == 0
    path = review.file("statistics/consultation-market.toml")
    before = path.read_bytes()
    answer = review("--accept", number, *target, "--period", "2021")
    assert answer.code == 2
    assert f"candidate {number} is already used in consultation-market" in answer.message
    assert f"--reopen {number} first" in answer.message
    assert path.read_bytes() == before
    assert review("--reopen", number).code == 0
    assert review("--accept", number, *target).code == 0


def test_the_period_can_be_given(review: Review) -> None:
    number = review.number("12个")
    target = ("--to", "qinghe-health.doctors", "--period", "2023-12")
    assert review("--accept", number, *target).code == 0
    context = CheckContext(load_content(review.content), None)
    (figure,) = context.observations["qinghe-health.doctors@2023-12"]
    assert (figure.value, figure.unit) == (12, "名")


def test_decisions_are_kept_and_can_be_undone(review: Review) -> None:
    assert review("--reject", review.number("12个"), "--reason", "a slogan").code == 0
    assert review("--skip", review.number("150亿元")).code == 0
    assert (review.state("12个"), review.state("150亿元")) == ("rejected", "skipped")
    assert "a slogan" in review().text
    file = review.content.parent / "seeds" / "reviews" / "herald-2023.toml"
    assert file.read_text("utf-8").count("[[decisions]]") == 2
    load_content(review.content)  # the file is no source record
    assert review("--reopen", review.number("12个")).code == 0
    assert review.state("12个") == "open"


def test_mistakes_of_the_command_line(review: Review) -> None:
    assert review("--reject", "1").code == 2
    assert review("--accept", "0", "--to", "x").code == 2
    assert review("--skip", "999").code == 2
    assert review("--skip", "1", "--reject", "1", "--reason", "x").code == 2
    unknown = review("--json", source="herald-2022")
    assert (unknown.code, unknown.text) == (1, "[]\n")
    assert "herald-2023" in unknown.message


def test_a_missing_original_is_named(sample_copy: Path, tmp_path: Path) -> None:
    options = ("--content", str(sample_copy), "--originals", str(tmp_path / "empty"))
    result = run("review", "herald-2023", *options, "--lang", "en")
    assert result.code == 2
    assert "--originals" in result.err


def test_a_damaged_decision_file_is_reported(review: Review) -> None:
    folder = review.content.parent / "seeds" / "reviews"
    folder.mkdir()
    (folder / "herald-2023.toml").write_text("[[decisions]]\nkind = 1\n", "utf-8")
    answer = review()
    assert answer.code == 3
    assert "herald-2023.toml:2" in answer.text


def test_a_source_without_an_answer_is_recorded_in_data_gaps(review: Review) -> None:
    before = {
        one.id: one.looked_in
        for one in load_content(review.content).records
        if isinstance(one, Gap)
    }
    general = {
        gap for gap, where in before.items() if len(where) > 1 and "herald-2023" not in where
    }
    one = next(gap for gap, where in before.items() if "herald-2023" not in where)
    assert general
    assert review("--no-answer", f"{one},unknown").code == 2
    assert _looked_in(review, one) == before[one]
    assert review("--no-answer", one).text.split() == [one]
    assert _looked_in(review, one) == (*before[one], "herald-2023")
    listed = review("--no-answer", "all")
    assert set(listed.text.split()) == general - {one}
    assert "add --yes" in listed.message
    assert all(_looked_in(review, gap) == before[gap] for gap in general - {one})
    assert set(review("--no-answer", "all", "--yes").text.split()) == general - {one}
    assert all("herald-2023" in _looked_in(review, gap) for gap in general)
    assert review("--no-answer", "all", "--yes").text == ""
    assert review("--skip", "1", "--yes").code == 2


def _looked_in(review: Review, gap: str) -> tuple[str, ...]:
    return next(
        one.looked_in
        for one in load_content(review.content).records
        if isinstance(one, Gap) and one.id == gap
    )
