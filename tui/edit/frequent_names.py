"""Find the companies that a document is about: names that it repeats, and those whose reports
it cites."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from tui.edit.figure_origin import OriginFinder
from tui.edit.source_text import SourceText

_RUN = re.compile(r"[一-鿿]+")
_SHORTEST, _LONGEST = 2, 5
_LEAST, _LEAST_IN_TITLE = 6, 4
_LEAST_SUBJECTS = 3
_SHARE_IN_LONGER = 0.7
_MOST = 4
_LONGEST_EN = 60
_NEVER_IN_NAMES = frozenset(
    "的了是在和与及也都就而但或被把从对将为并其这那该此各每很更最又仍已曾不没有年月日个家多少大小上下中前后内外间"
    "时来去到至于以用向由因所如同比率数量额"
)
_COMMON = re.compile(
    r"互联|联网|医疗|平台|用户|市场|行业|公司|企业|机构|医院|医生|患者|数据|报告|服务|发展|业务|融资|投资|上市|政策|监管"
    r"|国家|中国|全国|我国|产业|技术|产品|客户|消费|销售|收入|营收|利润|亏损|增长|规模|模式|问题|疫情|线上|线下|药品|药店"
    r"|健康|网络|电商|物流|巨头|股价|股东|资本|领域|头部|核心|趋势|未来|目前|预计|显示|分别|超过|进行|通过|成为|需要|可以"
    r"|已经|以及|因为|所以|还是|一些|方面|情况|作为|认为|表示|裁员|员工|招股|城市|地区|价格|成本|活动|内容|管理|系统|商业"
)
"""Words of business articles: part of names at most, never one alone."""
_WITH_ENDING = re.compile(
    r"(?P<own>[一-鿿]{2,3})(?:健康|医疗|科技|网络|医药|药业|生物|数据|物流|保险|技术|传媒|教育|商城)"
)
"""A name that ends with its line of business, such as 长乐健康."""
_NO_OWN_NAME = re.compile(
    r"基层|数字|公共|公众|大众|慢病|智慧|智能|移动|远程|传统|社区|家庭|心理|身体|身心|全民|国民|居民|电子|信息|现代|生命|金融"
    r"|高端|专业|优质|主动|精准|在线|大型|民营|公立|民办|母婴|职业|儿童|女性|老年|个人|综合|第三方|整个|部分|相关|各类"
    r"|人工|新兴|创新|先进|关键|基础|高等|海外|境外|国内|国际|全球|本地|地方|城乡|农村|乡村|农业|工业|冷链|跨境|人寿|财产"
)
_SUBJECT_BEFORE = frozenset("，。、；：“”（）！？\n \u3000《》")
_SUBJECT_AFTER = re.compile(
    r"[^一-鿿]|[的是在将已也被为就从向对与和不还则却便仍又便把于等]|宣布|完成|获|发布|推出|提供|拥有|旗下|营收|用户|注册|上市"
    r"|APP|先后|裁员|成立|表示|创始|平台|首|面临|头顶|商业|业务"
)


def frequent_names(document: SourceText) -> Iterator[tuple[int, str]]:
    """Yield the first place of each name that the document repeats as a subject, the most frequent
    first, and of each organization that it cites figures from."""
    text = document.text
    title = text.strip().partition("\n")[0]
    counts, before, after = _counted(text)
    found = []
    for words, count in counts.items():
        least = _LEAST_IN_TITLE if words in title else _LEAST
        if count < least or _is_common(words) or len(before[words]) < _LEAST_SUBJECTS:
            continue
        if len(after[words]) >= _LEAST_SUBJECTS and not _is_part(words, counts):
            subjects = sum(_is_subject(text, one.start(), one.end()) for one in
                           re.finditer(words, text))  # fmt: skip
            if subjects >= _LEAST_SUBJECTS:
                found.append((-count, words))
    for _, words in sorted(found)[:_MOST]:
        yield text.index(words), words
    for name in _cited(document):
        yield text.index(name), name


def _is_common(words: str) -> bool:
    """Return whether words are no name of their own: 松鹤健康 is one, 慢病健康 is not."""
    named = _WITH_ENDING.fullmatch(words)
    own = named["own"] if named else words
    return bool(_COMMON.search(own) or (named and _NO_OWN_NAME.search(own)))


def _counted(text: str) -> tuple[Counter[str], dict[str, set[str]], dict[str, set[str]]]:
    """Return how often each short run of characters occurs, and what precedes and follows it."""
    counts: Counter[str] = Counter()
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for run in _RUN.finditer(text):
        for size in range(_SHORTEST, _LONGEST + 1):
            for at in range(run.start(), run.end() - size + 1):
                words = text[at : at + size]
                if _NEVER_IN_NAMES.isdisjoint(words):
                    counts[words] += 1
                    before[words].add(text[at - 1 : at])
                    after[words].add(text[at + size : at + size + 1])
    return counts, before, after


def _is_part(words: str, counts: Counter[str]) -> bool:
    """Return whether words mostly occur within a longer run, or hold a shorter one that occurs
    more often and is no common word: 健康 occurs in the names of several companies."""
    for other, count in counts.items():
        if words != other and words in other and count >= _SHARE_IN_LONGER * counts[words]:
            return True
        is_rarer = other != words and other in words and counts[words] < _SHARE_IN_LONGER * count
        if is_rarer and not _is_common(other):
            return True
    return False


def _is_subject(text: str, start: int, end: int) -> bool:
    begins = not start or text[start - 1] in _SUBJECT_BEFORE
    return begins and bool(_SUBJECT_AFTER.match(text, end) or end == len(text))


def _cited(document: SourceText) -> Iterator[str]:
    """Yield whose reports the sentences cite."""
    seen = set()
    origins = OriginFinder(document)
    for sentence in document.sentences():
        who = origins.named(*sentence)
        if who and who not in seen and _is_name(who):
            seen.add(who)
            yield who


def _is_name(who: str) -> bool:
    plain = who.strip("《》")
    longest = _LONGEST_EN if who.isascii() else 12
    return plain == who and len(who) <= longest and not re.search(r"[的了、，\d]|多家|媒体", who)
