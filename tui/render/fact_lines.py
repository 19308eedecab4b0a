"""The answer to a lookup as lines: the fact, its evidence, then what other sources say."""

from __future__ import annotations

from tui.document import Role, Span, Spans
from tui.document.gloss import (
    EDITORS_TRANSLATION,
    has_chinese,
    in_quotation_marks,
    quoted_gloss,
)
from tui.document.shared_labels import CITED_FROM, CORRECTION, DERIVED
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.render.line_wrap import Line, wrap
from tui.store import AnswerWithEvidence
from tui.text.language import Language, Wording, date_in_words
from tui.text.width import cell_width, truncate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.search.match_highlight import Highlighter
    from tui.store.disputed_figures import NamedDispute

_ANOTHER_SOURCE = Wording("另一来源", "Another source")
_FOR_COMPARISON = Wording("对照", "For comparison")
_DATE = Wording("（{date}）", " ({date})")
DISPUTED = Wording("有分歧", "Disputed")
_DISPUTED_BESIDE = Wording("有分歧，对照", "Disputed; for comparison")
IN_CHINESE = "(in Chinese)"
"""Follows the first quotation for readers of English."""
_TRANSLATED = f"({EDITORS_TRANSLATION})"
_DERIVED = Wording("（{remark}）", "({remark})")
_UNDATED = Wording("未注明日期", "undated")
_MORE = Wording("另有{count}处出处：medbrief show {id}", "{count} more: medbrief show {id}")
_LEAST_TITLE = 24
"""Cells of a title in a line of its own."""
_MAX_QUOTES = 2
"""Quotations that a lookup prints; the page has all of them."""


def entry_lines(
    entry: AnswerWithEvidence,
    language: Language,
    width: int,
    highlighter: Highlighter | None = None,
    disputes: Sequence[NamedDispute] = (),
) -> list[Line]:
    """Return title and id (of the figure, if it is one), the answer, the quotations with their
    sources, rival values, and the disagreements about the figure.

    ``highlighter`` marks the words of the query.
    """
    role: Role = "figure" if entry.status else "body"
    title: Spans = (Span(entry.title.of(language), "title"),)
    answer: Spans = (Span(entry.answer.of(language), role),)
    if highlighter:
        from tui.render.match_spans import highlight

        title = tuple(highlight(title[0], highlighter.in_title(entry.id, title[0].text)))
        answer = tuple(highlight(answer[0], highlighter.in_text(answer[0].text)))
    lines = wrap((*title, Span("  "), Span(entry.fact or entry.id, "muted")), width)
    lines += wrap(answer, width, 2, (Span("  "),))
    lines += correction_lines(entry.correction, language, width, 2)
    remarks = quote_remarks(entry.citations[:_MAX_QUOTES], language)
    for citation, remark in zip(entry.citations, remarks, strict=False):
        lines += _evidence(citation, language, width, remark)
    if more := len(entry.citations[_MAX_QUOTES:]):
        text = _MORE.format(count=more, id=entry.id).of(language)
        lines += wrap((Span(text, "muted"),), width, 4, (Span("    "),))
    for side in other_sides(entry, language):
        lines += wrap((Span(side.text),), width, 4, (Span(f"  {side.label} ", "warning"),))
        lines += correction_lines(side.correction, language, width, 4)
        for citation in side.citations[:_MAX_QUOTES]:
            lines += _evidence(citation, language, width, derived_remark(citation, language))
    for dispute in disputes:
        spans = (Span(dispute.title.of(language)), Span("  "), Span(dispute.id, "muted"))
        lines += wrap(spans, width, 4, (Span(f"  {DISPUTED.of(language)} ", "warning"),))
    return lines


def entry_line(
    entry: AnswerWithEvidence, language: Language, width: int, note: str = "", short: str = ""
) -> Line:
    """Return a record and its answer, or ``note``, in one line, which is cut at the width; its id
    where the title leaves room for it. ``short``: the title where the whole one has no room."""
    parts: list[Span] = []
    title, room = entry.title.of(language), width
    answer = " ".join(entry.answer.of(language).split()) if entry.status else ""
    if entry.kind == "disagreement":  # may have the title of a statistic
        note = note or DISPUTED.of(language)
    text = answer or note
    if text and cell_width(text) + 2 <= room - _LEAST_TITLE:
        parts += [Span("  "), Span(text, "figure" if answer else "label")]
        room -= cell_width(text) + 2
    if short and cell_width(title) > room:
        title = short
    if cell_width(entry.id) + 2 <= room - cell_width(title):
        parts += [Span("  "), Span(entry.id, "muted")]
        room -= cell_width(entry.id) + 2
    return (Span(truncate(title, room), "title"), *parts)


def correction_lines(
    correction: Wording, language: Language, width: int, indent: int
) -> list[Line]:
    """Return what the source prints in place of a corrected figure; no lines for another figure."""
    if not correction.of(language):
        return []
    head = Span(f"{' ' * indent}{CORRECTION.of(language)}", "warning")
    return wrap((Span(correction.of(language)),), width, indent + 2, (head,))


class OtherSide(NamedTuple):
    """What another source says against an answer. ``by``: who says so, empty for what disputes a
    statement, whose words say it; ``correction``: as of an answer."""

    label: str
    text: str
    citations: list[dict[str, str]]
    by: str
    correction: Wording


def other_sides(entry: AnswerWithEvidence, language: Language) -> list[OtherSide]:
    """Return what other sources say against an answer. What disputes a statement says why. None for
    a disagreement: its answer has all sides."""
    sides = []
    for other in entry.disagrees if entry.kind != "disagreement" else ():
        label = _FOR_COMPARISON if _is_of_other_period(entry, other["fact"]) else _ANOTHER_SOURCE
        text = other["answer"][language]
        by = other["by"].of(language)
        if entry.kind == "statement":
            label, by = _DISPUTED_BESIDE, ""
            reason = other["reason"].of(language)
            if other["value"]:
                gap = "" if language == "zh" else " "
                stop = "" if text.endswith(("。", ".", "”")) else ("。" if gap == "" else ".")
                reason = text + stop + gap + reason
            text = reason
        correction = other["correction"]
        sides.append(OtherSide(label.of(language), text, other["citations"], by, correction))
    return sides


def _is_of_other_period(entry: AnswerWithEvidence, fact: str) -> bool:
    """Return whether a figure is of the measure of an answer, of another period."""
    measure, _, period = entry.fact.partition("@")
    other, _, of_period = fact.partition("@")
    is_same = period.partition(":")[0] == of_period.partition(":")[0]
    return bool(period and of_period) and measure == other and not is_same


def derived_remark(citation: dict[str, str], language: Language) -> str:
    """Return the remark on words that do not state the figure themselves; empty for others."""
    if citation["relation"] != "derived":
        return ""
    return _DERIVED.format(remark=DERIVED.of(language)).of(language)


def quote_remarks(citations: Sequence[dict[str, str]], language: Language) -> list[str]:
    """Return what follows each quotation: that the figure is derived from it. For readers of
    English the first translation is marked as the editor's; if there is none, the first quotation
    as Chinese."""
    remarks = [derived_remark(citation, language) for citation in citations]
    if language == "en" and citations:
        glossed = [number for number, item in enumerate(citations) if item["gloss"]]
        number, remark = (glossed[0], _TRANSLATED) if glossed else (0, IN_CHINESE)
        if not glossed and not has_chinese(citations[0]["exact"]):
            return remarks
        remarks[number] = f"{remark} {remarks[number]}".strip()
    return remarks


def _evidence(citation: dict[str, str], language: Language, width: int, remark: str) -> list[Line]:
    """Return one quotation with the short name and date of its source, and whose figure it passes
    on."""
    words = Span(in_quotation_marks(citation["exact"]), "quote")
    source = citation[f"short_{language}"]
    date = _DATE.format(date=source_date(citation["date"], language)).of(language)
    gloss = quoted_gloss(citation["gloss"]) if language == "en" else ""
    remark = f"{remark} " if remark else ""
    origin = citation.get("via" if language == "zh" else "via_en", "")
    if origin:
        comma = "，" if language == "zh" else ", "
        origin = comma + CITED_FROM.of(language).format(name=origin)
    spans = (words, Span(f"{gloss} "), Span(f"{remark}{source}{date}{origin}", "muted"))
    return wrap(spans, width, 4, (Span("    "),))


def source_date(date: str, language: Language) -> str:
    """Return the date of a source in words."""
    return date_in_words(language, *map(int, date.split("-"))) if date else _UNDATED.of(language)
