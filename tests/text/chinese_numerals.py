"""Write numbers in Chinese, independently of the parser under test."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")


def spell(number: int) -> str:
    """Return ``一亿二千万零一百零五`` for ``120000105``; up to 10^12, without short forms."""
    if number == 0:
        return "零"
    text, before = "", 1
    for name, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        group, number = divmod(number, size)
        if group:
            gap = text and (group < 1000 or not before)
            text += ("零" if gap else "") + _below_10000(group) + name
        before = group
    return text


def _below_10000(number: int) -> str:
    text = ""
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += _DIGITS[digit] + _PLACES[place]
        elif text and number % 10**place:
            text += "" if text.endswith("零") else "零"
    return text


def shortened(text: str) -> str:
    """Return the colloquial form: ``十六`` for a leading ``一十六``, ``两千`` for ``二千``."""
    for place in "千万亿":
        text = text.replace(f"二{place}", f"两{place}").replace(f"十两{place}", f"十二{place}")
    return text[1:] if text.startswith("一十") else text
