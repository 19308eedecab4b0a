"""One figure or quote with its citation, as a line to be pasted."""

from __future__ import annotations

from tui.document import Quote
from tui.export.references import for_readers
from tui.store import Entry, Store
from tui.store.bibliography import references
from tui.text.language import Language, Wording

_FIGURE = Wording("{title}，{answer}", "{title}, {answer}")
_WORDS = Wording("{title}：{answer}", "{title}: {answer}")
_CITED = Wording("{said} —— {cited} [medbrief {id}]", "{said} — {cited} [medbrief {id}]")
_SOURCE = "{quoted} {reference}"
_RANK = Wording("（{rank}）", " ({rank})")
_OTHERWISE = Wording("；另有来源：{answers}", "; other sources: {answers}")


def figure_clip(store: Store, entry: Entry, language: Language) -> str:
    """The answer with what other sources say, its sources and the quoted words."""
    answer = entry.answer.of(language)
    if entry.disagrees:
        gap = "、" if language == "zh" else ", "
        answers = gap.join(other["answer"][language] for other in entry.disagrees)
        answer += _OTHERWISE.format(answers=answers).of(language)
    form = _FIGURE if entry.fact else _WORDS
    said = form.format(title=entry.title.of(language), answer=answer).of(language)
    gap = "；" if language == "zh" else "; "
    cited = gap.join(_citations(store, entry, language))
    named = entry.fact or entry.id
    if not cited:
        return f"{said} [medbrief {named}]"
    return _CITED.format(said=said, cited=cited, id=named).of(language)


def quote_clip(store: Store, quote: Quote, cited_by: str, language: Language) -> str:
    """Quoted words with the reference that readers of the language expect."""
    found = references(store, [quote.source])
    reference = for_readers(found[0], language) if found else quote.title
    said = f"“{_one_line(quote.exact)}”"
    if quote.remark:
        said += _RANK.format(rank=quote.remark).of(language)
    return _CITED.format(said=said, cited=reference, id=cited_by).of(language)


def _citations(store: Store, entry: Entry, language: Language) -> list[str]:
    """Each source once, with all that is quoted of it."""
    quoted: dict[str, list[str]] = {}
    for citation in entry.citations:
        quoted.setdefault(citation["source"], []).append(f"“{_one_line(citation['exact'])}”")
    known = {item.id: for_readers(item, language) for item in references(store, quoted)}
    return [
        _SOURCE.format(quoted=" ".join(words), reference=known.get(name, name))
        for name, words in quoted.items()
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())
