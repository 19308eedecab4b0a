"""Verbs by which a policy requires, permits, encourages, promotes, explores or states something.

An editor classifies the provisions of a policy by the verb that is quoted; ``check`` compares the
class with these words, and exports name the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.text.language import Wording

_NOT_A_VERB = r"(?!的|规划|战略|趋势|水平|模式|方向|阶段|能力|$)"
"""What follows 发展 where it is a noun: 发展规划; at the end it is one as well (促进健康发展)."""


def _verbs(zh: str, en: str) -> re.Pattern[str]:
    return re.compile(rf"{zh}|\b(?:{en})", re.IGNORECASE)


FORCE_VERBS = {
    "required": _verbs(
        r"必须|(?<![无毋])须(?!知)|应当|(?<![适相反供响效对感])应(?![用对急届邀收当])|务必"
        r"|(?<![务关的按])要求|强制|责令|不得|不准|不允许|禁止|严禁",
        r"must|shall|requir(?:e|es|ed|ing)\b|mandat|compulsory|prohibit|forbid|may not\b",
    ),
    "permitted": _verbs(
        r"(?<!不)允许|(?<!不)准许|(?<!不)许可|(?<!不)可以"
        r"|(?<![不无许认尚宁])可(?![能见以谓靠持视及行观])",
        r"may(?! not\b)\b|allow|permit|can\b",
    ),
    "encouraged": _verbs(
        r"鼓励|倡导|提倡|引导|扶持"
        r"|(?<!技术)(?<!数据)(?<!业务)(?<!决策)(?<!平台)支持(?!系统|平台|能力|$)",
        r"encourag|support(?:s|ed|ing)?\b",
    ),
    "promoted": _verbs(
        r"推动|推进|推广|促进|普及|加快|加强|强化(?!工程)|加大|完善|优化|健全|改善|建立|组建"
        r"|提高(?!的)|提升(?!的)|扩大|放宽|放开|落实|深化|增强"
        rf"|发展{_NOT_A_VERB}",
        r"promot|advanc|improv|strengthen|develop(?:s|ed|ing)?\b|establish|set(?:s|ting)? up\b"
        r"|build|expand|widen|speed(?:s|ing)? up\b",
    ),
    "explored": _verbs(
        r"探索|试点|试行|试验|先行先试",
        r"explor|pilot|trial|experiment",
    ),
    "stated": _verbs(
        r"明确|指出|规定|纳入|为期|实现|形成|建成|达到|取消|设立|施行",
        r"stat(?:e|es|ed|ing)\b|bring(?:s|ing)?\b|includ|achiev|abolish|take(?:s)? effect\b",
    ),
}
"""By class, in the order from the most to the least binding; in Chinese and English."""

VERB_NAMES = {
    "required": Wording(
        "必须、须、应当、应、务必、要求、强制、责令、不得、不准、不允许、禁止、严禁",
        "must, shall, require, mandate, compulsory, prohibit, forbid, may not",
    ),
    "permitted": Wording("允许、准许、许可、可以、可", "may, allow, permit, can"),
    "encouraged": Wording("鼓励、倡导、提倡、引导、扶持、支持", "encourage, support"),
    "promoted": Wording(
        "推动、推进、推广、促进、普及、加快、加强、强化、加大、完善、优化、健全、改善、建立、组建、"
        "提高、提升、扩大、放宽、放开、落实、深化、增强、发展",
        "promote, advance, improve, strengthen, develop, establish, set up, build, expand, widen, "
        "speed up",
    ),
    "explored": Wording("探索、试点、试行、试验、先行先试", "explore, pilot, trial, experiment"),
    "stated": Wording(
        "明确、指出、规定、纳入、为期、实现、形成、建成、达到、取消、设立、施行",
        "state, bring, include, achieve, abolish, take effect",
    ),
}
"""The verbs of each class, as a page lists them; a test compares them with ``FORCE_VERBS``."""


def quoted_verb(force: str, quotes: Iterable[str]) -> str:
    """Return the first verb of a class in the quoted words, as printed; empty for none."""
    for quote in quotes:
        if found := FORCE_VERBS[force].search(quote):
            return found[0]
    return ""
