"""Companies with a ticker: which companies are listed, how many are, 哪些公司上市了."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import positions_of_ids
from tui.search.briefing_subject import is_about_briefing
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording, enumeration

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.store import Store

_COMPANY = "(?:公司|企业|平台|机构)"
_LISTED = re.compile(
    r"^(?:which|what|how many|list of|list all|list)? ?(?:of the )?"
    r"(?:companies|firms|platforms|players) "
    r"(?:are |is |that are )?(?:publicly )?(?:listed|traded|quoted)"
    r"(?: (?:on|in|at) (?P<where>.+))?$"
    r"|^(?:which|what) (?:companies|firms|platforms) have (?:a )?(?:tickers?|stock codes?)$"
    r"|^(?:the |all |list of )?(?:tickers?|stock codes?|ticker symbols?|stock symbols?)$"
    r"|^(?:the |all |list of |company |stock )*(?:ipos?|listings?|ipo listings?)$"
    r"|^(?:any|which|what|were there any|are there any|have there been any) (?:ipos|listings)$"
    rf"|^(?:已|已经)?(?:上市|挂牌)的?(?:{_COMPANY}|情况|名单)?$"
    rf"|^(?:各|所有)?{_COMPANY}?的?(?:股票|证券)代[码号](?:有哪些|列表|一览)?$"
    r"|^(?:which|what|how many|number of|list of|list|the)* ?(?:publicly )?(?:listed|traded) "
    r"(?:companies|firms)(?: are there)?$"
    rf"|^(?:有?哪些|哪几家|哪家|谁){_COMPANY}?(?:已经|已|是|都)*(?:上市|挂牌)(?:了|的|{_COMPANY})*$"
    rf"|^有?哪些(?:已经|已)?上市的?{_COMPANY}$"
    rf"|^上市的?{_COMPANY}(?:都?有哪些|名单|列表|都?有谁|一?共?有?(?:几|多少)[家个]?|数量?)$"
    rf"|^一?共?有?(?:几|多少)[家个]?{_COMPANY}(?:已经|已|是)*上市的?(?:了|{_COMPANY})?$"
    rf"|^一?共?有?(?:几|多少)[家个]?上市的?{_COMPANY}$"
)
_FOUND = Wording(
    "有股票代码的企业{count}家：{names}；其余企业的股票代码，资料没有给出",
    "{count} companies have a ticker: {names}; no ticker is given for others",
)
_NO_EXCHANGE = Wording(
    "资料没有写明交易所\n{found}", "the documents do not name the exchange\n{found}"
)
_COUNT = re.compile(
    r"^(?:the )?(?:number of|how many) (?:companies|firms)(?: are)?(?: there| covered| included)?$"
    rf"|^{_COMPANY}(?:的?数量|有多少家?|总数)$|^(?:一共|共)?(?:收录|涵盖)?了?有?多少家?{_COMPANY}$"
)
_COVERED = Wording(
    "本简报收录企业与机构{count}家，不是全行业的数量",
    "this briefing has {count} companies and institutions, which is not the number in the industry",
)
_SHOWN = 20
"""Companies that are described to a question for their number; the command lists all."""
_NAME = Wording("{name}（{ticker}）", "{name} ({ticker})")


def companies_with_ticker(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the companies with a ticker, by importance; their number where
    that of all is asked for; None for another question."""
    if _COUNT.search(question.query.text) and not any(part.names for part in question.parts):
        return _covered(store, question, known)
    asked = _LISTED.search(_without_subject(store, question))
    if not asked:
        return None
    rows = list(
        store.query(
            "SELECT id, c.ticker, c.title_zh, c.title_en "
            "FROM companies c JOIN records r USING (id) "
            "WHERE c.ticker <> '' ORDER BY r.position"
        )
    )
    if not rows:
        return None
    records = store.indexed_records(positions_of_ids(store, [identity for identity, *_ in rows]))
    records.sort(key=lambda each: each.position)
    ranked = described_records(store, question._replace(parts=()), known, records)
    names = [_NAME.format(name=Wording(zh, en), ticker=ticker) for _, ticker, zh, en in rows]
    remark = _FOUND.format(count=len(rows), names=enumeration(names))
    if asked["where"]:
        remark = _NO_EXCHANGE.format(found=remark)
    answers = [(item, Verdict("near")) for item in ranked]
    answers[0] = ranked[0], Verdict("near", (), remark)
    return SeveralAnswers(answers)


def _without_subject(store: Store, question: Question) -> str:
    """Return a question without what the whole briefing is about (listed health-care companies)."""
    text = question.query.text
    for part in question.parts:
        if is_about_briefing(store, part):
            text = text.replace(part.text, " " if part.text.isascii() else "")
    return re.sub(r" (?:in|of)(?: the)?$", "", " ".join(text.split()))


def _covered(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the most important companies, with the number of all in the remark."""
    ((count,),) = store.query("SELECT count(*) FROM folded WHERE kind = 'player'")
    rows = store.query(
        "SELECT position FROM folded WHERE kind = 'player' ORDER BY position LIMIT ?", (_SHOWN,)
    )
    records = store.indexed_records([position for (position,) in rows])
    records.sort(key=lambda each: each.position)
    if not records:
        return None
    ranked = described_records(store, question._replace(parts=()), known, records)
    answers = [(item, Verdict("near")) for item in ranked]
    answers[0] = ranked[0], Verdict("near", (), _COVERED.format(count=str(count)))
    return SeveralAnswers(answers, ("list", "companies"))
