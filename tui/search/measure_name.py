"""The name of the measure before what is computed of it, so that the remark on a change, a
difference or a sum says by itself of what it is."""

from __future__ import annotations

from tui.document.shared_labels import EDITOR
from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.search.ranking import Ranked
    from tui.search.verdict import Verdict
    from tui.store import AnswerRow, Store

_COMPUTED = "编者计算"
"""What the Chinese remark says of a value that is computed."""
NAMED = Wording("{name}：{words}", "{name}: {words}")
_OF_COMPANY = Wording("{company}{measure}", "{company}, {measure}")


def with_measure_named(
    store: Store, found: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers, the first with a remark that names its measure in the first line that has a
    computed value; as they are where a line up to it names it, or the answer is no figure."""
    if not found or _COMPUTED not in found[0][1].remark.zh:
        return found
    (first, verdict), *rest = found
    fact = first.described.chosen.fact
    chinese, english = (text.split("\n") for text in verdict.remark)
    if not fact.value or len(chinese) != len(english):
        return found
    computed = (at for at, line in enumerate(chinese) if _COMPUTED in line)
    at = next((each for each in computed if not chinese[each].startswith(EDITOR.zh)), None)
    if at is None:
        return found
    name = measure_name(store, fact, is_alone=fact.title.zh not in verdict.remark.zh)
    if any(name.zh in line for line in chinese[: at + 1]):
        return found
    chinese[at], english[at] = NAMED.format(name=name, words=Wording(chinese[at], english[at]))
    remark = Wording("\n".join(chinese), "\n".join(english))
    return [(first, verdict._replace(remark=remark)), *rest]


def measure_name(store: Store, fact: AnswerRow, *, is_alone: bool = True) -> Wording:
    """Return the name of the measure of a figure: the short title of a statistic; of a company its
    measure, with the company if it ``is_alone``."""
    from tui.search.period_remarks import fact_period_words
    from tui.store.short_titles import short_title

    if fact.kind != "player":
        return short_title(store, fact.id)
    period = fact_period_words(fact)
    measure = Wording(
        fact.answer.zh.partition(f"，{period.zh}")[0].partition("：")[0],
        fact.answer.en.partition(f", {period.en}")[0].partition(":")[0],
    )
    return _OF_COMPANY.format(company=fact.title, measure=measure) if is_alone else measure
