"""One figure or quote with its citation for the clipboard, as one line, Markdown or HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.document import Quote
from tui.document.gloss import EDITORS_TRANSLATION, in_quotation_marks
from tui.document.shared_labels import CITED_FROM
from tui.export.references import for_readers
from tui.export.whole_quote import whole_quote
from tui.render.fact_lines import OtherSide, derived_remark, other_sides
from tui.store import AnswerWithEvidence, Store
from tui.store.bibliography import references
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

ClipForm: TypeAlias = Literal["plain", "markdown", "html"]

_FIGURE = Wording("{title}，{answer}", "{title}, {answer}")
_WORDS = Wording("{title}：{answer}", "{title}: {answer}")
_CITED = Wording("{text} —— {cited}", "{text} — {cited}")
_SOURCE = "{quoted} {reference}"
_RANK = Wording("（{rank}）", " ({rank})")
_CORRECTION = Wording("；更正：{text}", "; corrected: {text}")
_FOR_COMPARISON = Wording("有分歧，对照：{answers}", "Disputed; for comparison: {answers}")
_OTHER_SOURCES = Wording("另一来源：{answers}", "Other sources: {answers}")


def figure_clip(
    store: Store, entry: AnswerWithEvidence, language: Language, form: ClipForm = "plain"
) -> str:
    """Return a fact with the words quoted for it and their sources, then what others say."""
    answer, others = entry.answer.of(language), ""
    if sides := other_sides(entry, language):
        gap = "；" if language == "zh" else "; "
        answers = gap.join(_said(store, side, language) for side in sides)
        rivals = _FOR_COMPARISON if entry.kind == "statement" else _OTHER_SOURCES
        others = rivals.format(answers=answers).of(language)
    if correction := entry.correction.of(language):
        answer += _CORRECTION.format(text=correction.rstrip("。.")).of(language)
    wording, title = _FIGURE if entry.fact else _WORDS, entry.title.of(language)
    is_named = bool(entry.fact) and answer.startswith(title)  # an event, by its own title
    text = answer if is_named else wording.format(title=title, answer=answer).of(language)
    cited = _citations(store, entry, language)
    return _clip(text, cited, entry.fact or entry.id, language, form, others)


def _said(store: Store, side: OtherSide, language: Language) -> str:
    """Return what another source says, with its reference."""
    cited = references(store, dict.fromkeys(item["source"] for item in side.citations))
    gap = "；" if language == "zh" else "; "
    by = gap.join(for_readers(item, language) for item in cited) or side.by
    return side.text + (_RANK.format(rank=by).of(language) if by else "")


def quote_clip(
    store: Store, quote: Quote, cited_by: str, language: Language, form: ClipForm = "plain"
) -> str:
    """Return quoted words with a reference in the style that readers of the language expect."""
    found = references(store, [quote.source])
    reference = for_readers(found[0], language) if found else quote.title
    quote = whole_quote(store, quote, language)
    text = quote.quoted_words + _translation(quote.gloss) + quote.remark_after_source
    return _clip(text, [reference], cited_by, language, form)


def _clip(
    text: str,
    cited: Sequence[str],
    identity: str,
    language: Language,
    form: ClipForm,
    others: str = "",
) -> str:
    """Return a text with what it is cited from. ``identity``: finds it again in medbrief;
    ``others``: what other sources say, with their references."""
    sources = ("；" if language == "zh" else "; ").join(cited)
    if others:
        stop = (
            ""
            if not sources or sources.endswith((".", "。"))
            else "。"
            if language == "zh"
            else "."
        )
        sources = f"{sources}{stop} {others}".strip()
    if form == "markdown":
        from tui.export.markdown.markdown_text import escaped

        label = re.sub(r"[^\w-]+", "-", identity).strip("-")
        note = f"{escaped(sources)} " if sources else ""
        return f"{escaped(text)}[^{label}]\n\n[^{label}]: {note}`medbrief {identity}`\n"
    if form == "html":
        from html import escape

        source = f"<footer>{escape(sources)} <code>medbrief {escape(identity)}</code></footer>"
        return f"<figure><p>{escape(text)}</p>{source}</figure>\n"
    if sources:
        text = _CITED.format(text=text, cited=sources).of(language)
    return f"{text} [medbrief {identity}]"


def _citations(store: Store, entry: AnswerWithEvidence, language: Language) -> list[str]:
    """Return one text per source: the words quoted from it, then its reference."""
    quoted: dict[str, list[str]] = {}
    for citation in entry.citations:
        gloss = citation["gloss"] if language == "en" else ""
        words = in_quotation_marks(citation["exact"]) + _translation(gloss)
        if remark := derived_remark(citation, language):
            words += remark if language == "zh" else f" {remark}"
        if origin := citation.get("via" if language == "zh" else "via_en"):
            cited = CITED_FROM.of(language).format(name=origin)
            words += f"，{cited}" if language == "zh" else f", {cited}"
        quoted.setdefault(citation["source"], []).append(words)
    known = {item.id: for_readers(item, language) for item in references(store, quoted)}
    return [
        _SOURCE.format(quoted=" ".join(words), reference=known.get(name, name))
        for name, words in quoted.items()
    ]


def _translation(gloss: str) -> str:
    return f" [{EDITORS_TRANSLATION}: {gloss}]" if gloss else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
