"""A corrected or derived figure says so wherever it is shown with the words that differ from it."""

from __future__ import annotations

import re

import pytest

from tui.export.clipboard import figure_clip
from tui.export.formats import Contents, write
from tui.render.answer_lines import answer_lines
from tui.render.fact_lines import entry_lines
from tui.render.glyphs import UNICODE
from tui.render.line_wrap import plain
from tui.store import AnswerWithEvidence, Store
from tui.text.language import Language

_PRINTED = {
    "zh": "原文印作1.200万次。千分位逗号印成了小数点",
    "en": "the source prints 1.200万次. The thousands separator is printed as a decimal point",
}
_STATUS = {"zh": "（已公布，有更正）", "en": "(reported, corrected)"}
_LABEL = {"zh": "更正：", "en": "Corrected: "}


def _entry(store: Store, fact: str) -> AnswerWithEvidence:
    record = fact.partition("@")[0].partition("#")[0].partition(".")[0]
    return next(entry for entry in store.answers(record) if entry.fact == fact)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_lookup_and_the_card_say_what_is_printed(sample_store: Store, language: Language) -> None:
    entry = _entry(sample_store, "night-consultations@2022")
    lookup = entry_lines(entry, language, 300)
    card = answer_lines(entry, "", "", (), language, (300, 12), UNICODE)
    for lines in (lookup, card):
        text = [plain(line) for line in lines]
        assert any(_STATUS[language] in line for line in text)
        (line,) = [line for line in text if _LABEL[language] in line]
        assert _PRINTED[language] in line


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["plain", "markdown", "html"])
def test_a_copied_figure_says_what_is_printed(
    sample_store: Store, language: Language, form: str
) -> None:
    entry = _entry(sample_store, "night-consultations@2022")
    text = figure_clip(sample_store, entry, language, form)  # type: ignore[arg-type]
    assert _STATUS[language] in text.replace("\\", "")
    assert _PRINTED[language] in text.replace("\\", "")


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_quotation_of_an_exported_page_names_the_corrected_words(
    sample_store: Store, form: str
) -> None:
    text = write(Contents(sample_store, ["night-consultations"], "en"), form)
    assert "reported, corrected" in text
    plain_text = re.sub(r"<[^>]*>|\\\\", "", text)
    assert "the editor corrects “1.200万次”" in plain_text


def test_a_figure_that_no_source_prints_is_derived(sample_store: Store) -> None:
    derived = [
        entry
        for identity in sample_store.identities()
        for entry in sample_store.answers(identity)
        if entry.value and all(each["relation"] == "derived" for each in entry.citations)
    ]
    for entry in derived:
        assert "derived)" in entry.answer.en or "derived, " in entry.answer.en
        assert "推算" in entry.answer.zh


def test_other_figures_say_nothing_of_it(sample_store: Store) -> None:
    entry = _entry(sample_store, "consultation-market@2022")
    text = " ".join(plain(line) for line in entry_lines(entry, "en", 300))
    assert "corrected" not in text.lower()
    assert "derived" not in text
