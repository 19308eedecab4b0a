"""What the orders of a list are called: in messages, in the frame of a list, in an export."""

from __future__ import annotations

from tui.text.language import NO_TEXT, Wording

ORDERS = {
    "date": Wording("按日期", "by date"),
    "name": Wording("按拼音", "by name"),
    "value": Wording("按数值（同单位内）", "by value within each unit"),
    "force": Wording("按措辞强弱", "by force, most binding first"),
    "importance": Wording("按重要性", "by importance"),
    "match": Wording("名称匹配的在前", "matching names first"),
}
_REVERSED_ORDERS = {
    "date": Wording("按日期，由旧到新", "by date, oldest first"),
    "name": Wording("按拼音倒序", "by name, Z to A"),
    "value": Wording("按数值由小到大（同单位内）", "by value within each unit, smallest first"),
    "force": Wording("按措辞由弱到强", "by force, least binding first"),
    "importance": Wording("按重要性，次要的在前", "by importance, least important first"),
}
_SHORT_ORDERS = {
    "date": Wording("日期", "date"),
    "name": Wording("拼音", "name"),
    "value": Wording("数值", "value"),
    "force": Wording("措辞", "force"),
    "importance": Wording("重要性", "importance"),
}
_UNRANKED = Wording("；“一般表述”不分强弱，列在后面", "; declarative wording is not ranked: last")
_ASIDES_LAST = Wording("；其他行业的在后", "; other industries last")


def order_name(order: str, *, reverse: bool) -> Wording:
    """Return the name of an order."""
    return (_REVERSED_ORDERS if reverse else ORDERS)[order]


def order_in_words(order: str, *, reverse: bool, asides_last: bool) -> Wording:
    """Return the name of an order, with what it leaves to the end of the list."""
    name = order_name(order, reverse=reverse)
    last = _UNRANKED if order == "force" else _ASIDES_LAST if asides_last else NO_TEXT
    return Wording(name.zh + last.zh, name.en + last.en)


def arrow(order: str, *, reverse: bool) -> str:
    """Return the sign of an order: down from the newest, largest or most binding, up from A to Z.
    Importance and matches, which no column shows, have none but in the reverse."""
    if order in ("importance", "match"):
        return "↑" if reverse else ""
    return "↑" if (order == "name") != reverse else "↓"


def order_tags(order: str, *, reverse: bool) -> tuple[Wording, Wording]:
    """Return the name of an order with its sign, and a shorter one."""
    name, sign = order_name(order, reverse=reverse), arrow(order, reverse=reverse)
    short = _SHORT_ORDERS.get(order, name)
    tag = Wording("{name} {sign}", "{name} {sign}") if sign else Wording("{name}", "{name}")
    return tag.format(name=name, sign=sign), tag.format(name=short, sign=sign)
