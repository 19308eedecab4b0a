"""What the words around a figure say that it measures, and how far the name of a measure fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.edit.figure_finder import FigureCandidate
from tui.edit.source_text import SourceText
from tui.edit.table_cells import table_cell
from tui.text.fold import is_chinese
from tui.text.stem import stem

_MEASURE_NOUN = re.compile(
    r"规模|[^效长]率|收入|营收|利润|盈利|净利|毛利|亏损|人数|用户|数量|总数|金额|总额|融资额|费用|支出|投入|成本|占比|比重|销售额|成交额"
    r"|交易额|产值|估值|市值|患者|人口|会员|医生|医师|药店|医院|机构|处方|问诊量|咨询量|客户"
    r"|\b(?:revenues?|sales|turnover|income|profits?|earnings|loss(?:es)?|margins?|market|users?|patients?"
    r"|doctors?|physicians?|pharmac(?:y|ies)|hospitals?|clinics?|consultations?|prescriptions?"
    r"|customers?|clients?|members?|subscribers?|sellers?|employees|spending|costs?|expenses"
    r"|deals?|funding|investments?|penetration|population)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:其中|同时|此外|发生|共有?|共计|新增|[\d一二两三四五六七八九十百千万亿几多余]+[起家个名位人次条项笔元]|我国|中国|全国|国内|全球|该?公司|集团|其?平台|企业|行业|整体|总体|实现|录得|取得|获得|完成|达到?|的|其|该|总|累计|全年|当年"
    r"|同期|年度|单季度?|[上下]半年|第?[一二三四]季度|(?:19|20)\d\d|\d|[年月日末底初份]|截至|在|有|已经?|使|使得|带动|推动|预计|预测"
    r"|也|则|而|但|且|并|由|从|到|至|对|与|和|及|为|是|报告期内?|期内|去年|今年|显示|称|披露|[“”\"'＂]|\s)+$"
)
_QUALIFIER = re.compile(r"[一-鿿A-Za-z+＋]+$")
_FREE_BEFORE = re.compile(
    r"(?:an?|the|its?|their|our|total|overall|annual|net|of|in|for|and|with|had|has|have|reported"
    r"|posted|generated|recorded|active|china'?s?|chinese|national(?:ly)?|full|year|half|quarter"
    r"|size|value|number|million|billion|trillion|thousand|nearly|about|over|than|rmb|cny|\d+)"
)
"""Words of English before a name of one word that leave its meaning as it is."""
_WORD = re.compile(r"[a-z][a-z'’&-]*[a-z]|\d+", re.IGNORECASE)
_NOT_NAMING = re.compile(r"(?:19|20)\d\d年?|[\d.,，、]+|(?:该|此|这一|其)(?:市场|行业|领域)")
_SMALL_WORD = re.compile(r"an?|the|of|in|on|at|for|to|by|and|or|with|from|as|is|per|its")
_LABEL = re.compile(r"^[^：:]{1,8}[：:]\s?|（[^（）]*）$| \([^()]*\)$")
"""What a title has before and after the name of its measure: 相邻市场：隐形眼镜市场规模."""
_NOUN_AFTER = re.compile(r"\s?的?[一-鿿A-Za-z]{2,14}")
_BARE_NOUN = re.compile(
    r"^(?:其中|其|该|且|并|而|则|但|也|总|累计|合计|\s)*(?:(?:市场)?规模|金额|总额|数量|人数|总数|占比|比重|比例|数)"
)
_SHARE_OF = re.compile(r"^(?:约|仅|则|也|共|大约|\s)*占")
"""占全部人口的18.7%: the clause before says of what it is the share."""
_MOST_BACK = 16
_CLAUSE_END = re.compile(r"[，：；。！？（(]|,(?!\d)")
_ATTRIBUTE = re.compile(
    r"(?:业务|端|板块|产品|服务|药品|商品|广告|付费|注册|活跃|合作|线上|线下|海外|境外|单店|人均|客单|第三方|自营|平均)$"
)


class FigureWords(NamedTuple):
    """``naming``: the nearest words before a figure that name a measure; ``own``: its clause with
    the noun behind it that it counts."""

    naming: str
    own: str


def measure_names(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the names of a measure from its titles and aliases."""
    plain = (_LABEL.sub("", text) for text in texts)
    return tuple(dict.fromkeys(name for name in plain if re.search(r"[^\W\d]", name)))


class MeasureNaming:
    """Finds the words that say what a figure measures. ``names``: of the measures that exist."""

    def __init__(self, names: Sequence[str]) -> None:
        chinese = [name for name in names if any(map(is_chinese, name)) and len(name) > 1]
        longest_first = sorted(set(chinese), key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def words(self, document: SourceText, figure: FigureCandidate) -> FigureWords:
        """Return the words that name the measure of a figure; empty if the paragraph names none."""
        text = document.text
        if cell := table_cell(document, figure.start):
            return FigureWords(cell.measure, "")
        sentence = document.sentence(figure.start)
        if not any(map(is_chinese, text[sentence.start : sentence.end])):
            clause = _english_clause(text, sentence.start, figure.start, sentence.end)
            before = text[sentence.start : figure.start]
            return FigureWords(clause if self.names_measure(clause) else before, "")
        noun = _NOUN_AFTER.match(text, figure.end) if figure.form == "level" else None
        end = noun.end() if noun else figure.end
        own, naming = "", ""
        for start in self._clause_starts(document, figure.start):
            own = own or text[start:end]
            clause = _NOT_NAMING.sub("", text[start:end])
            if self.names_measure(clause) and not (
                _BARE_NOUN.search(clause) or _SHARE_OF.search(clause)
            ):
                naming = text[start:end]
                break
        return FigureWords(naming, own)

    def names_measure(self, words: str) -> bool:
        """Return whether words name a measure, one that exists or any other."""
        return bool(_MEASURE_NOUN.search(words) or self._names.search(words))

    def _clause_starts(self, document: SourceText, at: int) -> Iterator[int]:
        """Yield where the clauses before a figure begin, the nearest first; quotation marks end
        none."""
        paragraph = document.paragraph_start(at)
        ends = [match.end() for match in _CLAUSE_END.finditer(document.text, paragraph, at)]
        yield from [paragraph, *ends][: -_MOST_BACK - 1 : -1]


def _english_clause(text: str, start: int, at: int, end: int) -> str:
    """Return the English clause around a figure: a number may precede what it counts."""
    stops = re.compile(r"[,;:](?!\d)|\b(?:and|but|while|whereas|compared with|from)\b")
    begin = max([match.end() for match in stops.finditer(text, start, at)], default=start)
    stop = stops.search(text, at, end)
    return text[begin : stop.start() if stop else end]


def likeness(names: Sequence[str], words: str, *, of_company: bool) -> float:
    """Return how far the best of the names of a measure fits words: its length where it stands in
    them, else what both share less what they do not. A word of English weighs as two characters.

    A name with another attribute before it (付费用户数, registered users) is another measure.
    """
    found = [name for name in names if name in words and any(map(is_chinese, name))]
    own = [name for name in found if not _is_qualified(words, name, names, of_company)]
    if found and not own:
        return 0.0
    chinese = [name for name in names if any(map(is_chinese, name))]
    english = [name for name in names if name not in chinese]
    return max(
        (
            *(float(len(name)) for name in own),
            *(_shared_pairs(name, words) for name in chinese),
            *(_english_likeness(name, words) for name in english),
        ),
        default=0.0,
    )


def _shared_pairs(name: str, words: str) -> float:
    pairs = _pairs(name)
    shared = sum(pair in words for pair in pairs)
    return shared - 0.5 * (len(pairs) - shared)


def _is_qualified(words: str, name: str, names: Sequence[str], of_company: bool) -> bool:
    own = _QUALIFIER.search(_FILLER.sub("", words[: words.rfind(name)]))
    if own is None or name == names[0]:
        return False
    if of_company:
        return bool(_ATTRIBUTE.search(own[0]))
    pairs = _pairs(own[0][-8:] + name[0])
    return sum(any(pair in other for other in names) for pair in pairs) < 0.5 * len(pairs)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _english_likeness(name: str, words: str) -> float:
    wanted = [stem(word) for word in _words(name) if not _SMALL_WORD.fullmatch(word)]
    plain = _words(words)
    printed = [stem(word) for word in plain]
    if not wanted:
        return 0.0
    for at in range(len(printed) - len(wanted) + 1):
        if printed[at : at + len(wanted)] == wanted:
            is_free = not at or len(wanted) > 1 or _FREE_BEFORE.fullmatch(plain[at - 1])
            return 2.0 * len(wanted) if is_free else 0.0
    shared = sum(word in printed for word in wanted)
    return 1.5 * shared - 1.0 * (len(wanted) - shared)


def _words(text: str) -> list[str]:
    return [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text)]
