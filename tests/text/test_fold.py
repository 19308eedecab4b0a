"""Folding of text for comparison, and the tokens of index and query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.fold import fold, index_tokens, query_tokens


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("３，０９９亿元", "3099亿元"),
        ("3,099亿元", "3099亿元"),
        ("1,234,567", "1234567"),
        ("55．4％", "55.4%"),
        ("JD Health", "jd health"),
        ("ＪＤ　Ｈｅａｌｔｈ", "jd health"),
        ("医保发〔2019〕47号", "医保发 2019 47号"),
        ("“互联网+”医疗", "互联网 医疗"),
        ("O+O", "o o"),
        ("jd-health", "jd health"),
        ("06618.HK", "06618 hk"),
        ("ﾃﾞｰﾀ", "データ"),
        ("  两 端  ", "两 端"),
        ("Yībǎo ZHÍBŌ", "yibao zhibo"),
        ("yi\u0304ba\u030co", "yibao"),
        ("nǚ nü lǜ lu\u0308\u030c nüè LÜ", "nv nv lv lv nve lv"),
        ("jǘ qǖ xǚ yǜ", "ju qu xu yu"),
        ("ɑ̄nɡ m̀ ê̄ ḿ", "ang m e m"),
        ("café Müller", "cafe muller"),
        ("йод ά が", "йод ά が"),
        ("2.", "2"),
        (".5", "5"),
    ],
)
def test_spellings_fold_to_one_form(written: str, meant: str) -> None:
    assert fold(written) == meant


@pytest.mark.parametrize("text", ["", " ", "\x00\x1f", "—……。，！", "\ud800", "_"])
def test_text_without_letters_and_digits_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


@given(st.text())
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_ignores_case(text: str) -> None:
    assert fold(text.upper()) == fold(text.upper().lower())


def test_chinese_is_tokenized_into_bigrams_and_other_text_into_words() -> None:
    assert index_tokens("京东jd健康 2022年") == ["京东", "东", "jd", "健康", "康", "2022", "年"]
    assert query_tokens("京东jd健康") == ["京东", "jd*", "健康"]
    assert query_tokens("医") == ["医*"]
    assert query_tokens("互联网") == ["互联", "联网"]


def _matches(tokens: list[str], wanted: str) -> bool:
    if wanted.endswith("*"):
        return any(token.startswith(wanted[:-1]) for token in tokens)
    return wanted in tokens


_TEXTS = st.lists(
    st.sampled_from(["医", "保", "支付", "互联网", "jd", "3099", "55.4%", " ", "２０２２", "年"]),
    min_size=1,
).map("".join)


@given(_TEXTS, st.data())
def test_a_text_is_found_by_any_part_of_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    kept = index_tokens(folded)
    for word in folded.split():
        chinese = [at for at, char in enumerate(word) if "一" <= char <= "鿿"]
        # A piece may begin at any Chinese character, or where a Latin word or number begins.
        starts = [at for at in range(len(word)) if at in chinese or at == 0 or at - 1 in chinese]
        start = data.draw(st.sampled_from(starts))
        end = data.draw(st.integers(start + 1, len(word)))
        for wanted in query_tokens(word[start:end]):
            assert _matches(kept, wanted), (word[start:end], wanted, kept)
