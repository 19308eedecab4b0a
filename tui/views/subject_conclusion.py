"""What the policies of a subject amount to, in a few sentences: how many and of what time, the
newest, the strongest force, what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.document.shared_labels import FORCE_WORDS
from tui.question.tables import in_list
from tui.store import Store
from tui.text.dates import format_date
from tui.text.language import Language, Wording, enumeration, plural
from tui.views.subject_provisions import SubjectPolicy

_DATED = Wording(
    "共{count}{doubtful}，{dates}；最新的是{newest}（{date}）。",
    "{policies}{doubtful}, {dates}; the newest is {newest} ({date}).",
)
_ALONE = Wording("1{doubtful}：{newest}（{date}）。", "1 policy{doubtful}: {newest} ({date}).")
_UNDATED = Wording("共{count}{doubtful}，日期均不明。", "{policies}{doubtful}, of no known date.")
_NONE_DOUBTFUL = Wording("项政策", "")
_ALL_DOUBTFUL = Wording("项政策（状态不详）", " (status unknown)")
_SOME_DOUBTFUL = Wording(
    "项政策，另有{count}项存疑（状态不详）", ", and {count} doubtful (status unknown)"
)
_RANGE = Wording("{first}至{last}", "{first} to {last}")
_STRONGEST = Wording(
    "就这一主题引用的内容中，按编者的分类，排在最前的措辞是“{force}”（{names}）{retold}{none_required}。",
    "By the editor's order, the highest force quoted on the subject is “{force}” ({names})"
    "{retold}{none_required}.",
)
_NONE_REQUIRED = Wording("，没有强制性措辞", "; nothing quoted on it is mandatory")
_RETOLD = Wording(
    "，依据的是转述，不是文件原文", ", which rests on a retelling, not on the document"
)
_MORE = Wording("{name}等{count}项", "{name} and {more}")
_NO_FORCE = Wording(
    "就这一主题引用的内容都没有可归类的措辞。", "Nothing quoted on the subject has a verb of force."
)
_NOT_STATED = Wording("来源没有说明{items}。", "The sources do not state {items}.")
_NO_DATE = Wording("{count}项的日期", "the date of {count}")
_NO_ISSUER = Wording("{count}项的发布机构", "the issuer of {count}")
_NO_PROVISION = Wording("{count}项就此的规定", "any provision of {count} on it")
_REQUIRED = "required"


def conclusion(store: Store, policies: Sequence[SubjectPolicy], language: Language) -> str:
    """Return what the policies of a subject, the newest first, amount to."""
    sentences = [
        _how_many(store, policies, language),
        _how_binding(store, policies, language),
        *_not_stated(store, policies),
    ]
    return ("" if language == "zh" else " ").join(each.of(language) for each in sentences)


def _how_many(store: Store, policies: Sequence[SubjectPolicy], language: Language) -> Wording:
    dated = [policy for policy in policies if policy.issued]
    doubtful = sum(policy.is_doubtful for policy in policies)
    count = len(policies) - doubtful
    words = _SOME_DOUBTFUL.format(count=doubtful) if doubtful else _NONE_DOUBTFUL
    if not count:
        count, words = doubtful, _ALL_DOUBTFUL
    values = {"count": count, "policies": _policies(count), "doubtful": words}
    if not dated:
        return _UNDATED.format(**values)
    newest = max(dated, key=lambda policy: policy.issued)
    oldest = min(dated, key=lambda policy: policy.issued)
    first, last = _date(oldest), _date(newest)
    dates = first if first == last else _RANGE.format(first=first, last=last)
    name = _name(store, newest, language)
    form = _ALONE if len(policies) == 1 else _DATED
    return form.format(**values, dates=dates, newest=name, date=last)


def _how_binding(store: Store, policies: Sequence[SubjectPolicy], language: Language) -> Wording:
    forces = {each.force for policy in policies for each in policy.provisions}
    force = next((force for force in FORCE_WORDS if force in forces), "")
    if not force:
        return _NO_FORCE
    having = [
        policy for policy in policies if any(each.force == force for each in policy.provisions)
    ]
    strongest = [each for policy in having for each in policy.provisions if each.force == force]
    names: Wording | str = _name(store, having[0], language)
    if len(having) > 1:
        more = plural(len(having) - 1, "other")
        names = _MORE.format(name=names, count=len(having), more=more)
    return _STRONGEST.format(
        force=Wording(FORCE_WORDS[force].zh, FORCE_WORDS[force].en.removeprefix("To be ").lower()),
        names=names,
        none_required="" if force == _REQUIRED else _NONE_REQUIRED,
        retold=_RETOLD if all(each.is_retold for each in strongest) else "",
    )


def _not_stated(store: Store, policies: Sequence[SubjectPolicy]) -> Iterator[Wording]:
    """Yield a sentence with what the sources do not state; nothing where they state it all."""
    places, wanted = in_list(policy.id for policy in policies)
    sql = f"SELECT count(*) FROM policies WHERE issuers_zh IS NULL AND id IN ({places})"
    ((without_issuer,),) = store.query(sql, wanted)
    counts = (
        (_NO_DATE, sum(not policy.issued for policy in policies)),
        (_NO_ISSUER, without_issuer),
        (_NO_PROVISION, sum(not policy.provisions[0].number for policy in policies)),
    )
    items = [item.format(count=count) for item, count in counts if count]
    if items:
        yield _NOT_STATED.format(items=enumeration(items))


def _policies(count: int) -> str:
    return "1 policy" if count == 1 else f"{count} policies"


def _name(store: Store, policy: SubjectPolicy, language: Language) -> str:
    row = store.row(policy.id, language)
    return row.cells[0] if row else policy.id


def _date(policy: SubjectPolicy) -> Wording:
    month = policy.issued[:7]
    return Wording(format_date(month, "zh"), format_date(month, "en"))
