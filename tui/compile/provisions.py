"""The provisions of a policy: on its page, and in the table ``provisions``."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile.catalogue import Catalogue
from tui.compile.page_builder import PageBuilder
from tui.document import Span
from tui.document.shared_labels import FORCE_WORDS
from tui.model import Policy, Provision
from tui.text.force_verbs import quoted_verb
from tui.text.language import Wording

_PROVISIONS = Wording("主要内容", "Provisions")
_CLASSIFIED = Wording("分类由编者按引文的动词标注。", "Labels by the editor, from the quoted verb.")
_NONE_REQUIRED = Wording("引文中没有要求性的动词。", "No quoted verb requires anything.")
PROVISIONS_SQL = """\
-- The provisions of policies, from number 1. force: required, permitted, encouraged, promoted,
-- explored or stated, as the editor classifies the verb that is quoted.
CREATE TABLE provisions (
    id       TEXT NOT NULL REFERENCES policies (id),
    number   INTEGER NOT NULL,
    text_zh  TEXT NOT NULL,
    text_en  TEXT NOT NULL,
    force    TEXT,
    force_zh TEXT,
    force_en TEXT,
    verb     TEXT,
    PRIMARY KEY (id, number)
);
"""


def add_provisions(page: PageBuilder, policy: Policy) -> None:
    """Add the provisions, each after its class, and once what the classes are."""
    if not policy.provisions:
        return
    page.heading(_PROVISIONS)
    if any(provision.force for provision in policy.provisions):
        notes = [page.of(_CLASSIFIED)]
        quotes = [_quotes(provision) for provision in policy.provisions]
        if not any(quoted_verb("required", each) for each in quotes):
            notes.append(page.of(_NONE_REQUIRED))
        page.paragraph((Span(("" if page.language == "zh" else " ").join(notes), "muted"),))
    for provision in policy.provisions:
        spans = page.text_with_marks(provision.text, provision.citations)
        if provision.force:
            name = Span(page.of(FORCE_WORDS[provision.force]), "label")
            spans = (name, Span(" · "), *spans)
        page.paragraph(spans, bullet="-")


def provision_rows(policy: Policy, catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    """Yield the rows of ``provisions``."""
    for number, provision in enumerate(policy.provisions, 1):
        force, texts = provision.force, catalogue.filled(provision.text)
        labels = FORCE_WORDS[force] if force else (None, None)
        verb = quoted_verb(force, _quotes(provision)) if force else None
        yield (policy.id, number, *texts, force, *labels, verb or None)


def _quotes(provision: Provision) -> list[str]:
    return [citation.exact for citation in provision.citations]
