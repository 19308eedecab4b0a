"""One figure or quote with its citation, as a line for the clipboard."""

from __future__ import annotations

from tui.document import Quote
from tui.document.gloss import EDITORS_TRANSLATION
from tui.export.references import for_readers
from tui.render.fact_lines import derived_remark, other_sides
from tui.store import AnswerWithEvidence, Store
from tui.store.bibliography import references
from tui.text.language import Language, Wording

_FIGURE = Wording("{title}，{answer}", "{title}, {answer}")
_WORDS = Wording("{title}：{answer}", "{title}: {answer}")
_CITED = Wording("{text} —— {cited} [medbrief {id}]", "{text} — {cited} [medbrief {id}]")
_SOURCE = "{quoted} {reference}"
_RANK = Wording("（{rank}）", " ({rank})")
_DISPUTED_BY = Wording("；相反的证据：{answers}", "; disputed by: {answers}")
_OTHER_SOURCES = Wording("；另有来源：{answers}", "; other sources: {answers}")


def figure_clip(store: Store, entry: AnswerWithEvidence, language: Language) -> str:
    """Return a fact with its sources, the quoted words, and what other sources say."""
    answer = entry.answer.of(language)
    if others := other_sides(entry, language):
        gap = "、" if language == "zh" else ", "
        answers = gap.join(text for _, text, _ in others)
        form = _DISPUTED_BY if entry.kind == "statement" else _OTHER_SOURCES
        answer += form.format(answers=answers).of(language)
    form = _FIGURE if entry.fact else _WORDS
    text = form.format(title=entry.title.of(language), answer=answer).of(language)
    gap = "；" if language == "zh" else "; "
    cited = gap.join(_citations(store, entry, language))
    named = entry.fact or entry.id
    if not cited:
        return f"{text} [medbrief {named}]"
    return _CITED.format(text=text, cited=cited, id=named).of(language)


def quote_clip(store: Store, quote: Quote, cited_by: str, language: Language) -> str:
    """Return quoted words with a reference in the style that readers of the language expect."""
    found = references(store, [quote.source])
    reference = for_readers(found[0], language) if found else quote.title
    text = f"“{_one_line(quote.exact)}”{_translation(quote.gloss)}"
    if quote.remark:
        text += _RANK.format(rank=quote.remark).of(language)
    return _CITED.format(text=text, cited=reference, id=cited_by).of(language)


def _citations(store: Store, entry: AnswerWithEvidence, language: Language) -> list[str]:
    """Return one text per source: the words quoted from it, then its reference."""
    quoted: dict[str, list[str]] = {}
    for citation in entry.citations:
        gloss = citation["gloss"] if language == "en" else ""
        words = f"“{_one_line(citation['exact'])}”{_translation(gloss)}"
        if remark := derived_remark(citation, language):
            words += remark if language == "zh" else f" {remark}"
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
