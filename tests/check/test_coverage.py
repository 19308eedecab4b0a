from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.briefing import CLEAN, changed, with_checksums, write
from tui.check.context import CheckContext
from tui.check.coverage import Coverage, measure_coverage
from tui.load import load_content

_PAPER = "originals/wanbao.txt"
_END = "夜间需求会继续上升。\n"


def _cover(folder: Path, *added: str, not_figures: str = "") -> Coverage:
    """Return the coverage of the newspaper with added lines."""
    changes = [(_PAPER, _END, _END + "\n".join(added) + "\n")]
    if not_figures:
        changes.append(
            ("seeds/wanbao.toml", "[original]", f"{_not_figures(not_figures)}\n[original]")
        )
    content = load_content(write(folder, with_checksums(changed(*changes))))
    found = measure_coverage(CheckContext(content, folder / "originals"))
    return next(item for item in found if item.source == "wanbao")


def _not_figures(exact: str) -> str:
    return f'[[not_figures]]\nexact = "{exact}"\nreason = {{ zh = "电话", en = "telephone" }}\n'


def test_clean_briefing_covers_every_figure(tmp_path: Path) -> None:
    content = load_content(write(tmp_path, CLEAN))
    found = measure_coverage(CheckContext(content, tmp_path / "originals"))
    assert [(item.source, item.covered, item.figures, item.share) for item in found] == [
        ("suibi", 1, 1, 100.0),
        ("wanbao", 14, 14, 100.0),
    ]


def test_unquoted_figure_is_uncovered_and_shown_in_context(
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
def test_figures_in_every_script_count(tmp_path: Path, line: str) -> None:
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
def test_dates_titles_numbers_of_documents_and_lists_and_web_addresses_are_not_figures(
    tmp_path: Path, line: str
) -> None:
    found = _cover(tmp_path, line)
    assert (found.figures, found.uncovered) == (14, ())


def test_figure_next_to_a_date_counts(tmp_path: Path) -> None:
    found = _cover(tmp_path, "2023年5月底有7,300家药店，见《健康2030》。")
    assert [left.text for left in found.uncovered] == ["7,300"]


def test_not_figures_of_the_record_are_excluded_with_their_reason(tmp_path: Path) -> None:
    found = _cover(tmp_path, "电话400-123-4567，药店7,300家。", not_figures="电话400-123-4567")
    assert [left.text for left in found.uncovered] == ["7,300"]
    assert [(exact, reason.en) for exact, reason in found.excluded] == [
        ("电话400-123-4567", "telephone")
    ]


def test_html_tags_neither_hide_nor_add_figures(tmp_path: Path) -> None:
    found = _cover(tmp_path, '<p style="width: 640px">药店<b>7,3</b>00家</p>')
    assert [left.text for left in found.uncovered] == ["7,300"]


def test_sentence_printed_twice_is_covered_twice(tmp_path: Path) -> None:
    found = _cover(tmp_path, "比上年增长30%。")
    assert (found.covered, found.figures) == (15, 15)


def test_source_without_figures_is_fully_covered(tmp_path: Path) -> None:
    files = with_checksums(changed(("originals/suibi.txt", "140亿元", "很多")))
    content = load_content(write(tmp_path, files))
    suibi = measure_coverage(CheckContext(content, tmp_path / "originals"))[0]
    assert (suibi.source, suibi.figures, suibi.share) == ("suibi", 0, 100.0)


def test_source_without_original_is_omitted(tmp_path: Path) -> None:
    content = load_content(write(tmp_path, CLEAN))
    (tmp_path / "originals/suibi.txt").unlink()
    found = measure_coverage(CheckContext(content, tmp_path / "originals"))
    assert [item.source for item in found] == ["wanbao"]


@pytest.mark.parametrize("words", ["药店7", "药店7,3", "300家", ",300家"])
def test_quote_of_part_of_a_figure_does_not_cover_it(tmp_path: Path, words: str) -> None:
    files = changed(
        (_PAPER, _END, f"{_END}药店7,300家。\n"),
        ("content/glossary/term-return-visit.toml", "复诊可以在网上进行", words),
    )
    content = load_content(write(tmp_path, with_checksums(files)))
    found = measure_coverage(CheckContext(content, tmp_path / "originals"))[1]
    assert [left.text for left in found.uncovered] == ["7,300"]


def test_context_at_the_start_of_the_document(tmp_path: Path) -> None:
    files = with_checksums(changed(("originals/suibi.txt", "2021年", "7,300家药店。2021年")))
    content = load_content(write(tmp_path, files))
    (left,) = measure_coverage(CheckContext(content, tmp_path / "originals"))[0].uncovered
    assert left.context.startswith("7,300家药店。")


def test_context_has_no_control_characters(tmp_path: Path) -> None:
    found = _cover(tmp_path, "药店\x1b[A7,300家\u202e。")
    assert [left.context.isprintable() for left in found.uncovered] == [True]


def test_excluded_numbers_are_counted_by_pattern(tmp_path: Path) -> None:
    plain = dict(_cover(tmp_path / "plain").by_pattern)
    added = dict(_cover(tmp_path / "added", "2023年5月10日，市卫发〔2022〕15号。").by_pattern)
    more = {form.en: count - plain.get(form, 0) for form, count in added.items()}
    assert more == {"date": 3, "document number": 2}
