"""The order of the commands that list records: ``--sort`` and ``--reverse``."""

from __future__ import annotations

from typing import NamedTuple

from tui.cli.args.spec import Argument
from tui.text.language import Wording
from tui.views.ordering import DATE, FORCE, IMPORTANCE, NAME, VALUE


class Order(NamedTuple):
    """The order within a section: one of ``tui.views.ordering``, empty for its own; and whether it
    is reversed."""

    name: str = ""
    reverse: bool = False


BRIEFING_ORDER = Order()

ORDER_OPTIONS = (
    Argument(
        ("--sort",),
        Wording(
            "排序：按重要性、日期（新的在前）、名称（拼音）、数值（同一单位之内，大的在前）或措辞（政策，强的在前）；"
            "默认：政策按日期，其余按重要性",
            "sort by importance, date (newest first), name, value (largest first within each unit) "
            "or force (of policies, most binding first); default: policies by date, others by "
            "importance",
        ),
        default="",
        choices=(IMPORTANCE, DATE, NAME, VALUE, FORCE),
    ),
    Argument(
        ("--reverse",),
        Wording(
            "倒序；没有日期、数值或措辞的仍在最后",
            "reverse the order; records without a date, value or force stay last",
        ),
        switch=True,
    ),
)
