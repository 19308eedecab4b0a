"""What the policies of a subject amount to, in a few sentences: how many and of what time, the
newest, the first force, what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.document.shared_labels import FORCE_ORDER, FORCE_WORDS
from tui.question.tables import in_list
from tui.store import Store
from tui.text.dates import format_date
from tui.text.language import Language, Wording, enumeration
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
    "项政策（{count}项存疑，状态不详）", " ({count} of them doubtful: status unknown)"
)
_RANGE = Wording("{first}至{last}", "{first} to {last}")
_REQUIRED = Wording(
    "就这一主题引用的措辞有强制性的：“{force}”{others}{retold}。",
    "Wording quoted on the subject is mandatory: “{force}”{others}{retold}.",
)
_NONE_REQUIRED = Wording(
    "就这一主题引用的措辞没有强制性的；列在最前的是“{force}”{others}{retold}。",
    "Nothing quoted on the subject is mandatory; the first class found is “{force}”{others}"
    "{retold}.",
)
_RETOLD = Wording("，依据的是转述，不是文件原文", "; it rests on a retelling, not on the document")
_SAID = Wording("{force}（{name}）：{said}", "{force} ({name}): {said}")
_UNRANKED = Wording("一般表述，不分强弱", "Declarative, not ranked")
_OTHERS = Wording("（共{count}项政策）", " ({count} policies)")
_NAME_AND_DATE = Wording("{name}，{date}", "{name}, {date}")
_NO_FORCE = Wording(
    "就这一主题引用的内容都没有可归类的措辞。", "Nothing quoted on the subject has a verb of force."
)
_NOT_STATED = Wording("其中{items}。", "{items}.")
_NO_DATE = (
    Wording("{count}项没有日期", "{count} has no date"),
    Wording("{count}项没有日期", "{count} have no date"),
)
_NO_ISSUER = (
    Wording("{count}项未注明发布机构", "{count} names no issuer"),
    Wording("{count}项未注明发布机构", "{count} name no issuer"),
)
_NO_PROVISION = (
    Wording("{count}项没有引用就此的规定", "{count} has no provision quoted on the subject"),
    Wording("{count}项没有引用就此的规定", "{count} have no provision quoted on the subject"),
)
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MANDATORY, _STATED = "required", "stated"


def conclusions(store: Store, policies: Sequence[SubjectPolicy], language: Language) -> list[str]:
    """Return what the policies of a subject, the newest first, amount to: whether
    any wording is mandatory, what the first provisions say, and how many policies there are."""
    counted = [_how_many(store, policies, language), *_not_stated(store, policies)]
    space = "" if language == "zh" else " "
    return [
        *(each.of(language) for each in _how_binding(store, policies, language)),
        space.join(each.of(language) for each in counted),
    ]


def _how_many(store: Store, policies: Sequence[SubjectPolicy], language: Language) -> Wording:
    dated = [policy for policy in policies if policy.issued]
    doubtful = sum(policy.is_doubtful for policy in policies)
    count = len(policies)
    words = _SOME_DOUBTFUL.format(count=doubtful) if doubtful else _NONE_DOUBTFUL
    if doubtful == count:
        words = _ALL_DOUBTFUL
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


def _how_binding(
    store: Store, policies: Sequence[SubjectPolicy], language: Language
) -> Iterator[Wording]:
    """Yield whether any wording is mandatory and why the forces have this order, the provision with
    the first force, and the newest one that is not ranked."""
    forces = {each.force for policy in policies for each in policy.provisions}
    force = next((force for force in FORCE_WORDS if force in forces - {_STATED}), "")
    if not force:
        yield _NO_FORCE
        return
    having = _having(policies, force)
    strongest = [each for policy in having for each in policy.provisions if each.force == force]
    words = FORCE_WORDS[force]
    binding = (_REQUIRED if force == _MANDATORY else _NONE_REQUIRED).format(
        force=Wording(words.zh, words.en.removeprefix("To be ").lower()),
        others=_OTHERS.format(count=len(having)) if len(having) > 1 else "",
        retold=_RETOLD if all(each.is_retold for each in strongest) else "",
    )
    yield Wording(binding.zh + FORCE_ORDER.zh, f"{binding.en} {FORCE_ORDER.en}")
    yield _provision(store, having[0], force, words, language)
    for policy in _having(policies, _STATED)[:1]:
        yield _provision(store, policy, _STATED, _UNRANKED, language)


def _having(policies: Sequence[SubjectPolicy], force: str) -> list[SubjectPolicy]:
    return [policy for policy in policies if any(each.force == force for each in policy.provisions)]


def _provision(
    store: Store, policy: SubjectPolicy, force: str, label: Wording, language: Language
) -> Wording:
    """Return the first provision of a policy with a force, after its label, and whose it is."""
    name: Wording | str = _name(store, policy, language)
    if policy.issued:
        name = _NAME_AND_DATE.format(name=name, date=_date(policy))
    said = next(each.text for each in policy.provisions if each.force == force)
    return _SAID.format(force=label, said=said, name=name)


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
    items = [
        (one if count == 1 else several).format(count=Wording(str(count), _in_words(count)))
        for (one, several), count in counts
        if count
    ]
    if items:
        said = enumeration(items)
        yield _NOT_STATED.format(items=said._replace(en=said.en[:1].upper() + said.en[1:]))


def _in_words(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _policies(count: int) -> str:
    return "1 policy" if count == 1 else f"{count} policies"


def _name(store: Store, policy: SubjectPolicy, language: Language) -> str:
    row = store.row(policy.id, language)
    return row.cells[0] if row else policy.id


def _date(policy: SubjectPolicy) -> Wording:
    month = policy.issued[:7]
    return Wording(format_date(month, "zh"), format_date(month, "en"))
