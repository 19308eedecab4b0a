"""Questions that their form as typed tells apart before they are divided into parts: amounts in a
unit or a foreign currency, figures alone, one value or another, the growth of several measures."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.fact_choice import CURRENCIES
from tui.search.yes_no_form import may_be_figures, may_compare_growth
from tui.text.foreign_places import may_name_foreign_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.search.find import Explanation
    from tui.store import Store

_UNITS = ("illion", "亿", "万", " in yuan", " in rmb", " in cny", "in people")
_NUMBERS = ("number of", "how many", "market size", "users", "多少", "几家", "数量", "规模", "用户")
_EXTENT = ("多大", "多严重", "多深", "how big", "how large", "how great", "how se")
_GROWTH, _JOINING = ("grow", "增"), (" and ", "和", "与", "及", "，", ",", "、")
_EITHER = (" or ", " vs ", " vs. ", " versus ", "还是", "或")


def explained_by_form(
    store: Store, text: str, limit: int, explain: Callable[[Store, str, int], Explanation]
) -> Explanation | None:
    """Return the answer to a question of such a form; None for any other. ``explain``: searches for
    a text of no such form."""
    if any(map(text.__contains__, _UNITS)):
        from tui.search.asked_unit import without_asked_unit

        rest = without_asked_unit(text)
        if rest != text:
            return explain(store, rest, limit)
    if any(map(text.lower().__contains__, _EXTENT)):
        from tui.search.asked_extent import without_extent

        rest = without_extent(text)
        if rest != text:
            return explain(store, rest, limit)
    if may_name_foreign_place(text):
        from tui.search.foreign_country import explained_without_country

        def explain_rest(store: Store, text: str, limit: int) -> Explanation:
            return explained_by_form(store, text, limit, explain) or explain(store, text, limit)

        if found := explained_without_country(store, text, limit, explain, explain_rest):
            return found
    if any(map(text.lower().__contains__, _NUMBERS)):
        from tui.text.provinces import PROVINCE_NAMES

        if any(map(text.lower().__contains__, PROVINCE_NAMES)):
            from tui.search.region_figure import explained_without_region

            if found := explained_without_region(store, text, limit, explain):
                return found
    if any(map(text.lower().__contains__, CURRENCIES)):
        from tui.search.foreign_currency import explained_in_yuan

        if found := explained_in_yuan(store, text, limit, explain):
            return found
    if may_be_figures(text):
        from tui.search.several.stated_figures import stated_figures

        if found := stated_figures(store, text, limit, explain):
            return found
    if any(map(text.__contains__, _EITHER)):
        from tui.search.several.either_value import either_value

        if found := either_value(store, text, limit, explain):
            return found
    if may_compare_growth(text):
        from tui.search.several.growth_compared import growth_compared

        if found := growth_compared(store, text, limit, explain):
            return found
    if any(map(text.__contains__, _GROWTH)) and any(map(text.__contains__, _JOINING)):
        from tui.search.several.level_and_growth import level_and_growth

        if found := level_and_growth(store, text, limit, explain):
            return found
    return None
