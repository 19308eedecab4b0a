"""V95: the thesaurus of the search (concepts.toml)."""

from __future__ import annotations

from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.load.content import CONCEPTS_FILE
from tui.load.toml_positions import TomlPath
from tui.text.fold import fold
from tui.text.language import LANGUAGES, Wording
from tui.text.stem import term_tokens


def _terms(context: CheckContext) -> Iterator[tuple[TomlPath, str, str]]:
    """Yield the place, the concept and the text of every term."""
    for number, concept in enumerate(context.content.concepts):
        for field in (*LANGUAGES, "related"):
            owner = f"{concept.id} (related)" if field == "related" else concept.id
            for place, term in enumerate(getattr(concept, field)):
                yield ("concepts", number, field, place), owner, term


def _key(term: str) -> str:
    """Return a term as the search compares it."""
    return " ".join(token for token, *_ in term_tokens(fold(term)))


def _two_concepts(context: CheckContext) -> Iterator[Violation]:
    owners: dict[str, str] = {}
    for path, concept, term in _terms(context):
        owner = owners.setdefault(_key(term), concept)
        if owner != concept:
            yield Violation(CONCEPTS_FILE, path, {"term": term, "other": owner})


def _without_word(context: CheckContext) -> Iterator[Violation]:
    for path, _, term in _terms(context):
        if not any(char.isalpha() for char in _key(term)):
            yield Violation(CONCEPTS_FILE, path, {"term": term})


RULES = (
    Rule(
        code="V950",
        severity="error",
        message=Wording(
            "“{term}”也属于概念{other}", "{term!r} also belongs to the concept {other}"
        ),
        fix=Wording("只留在一个概念中，或合并两个概念", "keep it in one of them, or merge the two"),
        why=Wording(
            "一个词属于两个概念时，查询会把两件事当作一件。",
            "With a word in two concepts, a query takes two things for one.",
        ),
        incorrect='id = "revenue"  en = ["sales"]     id = "sale"  en = ["sales"]',
        correct='id = "revenue"  en = ["revenue"]   id = "sale"  en = ["sales"]',
        check=_two_concepts,
    ),
    Rule(
        code="V951",
        severity="error",
        message=Wording("“{term}”不含文字", "{term!r} has no letter"),
        fix=Wording("写成词，如“65岁以上”", 'write words, such as "65 and over"'),
        why=Wording("单独的数字在任何数值里都会匹配。", "A bare number matches within any figure."),
        incorrect='en = ["65"]',
        correct='en = ["65 and over"]',
        check=_without_word,
    ),
)
