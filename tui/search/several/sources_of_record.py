"""Questions which sources mention a company: which source mentions Chunyu Doctor, 哪份资料写了腾讯,
does OFweek mention JD Health. Answered by the sources that its page cites."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.figures_of_source import published_by
from tui.search.several.dispute_sides import publishers_of
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording, enumeration, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_MENTION = r"mentions?|mentioned|covers?|names?|writes? about|wrote about|cites?|discuss(?:es)?"
_NOUN = r"(?:sources?|documents?|articles?|reports?)"
_CHINESE_NOUN = "(?:资料来源|来源|资料|文章|报告|研报|文献)"
_CHINESE_MENTION = "提到|提及|写了|写到|写过|涉及|讲了|讲到|说到|谈到|有"
_WHICH = re.compile(
    rf"^(?:which|what) {_NOUN} (?:(?:do|does) )?(?:{_MENTION}) (?P<a>.+)$"
    rf"|^{_NOUN} (?:about|on|for|of|mentioning|covering|that mention) (?P<b>.+)$"
    rf"|^(?:哪些|哪[份篇个家]|有哪些){_CHINESE_NOUN}(?:里|中)?(?:{_CHINESE_MENTION})了?(?P<c>.+)$"
    rf"|^(?:提到|提及|写到|涉及)(?P<d>.+?)的{_CHINESE_NOUN}(?:有哪些|是哪[份篇些])?$"
)
_WHETHER = re.compile(
    rf"^(?:does|do|did|is|was) (?P<who>.+?) (?:mention|cover|name|write about|cite|say anything "
    rf"about) (?P<a>.+)$"
    rf"|^(?P<who2>.+?)(?:有没有|是否|有)?(?:{_CHINESE_MENTION})过?了?(?P<b>.+?)(?:吗|没有|么)$"
)
_CITED = Wording(
    "{company}企业页引用的来源：{sources}", "sources cited on the page of {company}: {sources}"
)
_NOT_CITED = Wording(
    "{names}不在其中，页面没有引用", "{names} is not among them: the page does not cite it"
)
_IS_CITED = Wording("{names}在其中", "{names} is among them")


def sources_of_record(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the sources that the page of a company cites, to a question which sources mention it,
    or whether one does; None for another question."""
    plain = question.query.plain.rstrip("?？ ")
    which, whether = _WHICH.search(plain), _WHETHER.search(plain)
    found = which or whether
    if found is None:
        return None
    groups = {name: text.strip() for name, text in found.groupdict().items() if text}
    whole = next((text for name, text in groups.items() if not name.startswith("who")), "")
    part = next((it for it in question.parts if it.names and it.text == whole), None)
    records = store.indexed_records(part.names[:1]) if part else ()
    company = next((it for it in records if it.kind == "player"), None)
    if company is None:
        return None
    asked = [
        each
        for own, it in publishers_of(store, question.parts)
        if own is not part
        for each in published_by(store, it.id)
    ]
    if not which and not asked:
        return None
    rows = list(
        store.query(
            "SELECT r.position, s.id, s.short_zh, s.short_en FROM sources s "
            "JOIN records r USING (id) WHERE s.id IN (SELECT source FROM citations WHERE id = ?) "
            "ORDER BY r.position",
            (company.id,),
        )
    )
    if not rows:
        return None
    titles = [Wording(zh, en) for _, _, zh, en in rows]
    store.load_facts({company.id})
    title = store.facts(company.id)[0].title
    lines = [_CITED.format(company=title, sources=enumeration(titles))]
    cited = {identity for _, identity, *_ in rows}
    if not which:
        names = [
            Wording(zh, en)
            for each in dict.fromkeys(asked)
            for zh, en in store.query(
                "SELECT short_zh, short_en FROM sources WHERE id = ?", (each,)
            )
        ]
        form = _IS_CITED if cited.issuperset(asked) else _NOT_CITED
        lines.append(form.format(names=enumeration(names)))
    positions = [position for position, *_ in rows]
    by_position = {it.position: it for it in store.indexed_records(positions)}
    described = described_records(
        store,
        question._replace(parts=(), asks=frozenset(), qualifiers=(), fillers=()),
        {},
        [*(by_position[each] for each in positions), company],
    )
    first = Verdict("exact", (), one_a_line(lines))
    rest = [(item, Verdict("near")) for item in described[1:]]
    return SeveralAnswers([(described[0], first), *rest], ("show", company.id))
