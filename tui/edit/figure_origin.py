"""Whose figure a document prints: the organization, report or company document that it cites."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.edit.company_reports import REPORT_WORDS
from tui.edit.source_text import SourceText

_WHO = r"(?:《[^》\n]{2,60}》|[^，,。；;《》\n])"
_REPORTED_BY = (
    re.compile(rf"(?:^|[，。；,;\s])据(?P<who>{_WHO}{{2,30}}?)(?:的?(?:调研|统计|监测|最新|权威)?数据)?"
               r"(?:显示|披露|统计|报告|报道|预测|分析|介绍|调研|表明|测算|了解)"),
    re.compile(rf"(?:根据|依据)(?P<who>{_WHO}{{1,30}}?)(?:的?(?:数据|统计|报告|测算|预测|分析)|显示|披露)"),
    re.compile(rf"(?:根据|依据|据)(?P<who>{_WHO}{{1,30}}?)[，,]"),
    re.compile(r"(?P<who>[^，,。；;\s]{2,20}?)(?:的?(?:统计的?)?数据|的?报告|的?统计|的?调[研查])"
               r"(?:则|也|还|均|亦)?(?:显示|表明|指出)"),
    re.compile(r"(?:^|[，；])\s*(?P<who>[A-Za-z一-鿿]{2,10}?)(?:预计|预测|估计|测算)(?![将在达到会可超为能增])"),
    re.compile(r"(?P<who>《[^》\n]{2,60}》)(?:数据)?(?:显示|表明|指出|提到|预测|预计)"),
    re.compile(r"(?:^|[，；])\s*(?P<who>[A-Za-z一-鿿]{2,8}?)在[^，。；]{0,14}(?:研报|报告)中"),
)  # fmt: skip
_BARE = _REPORTED_BY[2]
"""Without a word of reporting: 根据自身优势 as well as 根据灼见咨询."""
_SOURCE_NOUN = re.compile(
    r"[A-Za-z]{2}|》|(?:报告|数据|统计|研报|公告|调查|普查|年鉴|白皮书|蓝皮书|网|会|局|委|部|院|所|社|中心|公司|证券|咨询|研究)$"
)
_NAME_EN = (
    r"(?:(?:the )?[A-Z][\w.&'’-]*\w(?: (?:(?:&|of|and|for|on|the|de)(?: the)? )?[A-Z][\w.&'’-]*\w)*"
    r"(?: \([A-Z]+\))?)"
)
PRONOUN_EN = re.compile(
    r"(?:I|We|You|He|She|It|They|This|That|These|Those|There|One|Some|Many|Most|Others|Both|Who)\b"
    r"|(?:My|Our|Your|His|Her|Its|Their)\b",
    re.IGNORECASE,
)
"""At the beginning of words with a capital that are no name: “We estimate”, “Our forecast”."""
_REPORTED_BY_EN = (
    re.compile(rf"\b(?:[Aa]ccording to|[Dd]ata (?:from|by|of)|[Ff]igures (?:from|by)"
               rf"|(?:[Aa]nalysts|[Rr]esearchers|[Ee]conomists) (?:at|from|with)"
               rf"|(?:[Rr]eports?|[Ss]urveys?|[Ss]tudy|[Ee]stimates?|[Ff]orecasts?) (?:by|from))"
               rf" (?P<who>{_NAME_EN})"),
    re.compile(rf"(?:^|[.,;] |[“\"])(?P<who>{_NAME_EN}) (?:estimate[sd]?|forecasts?"
               r"|predict(?:s|ed)?|project(?:s|ed)|put)\b"),
)  # fmt: skip
_CREDIT = re.compile(r"(?:数据|资料|图表)?来源(?:于)?\s*[:：]\s*(?P<who>[^\n。；;）)（(|｜]{2,60})")
_CREDIT_FIELD = re.compile(r"\s+|[、,，/]|及(?=[A-Za-z一-鿿]{3})")
_PICTURE = re.compile(r"!?\[[^\]]*\]\([^)]*\)|[图表]\s?\d*[:：].{0,40}")
_CREDIT_OF_PICTURE = re.compile(rf"(?:[上下]图|[图表]\s?\d*[:：])[^\n]*?{_CREDIT.pattern}")
_MOST_BETWEEN = 160
_FULL_STOPS = "。！？.!?”）"
_NO_NAME = re.compile(r"(?:整理|制图|绘制|制表)$|[:：]")
"""Who compiled it, and the next field of the line: 来源：甲  作者：乙."""
_NOBODY = re.compile(
    r"(?:数据|统计|有关|相关|权威|报告|调查|最新|该|上述|年|公司|企业|行业|业内|市场|机构|专家|人士|官方|媒体|报道"
    r"|部门|单位|方面|主管|政府|负责人|第三方|不完全|公开|以上|多家|初步"
    rf"|了解|悉|此|今|未来|[我他她它咱]们|他|她|它|其|笔者|预计|并|且|{REPORT_WORDS}"
    r"|[一-鿿]*(?:规模|人数|用户|收入|营收|[量额率数价值速例]|需求|占比|自身|自己|优势|特点|情况|要求|规定|经验|规律))*"
)
_LEAD = re.compile(r"^(?:根据|依据|据|按照?|来自|由|而|若|但|且|另据|此外)+")
_TAIL = re.compile(
    r"(?:等[^，。]{0,8}(?:媒体|机构|平台|公司)"
    r"|最新|近日|发布|统计|公布|披露|调研|报道|的|数据)+$"
)
_PUBLISHED = re.compile(
    r"(?<=[A-Za-z一-鿿])(?:最新|近日|日前|此前)?(?:发布|公布|披露|出具|编制|撰写|推出)的.*"
)
"""CNNIC发布的第55次《…报告》: the organization says whose figure it is."""
_REPORT = re.compile(
    rf"(?P<name>(?:(?:19|20)\d\d\s?年)?(?:年|全年|上半年|[一二三四]季度)?的?(?:{REPORT_WORDS}))"
    r"(?:数据|内容|信息|中)?(?:均|也|还)?(?:显示|披露|表示|称|指出|表明|提到|透露)"
    rf"|(?:根据|据|从|按|依据)(?P<who>[^，。；]{{0,16}}?)(?P<named>(?:(?:19|20)\d\d\s?年)?(?:{REPORT_WORDS}))(?:数据)?[，,来可]"
)
_OWN_NAME = re.compile(r"(?!其|该|公司|上述|最新)[一-鿿A-Za-z]{2,6}")
"""A name right before its report: 据松桥2023年财报."""
_COMPANY_HERE = "公司"
_STATEMENT_END = re.compile(r"[。！？!?\n]|\.(?=\s)")
_CONTINUES = re.compile(r"\s*(?:其中)")


class OriginFinder:
    """Finds whose figures one document prints. ``names``: of companies."""

    def __init__(self, document: SourceText, names: Sequence[str] = ()) -> None:
        self._document = document
        longest_first = sorted(names, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")
        self._ends = [0, *(match.end() for match in _STATEMENT_END.finditer(document.text))]

    def of(self, at: int) -> str:
        """Return who is named as the origin of a figure at a position: in its statement up to
        there, in the one that it continues (其中), or in the credit line of its paragraph; empty
        for nobody."""
        text, paragraph = self._document.text, self._document.paragraph_start(at)
        start = max(paragraph, max(end for end in self._ends if end <= at))
        while True:
            if found := self._named(start, at):
                return found
            if start <= paragraph or not _CONTINUES.match(text, start):
                break
            at, start = start, max(paragraph, max(end for end in self._ends if end < start))
        return _credit(self._document, at)

    def named(self, start: int, end: int) -> str:
        """Return whose reports the words between two positions cite; a company's own left out."""
        return _organization(self._document.text[start:end])

    def _named(self, start: int, at: int) -> str:
        words = self._document.text[start:at]
        reports = list(_REPORT.finditer(words))
        if reports:
            return self._company_report(reports[-1], start, at)
        return _organization(words)

    def _company_report(self, report: re.Match[str], start: int, at: int) -> str:
        """Return a report with the company that publishes it: the last one named before it in the
        section, else the first one behind it in its sentence."""
        text = self._document.text
        here = start + report.start()
        before = self._names.findall(text, self._document.section_start(at), here)
        after = self._names.findall(text, here, at)
        nearest = before[-1] if before else after[0] if after else _COMPANY_HERE
        clause = text[self._document.clause_start(here) : here]
        own = _OWN_NAME.fullmatch(_LEAD.sub("", report["who"] or clause))
        is_new = own and not self._names.search(own[0]) and not _NOBODY.fullmatch(own[0])
        company = own[0] if own and is_new else nearest
        name = report["name"] or report["named"]
        year = re.match(r"(?:19|20)\d\d\s?年", name)
        title = re.search(REPORT_WORDS, name)
        assert title is not None
        return f"{company}{year[0].replace(' ', '') if year else ''}{title[0]}"


def _organization(words: str) -> str:
    for pattern in _REPORTED_BY:
        for match in pattern.finditer(words):
            who = _plain(match["who"])
            if pattern is _BARE and not _SOURCE_NOUN.search(who):
                continue
            if len(who) > 1 and not _NOBODY.fullmatch(who):
                return who
    for pattern in _REPORTED_BY_EN:
        for match in pattern.finditer(words):
            if not PRONOUN_EN.match(match["who"]):
                return re.sub(r"^the |['’]s?$", "", match["who"])
    return ""


def _plain(who: str) -> str:
    who = _PUBLISHED.sub("", _LEAD.sub("", who.strip()))
    return _TAIL.sub("", who).strip("“”\"' ")


def _credit(document: SourceText, at: int) -> str:
    """Return whom the credit line names that belongs to a paragraph: in it behind the figure, or
    soon after it, up to the next heading and the next paragraph that cites somebody."""
    text = document.text
    begin, skipped = document.paragraph_start(at), 0
    for one in document.paragraphs():
        if one.end <= begin:
            continue
        if one.start <= at:
            if credit := _CREDIT.search(text, at, one.end):
                return _credited(credit["who"])
            continue
        words = text[one.start : one.end]
        if line := _CREDIT.match(words) or _CREDIT_OF_PICTURE.match(words):
            return _credited(line["who"])
        if _PICTURE.fullmatch(words) or words in text[begin : at + len(words)]:
            continue
        skipped += len(words)
        if skipped > _MOST_BETWEEN or words[-1] not in _FULL_STOPS or _organization(words):
            break
    return ""


def _credited(names: str) -> str:
    """Return the names of a credit line without who compiled it, as in 甲研究院、乙网整理."""
    parts = [_plain(part) for part in _CREDIT_FIELD.split(names)]
    return "、".join(part for part in parts if len(part) > 1 and not _NO_NAME.search(part))
