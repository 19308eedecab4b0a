"""The controller of the review, without a running app."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest

from tests.edit.grown_sample import grow, open_session
from tui.app.browse.effects import AskForLine, Leave, OpenHelp
from tui.app.keymap import Keymap
from tui.app.review.external_editor import editor_command
from tui.app.review.review_commands import (
    BAR_GROUPS,
    BY_USE,
    HELP_GROUPS,
    HOMES,
    REVIEW_COMMANDS,
)
from tui.app.review.review_controller import ReviewController
from tui.app.review.review_help import help_page
from tui.app.review.review_state import ChooseTarget, EditFile, MarkedText, ReviewState
from tui.document.spans import plain_text
from tui.edit.review_session import ReviewSession
from tui.text.language import LANGUAGES, Language

_COMMAND_OF = {key: command.action for command in REVIEW_COMMANDS for key in command.keys}
E = TypeVar("E")


class Editor:
    """Presses keys; the screen is simulated."""

    def __init__(self, content: Path, language: Language = "en", width: int = 120) -> None:
        grow(content)
        self.content = content
        self.controller = ReviewController(open_session(content), language)
        self.controller.open(width)

    @property
    def state(self) -> ReviewState:
        return self.controller.state

    @property
    def message(self) -> str:
        message = self.state.bar.message
        return message.of(self.state.bar.language) if message else ""

    @property
    def current(self) -> str:
        return self.state.queue.rows[self.state.queue.cursor].text

    @property
    def record(self) -> str:
        return _text(self.state.record)

    def press(self, *keys: str) -> None:
        for key in keys:
            if key.isdecimal():
                self.controller.choose_home(int(key))
            else:
                self.controller.execute(_COMMAND_OF[key])

    def go_to(self, text: str) -> None:
        numbers = [at for at, row in enumerate(self.state.queue.rows) if row.text == text]
        self.controller.row_moved(numbers[-1])

    def effect(self, kind: type[E]) -> E:
        assert isinstance(self.state.effect, kind)
        return self.state.effect

    def enter(self, text: str) -> str:
        """Enter a text in the prompt; return why it is refused."""
        prompt = self.effect(AskForLine)
        reason = prompt.check(text)
        if not reason:
            self.controller.entered(text, prompt.on_enter)
        return reason

    def sign(self, text: str) -> str:
        return [row.sign.text for row in self.state.queue.rows if row.text == text][-1]

    def statistic(self) -> str:
        return (self.content / "statistics" / "consultation-market.toml").read_text("utf-8")


def _text(content: MarkedText) -> str:
    return "\n".join(plain_text(line.spans) for line in content.lines)


@pytest.fixture
def editor(sample_copy: Path) -> Editor:
    return Editor(sample_copy)


def test_the_review_begins_at_the_first_undecided_candidate(editor: Editor) -> None:
    assert editor.current == "150亿元"
    assert editor.state.title.details == "8 open · 17/24"
    assert editor.state.focus == "queue"


def test_the_original_shows_each_candidate_in_the_color_of_its_state(editor: Editor) -> None:
    roles = {span.text: span.role for line in editor.state.original.lines for span in line.spans}
    assert roles["150亿元"] == "match"
    assert roles["118亿元"] == "cite"
    assert roles["80亿元"] == "used"
    assert roles["三年"] == "muted"
    line, offset = editor.state.original.focus or (0, 0)
    assert plain_text(editor.state.original.lines[line].spans)[offset:].startswith("150亿元")
    assert editor.state.original.lines[line].label == "8"
    assert [sign.text for _, sign in editor.state.original.lines[line].marks] == ["?"] * 3


def test_the_record_shows_the_toml_that_adding_writes(editor: Editor) -> None:
    shown = [line for line in editor.record.split("\n") if line.startswith("+")]
    assert shown[:2] == ["+ [[observations]]", '+ period = "2024"']
    editor.press("a")
    added = "\n".join(line[2:] for line in shown)
    assert added.strip("\n") in editor.statistic()


def test_a_rival_value_stands_beside_it(editor: Editor) -> None:
    editor.go_to("100亿元")
    assert "has this value: a citation is added" in editor.record
    assert "has another value: night-market@2022 25亿元" in editor.record


def test_adding_goes_on_to_the_next_undecided_candidate(editor: Editor) -> None:
    editor.press("a")
    assert "wrote " in editor.message
    assert "gloss" in editor.message
    assert editor.current == "18%"
    assert editor.sign("150亿元") == "~"
    assert editor.state.title.details == "7 open · 18/24"


def test_with_a_translation_nothing_is_missing(editor: Editor) -> None:
    editor.press("g")
    assert editor.enter("CNY 15 billion in 2024") == ""
    assert 'gloss = "CNY 15 billion in 2024"' in editor.record
    editor.press("a")
    assert "missing" not in editor.message
    assert editor.sign("150亿元") == "="


def test_another_record_is_chosen_before_anything_is_written(editor: Editor) -> None:
    before = editor.statistic()
    editor.press("2")
    assert editor.message == "a adds it to night-market"
    assert "night-market.toml" in editor.record
    editor.press("m")
    choice = editor.effect(ChooseTarget)
    assert {"consultation-market", "changle-health.revenue"} < {one.id for one in choice.targets}
    editor.controller.entered("changle-health.revenue", choice.on_choice)
    assert "changle-health.toml" in editor.record
    editor.press("a")
    assert editor.statistic() == before
    assert editor.sign("150亿元") == "~"


def test_a_record_that_does_not_fit_is_refused_with_the_reason(editor: Editor) -> None:
    editor.press("m")
    editor.controller.entered("consultations", editor.effect(ChooseTarget).on_choice)
    assert "does not fit" in editor.record
    editor.press("a")
    assert "does not fit" in editor.message
    assert editor.state.bar.is_error
    assert editor.current == "150亿元"


def test_only_two_of_three_likely_records_exist(editor: Editor) -> None:
    editor.press("3")
    assert editor.message == "there are 2 likely records only"


def test_a_name_without_a_record_asks_for_one(editor: Editor) -> None:
    editor.go_to("白杨资本有限公司")
    assert "no likely record" in editor.record
    editor.press("a")
    assert editor.effect(ChooseTarget).targets


def test_a_missing_period_is_asked_for(editor: Editor) -> None:
    editor.go_to("12个")
    editor.press("m")
    editor.controller.entered("qinghe-health.doctors", editor.effect(ChooseTarget).on_choice)
    assert "the period is unknown" in editor.record
    editor.press("a")
    assert "invalid period" in editor.enter("soon")
    assert editor.enter("2023-12") == ""
    editor.press("a")
    assert "wrote " in editor.message


def test_a_rejection_needs_a_reason(editor: Editor) -> None:
    editor.press("n")
    assert editor.enter(" ") == "a reason is needed"
    assert editor.enter("a plan") == ""
    assert editor.message == "candidate 15: rejected"
    assert (editor.sign("150亿元"), editor.current) == ("x", "18%")
    editor.go_to("150亿元")
    assert "reason: a plan" in editor.record
    editor.press("r")
    assert editor.sign("150亿元") == "?"


def test_skipped_candidates_can_be_taken_back(editor: Editor) -> None:
    editor.press("s", "s")
    assert (editor.sign("150亿元"), editor.sign("18%")) == ("-", "-")
    editor.press("u")
    assert (editor.current, editor.sign("18%")) == ("18%", "?")
    editor.press("u", "u")
    assert editor.message == "nothing to undo"


def test_undo_takes_back_what_was_added(editor: Editor) -> None:
    before = editor.statistic()
    editor.press("a", "a", "u", "u")
    assert editor.statistic() == before
    assert editor.current == "150亿元"


def test_what_a_record_quotes_cannot_be_decided_again(editor: Editor) -> None:
    editor.go_to("80亿元")
    assert "Cited in" in editor.record
    before = editor.statistic()
    for key in "ansN":
        editor.press(key)
        assert editor.message.startswith("a record quotes it")
    editor.press("r")
    assert "quotes other words than the review writes" in editor.message
    assert editor.statistic() == before


def test_edit_opens_what_was_added_last_then_the_record_of_the_candidate(editor: Editor) -> None:
    editor.press("e")
    assert Path(editor.effect(EditFile).file).name == "consultation-market.toml"
    editor.press("a", "e")
    file, line = editor.effect(EditFile)
    assert Path(file).read_text("utf-8").splitlines()[line - 1] == "[[observations]]"
    editor.go_to("80亿元")
    editor.press("e")
    file, line = editor.effect(EditFile)
    assert "80亿元" in Path(file).read_text("utf-8").splitlines()[line - 1]
    editor.go_to("白杨资本有限公司")
    editor.press("e")
    assert editor.message.startswith("no file to edit")


def test_a_mistake_made_in_the_editor_is_shown_and_opened_again(editor: Editor) -> None:
    path = editor.content / "statistics" / "night-market.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('status = "reported"', 'status = "rumor"', 1), "utf-8")
    editor.controller.edited(None)
    assert editor.state.bar.is_error
    assert "night-market.toml" in editor.message
    assert "night-market.toml" in editor.record
    editor.press("e")
    file, line = editor.effect(EditFile)
    assert "rumor" in Path(file).read_text("utf-8").splitlines()[line - 1]
    path.write_text(text, "utf-8")
    editor.controller.edited(None)
    assert editor.message == "read again"
    assert "night-market.toml" not in editor.record


def test_the_filter_and_only_open_ones(editor: Editor) -> None:
    editor.press("slash")
    assert editor.state.focus == "query"
    editor.controller.query_typed("亿元")
    assert editor.state.title.details.startswith("filter: 亿元")
    assert editor.current == "150亿元"
    editor.controller.query_entered()
    editor.press("o")
    assert [row.sign.text for row in editor.state.queue.rows] == ["?"] * 3
    editor.press("escape")
    assert len(editor.state.queue.rows) == 8
    editor.controller.query_typed("nothing like this")
    assert editor.state.queue.empty == "nothing to list"
    editor.press("a")
    assert editor.message == "no candidate is selected"


def test_when_all_is_decided_the_queue_says_so(editor: Editor) -> None:
    editor.press("o")
    for _ in range(8):
        editor.press("s")
    assert editor.state.queue.rows == ()
    assert editor.state.queue.empty == "everything is decided; o lists all"
    assert editor.record == ""
    editor.press("o")
    assert editor.state.title.details == "0 open · 1/24"


@pytest.mark.parametrize(
    ("width", "visible"), [(99, ("queue",)), (100, ("original", "queue", "record"))]
)
def test_a_narrow_window_shows_one_panel_at_a_time(
    editor: Editor, width: int, visible: tuple[str, ...]
) -> None:
    assert editor.controller.resized(width).visible == visible
    editor.press("tab")
    assert editor.state.focus == "record"
    assert "record" in editor.state.visible
    editor.press("tab", "shift+tab", "z")
    assert editor.state.visible == ("record",)


def test_the_language_changes_in_place(editor: Editor) -> None:
    editor.press("L")
    assert editor.state.title.details == "未决8 · 17/24"
    assert "2024 · 数值 · 预测" in editor.record


def test_a_briefing_of_one_language_says_why_the_language_stays(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReviewSession, "languages", ("en",))
    before = editor.controller.language
    editor.press("L")
    assert editor.controller.language == before
    message = editor.state.bar.message
    assert message is not None
    assert message.en == "this briefing is in English only"


def test_help_and_exit(editor: Editor) -> None:
    editor.press("question_mark")
    editor.effect(OpenHelp)
    editor.press("q")
    editor.effect(Leave)


def test_every_command_is_in_the_help_and_works(editor: Editor) -> None:
    listed = {action for _, actions in HELP_GROUPS for action in actions}
    assert {command.action for command in (*REVIEW_COMMANDS, HOMES)} <= listed
    assert sorted(BY_USE) == sorted(action for group in BAR_GROUPS for action in group)
    keys = [key for command in (*REVIEW_COMMANDS, HOMES) for key in command.keys]
    assert len(keys) == len(set(keys))
    for command in REVIEW_COMMANDS:
        editor.controller.execute(command.action)
    for language in LANGUAGES:
        assert help_page(language, Keymap()).blocks


def test_a_write_that_fails_is_reported(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.file_write.write_all", full)
    before = editor.statistic()
    editor.press("a")
    assert "No space left on device" in editor.message
    assert "consultation-market.toml" in editor.message
    editor.press("s")
    assert "herald-2023.toml" in editor.message
    assert editor.statistic() == before
    assert editor.current == "150亿元"


@pytest.mark.parametrize(
    ("editor_variable", "expected"),
    [
        ("", ["vi", "+7", "a b.toml"]),
        ("/usr/bin/nvim -R", ["/usr/bin/nvim", "-R", "+7", "a b.toml"]),
        ("hx", ["hx", "a b.toml:7"]),
        ("code --new-window", ["code", "--new-window", "--wait", "--goto", "a b.toml:7"]),
        ("'my editor'", ["my editor", "a b.toml"]),
    ],
)
def test_the_line_is_given_as_the_editor_expects_it(
    editor_variable: str, expected: list[str]
) -> None:
    assert editor_command({"EDITOR": editor_variable}, "a b.toml", 7) == expected


def test_visual_takes_precedence() -> None:
    assert editor_command({"EDITOR": "vi", "VISUAL": "nano"}, "a", 1) == ["nano", "+1", "a"]


def test_a_quote_that_a_record_has_is_translated_at_once(editor: Editor) -> None:
    editor.press("a")
    editor.go_to("150亿元")
    assert editor.sign("150亿元") == "~"
    editor.press("g")
    assert editor.enter("CNY 15 billion in 2024") == ""
    assert 'gloss = "CNY 15 billion in 2024"' in editor.statistic()
    assert "wrote the translation" in editor.message
    assert editor.sign("150亿元") == "="
    editor.press("g")
    assert editor.effect(AskForLine).text == "CNY 15 billion in 2024"
    editor.press("u")
    assert "gloss" not in editor.statistic().partition("value = 150")[2].partition("]")[0]


def test_what_was_added_is_taken_back(editor: Editor) -> None:
    before = editor.statistic()
    editor.press("a")
    editor.go_to("150亿元")
    editor.press("r")
    assert editor.statistic() == before
    assert (editor.sign("150亿元"), editor.message.split()[0]) == ("?", "taken")


def test_value_and_unit_can_be_set(editor: Editor) -> None:
    editor.press("v")
    assert editor.effect(AskForLine).text == "150 亿元"
    assert "expected number and unit" in editor.enter("15 zillion")
    assert editor.enter("万元") == ""
    assert "value = 1500000" in editor.record
    editor.press("v")
    assert editor.enter("15.5 亿元") == ""
    editor.press("a")
    assert "value = 15.5\n" in editor.statistic()


def test_whose_figure_it_is_can_be_set(editor: Editor) -> None:
    editor.press("c")
    assert "expected" in editor.enter("松涛咨询")
    assert editor.enter("松涛咨询 / Songtao") == ""
    assert "松涛咨询 / Songtao" in editor.record
    editor.press("a")
    assert 'via = { zh = "松涛咨询", en = "Songtao" }' in editor.statistic()


def test_a_measure_is_made_from_the_list_of_records(editor: Editor) -> None:
    editor.go_to("12个")
    editor.press("m")
    choice = editor.effect(ChooseTarget)
    (new,) = [one.id for one in choice.targets if one.id == "new:statistic"]
    editor.controller.entered(new, choice.on_choice)
    assert "expected an id" in editor.enter("products 产品")
    assert editor.enter("products 产品数 / Products") == ""
    assert "the period is unknown" in editor.record
    editor.press("p")
    assert editor.effect(AskForLine).selected
    assert editor.enter("2023-07") == ""
    assert "+ draft = true" in editor.record
    editor.press("a")
    path = editor.content / "statistics" / "products.toml"
    assert 'title = { zh = "产品数", en = "Products" }' in path.read_text("utf-8")
    assert editor.message.startswith("made the draft")
    editor.press("u")
    assert not path.exists()
    assert editor.sign("12个") == "?"


def test_a_company_is_made_from_a_new_name(editor: Editor) -> None:
    editor.go_to("白杨资本有限公司")
    editor.press("a")
    choice = editor.effect(ChooseTarget)
    assert choice.targets[0].id == "new:company"
    editor.controller.entered("new:company", choice.on_choice)
    assert editor.effect(AskForLine).text == " 白杨资本有限公司 / "
    assert editor.enter("baiyang 白杨资本有限公司 / Baiyang Capital") == ""
    editor.press("a")
    assert (editor.content / "players" / "baiyang.toml").exists()
    assert editor.sign("白杨资本有限公司") == "~"


def test_the_last_reason_is_proposed_and_alike_ones_are_rejected_together(editor: Editor) -> None:
    editor.press("n")
    editor.enter("a plan")
    editor.press("n")
    prompt = editor.effect(AskForLine)
    assert (prompt.text, prompt.selected) == ("a plan", True)
    editor.press("N")
    editor.enter("a plan")
    assert editor.sign("18%") == "x"
