"""What a quote expects, encourages or explores is not told as done, in text or gloss."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.check import check_content
from tui.load import load_content
from tui.text.hedges import APPROXIMATIONS, HEDGES

_POLICY = "policies/policy-emergency-2020.toml"
_TEXT = '{ zh = "鼓励在家复诊。", en = "Follow-ups at home are encouraged." }'
_GLOSS = 'gloss = "encourages follow-up consultations at home"'


def _found(content: Path, text: str = _TEXT, gloss: str = _GLOSS) -> list[str]:
    file = content / _POLICY
    policy = file.read_text("utf-8")
    assert _TEXT in policy
    assert _GLOSS in policy
    file.write_text(policy.replace(_TEXT, text).replace(_GLOSS, gloss), "utf-8")
    findings = check_content(load_content(content), None).findings
    return [
        f"{item.problem.code} {item.problem.message.en.partition('(')[2]}".strip()
        for item in findings
        if item.problem.code in ("T712", "T713")
    ]


def test_texts_and_gloss_that_keep_the_hedge_are_accepted(sample_copy: Path) -> None:
    assert _found(sample_copy) == []


@pytest.mark.parametrize(
    ("zh", "en", "where"),
    [
        ("在家复诊。", "Follow-ups at home.", "中文, English"),
        ("在家复诊。", "Follow-ups at home are encouraged.", "中文"),
        ("鼓励在家复诊。", "Follow-ups are held at home.", "English"),
    ],
)
def test_a_dropped_hedge_is_reported(sample_copy: Path, zh: str, en: str, where: str) -> None:
    assert _found(sample_copy, f'{{ zh = "{zh}", en = "{en}" }}') == [f"T712 {where})"]


def test_a_note_of_the_record_may_keep_the_hedge(sample_copy: Path) -> None:
    with (sample_copy / _POLICY).open("a", encoding="utf-8") as file:
        file.write('[[notes]]\nkind = "scope"\ntext = { zh = "只是鼓励。", en = "Encouraged." }\n')
    assert _found(sample_copy, '{ zh = "在家复诊。", en = "Follow-ups at home." }') == []


def test_a_hedge_in_a_title_is_not_asked_for(sample_copy: Path) -> None:
    file = sample_copy / _POLICY
    text = file.read_text("utf-8").replace("《关于疫情期间", "《关于试点疫情期间")
    file.write_text(text, "utf-8")
    assert _found(sample_copy) == []


def test_a_hedge_dropped_from_the_gloss_is_reported(sample_copy: Path) -> None:
    assert _found(sample_copy, gloss='gloss = "follow-up consultations at home"') == ["T713"]


@pytest.mark.parametrize(
    ("gloss", "expected"),
    [
        ("operating doctors: 65,000 in 2020", ["T713"]),
        ("more than 65,000 in 2020", []),
        ("2020: over 65,000", []),
    ],
)
def test_an_approximation_belongs_into_the_gloss(
    sample_copy: Path, gloss: str, expected: list[str]
) -> None:
    file = sample_copy / "statistics/online-doctors.toml"
    text = file.read_text("utf-8")
    old = 'exact = "2020年超过6.5万名", gloss = "more than 65,000 in 2020"'
    assert old in text
    file.write_text(text.replace(old, f'exact = "2020年超过6.5万名", gloss = "{gloss}"'), "utf-8")
    assert _found(sample_copy) == expected


@pytest.mark.parametrize("words", ["the industry of the country", "this claim", "an American firm"])
def test_a_hedge_inside_another_english_word_is_none(words: str) -> None:
    assert not [hedge for hedge in HEDGES if hedge.en.search(words)]


@pytest.mark.parametrize(("words", "found"), [("近3年", 0), ("近3亿人", 1), ("约30%", 1)])
def test_recent_years_are_no_approximation(words: str, found: int) -> None:
    (about,) = APPROXIMATIONS
    assert len(about.source.findall(words)) == found
