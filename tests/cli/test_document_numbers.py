"""The number of a policy: as printed, and in Latin letters for readers of English."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Medbrief


@pytest.fixture
def content(sample_copy: Path) -> str:
    file = sample_copy / "policies" / "policy-price-2019.toml"
    text = file.read_text(encoding="utf-8")
    number = 'number = "国医署发〔2019〕47号"\n'
    latin = 'number_en = "Guo Yi Shu Fa [2019] No. 47"\n'
    file.write_text(text.replace(number, number + latin), encoding="utf-8")
    return str(sample_copy)


def _page(medbrief: Medbrief, content: str, language: str) -> str:
    page = medbrief("show", "policy-price-2019", "--lang", language, "--content", content)
    return page.text


def test_the_english_page_has_both_and_the_chinese_one_the_printed_number(
    medbrief: Medbrief, content: str
) -> None:
    assert "Guo Yi Shu Fa [2019] No. 47 (国医署发〔2019〕47号)" in _page(medbrief, content, "en")
    chinese = _page(medbrief, content, "zh")
    assert "国医署发〔2019〕47号" in chinese
    assert "Guo Yi Shu Fa" not in chinese


def test_the_latin_number_finds_the_policy(medbrief: Medbrief, content: str) -> None:
    found = medbrief("find", "Guo Yi Shu Fa 2019 No. 47", "--lang", "en", "--content", content)
    assert "policy-price-2019" in found.text.splitlines()[1] + found.text.splitlines()[0]
