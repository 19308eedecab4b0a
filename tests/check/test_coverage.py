from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.briefing import CLEAN, changed, sealed, write
from tui.check.context import CheckContext
from tui.check.coverage import Coverage, measure_coverage
from tui.load import load_content

_PAPER = "originals/wanbao.txt"
_END = "夜间需求会继续上升。\n"


def _cover(folder: Path, *added: str, not_figures: str = "") -> Coverage:
    """The coverage of the newspaper with lines added at its end."""
    changes = [(_PAPER, _END, _END + "\n".join(added) + "\n")]
    if not_figures:
        changes.append(("seeds/wanbao.toml", "[original]", f"{_aside(not_figures)}\n[original]"))
    content = load_content(write(folder, sealed(changed(*changes))))
    found = measure_coverage(CheckContext(content, folder / "originals"))
    return next(item for item in found if item.source == "wanbao")


def _aside(exact: str) -> str:
    return f'[[not_figures]]\nexact = "{exact}"\nreason = {{ zh = "电话", en = "telephone" }}\n'


def test_the_clean_briefing_covers_every_figure(tmp_path: Path) -> None:
    content = load_content(write(tmp_path, CLEAN))
    found = measure_coverage(CheckContext(content, tmp_path / "originals"))
    assert [(item.source, item.covered, item.figures, item.share) for item in found] == [
        ("suibi", 1, 1, 100.0),
        ("wanbao", 14, 14, 100.0),
    ]


def test_a_figure_that_no_citation_quotes_is_uncovered_and_shown_with_its_words(
    tmp_path: Path,
) -> None:
    found = _cover(tmp_path, "此外有药店7,300家。")
    assert (found.covered, found.figures) == (14, 15)
    assert found.share == pytest.approx(1400 / 15)
    (left,) = found.uncovered
    assert left.text == "7,300"
    assert "此外有药店7,300家。" in left.context


@pytest.mark.parametrize(
    "line",
    [
        "共38．18亿元。",
        "共148,740 亿元。",
        "共十六家。",
        "共二十三个。",
        "占43％。",
        "共两家。",
        "共7次。",
    ],
)
def test_a_figure_counts_in_every_script(tmp_path: Path, line: str) -> None:
    assert len(_cover(tmp_path, line).uncovered) == 1


@pytest.mark.parametrize(
    "line",
    [
        "2023年5月10日，2023-05-10，2016—2020年，5月底，1-3月。",
        "2019年十二月三日发布，十月施行。",
        "市卫发〔2022〕15号。",
        "《健康2030规划（2016年版）》。",
        "见https://paper.example/2023/05/10?page=7。",
        "信箱：news24@paper2.example。",
        "5G与十四五，第一步，一体，一旦。",
        "1、收入",
        "三、展望",
        "（12）其他",
        "title: 3个要点",
        "一家诊所，万一，三心二意。",
    ],
)
def test_dates_titles_numbers_of_documents_lists_and_addresses_are_no_figures(
    tmp_path: Path, line: str
) -> None:
    found = _cover(tmp_path, line)
    assert (found.figures, found.uncovered) == (14, ())


def test_a_figure_beside_a_date_still_counts(tmp_path: Path) -> None:
    found = _cover(tmp_path, "2023年5月底有7,300家药店，见《健康2030》。")
    assert [left.text for left in found.uncovered] == ["7,300"]


def test_what_the_record_sets_aside_is_not_counted_and_told_with_its_reason(tmp_path: Path) -> None:
    found = _cover(tmp_path, "电话400-123-4567，药店7,300家。", not_figures="电话400-123-4567")
    assert [left.text for left in found.uncovered] == ["7,300"]
    assert [(exact, reason.en) for exact, reason in found.excluded] == [
        ("电话400-123-4567", "telephone")
    ]


def test_tags_do_not_hide_a_figure_nor_make_one(tmp_path: Path) -> None:
    found = _cover(tmp_path, '<p style="width: 640px">药店<b>7,3</b>00家</p>')
    assert [left.text for left in found.uncovered] == ["7,300"]


def test_a_sentence_printed_twice_is_covered_twice(tmp_path: Path) -> None:
    found = _cover(tmp_path, "比上年增长30%。")
    assert (found.covered, found.figures) == (15, 15)


def test_a_source_without_figures_is_covered(tmp_path: Path) -> None:
    files = sealed(changed(("originals/suibi.txt", "140亿元", "很多")))
    content = load_content(write(tmp_path, files))
    suibi = measure_coverage(CheckContext(content, tmp_path / "originals"))[0]
    assert (suibi.source, suibi.figures, suibi.share) == ("suibi", 0, 100.0)


def test_a_source_whose_original_is_not_at_hand_is_left_out(tmp_path: Path) -> None:
    content = load_content(write(tmp_path, CLEAN))
    (tmp_path / "originals/suibi.txt").unlink()
    found = measure_coverage(CheckContext(content, tmp_path / "originals"))
    assert [item.source for item in found] == ["wanbao"]


@pytest.mark.parametrize("words", ["药店7", "药店7,3", "300家", ",300家"])
def test_a_quote_that_cuts_a_figure_does_not_cover_it(tmp_path: Path, words: str) -> None:
    files = changed(
        (_PAPER, _END, f"{_END}药店7,300家。\n"),
        ("content/glossary/term-return-visit.toml", "复诊可以在网上进行", words),
    )
    content = load_content(write(tmp_path, sealed(files)))
    found = measure_coverage(CheckContext(content, tmp_path / "originals"))[1]
    assert [left.text for left in found.uncovered] == ["7,300"]


def test_the_words_around_a_figure_may_be_the_first_of_the_document(tmp_path: Path) -> None:
    files = sealed(changed(("originals/suibi.txt", "2021年", "7,300家药店。2021年")))
    content = load_content(write(tmp_path, files))
    (left,) = measure_coverage(CheckContext(content, tmp_path / "originals"))[0].uncovered
    assert left.context.startswith("7,300家药店。")


def test_the_words_around_a_figure_bring_no_control_characters(tmp_path: Path) -> None:
    found = _cover(tmp_path, "药店\x1b[A7,300家\u202e。")
    assert [left.context.isprintable() for left in found.uncovered] == [True]


def test_what_is_no_figure_by_its_form_is_counted_by_form(tmp_path: Path) -> None:
    plain = dict(_cover(tmp_path / "plain").by_form)
    added = dict(_cover(tmp_path / "added", "2023年5月10日，市卫发〔2022〕15号。").by_form)
    more = {form.en: count - plain.get(form, 0) for form, count in added.items()}
    assert more == {"date": 3, "document number": 2}
