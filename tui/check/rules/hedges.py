"""T7: hedges: what the quotes expect, encourage or explore is not told as done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Bilingual, Citation, Observation, Rate
from tui.text.hedges import APPROXIMATIONS, HEDGES, Hedge
from tui.text.language import Wording

_TITLES = re.compile(r"《[^》]*》")


def _dropped_hedge(context: CheckContext) -> Iterator[Violation]:
    for entry, path, part in context.parts(BaseModel):
        citations: tuple[Citation, ...] = getattr(part, "citations", ())
        if not citations or isinstance(part, Observation | Rate):
            continue  # figures have a status and a qualifier
        hedged = [(number, *found) for number, item in enumerate(citations) for found in _of(item)]
        if not hedged:
            continue
        texts = list(_texts(part))
        if path:  # the notes of the record explain its parts, too
            texts += (note.text for note in getattr(context.records.get(entry), "notes", ()))
        zh, en = (" ".join(text.of(language) for text in texts) for language in ("zh", "en"))
        languages = context.content.briefing.languages
        for number, hedge, words in hedged:
            lacking = [
                name
                for language, name, pattern, text in (
                    ("zh", "中文", hedge.zh, zh),
                    ("en", "English", hedge.en, en),
                )
                if language in languages and not pattern.search(text)
            ]
            if lacking:
                values: dict[str, object] = {"word": words, "where": ", ".join(lacking)}
                yield Violation(entry, (*path, "citations", number, "exact"), values)


def _dropped_in_gloss(context: CheckContext) -> Iterator[Violation]:
    for entry, path, citation in context.parts(Citation):
        for hedge, words in _of(citation, (*HEDGES, *APPROXIMATIONS)):
            if citation.gloss and not hedge.en.search(citation.gloss):
                yield Violation(entry, (*path, "gloss"), {"word": words})


def _of(citation: Citation, hedges: tuple[Hedge, ...] = HEDGES) -> Iterator[tuple[Hedge, str]]:
    """Yield the hedges of the quoted words, outside titles."""
    quote = _TITLES.sub("", citation.exact)
    for hedge in hedges:
        if found := hedge.source.search(quote):
            yield hedge, found[0].strip()


def _texts(part: BaseModel) -> Iterator[Bilingual]:
    """Yield the texts of a part without those of parts that have citations of their own."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Bilingual):
                yield item
            elif isinstance(item, BaseModel) and not getattr(item, "citations", None):
                yield from _texts(item)


RULES = (
    Rule(
        code="T712",
        severity="hint",
        message=Wording(
            "引文有“{word}”，引用它的文字没有相应的词（{where}）",
            "the quote says “{word}”, the text that cites it does not ({where})",
        ),
        fix=Wording(
            "在正文或注里保留这层意思", "keep the hedge in the text, or explain it in a note"
        ),
        why=Wording(
            "探索、鼓励、预计的事写成已成的事，就是错的结论。",
            "What is explored, encouraged or expected and told as done is a wrong conclusion.",
        ),
        incorrect='zh = "开展互联网首诊"\ncitations = [{ exact = "探索开展互联网首诊试点" }]',
        correct='zh = "探索开展互联网首诊试点"\ncitations = [{ exact = "探索开展互联网首诊试点" }]',
        check=_dropped_hedge,
    ),
    Rule(
        code="T713",
        severity="hint",
        message=Wording(
            "引文有“{word}”，其英文没有相应的词", "the quote says “{word}”, its gloss does not"
        ),
        fix=Wording("译出这个词", "translate the hedge as well"),
        why=Wording(
            "译文漏了留有余地的词，读者会以为来源说得更肯定。",
            "Without the hedge the source seems to say more than it does.",
        ),
        incorrect='exact = "有望突破1万亿元", gloss = "passes CNY 1 trillion"',
        correct='exact = "有望突破1万亿元", gloss = "is expected to pass CNY 1 trillion"',
        check=_dropped_in_gloss,
    ),
)
