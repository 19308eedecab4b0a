"""E6: names, numbers of documents, and how records hang together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.document.fact_ref import record_id_of
from tui.load.record_references import FACT_IN_TEXT
from tui.model import Bilingual, Player, Policy, Record
from tui.model.connections import connections
from tui.text.fold import fold
from tui.text.language import Wording

_NUMBER = re.compile(r"[一-鿿]{2,12}〔(\d{4})〕\d{1,4}号")


def _names(record: Record) -> list[str]:
    return [record.heading.zh, record.heading.en, *record.other_names]


def _collision(context: CheckContext) -> Iterator[Violation]:
    same = {
        frozenset((record.id, relation.player))
        for record in context.content.records
        if isinstance(record, Player)
        for relation in record.relations
        if relation.type == "same-as"
    }
    owners: dict[tuple[str, str], str] = {}
    for record in context.content.records:
        for name in dict.fromkeys(_names(record)):
            key = (record.record_kind, fold(name))
            owner = owners.setdefault(key, record.id)
            if owner != record.id and frozenset((owner, record.id)) not in same:
                yield Violation(record.id, ("id",), {"name": name, "other": owner})


def _number(context: CheckContext) -> Iterator[Violation]:
    for record in context.content.records:
        if isinstance(record, Policy) and record.number and not _NUMBER.fullmatch(record.number):
            yield Violation(record.id, ("number",), {"number": record.number})


def _number_year(context: CheckContext) -> Iterator[Violation]:
    for record in context.content.records:
        if isinstance(record, Policy) and record.number and record.issued:
            match = _NUMBER.fullmatch(record.number)
            if match and match[1] != record.issued[:4] and not record.issued_note:
                values: dict[str, object] = {"number": record.number, "issued": record.issued}
                yield Violation(record.id, ("issued",), values)


def _circle(context: CheckContext) -> Iterator[Violation]:
    above = {
        record.id: record.parent
        for record in context.content.records
        if isinstance(record, Player) and record.parent
    }
    for start in above:
        seen, at = {start}, above.get(start)
        while at and at not in seen:
            seen.add(at)
            at = above.get(at)
        if at == start:
            yield Violation(start, ("parent",), {"id": start})


def _orphan(context: CheckContext) -> Iterator[Violation]:
    joined: set[str] = set()
    for connection in connections(context.content.records):
        joined |= {connection.from_id, connection.to_id}
    for _, _, text in context.parts(Bilingual):
        joined |= {record_id_of(reference) for reference in FACT_IN_TEXT.findall(text.zh)}
    for record in context.content.records:
        if record.id not in joined:
            yield Violation(record.id, ("id",), {"id": record.id})


RULES = (
    Rule(
        "E601",
        "error",
        Wording("名称“{name}”也是{other}的", "the name {name!r} is also that of {other}"),
        Wording(
            "换一个别名；若是同一主体，并为一条或写same-as关系",
            "choose another alias; if they are one, merge them or add a same-as relation",
        ),
        Wording(
            "查一个名称，只能得到一个主体。", "Who looks up a name must get the one who bears it."
        ),
        'aliases = ["好医生"]   # twice',
        'aliases = ["平安好医生"]',
        _collision,
    ),
    Rule(
        "E602",
        "error",
        Wording("文号“{number}”不合格式", "the document number {number!r} is not well formed"),
        Wording(
            "写成机关代字〔年份〕顺序号号，用六角括号，如医保发〔2019〕47号",
            "write it as 医保发〔2019〕47号: issuer, year in tortoise-shell brackets, number, 号",
        ),
        Wording(
            "文号是政策最稳当的名字（党政机关公文格式GB/T 9704）。",
            "The number is the surest name that a policy has (GB/T 9704, official documents).",
        ),
        'number = "医保发[2019]47号"',
        'number = "医保发〔2019〕47号"',
        _number,
    ),
    Rule(
        "E603",
        "error",
        Wording(
            "文号{number}的年份与日期{issued}不符", "the year of {number} is not that of {issued}"
        ),
        Wording("改正其一，或写issued_note说明", "mend one of them, or explain it in issued_note"),
        Wording(
            "文号里的年份就是发文年份。", "The year in a document number is the year of issue."
        ),
        'number = "医保发〔2019〕47号"\nissued = "2020"',
        'issued = "2019"',
        _number_year,
    ),
    Rule(
        "E604",
        "error",
        Wording("“{id}”沿parent绕回了自己", "{id!r} is its own ancestor by way of parent"),
        Wording("改正parent", "mend parent"),
        Wording("母子关系不成环。", "Ownership runs one way."),
        'a: parent = "b"   b: parent = "a"',
        'a: parent = "b"',
        _circle,
    ),
    Rule(
        "E605",
        "hint",
        Wording("“{id}”与任何记录都没有联系", "nothing leads to {id!r}, and it leads nowhere"),
        Wording("在related里写上相近的记录", "name its neighbours in related"),
        Wording(
            "读者顺着联系读下去；孤立的记录只有搜索才碰得到。",
            "Readers follow links; an orphan is only ever met by search.",
        ),
        "(no related)",
        'related = ["market-size"]',
        _orphan,
    ),
)
