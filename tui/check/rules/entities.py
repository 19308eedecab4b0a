"""E6: names, document numbers, and links between records."""

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

_DOCUMENT_NUMBER = re.compile(r"[一-鿿]{2,12}〔(\d{4})〕\d{1,4}号")


def _names(record: Record) -> list[str]:
    return [record.heading.zh, record.heading.en, *record.other_names]


def _name_collision(context: CheckContext) -> Iterator[Violation]:
    same_entity = {
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
            if owner != record.id and frozenset((owner, record.id)) not in same_entity:
                yield Violation(record.id, ("id",), {"name": name, "other": owner})


def _malformed_number(context: CheckContext) -> Iterator[Violation]:
    declared = context.content.briefing.document_numbers
    for record in context.content.records:
        if (
            isinstance(record, Policy)
            and record.number
            and not _DOCUMENT_NUMBER.fullmatch(record.number)
            and not any(re.fullmatch(pattern, record.number) for pattern in declared)
        ):
            yield Violation(record.id, ("number",), {"number": record.number})


def _wrong_number_year(context: CheckContext) -> Iterator[Violation]:
    for record in context.content.records:
        if isinstance(record, Policy) and record.number and record.issued:
            match = _DOCUMENT_NUMBER.fullmatch(record.number)
            if match and match[1] != record.issued[:4] and not record.issued_note:
                values: dict[str, object] = {"number": record.number, "issued": record.issued}
                yield Violation(record.id, ("issued",), values)


def _parent_cycle(context: CheckContext) -> Iterator[Violation]:
    parents = {
        record.id: record.parent
        for record in context.content.records
        if isinstance(record, Player) and record.parent
    }
    for start in parents:
        seen, current = {start}, parents.get(start)
        while current and current not in seen:
            seen.add(current)
            current = parents.get(current)
        if current == start:
            yield Violation(start, ("parent",), {"id": start})


def _unlinked_record(context: CheckContext) -> Iterator[Violation]:
    linked: set[str] = set()
    for connection in connections(context.content.records):
        linked |= {connection.from_id, connection.to_id}
    for _, _, text in context.parts(Bilingual):
        linked |= {record_id_of(reference) for reference in FACT_IN_TEXT.findall(text.zh)}
    for record in context.content.records:
        if record.id not in linked:
            yield Violation(record.id, ("id",), {"id": record.id})


RULES = (
    Rule(
        code="E601",
        severity="error",
        message=Wording(
            "名称“{name}”与{other}重复", "the name {name!r} is already used by {other}"
        ),
        fix=Wording(
            "换一个别名；若为同一主体，合并记录或写same-as关系",
            "choose another alias; if both are the same entity, merge them or add a same-as "
            "relation",
        ),
        why=Wording(
            "按名称查找，应当只得到一个主体。", "A lookup by name must lead to a single entity."
        ),
        incorrect='aliases = ["好医生"]   # in two records',
        correct='aliases = ["平安好医生"]',
        check=_name_collision,
    ),
    Rule(
        code="E602",
        severity="error",
        message=Wording("文号“{number}”格式不对", "malformed document number {number!r}"),
        fix=Wording(
            "写成机关代字〔年份〕顺序号，用六角括号，如医保发〔2019〕47号；其他格式写入briefing.toml的document_numbers",
            "declare its form in document_numbers of briefing.toml; a Chinese number has the code "
            "of the issuer, the year in tortoise-shell brackets 〔〕 and a serial number",
        ),
        why=Wording(
            "文号是政策最可靠的标识（党政机关公文格式GB/T 9704）。",
            "Its number is the most reliable identifier of a policy (GB/T 9704, layout of official "
            "documents).",
        ),
        incorrect='number = "医保发[2019]47号"',
        correct='number = "医保发〔2019〕47号"',
        check=_malformed_number,
    ),
    Rule(
        code="E603",
        severity="error",
        message=Wording(
            "文号{number}的年份与日期{issued}不一致",
            "the year of {number} differs from the date of issue, {issued}",
        ),
        fix=Wording(
            "改正其一，或用issued_note说明", "correct one of them, or explain it in issued_note"
        ),
        why=Wording(
            "文号中的年份就是发文年份。", "The year in a document number is the year of issue."
        ),
        incorrect='number = "医保发〔2019〕47号"\nissued = "2020"',
        correct='issued = "2019"',
        check=_wrong_number_year,
    ),
    Rule(
        code="E604",
        severity="error",
        message=Wording("“{id}”的parent形成循环", "the parents of {id!r} form a cycle"),
        fix=Wording("改正parent", "correct parent"),
        why=Wording("母子公司关系不能循环。", "Ownership cannot be circular."),
        incorrect='a: parent = "b"   b: parent = "a"',
        correct='a: parent = "b"',
        check=_parent_cycle,
    ),
    Rule(
        code="E605",
        severity="hint",
        message=Wording("“{id}”与其他记录没有关联", "{id!r} is not linked to any other record"),
        fix=Wording("在related中写上相关记录", "list related records in related"),
        why=Wording(
            "读者顺着链接浏览；没有链接的记录只能靠搜索找到。",
            "Readers follow links; a record without any can only be found by search.",
        ),
        incorrect="(no related)",
        correct='related = ["market-size"]',
        check=_unlinked_record,
    ),
)
