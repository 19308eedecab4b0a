"""Words that trigger a rule, and similar words that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.briefing import Change, changed, with_checksums
from tests.check.findings import codes, find

_CLINICS = "content/statistics/clinics.toml"
_VISITS = "content/statistics/visits.toml"
_DRIVER = "content/themes/driver-return-visit.toml"
_GAP = "content/gaps/gap-night-2022.toml"
_PAPER = "originals/wanbao.txt"


def _found(folder: Path, *changes: Change) -> list[str]:
    return codes(find(folder, with_checksums(changed(*changes))))


def _with_quantity(folder: Path, words: str) -> list[str]:
    """Change the words for the number of clinics; the record has no comparator."""
    return _found(
        folder,
        (_PAPER, "约40家诊所", f"{words}诊所"),
        (_CLINICS, "约40家诊所", f"{words}诊所"),
        (_CLINICS, 'comparator = "~"\n', ""),
    )


@pytest.mark.parametrize(
    "words",
    [
        *(
            "超过40家",
            "超40家",
            "逾 40家",
            "近40家",
            "约４０家",
            "大约40家",
            "不足40家",
            "至少40家",
        ),
        *(
            "40多家",
            "40余家",
            "40家左右",
            "40家以上",
            "40家以内",
            "约四十家",
            "四十余家",
            "近四十家",
        ),
        *("over 40家", "Nearly 40 ", "at least 40 ", "about 40 "),
    ],
)
def test_qualifier_requires_a_comparator(tmp_path: Path, words: str) -> None:
    assert _with_quantity(tmp_path, words) == ["N301"]


@pytest.mark.parametrize(
    "words",
    [
        "共40家",
        "moreover 40 ",
        "over 12 months, 40 ",
        "附近40家",
        "最近40家",
        "约定40家",
        "40家，约8万人次的",
        "超过8万人次的40家",
    ],
)
def test_other_words_require_no_comparator(tmp_path: Path, words: str) -> None:
    assert _with_quantity(tmp_path, words) == []


def _with_visits(folder: Path, words: str) -> list[str]:
    """Change the words for the visits of 2022; the record has the status reported."""
    return _found(
        folder,
        (_PAPER, "2022年预计接诊80万次", f"2022年{words}"),
        (_VISITS, "2022年预计接诊80万次", f"2022年{words}"),
        (_VISITS, '"forecast"', '"reported"'),
    )


@pytest.mark.parametrize(
    "words",
    [
        "预计80万次",
        "有望接诊80万次",
        "将达80万次",
        "将增至80万次",
        "将突破80万次",
        "预测80万次",
        "is expected to be 800,000 ",
        "will reach 800,000 ",
    ],
)
def test_expectation_requires_the_status_forecast(tmp_path: Path, words: str) -> None:
    assert _with_visits(tmp_path, words) == ["N302"]


@pytest.mark.parametrize(
    "words",
    [
        "the will of 800,000 people at 80万次",
        "将80万次接诊转到夜间",
        "即将满80万次",
        "接诊已达80万次",
    ],
)
def test_past_event_requires_no_forecast(tmp_path: Path, words: str) -> None:
    assert _with_visits(tmp_path, words) == []


@pytest.mark.parametrize(
    ("words", "attributed"),
    [
        ("据青松咨询报告，2021年", True),
        ("据市统计局数据显示，2021年", True),
        ("青松咨询《夜谈》显示，2021年", True),
        ("公司半年报显示，2021年", True),
        ("据说2021年", False),
        ("据青松咨询报告，夜间看好。2021年", False),
        ("根据规定，2021年", False),
    ],
)
def test_attribution_to_others_requires_via(tmp_path: Path, words: str, attributed: bool) -> None:
    found = _found(
        tmp_path, (_PAPER, "2021年接诊", f"{words}接诊"), (_VISITS, "2021年接诊", "接诊")
    )
    assert set(found) == ({"Q204"} if attributed else set())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("它是最大的平台。", "B503"),
        ("它在全市第一。", "B503"),
        ("它是首家。", "B503"),
        ("它是龙头。", "B503"),
        ("最近有变化，最终放开。", ""),
        ("通知使得复诊上网。", "B504"),
        ("通知推动了复诊。", "B504"),
        ("这得益于通知。", "B504"),
        ("通知之后可以复诊。", ""),
    ],
)
def test_superlatives_and_causal_verbs_in_facts(tmp_path: Path, text: str, code: str) -> None:
    assert _found(tmp_path, (_DRIVER, "复诊可以上网。", text)) == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "placeholder"),
    [
        ("TODO", True),
        ("Only 2021: fixme!", True),
        ("Lorem ipsum.", True),
        ("Said on Mastodon.", False),
    ],
)
def test_placeholders_are_reported(tmp_path: Path, text: str, placeholder: bool) -> None:
    found = _found(tmp_path, (_GAP, "Only 2021 is given.", text))
    assert found == (["T708"] if placeholder else [])


def test_first_of_several_half_width_characters_is_reported(tmp_path: Path) -> None:
    files = changed((_GAP, "只有2021年的数。", "收入:有;支出,没有(约)。"))
    (finding,) = find(tmp_path, files)
    assert "“:”" in finding.problem.message.zh
