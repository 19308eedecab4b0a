"""Find names in a document: policies in 《》, names that the briefing knows, names that it does
not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.edit.english_names import english_policies, is_distinct, name_pattern, unknown_names
from tui.edit.frequent_names import frequent_names
from tui.edit.period_resolver import PeriodResolver
from tui.edit.source_text import SourceText
from tui.load import Content
from tui.model import Player, Policy

_TITLE = re.compile(r"《(?P<title>[^《》\n]{4,80})》")
_POLICY_WORDS = re.compile(
    r"意见|通知|办法|方案|规划|纲要|条例|规定|规范|指南|措施|细则|决定|目录|标准|法$|公告|计划|批复"
)
_NO_POLICY = re.compile(r"研究报告|白皮书|分析报告|预测报告|蓝皮书")
_NUMBER = re.compile(r"[一-鿿]{2,12}〔\d{4}〕\s?\d{1,4}号")
_ISSUER = re.compile(
    r"(?P<issuer>(?:国务院|国家|中共中央|中央|全国|[一-鿿]{2,6}(?:省|市|自治区|县))?[一-鿿、]{0,24}?"
    r"(?:国务院|办公厅|委员会|卫健委|卫生健康委|医保局|药监局|管理局|管理总局|中医药局|疾控局|办公室|部门|[一-鿿]会|[一-鿿]署|[一-鿿]总局|[一-鿿]部|[一-鿿]局|[一-鿿]委|省|市))"
    r"(?:等[一-鿿\d]{1,4}部门)?(?:联合)?(?:正式)?(?:印发|发布|出台|下发|公布|颁布|制定|提出)了?(?:的|《|关于|$)?$"
)
_DATE = re.compile(r"\d{4}\s*年(?:\s*\d+\s*月)?(?:\s*\d+\s*[日号])?|曾|近日|[今去]年")
_COMPANY = re.compile(
    r"[一-鿿A-Za-z]{2,14}?(?:股份有限公司|有限责任公司|有限公司"
    r"|(?:集团|控股|资本|基金|创投|证券|研究院|研究所|大药房|人民医院|科技|保险|人寿|药业|医药)"
    r"(?=[^一-鿿]|等|和|与|及|宣布|完成|发布|表示|获|领投|跟投|联合|的?数据))"
)
_SUCH_AS = re.compile(
    r"(?P<list>[一-鿿A-Za-z0-9]{2,14}(?:、[一-鿿A-Za-z0-9]{2,10})+(?:和[一-鿿A-Za-z0-9]{2,10})?)"
    r"等(?:知名|重磅|头部|著名|一众)*(?:多家)?(?:投资)?(?:机构|企业|公司|平台|品牌|股东|投资者|投资人)"
)
_LIST_WORDS = re.compile(r".*(?:包括|以及|其中|例如|比如|分别为|引进|来自)了?|^(?:和|与|由)")
_LEAD = re.compile(r"^(?:另?据|根据|依据|由|向|对|在|如|以|而|但|且|为|日前|此外)+")
_FUNCTION_WORDS = re.compile(
    r"[的了是在将为从对把被使让与和及]|这些|我国|^中国$|多家|一家|各大|传统|其他|公立|民营"
)


class PolicyTitle(NamedTuple):
    """A title in 《》. ``number``, ``issuer``, ``issued``: as its sentence names them, or empty;
    ``record``: the policy of the briefing with this title or number, or empty."""

    start: int
    end: int
    title: str
    number: str
    issuer: str
    issued: str
    record: str


class NameMention(NamedTuple):
    """The first mention of a name. ``record``: the record with this name; empty for a name that
    the briefing does not have; ``occurrences``: how often the document has such a name, else 0."""

    start: int
    end: int
    name: str
    record: str
    occurrences: int = 0


def find_policies(document: SourceText, content: Content) -> Iterator[PolicyTitle]:
    """Yield the first mention of each policy whose title stands in 《》."""
    text, seen = document.text, set[str]()
    policies = [record for record in content.records if isinstance(record, Policy)]
    resolver = PeriodResolver(document)
    for match in _TITLE.finditer(text):
        title = match["title"].strip()
        if title in seen or _NO_POLICY.search(title) or not _POLICY_WORDS.search(title):
            continue
        seen.add(title)
        sentence = document.sentence(match.start())
        number = _NUMBER.search(text, match.end(), min(match.end() + 30, sentence.end))
        before = text[sentence.start : match.start()]
        issuer = _ISSUER.search(_last_clause(before))
        issued = [one for one in resolver.mentions if sentence.start <= one.start < match.start()]
        printed = number[0] if number else ""
        yield PolicyTitle(
            *match.span(),
            title,
            printed,
            issuer["issuer"].lstrip("、由于年月日，") if issuer else "",
            _issued(printed, issued[-1].period if issued and issuer else ""),
            _policy_named(policies, title, printed),
        )
    for sentence in document.sentences():
        for one in english_policies(text, *sentence):
            if one.title not in seen:
                seen.add(one.title)
                near = [
                    mention.period
                    for mention in resolver.mentions
                    if one.date_from <= mention.start < one.date_until
                ]
                date = near[-1] if near and one.issuer else ""
                known = _policy_named(policies, one.title, "")
                yield PolicyTitle(one.start, one.end, one.title, "", one.issuer, date, known)


def _issued(number: str, period: str) -> str:
    """Return the date of issue: a document number carries its year."""
    year = re.search(r"〔(\d{4})〕", number)
    return period if not year or period.startswith(year[1]) else year[1]


def _last_clause(before: str) -> str:
    return _DATE.sub("", re.split(r"[，。；,;：:]", before)[-1]).strip("的 ")


def _policy_named(policies: list[Policy], title: str, number: str) -> str:
    for policy in policies:
        names = [policy.title.zh, policy.title.en, *policy.aliases]
        if (number and policy.number == number) or any(_same(title, name) for name in names):
            return policy.id
    return ""


def _same(title: str, name: str) -> bool:
    plain, other = (re.sub(r"[^\w]|关于|印发|的通知", "", text).lower() for text in (title, name))
    return plain == other or (len(other) > 5 and other in plain)


def find_names(document: SourceText, content: Content) -> Iterator[NameMention]:
    """Yield the first mention of each company or institution, those of the briefing and others."""
    text = document.text
    known = known_names(content)
    taken: list[tuple[int, int]] = []
    seen_records: set[str] = set()
    for name, record in known:
        places = [one.span() for one in name_pattern(name).finditer(text)]
        free = [at for at in places if not any(start <= at[0] < end for start, end in taken)]
        taken += places
        if free and record not in seen_records:
            seen_records.add(record)
            yield NameMention(*free[0], name, record)
    seen = {name for name, _ in known}
    found = [*_unknown_names(text), *frequent_names(document), *unknown_names(text)]
    for start, name in sorted(found):
        inside = any(begin < start + len(name) and start < end for begin, end in taken)
        is_longer = any(name.startswith(f"{other} ") for other in seen)
        if name not in seen and not inside and not is_longer:
            seen.add(name)
            yield NameMention(start, start + len(name), name, "", text.count(name))


def company_names(content: Content) -> list[str]:
    """Return the names of all companies and institutions, the longest first."""
    return [name for name, _ in known_names(content)]


def known_names(content: Content) -> list[tuple[str, str]]:
    """Return the names of players with their ids, the longest first: those in Chinese, and in Latin
    letters those that are no abbreviation."""
    names = [
        (name, record.id)
        for record in content.records
        if isinstance(record, Player)
        for name in (record.heading.zh, record.heading.en, *record.other_names)
        if is_distinct(name) or (len(name) > 1 and any("一" <= char <= "鿿" for char in name))
    ]
    return sorted(dict.fromkeys(names), key=lambda item: -len(item[0]))


def _unknown_names(text: str) -> Iterator[tuple[int, str]]:
    for match in _SUCH_AS.finditer(text):
        at = match.start()
        for part in re.split("[、和]", match["list"]):
            lead = _LIST_WORDS.match(part)
            skipped = lead.end() if lead else 0
            if len(part) - skipped > 1 and not _FUNCTION_WORDS.search(part[skipped:]):
                yield at + skipped, part[skipped:]
            at += len(part) + 1
    for match in _COMPANY.finditer(text):
        parts = list(_FUNCTION_WORDS.finditer(match[0]))
        start = match.start() + (parts[-1].end() if parts else 0)
        if lead := _LEAD.match(text[start : match.end()]):
            start += lead.end()
        if match.end() - start > 3:
            yield start, text[start : match.end()]
