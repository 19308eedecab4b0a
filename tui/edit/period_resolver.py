"""Find the period that a sentence gives to a figure, resolved against the date of the document.

Periods with a year are found by ``tui.text.period_mentions``; a relative one (今年上半年, 6月) is
read as if its year were printed. The last mention before a figure counts; in lists, as in
2025年和2030年将分别达到…和…, the one of the same rank.
"""

from __future__ import annotations

import re

from tui.edit import english_period
from tui.edit.relative_spans import (
    digits,
    months_back,
    reporting_months_zh,
    shifted,
    years_ahead,
)
from tui.edit.resolved_mention import ResolvedMention, period_text, with_ranges
from tui.edit.source_text import SourceText, TextSpan
from tui.text.fold import is_chinese
from tui.text.period_mentions import find_periods

_PART = (
    r"(?:[上下]半年|前[二两三]个?季度|第?[一二三四]季度|前(?:1[01]|[2-9])个?月"
    r"|\d{1,2}\s*[-—–~～至到]\s*\d{1,2}月|\d{1,2}月)"
)
_RELATIVE = re.compile(
    rf"(?P<year>今年|本年度?|去年|上一?年度?|前年|明年|同年|当年|次年)(?:的|前(?![二两三]个?季|\d))?(?P<part>{_PART})?(?P<same>同期)?"
    r"|(?P<month>上个?月|本月|这个月)"
    rf"|(?<![\d年半])(?<!\d\s)(?P<alone>{_PART}|全年)(?!来|内)"
    r"|(?P<report>半年报|中报|[一三]季报|年报)"
    r"|(?P<now>目前|现在|如今|迄今|至今(?!年)|截至发稿)"
    r"|(?P<bare>(?<=[到至和与、])\s?(?:19|20)\d\d(?![\d年,，.．%％]|\s?[万亿元家人个起])"
    r"|(?<![\d.〔])(?:19|20)\d\d(?=、(?:19|20)\d\d))"
)
_OFFSETS = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1}
_SINCE_END = re.compile(r"(?:截至|截止到?|截止至)\s*$")
_START_BEFORE = re.compile(r"(?:[从自由]|[占同环]比)\s?$")
_LIST_JOINT = re.compile(r"\s*(?:[、和与及]|以及)\s*")
_BASE_BEFORE = re.compile(r"(?:较|与|相比|(?<![占同环对])比)\s?$")
_END_AFTER = re.compile(r"\s?年?[末底]")
_HAS_COME = re.compile(r"已有|已经|已(?=[达超突建出覆])")
_AT_END = re.compile(r"\b(?:end|close)\s$")
_REPORT_OF = re.compile(
    r"(?:全年|年度)?的?(?:未经审计的?)?(?:业绩|年报|财报|年度报告|半年报|中报|中期报告|季报)"
)
_MOST_TO_REPORT = 600
_OF_COUNTRY = re.compile(r"我国|全国|国内|全球|世界|行业|\b(?:China|nation(?:al|wide)|industry)\b")
_CARRIED_ON = re.compile(r"\s*(?:其中|此外|同期|同年|另外)")


class PeriodResolver:
    """Resolves the periods of one document."""

    def __init__(self, document: SourceText) -> None:
        self._document = document
        self.mentions = with_ranges(sorted(self._explicit() + self._relative()), document.text)

    def before(self, at: int) -> list[ResolvedMention]:
        """Return the mentions that count for a figure at a position, the nearest last: those of
        its sentence, else those of the paragraph before it."""
        sentence = self._document.sentence(at)
        found = self._between(sentence.start, at)
        if not any(map(is_chinese, self._document.text[sentence.start : sentence.end])):
            return self._english(at, sentence)
        if not found:
            after = self._between(at, min(at + 24, sentence.end))
            text = self._document.text
            found = [one for one in after if text[one.start - 1 : one.start] in ("（", "(")][:1]
        if not found and _HAS_COME.search(self._document.text, self._document.clause_start(at), at):
            found = self._today(at)
        return found or self._carried(sentence.start)

    def _english(self, at: int, sentence: TextSpan) -> list[ResolvedMention]:
        own = english_period.english_mentions(self._document.text, at, sentence, self._between)
        if own is None:
            return self._today(at)
        found = own or self._reported(at)
        if found and english_period.is_of_year_before(self._document.text, at):
            one = found[-1]
            return [one._replace(first=one.first - 100, last=one.last - 100)]
        return found

    def is_carried(self, at: int) -> bool:
        """Return whether the period of a figure is that of a sentence before it."""
        start = self._document.sentence(at).start
        mentions = self.before(at)
        return bool(mentions) and mentions[-1].end <= start and not mentions[-1].now

    def bases(self, at: int) -> list[ResolvedMention]:
        """Return the periods with which the sentence compares a figure at a position."""
        start = self._document.sentence(at).start
        return [one for one in self.mentions if one.is_base and start <= one.start < at]

    def listed(self, at: int, rank: int, count: int) -> ResolvedMention | None:
        """Return the mention of that rank in the list of exactly ``count`` periods that precedes
        a position; None where there is no such list."""
        found = self._between(self._document.sentence(at).start, at)
        chain = found[-1:]
        for one in reversed(found[:-1]):
            joint = self._document.text[one.end : chain[0].start]
            if not _LIST_JOINT.fullmatch(joint):
                break
            chain.insert(0, one)
        return chain[rank] if len(chain) == count > 1 else None

    def preceding(self, at: int) -> list[ResolvedMention]:
        """Return all periods that the paragraph names before a position, those of today left
        out."""
        found = self._between(self._document.paragraph_start(at), at)
        return [one for one in found if not one.now]

    def span_back(self, at: int) -> str:
        """Return the months that 近五年 or 过去12个月 before a position means: they end where the
        sentence says (截至), else at the date of the document; empty if there are no such
        words."""
        start = self._document.sentence(at).start
        months = months_back(self._document.text, start, at)
        ends = [one for one in self._between(start, at) if one.is_point]
        end = ends[-1].last if ends else self._document_month()
        if not end or not months:
            return ""
        # From a month within, 近一年 reaches back to the same month of the year before.
        return period_text(shifted(end, -months + bool(ends)), end)

    def span_ahead(self, at: int, *, is_level: bool) -> str:
        """Return what 未来五年 before a position means, from the year of the document: the years
        until then; for a level the last of them. Empty if there are no such words."""
        years = years_ahead(self._document.text, self._document.sentence(at).start, at)
        if not years or not self._document.date:
            return ""
        year = int(self._document.date[:4])
        return str(year + years) if is_level else f"{year}/{year + years}"

    def now(self) -> str:
        """Return the month of the document; empty if it is not known."""
        month = self._document_month()
        return period_text(month, month) if month else ""

    def _between(self, start: int, end: int) -> list[ResolvedMention]:
        return [one for one in self.mentions if start <= one.start < end and not one.is_base]

    def _carried(self, sentence_start: int) -> list[ResolvedMention]:
        start = self._document.paragraph_start(sentence_start)
        found = self._between(start, sentence_start)
        if not found and _CARRIED_ON.match(self._document.text, start):
            before = self._document.text[:start].rstrip()
            found = self._between(self._document.paragraph_start(len(before) - 1), start)
        found = [one for one in found if not one.now]
        topics = [one for one in found if not self._is_contrast(one)]
        return (topics or found)[-1:] or self._reported(sentence_start)

    def _is_contrast(self, one: ResolvedMention) -> bool:
        """Return whether a period is another one than that of the text: 而2023年亏损, 去年为."""
        text = self._document.text
        return text.startswith(("而", "去年", "上年", "上一年"), max(0, one.start - 1)) or (
            text.startswith(("去年", "上年", "上一年"), one.start)
        )

    def _reported(self, at: int) -> list[ResolvedMention]:
        """Return what a company reports on (2024年业绩, “the year ended”), if the section of a
        position says so shortly before, and its sentence does not speak of a country."""
        sentence = self._document.sentence(at)
        if _OF_COUNTRY.search(self._document.text, *sentence):
            return []
        start = max(self._document.section_start(at), at - _MOST_TO_REPORT)
        return [one for one in self.mentions if one.is_report and start <= one.start < at][-1:]

    def _today(self, at: int) -> list[ResolvedMention]:
        month = self._document_month()
        return [ResolvedMention(at, at, month, month, now=True)] if month else []

    def _document_month(self) -> int:
        date = self._document.date
        return int(date[:4] + date[5:7]) if len(date) >= 7 else 0

    def _explicit(self) -> list[ResolvedMention]:
        found = []
        for one in find_periods(self._document.text):
            first, last = (year * 100 + month for year, month in one.period)
            if english_period.is_of_prices(self._document.text, one.end):
                continue
            if months := english_period.months_of_part(self._document.text, one.start):
                first, last = (first // 100 * 100 + month for month in months)
            is_start = _START_BEFORE.search(self._document.text, max(0, one.start - 2), one.start)
            is_base = one.is_base and not is_start  # 从2016年的650亿元增长
            is_base = is_base or english_period.is_compared_with(self._document.text, one.start)
            mention = self._mention(one.start, one.end, first, last, is_base)
            fiscal = "财" in self._document.text[one.start : one.end]
            mention = mention._replace(fiscal=fiscal)
            text = self._document.text
            count = english_period.reporting_months(text, one.start)
            if count := count or reporting_months_zh(text, one.end):
                begin = shifted(mention.last, 1 - count)
                mention = mention._replace(first=begin, is_point=False, is_report=True)
            found.append(mention)
        return found

    def _relative(self) -> list[ResolvedMention]:
        text, taken = self._document.text, [(one.start, one.end) for one in self._explicit()]
        found: list[ResolvedMention] = []
        year = int(self._document.date[:4] or 0)
        for match in _RELATIVE.finditer(text):
            if any(start <= match.start() < end for start, end in taken):
                continue
            before = self._explicit_before(match.start(), taken)
            one = self._resolved(match, year, before[-1] if before else year)
            if one:
                found.append(one)
        return found

    def _explicit_before(self, at: int, taken: list[tuple[int, int]]) -> list[int]:
        """Return the years that the paragraph names before a position."""
        start = self._document.paragraph_start(at)
        return [
            int(digits(self._document.text[begin:end])[:4])
            for begin, end in taken
            if start <= begin < at
        ]

    def _resolved(self, match: re.Match[str], year: int, context: int) -> ResolvedMention | None:
        if match["month"]:
            month = self._document_month()
            last = shifted(month, -1 if match["month"][0] == "上" else 0) if month else 0
            return ResolvedMention(*match.span(), last, last) if month else None
        if match["now"]:
            month = self._document_month()
            return ResolvedMention(*match.span(), month, month, now=True) if month else None
        named = match["year"]
        if named:
            base = context if named[0] in "同当" else context + 1 if named[0] == "次" else 0
            stated = base or (year and year + _OFFSETS[named[0]])
        else:
            stated = context
        if match["report"]:
            return self._report(match, year)
        if match["bare"]:
            stated = int(match["bare"])
        if not stated:
            return None
        part = match["part"] or match["alone"] or ""
        printed = f"{stated}年{'' if part == '全年' else part}"
        for period in find_periods(printed)[:1]:
            first, last = (y * 100 + month for y, month in period.period)
            before = self._document.text[max(0, match.start() - 2) : match.start()]
            is_base = bool(_BASE_BEFORE.search(before))
            if match["same"]:
                return self._same_part(match, is_base)
            return self._mention(*match.span(), first, last, is_base)
        return None

    def _same_part(self, match: re.Match[str], is_base: bool) -> ResolvedMention | None:
        """Return what 去年同期 means: the part of the year that the paragraph has named last, a
        year earlier. It is a base unless a value is given for it (去年同期为266家)."""
        start = self._document.paragraph_start(match.start())
        named = (
            [one.period for one in find_periods(self._document.text[start : match.start()])]
            or [
                period.period
                for part in re.findall(_PART, self._document.text[start : match.start()])
                for period in find_periods(f"{self._document.date[:4]}年{part}")
            ]
            or [
                one.period
                for one in find_periods(self._document.text[: match.start()])
                if one.start >= self._document.section_start(match.start())
                and _REPORT_OF.match(self._document.text, one.end)
            ]
        )
        if not named:
            return None
        first, last = (year * 100 + month - 100 for year, month in named[-1])
        stated = self._document.text[match.end() : match.end() + 2].startswith(("为", "是", "仅"))
        return ResolvedMention(*match.span(), first, last, is_base or not stated)

    def _report(self, match: re.Match[str], year: int) -> ResolvedMention | None:
        name = match["report"]
        if not year:
            return None
        last = {"半": 6, "中": 6, "一": 3, "三": 9}.get(name[0])
        if last is None:  # an annual report is about the year before
            first, last = (year - 1) * 100 + 1, (year - 1) * 100 + 12
        else:
            first, last = year * 100 + 1, year * 100 + last
        return ResolvedMention(*match.span(), first, last, is_report=True)

    def _mention(
        self, start: int, end: int, first: int, last: int, is_base: bool
    ) -> ResolvedMention:
        is_point = bool(_SINCE_END.search(self._document.text, max(0, start - 6), start))
        at_end = bool(_END_AFTER.match(self._document.text, end))
        whole_year = first % 100 == 1 and last - first == 11
        is_point = at_end or (is_point and not whole_year)
        is_point = is_point or bool(_AT_END.search(self._document.text, 0, start))
        is_report = bool(_REPORT_OF.match(self._document.text, end))
        return ResolvedMention(start, end, first, last, is_base, is_point, is_report=is_report)
