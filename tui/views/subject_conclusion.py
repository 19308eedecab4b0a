"""What the policies of a subject amount to, in a few sentences: what those with the strongest
wording say, how many have wording of each force, how many there are and of what time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.document import Span, Spans
from tui.document.shared_labels import FORCE_VERBS_COUNTED, FORCE_WORDS
from tui.store import Store
from tui.text.dates import format_date
from tui.text.language import NO_TEXT, Language, Wording, enumeration
from tui.views.quote_numbering import QuoteNumbering
from tui.views.subject_evidence import document_number, joined_clauses, provision_marks
from tui.views.subject_provisions import SubjectPolicy, SubjectProvision

_DATED = Wording("共{count}{doubtful}，{dates}{newest}。", "{policies}{doubtful}, {dates}{newest}.")
_NEWEST = Wording("；最新的是{name}（{date}）", "; the newest is {name} ({date})")
_ALONE = Wording("1{doubtful}：{newest}（{date}）。", "1 policy{doubtful}: {newest} ({date}).")
_UNDATED = Wording("共{count}{doubtful}，日期均不明。", "{policies}{doubtful}, of no known date.")
_NONE_DOUBTFUL = Wording("项政策", "")
_ALL_DOUBTFUL = Wording("项政策（状态不详）", " (status unknown)")
_SOME_DOUBTFUL = Wording(
    "项政策（{count}项存疑，状态不详）", " ({count} of them doubtful: status unknown)"
)
_RANGE = Wording("{first}至{last}", "{first} to {last}")
_REQUIRED = Wording(
    "引文中有强制性表述；{counts}{several}{doubtful}。",
    "Some quoted wording is mandatory; {counts}{several}{doubtful}.",
)
_NONE_REQUIRED = Wording(
    "引文中没有强制性表述；{counts}{several}{doubtful}。",
    "No quoted wording is mandatory; {counts}{several}{doubtful}.",
)
_COUNT = Wording("{force}{remarks}{count}项", "{count} {verb}{remarks}")
_RETOLD = Wording("（依据转述）", " (as retold by a source)")
_SEVERAL = Wording("（一项可有几类措辞）", " (a policy may have several kinds)")
_MORE_DOUBTFUL = Wording(
    "；另有{count}项归属存疑，措辞为{forces}",
    "; {count} more, of doubtful attribution, {forces}",
)
_WORDED = Wording("（措辞：{forces}）", " ({forces})")
_SAID = Wording("{name}（{details}）：", "{name} ({details}): ")
_SAID_PLAINLY = Wording("{name}：", "{name}: ")
_NO_FORCE = Wording(
    "就这一主题引用的内容都没有可归类的措辞。", "Nothing quoted on the subject has a verb of force."
)
_NOT_STATED = Wording("其中{items}。", "{items}.")
_NO_PROVISION = (
    Wording("{count}项未引用有关规定", "{count} has no provision quoted on the subject"),
    Wording("{count}项未引用有关规定", "{count} have no provision quoted on the subject"),
)
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MANDATORY = "required"
_NOT_RANKED = "stated"
_NATIONAL = "national"
_MOST_POLICIES = 3
"""Policies whose provisions are takeaways."""
_MOST_PROVISIONS = 2
"""Provisions of a policy in a takeaway; the table of policies has more."""
_FORCES = [*FORCE_WORDS]


def conclusions(
    store: Store, policies: Sequence[SubjectPolicy], evidence: QuoteNumbering, language: Language
) -> list[Spans]:
    """Return what the policies of a subject, the newest first, amount to: what those with the
    strongest wording say, whether any is mandatory, and how many policies there are."""
    counted = [*_not_stated(policies)]
    if len(policies) > 1 or not _with_provisions(policies):  # one is named before
        counted.insert(0, _how_many(store, policies, language))
    space = "" if language == "zh" else " "
    found = [
        *_strongest(store, policies, evidence, language),
        (Span(_how_binding(policies).of(language)),),
    ]
    if counted:
        found.append((Span(space.join(each.of(language) for each in counted)),))
    return found


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
    if len(policies) == 1:
        return _ALONE.format(**values, newest=name, date=last)
    # The takeaways before this one begin with it.
    is_named = newest in _with_provisions(policies)
    named = NO_TEXT if is_named else _NEWEST.format(name=name, date=last)
    return _DATED.format(**values, dates=dates, newest=named)


def _how_binding(policies: Sequence[SubjectPolicy]) -> Wording:
    """Return whether any wording is mandatory, and how many policies have wording of each force."""
    doubtful = [each for each in policies if each.is_doubtful]
    if len(doubtful) < len(policies):  # else there is nothing to count them apart from
        policies = [each for each in policies if not each.is_doubtful]
    else:
        doubtful = []
    counts: dict[str, int] = {}
    words: list[Wording] = []
    for force, label in FORCE_WORDS.items():
        own = [[each for each in policy.provisions if each.force == force] for policy in policies]
        if count := sum(map(bool, own)):
            is_retold = all(each.is_retold for provisions in own for each in provisions)
            several = count > 1
            verb = FORCE_VERBS_COUNTED[force][several]
            noun = "" if counts else " policies" if several else " policy"
            remarks = _RETOLD if is_retold else NO_TEXT
            values = {"force": label, "verb": verb, "remarks": remarks}
            counts[force] = count
            words.append(_COUNT.format(count=Wording(str(count), f"{count}{noun}"), **values))
    doubtful = [each for each in doubtful if any(said.force for said in each.provisions)]
    if not counts and not doubtful:
        return _NO_FORCE
    if not counts:
        return _how_binding(doubtful)
    having = sum(any(each.force for each in policy.provisions) for policy in policies)
    several_kinds = _SEVERAL if sum(counts.values()) > having else NO_TEXT
    forces = [*counts, *(said.force for each in doubtful for said in each.provisions)]
    form = _REQUIRED if _MANDATORY in forces else _NONE_REQUIRED
    return form.format(
        counts=enumeration(words), several=several_kinds, doubtful=_more_doubtful(doubtful)
    )


def _more_doubtful(policies: Sequence[SubjectPolicy]) -> Wording:
    """Return how many doubtful policies have wording of a force, and of which."""
    if not policies:
        return NO_TEXT
    said = [each for policy in policies for each in policy.provisions]
    several = len(policies) > 1
    return _MORE_DOUBTFUL.format(
        count=len(policies),
        forces=_verbs(said, several=several),
    )


def _verbs(provisions: Iterable[SubjectProvision], *, several: bool = False) -> Wording:
    """Return what provisions do: ``promotes, explores``; of several policies ``promote``."""
    forces = {each.force for each in provisions}
    verbs = [FORCE_VERBS_COUNTED[each][several] for each in FORCE_WORDS if each in forces]
    return Wording(
        "、".join(label.zh for force, label in FORCE_WORDS.items() if force in forces),
        ", ".join(verbs),
    )


def _strongest(
    store: Store, policies: Sequence[SubjectPolicy], evidence: QuoteNumbering, language: Language
) -> Iterator[Spans]:
    """Yield the provisions of the policies with the strongest wording on the subject, each with its
    citation marks, after name, document number, date and force."""
    comma = "，" if language == "zh" else ", "
    for policy in _with_provisions(policies):
        shown = _strongest_provisions(policy)
        details = [number] if (number := document_number(store, policy.id, language)) else []
        details += [_date(policy).of(language)] if policy.issued else []
        name = _name(store, policy, language)
        form = _SAID if details else _SAID_PLAINLY
        clauses = [
            ((Span(each.text.of(language)),), provision_marks(store, policy.id, each, evidence))
            for each in shown
        ]
        head = Span(form.format(name=name, details=comma.join(details)).of(language))
        if (forces := _verbs(shown)).en:
            *_, (text, marks) = clauses
            worded = Span(_WORDED.format(forces=forces).of(language), "label")
            clauses[-1] = (text, (*marks, worded))
        yield (head, *joined_clauses(clauses, language))


def _with_provisions(policies: Sequence[SubjectPolicy]) -> Sequence[SubjectPolicy]:
    """Return one policy of each strength of wording on the subject, the strongest first, and
    others up to a few: of equal ones the national before others, then the newest; the doubtful ones
    last; undated ones if none is dated."""
    saying = [policy for policy in policies if policy.provisions[0].number]
    dated = [policy for policy in saying if policy.issued]
    found = sorted(
        dated or saying,
        key=lambda policy: (policy.is_doubtful, _rank(policy), policy.level != _NATIONAL),
    )
    first = {_strongest_place(each): each for each in reversed(found) if not each.is_doubtful}
    rest = [each for each in found if first.get(_strongest_place(each)) is not each]
    chosen = [*first.values(), *rest[: max(0, _MOST_POLICIES - len(first))]]
    return [policy for policy in found if policy in chosen]


def _rank(policy: SubjectPolicy) -> int:
    """Return the place of the strongest force of a policy. Declarative wording has no rank and may
    bind more than the weakest one that has: of a national policy it counts as that."""
    rank = _strongest_place(policy)
    is_declarative = rank == _FORCES.index(_NOT_RANKED)
    return rank - 1 if is_declarative and policy.level == _NATIONAL else rank


def _strongest_place(policy: SubjectPolicy) -> int:
    return min(map(_place, policy.provisions))


def _strongest_provisions(policy: SubjectPolicy) -> Sequence[SubjectProvision]:
    """Return a few provisions, the strongest first, without those that have no verb of force where
    others have one."""
    forced = [each for each in policy.provisions if each.force]
    return sorted(forced or policy.provisions, key=_place)[:_MOST_PROVISIONS]


def _place(provision: SubjectProvision) -> int:
    """Return the place of the force of a provision, the strongest first."""
    return _FORCES.index(provision.force) if provision.force else len(_FORCES)


def _not_stated(policies: Sequence[SubjectPolicy]) -> Iterator[Wording]:
    """Yield a sentence with what the sources do not state; nothing where they state it all."""
    counts = ((_NO_PROVISION, sum(not policy.provisions[0].number for policy in policies)),)
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
