"""The answer above the search results: for every record, in both languages and all sizes."""

from __future__ import annotations

import pytest

from tui.render.answer_lines import answer_lines
from tui.render.glyphs import UNICODE
from tui.render.line_wrap import line_width, plain
from tui.store import Store
from tui.text.language import LANGUAGES, Language, Wording


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(58, 5), (78, 7), (116, 9), (196, 9)])
def test_every_record_has_its_answer_in_the_card(
    sample_store: Store, language: Language, size: tuple[int, int]
) -> None:
    for identity in sample_store.identities():
        for entry in sample_store.answers(identity)[:2]:
            lines = answer_lines(entry, "kind", "", (1,), language, size, UNICODE)
            assert len(lines) <= size[1]
            assert max(map(line_width, lines)) <= size[0]
            if size[1] == 5:
                continue  # a long title may leave no room
            answer = entry.answer.of(language).split()[0][:6]
            assert answer in "".join(map(plain, lines))


def test_the_remark_comes_before_the_answer(sample_store: Store) -> None:
    entry = sample_store.answers("consultation-market")[0]
    lines = [
        plain(line)
        for line in answer_lines(
            entry, "Statistic", "no figure for 2023", (7,), "en", (90, 12), UNICODE
        )
    ]
    assert lines[0].startswith("Online-consultation market size")
    assert lines[0].endswith("Statistic")
    assert lines[1] == "? no figure for 2023"
    assert "CNY 10 billion" in lines[3]
    assert lines[3].endswith("[7]")
    assert lines[4].startswith("! Another source")  # before the quotations
    assert lines[6].startswith("│ “")


def test_a_low_card_has_the_answer_and_what_contradicts_it(sample_store: Store) -> None:
    entry = sample_store.answers("consultation-market")[0]
    lines = answer_lines(entry, "Statistic", "", (), "en", (60, 2), UNICODE)
    assert plain(lines[0]) == "2022: CNY 10 billion (reported)"
    assert plain(lines[1]).startswith("! Another source")
    assert "2022: CNY 13 billion" in plain(lines[1])


def test_dates_are_in_words(sample_store: Store) -> None:
    entry = sample_store.answers("consultation-market")[0]
    assert entry.citations[0]["date"] == "2023-07-02"
    text = "\n".join(map(plain, answer_lines(entry, "", "", (), "en", (90, 12), UNICODE)))
    assert "Jul 2, 2023" in text
    assert "2023-07-02" not in text


def test_what_does_not_fit_is_marked(sample_store: Store) -> None:
    entry = sample_store.answers("consultation-market")[0]
    lines = answer_lines(entry, "Statistic", "", (), "en", (60, 3), UNICODE)
    assert plain(lines[-1]).endswith("…")


def test_a_disputed_figure_names_the_dispute(sample_store: Store) -> None:
    entry = sample_store.answers("consultation-market")[0]
    title = Wording("规模有多大？", "How large is it?")
    lines = answer_lines(entry, "", "", (), "en", (90, 12), UNICODE, (title,))
    assert "! Disputed How large is it?" in map(plain, lines)


@pytest.mark.parametrize(("language", "semicolon"), [("zh", "；"), ("en", "; ")])
def test_each_remark_has_a_line_where_everything_fits(
    sample_store: Store, language: Language, semicolon: str
) -> None:
    entry = sample_store.answers("consultation-market")[0]

    def lines(height: int) -> list[str]:
        size = 90, height
        found = answer_lines(entry, "", "first\nsecond", (), language, size, UNICODE)
        return [plain(line) for line in found]

    assert lines(20)[1:3] == ["? first", "  second"]
    assert lines(6)[1] == f"? first{semicolon}second"
