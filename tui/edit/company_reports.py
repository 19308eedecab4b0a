"""The reports of companies, as a document cites them: 招股书, 2024年年报; with their English."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.text.language import Wording

_REPORTS = {
    "招股说明书": "prospectus",
    "招股书": "prospectus",
    "半年度报告": "half-year report",
    "半年报": "half-year report",
    "中期报告": "interim report",
    "中期业绩公告": "interim results announcement",
    "中期业绩": "interim results",
    "中报": "interim report",
    "年度报告": "annual report",
    "年度业绩公告": "annual results announcement",
    "年报": "annual report",
    "一季报": "first-quarter report",
    "三季报": "third-quarter report",
    "季度报告": "quarterly report",
    "季报": "quarterly report",
    "业绩公告": "results announcement",
    "业绩报告": "results report",
    "业绩预告": "profit forecast",
    "财务报告": "financial report",
    "财报": "financial report",
    "公告": "announcement",
}
REPORT_WORDS = "(?:" + "|".join(sorted(_REPORTS, key=len, reverse=True)) + ")"
_NAMED = re.compile(
    rf"(?P<company>.*?)(?P<year>(?:(?:19|20)\d\d年)?)(?P<report>{REPORT_WORDS})", re.DOTALL
)
_UNNAMED = ("", "公司")


def report_in_english(
    name: str, company_in_english: Callable[[str], Wording | None]
) -> Wording | None:
    """Return the name of a company's report (甲公司2024年年报) with its English; None if it is no
    such name or the English of the company is not known."""
    match = _NAMED.fullmatch(name)
    if not match:
        return None
    year = f"{match['year'][:4]} " if match["year"] else ""
    english = f"{year}{_REPORTS[match['report']]}"
    if match["company"] in _UNNAMED:
        return Wording(name, f"the company's {english}")
    company = company_in_english(match["company"])
    if company is None:
        return None
    owner = f"{company.en}’" if company.en.endswith("s") else f"{company.en}'s"
    return Wording(f"{company.zh}{match['year']}{match['report']}", f"{owner} {english}")
