"""The answer to the search, for the result under the cursor."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import Location
from tui.app.browse.sources.list_source import ListSource
from tui.document import Document
from tui.fast_namedtuple import NamedTuple
from tui.store import AnswerWithEvidence
from tui.store.disputed_figures import disputes_of
from tui.text.language import Language, Wording


class AnswerView(NamedTuple):
    """What the card above the search results shows. ``heading`` and ``number``: of the frame;
    ``hints``: in place of an answer; the others: see ``answer_lines``."""

    heading: str = ""
    number: str = ""
    entry: AnswerWithEvidence | None = None
    kind: str = ""
    remark: str = ""
    cites: tuple[int, ...] = ()
    hints: tuple[str, ...] = ()
    language: Language = "zh"
    disputes: tuple[Wording, ...] = ()


def answer_view(lists: ListSource, location: Location, document: Document) -> AnswerView:
    """Return the answer that the query of a location found in its record, whose page is
    ``document``."""
    briefing = lists.briefing
    language, store = briefing.language, briefing.store
    view = AnswerView(messages.ANSWER.of(language), language=language)
    result = lists.result(location)
    if result is None:
        return view
    fact = result.fact
    remark = result.verdict.remark.of(language)
    (entry,) = store.entries_for((fact,))
    if fact.status == "forecast" and not briefing.show_forecasts:
        hidden = messages.FORECASTS_HIDDEN.of(language)
        return view._replace(hints=(entry.title.of(language), hidden))
    cited = {(item["source"], item["exact"]) for item in entry.citations}
    cites = tuple(quote.number for quote in document.quotes if (quote.source, quote.exact) in cited)
    disputes = tuple(each.title for each in disputes_of(store, entry))
    return view._replace(
        entry=entry, kind=document.kind, remark=remark, cites=cites, disputes=disputes
    )
