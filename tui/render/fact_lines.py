"""A look-up's answer as lines: the fact first, then its evidence, then who disagrees."""

from __future__ import annotations

from tui.document import Role, Span, Spans
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.line_wrap import Line, wrap
from tui.store import Entry
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.search.match_highlight import Highlighter as Marks

OTHERWISE = Wording("另有", "Otherwise")
IN_CHINESE = "(in Chinese)"
"""Said once of the words that are quoted, to who reads in English."""
_MORE = Wording("另有{count}处出处：medbrief show {id}", "{count} more: medbrief show {id}")
_SOURCE = Wording("{short}：{title}", "{short}: {title}")
_SHOWN = 2
"""Quotes that a look-up prints; the page has them all."""


def entry_lines(
    entry: Entry, language: Language, width: int, marks: Marks | None = None
) -> list[Line]:
    """Title and id; the answer; the quoted words and their source; other values. With ``marks``,
    what they find stands out."""
    role: Role = "figure" if entry.status else "body"
    title: Spans = (Span(entry.title.of(language), "title"),)
    answer: Spans = (Span(entry.answer.of(language), role),)
    if marks:
        from tui.render.match_spans import highlighted

        title = tuple(highlighted(title[0], marks.in_title(entry.id, title[0].text)))
        answer = tuple(highlighted(answer[0], marks.in_text(answer[0].text)))
    lines = wrap((*title, Span("  "), Span(entry.id, "muted")), width)
    lines += wrap(answer, width, 2, (Span("  "),))
    for number, citation in enumerate(entry.citations[:_SHOWN]):
        lines += _evidence(citation, language, width, foreign=not number)
    if more := len(entry.citations[_SHOWN:]):
        text = _MORE.format(count=more, id=entry.id).of(language)
        lines += wrap((Span(text, "muted"),), width, 4, (Span("    "),))
    for other in entry.disagrees:
        head = Span(f"  {OTHERWISE.of(language)} ", "warning")
        lines += wrap((Span(other["answer"][language]),), width, 4, (head,))
        for citation in other["citations"]:
            lines += _evidence(citation, language, width, foreign=False)
    return lines


def _evidence(
    citation: dict[str, str], language: Language, width: int, *, foreign: bool
) -> list[Line]:
    """The quoted words; by what name the source goes here; its title and date."""
    words = Span(f"“{citation['exact'].strip()}”".replace("\n", " "), "quote")
    title = citation["title" if language == "zh" else "title_en"]
    source = _SOURCE.format(short=citation[f"short_{language}"], title=title).of(language)
    date = f" ({citation['date']})" if citation["date"] else ""
    said = f"{IN_CHINESE} " if foreign and language == "en" else ""
    spans = (words, Span(" "), Span(f"{said}{source}{date}", "muted"))
    return wrap(spans, width, 4, (Span("    "),))
