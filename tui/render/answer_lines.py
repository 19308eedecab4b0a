"""The answer to a search: what must be known first, the answer, other sources, its quotations."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Role, Span, Spans
from tui.document.gloss import EDITORS_TRANSLATION, in_quotation_marks
from tui.document.link_target import citation_target
from tui.render.fact_lines import (
    DISPUTED,
    OtherSide,
    correction_lines,
    derived_remark,
    other_sides,
    source_date,
)
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import BLANK, Line, line_width, wrap
from tui.store import AnswerWithEvidence
from tui.text.language import Language, Wording, in_one_line
from tui.text.width import cell_width

_BY = Wording("（{by}）", " ({by})")
_TEXT_WIDTH = 140
"""Cells; longer lines are hard to read. More than on a page: a quotation is a line or two."""
_MIN_TITLED = 4
"""Lines below which the title gives way to the answer."""
_MAX_OTHER = 2
"""Lines of another source where there is not room for everything."""
_MAX_QUOTES = 2
"""Quotations in the card; the page has all of them."""


def answer_lines(
    entry: AnswerWithEvidence,
    kind: str,
    remark: str,
    cites: tuple[int, ...],
    language: Language,
    size: tuple[int, int],
    glyphs: Glyphs,
    disputes: Sequence[Wording] = (),
) -> list[Line]:
    """Return at most as many lines as fit; what is left out is on the page.

    ``kind``: of the record; ``remark``: on how the answer relates to the query, in lines that
    become one where not everything fits; ``cites``: the numbers of its citations on the page;
    ``size``: cells and lines; ``disputes``: the titles of the disagreements about the figure.
    """
    full, height = size
    width = min(full, _TEXT_WIDTH)
    title = Span(entry.title.of(language), "title")
    room = full - cell_width(title.text) - cell_width(kind)
    head: Spans = (title, Span(" " * room), Span(kind, "muted")) if room > 1 else (title,)
    lines = wrap(head, full)
    remarks = _remark_lines(remark, width)
    role: Role = "figure" if entry.status else "body"
    marks = (Span(f"[{each}]", "cite", citation_target(each)) for each in cites)
    answer = wrap((Span(entry.answer.of(language), role), Span(" "), *marks), width)
    answer += correction_lines(entry.correction, language, width, 0)
    if height < _MIN_TITLED:
        lines = remarks = []
    evidence = _evidence(entry, language, width, glyphs)
    others = [
        wrap((Span(side.text),), width, 2, (_head(side, language),))
        for side in other_sides(entry, language)
    ]
    label = Span(f"! {DISPUTED.of(language)} ", "warning")
    others += [wrap((Span(each.of(language)),), width, 2, (label,)) for each in disputes]
    if len(lines + remarks + answer + evidence) + sum(map(len, others)) > height:
        others = [_cut(each, _MAX_OTHER, width) for each in others]
        if remarks:
            one_line = in_one_line(Wording(remark, remark)).of(language)
            remarks = _remark_lines(one_line, width)
    lines += remarks
    answer += [line for each in others for line in each]
    spare = height - len(lines) - len(answer) - len(evidence)
    lines += [*([BLANK] if spare > 0 else []), *answer, *([BLANK] if spare > 1 else []), *evidence]
    return _cut(lines, height, width)


def _remark_lines(remark: str, width: int) -> list[Line]:
    lead = (Span("? ", "warning"),)
    return wrap((Span(remark, "warning"),), width, 2, lead) if remark else []


def _head(side: OtherSide, language: Language) -> Span:
    who = _BY.format(by=side.by).of(language) if side.by else ""
    gap = "" if who.endswith("）") else " "
    return Span(f"! {side.label}{who}{gap}", "warning")


def _cut(lines: list[Line], height: int, width: int) -> list[Line]:
    """Return at most ``height`` lines, the last one with an ellipsis where any is left out."""
    if len(lines) <= height:
        return lines
    last = (*_shortened(lines[height - 1], width - 2), Span(" …", "muted"))
    return [*lines[: height - 1], last]


def _shortened(line: Line, width: int) -> Line:
    while line and line_width(line) > width:
        text = line[-1].text[:-1]
        line = (*line[:-1], line[-1]._replace(text=text)) if text else line[:-1]
    return line


def _evidence(
    entry: AnswerWithEvidence, language: Language, width: int, glyphs: Glyphs
) -> list[Line]:
    lines: list[Line] = []
    bar = Span(f"{glyphs.edge} ", "rule")
    for citation in entry.citations[:_MAX_QUOTES]:
        texts: list[Spans] = [(Span(in_quotation_marks(citation["exact"]), "quote"),)]
        if language == "en" and citation["gloss"]:
            gloss = Span(f"‘{_one_line(citation['gloss'])}’ ")
            texts.append((gloss, Span(f"({EDITORS_TRANSLATION})", "muted")))
        title = citation["title" if language == "zh" else "title_en"]
        date = source_date(citation["date"], language)
        source = f"{citation[f'short_{language}']} · {title} · {date}"
        if remark := derived_remark(citation, language):
            source += f" {remark}"
        texts.append((Span(source, "muted"),))
        lines += [(bar, *line) for text in texts for line in wrap(text, max(1, width - 2))]
    return lines


def _one_line(text: str) -> str:
    return " ".join(text.split())
