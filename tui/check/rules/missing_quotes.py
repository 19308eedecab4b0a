"""Q201: quotes that their original does not contain."""

from __future__ import annotations

import html
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.nearest_passage import NearestPassage, PassageFinder, differences
from tui.check.rule import Rule, Violation
from tui.load.toml_positions import TomlPath
from tui.model import Citation
from tui.model.citation import fits_quote
from tui.text.language import NO_TEXT, Wording

_NEAREST = Wording(
    "；最接近的是“{passage}”（{differences}）",
    "; the nearest passage is “{passage}” ({differences})",
)
_ELSEWHERE = Wording("；它见于“{other}”", "; {other!r} contains it")
_OTHER_CONTEXT = Wording(
    "；有这几个字，但前后不是所写的prefix与suffix",
    "; the words occur, but not between this prefix and suffix",
)


def quotes_behind_entities(context: CheckContext) -> dict[str, list[str]]:
    """Return the quotes that are found only after HTML entities are decoded, by source id."""
    decoded: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for _, _, citation in _missing_quotes(context):
        source = citation.source
        if source not in decoded:
            decoded[source] = html.unescape(context.original_texts[source])
        if citation.exact in decoded[source]:
            found.setdefault(source, []).append(citation.exact)
    return found


def _missing_quotes(context: CheckContext) -> Iterator[tuple[str, TomlPath, Citation]]:
    for entry, path, citation in context.parts(Citation):
        if citation.source in context.original_texts and not context.quote_offsets(citation):
            yield entry, path, citation


def _quote_not_found(context: CheckContext) -> Iterator[Violation]:
    behind_entities = quotes_behind_entities(context)
    finders: dict[str, PassageFinder] = {}
    for entry, path, citation in _missing_quotes(context):
        source, text = citation.source, context.original_texts[citation.source]
        if citation.exact in behind_entities.get(source, ()):
            continue  # rule S108 reports the original, once
        values: dict[str, object] = {"source": source}
        if citation.exact in text:
            yield Violation(entry, (*path, "exact"), values | {"nearest": _OTHER_CONTEXT})
            continue
        nearest = finders.setdefault(source, PassageFinder(text)).nearest(citation.exact)
        values["nearest"] = _described(context, citation, nearest)
        yield Violation(entry, (*path, "exact"), values, _replacement(nearest))


def _described(
    context: CheckContext, citation: Citation, nearest: NearestPassage | None
) -> Wording:
    for other, text in context.original_texts.items():
        if citation.exact in text:
            return _ELSEWHERE.format(other=other)
    if nearest is None:
        return NO_TEXT
    return _NEAREST.format(
        passage=nearest.text, differences=differences(citation.exact, nearest.text)
    )


def _replacement(nearest: NearestPassage | None) -> str | None:
    """Return the words as printed, if only their form differs and they fit into a quote."""
    if nearest is None or not nearest.same_words or not nearest.text.isprintable():
        return None
    return nearest.text if fits_quote(nearest.text) else None


RULES = (
    Rule(
        code="Q201",
        severity="error",
        message=Wording(
            "“{source}”的原文中没有这段引文{nearest}",
            "the quote does not occur in {source!r}{nearest}",
        ),
        fix=Wording(
            "按原文重新抄录，并核对prefix与suffix（若只有全半角、空格或标点不同，可用--fix自动改）",
            "copy it again exactly as printed, and check prefix and suffix (--fix copies it if "
            "only width, spaces or punctuation differ)",
        ),
        why=Wording(
            "引文是数字的证据。原文里没有，就等于没有证据。",
            "The quote is the evidence for a figure. A quote that the original does not contain is "
            "no evidence.",
        ),
        incorrect='exact = "38.18亿元"   # printed: 38．18亿元',
        correct='exact = "38．18亿元"',
        check=_quote_not_found,
    ),
)
