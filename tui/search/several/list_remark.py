"""What a list has, in words: 6 policies on insurance payment, 涉及医保支付的政策6项."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list
from tui.search.list_topics import ISSUER
from tui.search.period_remarks import period_words
from tui.text.language import NO_TEXT, Wording, enumeration, within_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.question.period_parser import MonthRange
    from tui.search.list_topics import Topic
    from tui.store import IndexedRecord, KindInfo, Store

_FOUND = Wording("{records}{count}{unit}{undated}", "{count} {records}{undated}")
_NO_RECORDS = Wording("没有{records}", "no {records}")
_NONE = Wording("没有{records}，以下是其他时期的", "no {records}; showing other periods")
_UNDATED = Wording("（另有{count}{unit}未注明日期）", " ({count} undated omitted)")
_DOUBTFUL = Wording("，另有{count}{unit}存疑", ", and {count} doubtful")
_ALL_DOUBTFUL = Wording("（存疑）", " (doubtful)")
_AND = Wording("{first}{second}", "{first}{second}")
_MENTIONING = Wording("提到{words}", " mentioning {words}")
_OF_TAG = Wording("涉及{words}", " on {words}")
_OF_BUSINESS = Wording(_OF_TAG.zh, " in {words}")
_OF_FORCE = Wording("措辞为“{words}”", " marked {words}")
_OF_REGION = Wording("{words}的", " of {words}")
_OF_TYPE = Wording("{words}类", " of kind “{words}”")
_ISSUED_BY = Wording("{words}{period}发布的", " issued by {words}")
_OTHERS = Wording("（{words}）", " ({words})")
_UNITS = {"policy": "项", "statistic": "项", "player": "家"}
"""Chinese measure words of kinds of records; others are 条."""


def found_words(
    kind: KindInfo,
    topics: list[Topic],
    months: MonthRange | None,
    count: int,
    undated: int = 0,
    doubtful: int = 0,
) -> Wording:
    """Return what a list has: ``3 national policies on insurance payment since 2020``.
    ``doubtful``: how many of them the documents disagree about; counted apart, unless these are
    all."""
    apart = doubtful if doubtful < count else 0
    count -= apart
    records, unit = records_words(kind, topics, months, count), measure_word(kind)
    left_out = _UNDATED.format(count=undated, unit=unit) if undated else NO_TEXT
    if doubtful:
        form = _DOUBTFUL if apart else _ALL_DOUBTFUL
        left_out = _AND.format(first=form.format(count=apart, unit=unit), second=left_out)
    return _FOUND.format(records=records, count=count, unit=unit, undated=left_out)


def doubtful_policies(store: Store, records: list[IndexedRecord]) -> int:
    """Return how many of the policies are of unknown status: the documents disagree about them."""
    return len(records) - len(sure_policies(store, [record.id for record in records]))


def sure_policies(store: Store, ids: list[str]) -> list[str]:
    """Return the policies whose status is known."""
    places, wanted = in_list(ids)
    sql = f"SELECT id FROM policies WHERE status = 'unknown' AND id IN ({places})"
    doubtful = {identity for (identity,) in store.query(sql, wanted)}
    return [each for each in ids if each not in doubtful]


def none_words(kind: KindInfo, topics: list[Topic], months: MonthRange | None) -> Wording:
    """Return that there are no such records of the months asked for, but others."""
    return _NONE.format(records=records_words(kind, topics, months))


def no_records(kind: KindInfo, topics: list[Topic], months: MonthRange | None) -> Wording:
    """Return that there are no such records, of the months asked for if any."""
    return _NO_RECORDS.format(records=records_words(kind, topics, months))


def measure_word(kind: KindInfo) -> str:
    """Return what Chinese counts records of a kind in."""
    return _UNITS.get(kind.id, "条")


def records_words(
    kind: KindInfo, topics: list[Topic], months: MonthRange | None, count: int = 0
) -> Wording:
    """Return the records on topics and of months in words, without their number."""
    mentioned = _words(_MENTIONING, (each for each in topics if not each.facet))
    on = _OF_BUSINESS if kind.id == "player" else _OF_TAG
    of_tag = _words(on, (each for each in topics if each.facet == "tag"), in_sentence=True)
    of_force = _words(_OF_FORCE, (each for each in topics if each.facet == "force"))
    region = _words(_OF_REGION, (each for each in topics if each.facet == "region"))
    of_type = _words(_OF_TYPE, (each for each in topics if each.facet == "type"), in_sentence=True)
    level = enumeration([within_sentence(each.label) for each in topics if each.facet == "level"])
    known = ("", "tag", "force", "region", "type", "level", ISSUER)
    others = _words(_OTHERS, (each for each in topics if each.facet not in known))
    subjects = "并".join(filter(None, (of_tag.zh, mentioned.zh)))
    clause = "、".join(filter(None, (subjects, of_force.zh)))
    period = period_words(months) if months else NO_TEXT
    zh = period.zh + ("的" if months and not (clause or region.zh) else "")
    issuers = [each.label for each in topics if each.facet == ISSUER]
    issued = NO_TEXT
    if issuers:
        issued = _ISSUED_BY.format(words=enumeration(issuers), period=period)
        zh = issued.zh
    zh += region.zh.removesuffix("的") + f"{clause}的" if clause else region.zh
    zh += f"{of_type.zh}{level.zh}{kind.label.zh}{others.zh}"
    noun = kind.label.en.lower() if count == 1 else kind.words[0]
    en = f"{level.en} {noun}" if level.en else noun
    en += f"{region.en}{of_tag.en}{of_type.en}{others.en}{mentioned.en}{of_force.en}{issued.en}"
    if months:
        en += f" {period.en}" if months.is_open else f" in {period.en}"
    return Wording(zh, en)


def _words(form: Wording, topics: Iterable[Topic], *, in_sentence: bool = False) -> Wording:
    labels = [within_sentence(each.label) if in_sentence else each.label for each in topics]
    return form.format(words=enumeration(labels)) if labels else NO_TEXT
