"""Taking back the first candidate of a new record, and whose figures need no translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edit.grown_sample import open_session
from tests.edit.test_review_command import Review
from tui.check.context import CheckContext
from tui.edit.given_values import GivenValues
from tui.load import load_content
from tui.text.language import Wording

_MORE = """\
<p>松鹤科技发布年报，2022年营收4.2亿元。2020—2022年分别亏损1.5亿元、2.6亿元与3.7亿元。</p>
<p>据OWLS统计，2022年夜间出诊市场规模为101亿元。</p>
"""
_NEW = ("--new", "夜间出诊收费 / Fees of night visits")


@pytest.fixture
def review(sample_copy: Path) -> Review:
    found = Review(sample_copy)
    original = found.originals / "herald.txt"
    original.write_text(original.read_text("utf-8") + _MORE, "utf-8")
    return found


def test_the_first_figure_of_a_new_statistic_is_taken_back_with_its_draft(review: Review) -> None:
    number, path = review.number("101亿元"), review.file("statistics/fees.toml")
    assert review("--accept", number, "--to", "fees", *_NEW).code == 0
    answer = review("--reopen", number)
    assert (answer.code, path.exists()) == (0, False)
    assert "fees.toml" in answer.message
    assert review("--accept", number, "--to", "fees", *_NEW).code == 0


def test_a_draft_that_an_editor_has_changed_is_kept_and_named(review: Review) -> None:
    number, path = review.number("101亿元"), review.file("statistics/fees.toml")
    review("--accept", number, "--to", "fees", *_NEW)
    text = path.read_text("utf-8").replace("To be written.", "What a night costs.")
    path.write_text(text.replace("  # to do", ""), "utf-8")
    answer = review("--reopen", number)
    assert (answer.code, path.exists()) == (2, True)
    assert f"{path}, line" in answer.message


def test_a_draft_that_was_taken_back_is_restored_by_undo(review: Review) -> None:
    session = open_session(review.content)
    (figure,) = [one for one in session.candidates if one.text == "101亿元"]
    session.add(figure, "fees", GivenValues(title=Wording("收费", "Fees")))
    path = review.file("statistics/fees.toml")
    before = path.read_bytes()
    session.withdraw(figure)
    assert not path.exists()
    session.undo()
    assert path.read_bytes() == before
    session.undo()
    assert not path.exists()


def test_an_origin_that_needs_no_translation_is_written(review: Review) -> None:
    answer = review("--accept", review.number("101亿元"), "--to", "fees", *_NEW)
    assert "--via" not in answer.message
    text = review.file("statistics/fees.toml").read_text("utf-8")
    assert 'via = { zh = "OWLS", en = "OWLS" }' in text


def test_an_origin_that_needs_no_translation_can_be_left_out(review: Review) -> None:
    target = ("--to", "fees", *_NEW, "--via", "none")
    assert review("--accept", review.number("101亿元"), *target).code == 0
    assert "via" not in review.file("statistics/fees.toml").read_text("utf-8")


def test_a_figure_of_a_draft_is_decided(review: Review) -> None:
    from tests.cli.inside import run

    folders = ("--content", str(review.content), "--originals", str(review.originals))
    assert "“101亿元”" in run("todo", *folders, "--lang", "en").out
    assert review("--accept", review.number("101亿元"), "--to", "fees", *_NEW).code == 0
    assert "“101亿元”" not in run("todo", *folders, "--lang", "en").out


def test_the_command_that_todo_names_has_the_folders_that_were_given(review: Review) -> None:
    from tests.cli.inside import run

    folders = ("--content", str(review.content), "--originals", str(review.originals))
    lines = run("todo", *folders, "--lang", "en").out.splitlines()
    commands = [line.partition("medbrief ")[2] for line in lines if "medbrief review" in line]
    assert commands
    assert all(each.endswith(" ".join(["", *folders])) for each in commands)
    shown = run(*commands[0].split(), "--list", "--lang", "en")
    assert shown.code == 0
    assert "101亿元" in shown.out


def test_losses_of_a_list_are_written_as_check_wants_them(review: Review) -> None:
    from tests.cli.inside import run

    concepts = review.file("concepts.toml")
    loss = '\n[[concepts]]\nid = "loss"\nmeasure = true\nzh = ["亏损"]\nen = ["loss"]\n'
    concepts.write_text(concepts.read_text("utf-8") + loss, "utf-8")
    review("--accept", review.number("松鹤科技"), "--to", "songhe", "--new", "松鹤科技 / Songhe")
    for text in ("1.5亿元", "2.6亿元", "3.7亿元"):
        new = ("--new", "净利润 / Net profit")
        target = ("--to", "songhe.profit", "--gloss", "loss", *new)
        assert review("--accept", review.number(text), *target).code == 0
    path = review.file("players/songhe.toml")
    path.write_text(path.read_text("utf-8").replace("draft = true\n", ""), "utf-8")
    profit = CheckContext(load_content(review.content), None).records["songhe"].metrics[0]  # type: ignore[attr-defined]
    assert [str(one.value) for one in profit.observations] == ["-1.5", "-2.6", "-3.7"]
    folders = ("--content", str(review.content), "--originals", str(review.originals))
    checked = run("check", *folders, "--lang", "en").out
    assert "songhe.toml" in checked  # to do: its summary
    assert not {"Q207", "Q212"} & set(checked.split())
