"""Words with which a question asks for a value (a force, how binding, a type of statement) or for
policies."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.query_parser import Query

FORECASTS = words_of("forecasts projections predictions")
ESTIMATES, REJECTED = words_of("estimates estimated"), words_of("rejected")
STATUSES = FORECASTS | ESTIMATES | REJECTED
CHINESE_STATUSES = ("预测", "估计", "估算", "推算", "采用", "弃用")
"""Words for the status of figures."""


class ValueWords(dict[str, str]):
    """Words with which a question asks for a value, each with the value; phrases have spaces."""

    def __init__(self, values: dict[str, str]) -> None:
        super().__init__(values)
        self._phrases = [(word, frozenset(word.split())) for word in values if " " in word]
        self._chinese = [word for word in values if not word.isascii()]

    def word_in(self, text: str, words: tuple[str, ...]) -> str:
        """Return the word with which a text asks for a value, the longest one; of a phrase all
        words, with others between them; empty for none."""
        found = [word for word in words if word in self]
        if len(words) > 1:
            found += [phrase for phrase, parts in self._phrases if parts.issubset(words)]
        if not text.isascii():
            found += [word for word in self._chinese if word in text]
        return max(found, key=len, default="")


def _by_word(table: dict[str, str]) -> ValueWords:
    return ValueWords(
        {word.replace("_", " "): value for value, words in table.items() for word in words.split()}
    )


FORCES = _by_word(
    {
        "required": "bind binds binding require requires required requiring requirement "
        "requirements mandatory mandate mandates mandated must compulsory obligatory oblige "
        "obliges obliged obligated obligation shall have_to has_to 要求 必须 强制 义务 应当",
        "permitted": "permit permits permitted permitting allow allows allowed allowing authorize "
        "authorizes authorized permissible permission 允许 准许 许可 放行 获准",
        "encouraged": "encourage encourages encouraged encouraging encouragement supported "
        "supports supportive supporting 鼓励 支持 提倡 倡导 扶持",
        "promoted": "promote promotes promoted promoting 推进 推动 促进 推广",
        "explored": "explore explores explored exploring exploration exploratory pilot pilots "
        "piloted piloting pilot_stage trial trials trial_stage trialled trialed tested "
        "experimental 探索 试点 试行 试验",
        "stated": "declarative 一般表述",
    }
)
"""The words with which a question asks for the force of a policy (``FORCE_WORDS``)."""
BINDING = _by_word(
    {
        "required": "bind binds binding nonbinding mandatory compulsory obligatory force "
        "约束力 约束 强制 强制性 强制力 力度 效力 有多硬 硬不硬 "
        "strongest strictest toughest firmest weakest softest 最强 最强硬 最强势 最硬 最硬性 最严 "
        "最严格 最严厉 最弱 最软 最宽松 强弱 从强到弱 由强到弱 从弱到强 由弱到强 从严到松 从松到严 "
        "更强 更硬 更严 stronger stricter tougher firmer",
        "validity": "in_force in_effect valid repealed abolished expired superseded rescinded "
        "revoked 有效 失效 废止 作废",
        "wording": "wording worded phrasing phrased say says 措辞 表述 怎么说 怎么写 "
        "怎么规定 有什么规定 有哪些规定 有何规定",
        "legal": "legal illegal lawful allowed permitted regulates regulate supervises "
        "oversees regulating regulator regulators 合法 违法 监管 主管 谁管 谁来管",
        "duty": "require requires required requiring must oblige obliges obliged obligated "
        "obligation shall have_to has_to mandate mandates mandated mandating 必须 义务 应当 要求",
        "ban": "prohibit prohibits prohibited ban bans banned forbid forbids forbidden "
        "禁止 不得 不准",
    }
)
"""Words of questions how binding or valid policies are, what they say, what is legal, must or must
not be."""
STATEMENT_TYPES = _by_word(
    {
        "challenge": "challenge challenges problem problems obstacle obstacles barrier barriers "
        "hurdle hurdles difficulty difficulties risk risks bottleneck bottlenecks headwind "
        "headwinds threat threats pitfalls impediments weaknesses disadvantage disadvantages "
        "drawback drawbacks shortcoming shortcomings downside downsides pain_point pain_points "
        "holding_back holds_back hinder hinders hindering hampers "
        "挑战 风险 难点 痛点 障碍 困难 瓶颈 阻力 难题 隐患 阻碍 短板 威胁 缺点 劣势 弊端 问题",
        "driver": "driver drivers drives driving tailwind tailwinds driving_force driving_forces "
        "growth_factors drove 驱动 推动力 动力 利好 推手 驱动力 助推 "
        "why_growing why_grow why_grew why_grown "
        "推动因素 为什么增长 为何增长 增长原因 推动了 什么推动 什么在推动",
        "trend": "trend trends future_outlook outlook_industry "
        "趋势 走向 前景如何 未来前景 发展前景 行业前景",
        "opportunity": "opportunity opportunities 机会 机遇 商机",
    }
)
"""The words with which a question asks for the statements of a type."""

RULE_WORDS = words_of("regulation regulations rule rules law laws legislation")
ISSUED_WORDS = words_of("document documents notices 文件 法规 规定 通知")
"""Words for policies beside one for their issue (哪些文件发布)."""
DOCUMENT_WORDS = ISSUED_WORDS | words_of(
    "plan plans notice measures implementation 方案 实施方案 行动方案 工作方案 意见 指导意见 "
    "实施意见 措施 办法 规划 条例 公告 公文 发文 政策文件"
)
"""What documents call themselves: of one, a word for it is no topic."""
ENACTED = frozenset(("出台", "印发", "颁布", "下发"))
"""What only policies are: in a period, all of them are asked for."""
_POLICIES = RULE_WORDS | {"policy", "policies", "document", "documents", "zhengce", "measures"}
_CHINESE_POLICIES = words_of("政策文件 政策 文件 法规 规定 措施 条例 发文")
REGULATORS = words_of(
    "regulator regulators 监管机构 监管部门 监管机关 监管者 监管方 主管部门 主管机构"
)
"""Queries for those who regulate it all, of whom no one record is the answer."""
COUNTED_BY = (
    *(" year", "provincial", "local ", "regional", " most ", " level", "how many ", "number of "),
    *("每年", "历年", "各年", "逐年", "省级", "地方", "最多", "各级", "层级", "级别", "多少", "几"),
)
"""Words of a question for the number of policies of each year, level, force or issuer."""


def policy_words(query: Query) -> frozenset[str]:
    """Return the words of a query for policies."""
    if query.text.isascii():
        return _POLICIES.intersection(query.words)
    return frozenset(word for word in _CHINESE_POLICIES if word in query.text)
