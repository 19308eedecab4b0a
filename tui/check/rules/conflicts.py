"""K4: values that disagree, and corrections of the print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.check.rules.rates import rate_matches
from tui.document.fact_ref import observation_ref
from tui.model import Observation
from tui.text.language import Wording
from tui.text.units import UNITS

_NEWER = re.compile(r"^\W*(?:数据|来源|它)?(?:较新|更新|最新|最近|较近)\W*$")
_NEWER_EN = re.compile(
    r"^\W*(?:it is |the )?(?:newer|newest|latest|more recent|most recent)\W*$", re.I
)


def _undecided(context: CheckContext) -> Iterator[Violation]:
    for at in context.measures():
        keys: dict[str, list[tuple[int, Observation]]] = {}
        for number, item in enumerate(at.measure.observations):
            if item.period:
                keys.setdefault(item.period, []).append((number, item))
        for period, group in keys.items():
            values = {item.value.scaleb(UNITS[item.unit].scale) for _, item in group}
            preferred = sum(item.rank == "preferred" for _, item in group)
            unexplained = any(item.reason_for_rank is None for _, item in group)
            if len(values) > 1 and (preferred != 1 or unexplained):
                path = (*at.path, "observations", group[0][0])
                yield Violation(at.entry, path, {"key": observation_ref(at.reference, period)})


def _unrivalled(context: CheckContext) -> Iterator[Violation]:
    for at in context.measures():
        periods = [item.period for item in at.measure.observations]
        for number, item in enumerate(at.measure.observations):
            if item.rank == "preferred" and periods.count(item.period) == 1:
                path = (*at.path, "observations", number, "rank")
                yield Violation(at.entry, path, {"key": observation_ref(at.reference, item.period)})


def _newer(context: CheckContext) -> Iterator[Violation]:
    for entry, path, item in context.parts(Observation):
        reason = item.reason_for_rank
        if reason and (_NEWER.match(reason.zh) or _NEWER_EN.match(reason.en)):
            yield Violation(entry, (*path, "reason_for_rank"), {})


def _print_gone(context: CheckContext) -> Iterator[Violation]:
    for entry, path, item in context.parts(Observation):
        if item.as_printed is None:
            continue
        printed = item.as_printed.replace(" ", "")
        quoted = [citation.exact.replace(" ", "") for citation in item.citations]
        if not any(printed in words for words in quoted):
            yield Violation(entry, (*path, "as_printed"), {"printed": item.as_printed})


def _proves_nothing(context: CheckContext) -> Iterator[Violation]:
    for entry, path, item in context.parts(Observation):
        if item.correction is None:
            continue
        for number, reference in enumerate(item.correction.proved_by):
            rate = context.rates.get(reference)
            holds = rate is not None and rate_matches(rate, context)
            if not holds or (rate and rate_matches(rate, context, as_printed=True)):
                where = (*path, "correction", "proved_by", number)
                yield Violation(entry, where, {"rate": reference})


RULES = (
    Rule(
        "K401",
        "error",
        Wording(
            "“{key}”有不同的值，却没有恰好一个preferred并各写理由",
            "{key!r} has different values, but not exactly one preferred and a reason for each",
        ),
        Wording(
            '一个写rank = "preferred"，其余写normal或deprecated，都写reason_for_rank',
            'give one rank = "preferred", the others normal or deprecated, each a reason_for_rank',
        ),
        Wording(
            "来源不一致时，读者要知道简报站在哪一边、为什么。",
            "Where sources disagree a reader must learn which one the briefing follows, and why.",
        ),
        "value = 3099 (2022)  value = 3537 (2022)",
        'rank = "preferred"\nreason_for_rank = { zh = "实际值，另一个是预测", en = "…" }',
        _undecided,
    ),
    Rule(
        "K402",
        "error",
        Wording("“更新”不成理由", "“newer” is no reason"),
        Wording(
            "写明为何更可信：谁测的、实际还是预测、能否对上别的数字",
            "say why it is better: who measured, outcome or forecast, what it agrees with",
        ),
        Wording(
            "后来的文章常常只是抄了更早的数字。",
            "A later article has often only copied an earlier figure.",
        ),
        'reason_for_rank = { zh = "较新", en = "newer" }',
        'reason_for_rank = { zh = "报告期内的实际值", en = "the outcome, not a forecast" }',
        _newer,
    ),
    Rule(
        "K403",
        "error",
        Wording(
            "引文里没有所称的印法“{printed}”", "the quoted words do not show the print {printed!r}"
        ),
        Wording("照原文改as_printed或引文", "copy as_printed or the quote anew from the original"),
        Wording(
            "更正要让人看见更正了什么；原文若已改，更正也就失效。",
            "A correction must show what it corrects; if the original no longer prints it, the "
            "correction is void.",
        ),
        'as_printed = "28320亿元"\ncitations = [{ exact = "2016年的28.320亿元" }]',
        'as_printed = "28.320亿元"',
        _print_gone,
    ),
    Rule(
        "K404",
        "error",
        Wording(
            "比率“{rate}”证明不了更正：更正后不成立，或按原印也成立",
            "{rate!r} does not prove the correction: it fails with it, or holds without it",
        ),
        Wording("换一个能区分两者的比率，或删去", "name a rate that tells the two apart, or none"),
        Wording(
            "两头都错一千倍时，增长率看不出错。",
            "Where both ends are wrong by the same factor, a growth rate does not show it.",
        ),
        'proved_by = ["chronic-market#cagr-2020-2025"]',
        'proved_by = ["chronic-digital-share#share-2020"]',
        _proves_nothing,
    ),
    Rule(
        "K405",
        "error",
        Wording("“{key}”没有对手，不必preferred", "{key!r} has no rival to be preferred to"),
        Wording("删去rank", "remove rank"),
        Wording(
            "没有分歧却写首选，读者会去找不存在的另一个数。",
            "A preference without a rival sends readers looking for a figure that is not there.",
        ),
        'rank = "preferred"   # the only value of its period',
        "(no rank)",
        _unrivalled,
    ),
)
