"""Questions for an amount in a currency in which the briefing has no figures: market size in US
dollars, 市场规模多少美元. The amount is shown as it is known, with a remark."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.verdict import Verdict
from tui.text.language import Wording, one_a_line
from tui.text.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.search.find import Explanation
    from tui.store import Store

_DOLLARS = Wording("美元", "US dollars")
_OTHERS = {
    "HKD": (
        Wording("港元", "Hong Kong dollars"),
        r"(?:hong ?kong |hk ?)(?:dollars?|\$)|hkd|港元|港币",
    ),
    "EUR": (Wording("欧元", "euros"), r"euros?|eur|€|欧元"),
    "GBP": (Wording("英镑", "pounds"), r"(?:british )?pounds?(?: sterling)?|sterling|gbp|£|英镑"),
    "JPY": (Wording("日元", "yen"), r"(?:japanese )?yen|jpy|日元"),
}
_CURRENCIES = {
    **_OTHERS,
    "USD": (_DOLLARS, r"(?:u\.?s\.? ?|american )?(?:dollars?|\$)|usd|美元|美金|美刀"),
}
_BEFORE = (
    r"(?:(?:converted|expressed|measured|denominated|valued) )?(?:(?:in(?:to)?|to|as) )?"
    r"(?:(?:billions?|millions?|bn) )?(?:of )?(?:以|按|用|折合|折算成|折算|折成|换算成|换算|换成)?"
)
_HOW_MANY = (
    r"(?:折合|折算成|折算|折成|换算成|换算|换成|相当于|合)?"
    r"(?:(how many|how much)(?: in)? |(多少|几)(?:个)?[十百千万亿]*)?"
)
_AFTER = r"(?: terms)?(?:计价|计算|来算|计|算)?"
_NONE = Wording("没有以{currency}计的数字", "no figure in {currency}")


def explained_in_yuan(
    store: Store, text: str, limit: int, explain: Callable[[Store, str, int], Explanation]
) -> Explanation | None:
    """Return the answers to a question without the foreign currency that it names, the first with a
    remark that says so; None where the answer is no amount, or one in that currency."""
    for code, (name, words) in _CURRENCIES.items():
        pattern = rf"{_HOW_MANY}{_BEFORE}(?<![a-z\d])(?:{words})(?![a-z\d]|基金){_AFTER}"
        rest = re.sub(pattern, _amount, text, count=1, flags=re.IGNORECASE)
        if rest == text:
            continue
        if not any(map(str.isalnum, rest)):  # nothing but the currency: no figure is in it
            return explain(store, text, limit)._replace(ranked=[])
        explanation = explain(store, rest, limit)
        if not explanation.ranked:
            return None
        (first, verdict), *others = explanation.ranked
        fact = first.described.chosen.fact
        currency = UNITS[fact.unit].currency if fact.value else ""
        if not currency or currency == code:
            return None
        remark = _NONE.format(currency=name)
        if verdict.remark.en:
            remark = one_a_line([remark, verdict.remark])
        match = "other_measure" if verdict.match == "exact" else verdict.match
        missing = (name.en.lower() if text.isascii() else name.zh, *verdict.missing)
        verdict = Verdict(match, missing, remark)
        return explanation._replace(ranked=[(first, verdict), *others])
    return None


def _amount(found: re.Match[str]) -> str:
    """Return the question word before a currency, without it."""
    return " how much " if found[1] else found[2] or " "
