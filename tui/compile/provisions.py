"""The provisions of a policy: on its page, and in the table ``provisions``."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile.catalogue import Catalogue
from tui.compile.page_builder import PageBuilder
from tui.document import Span
from tui.document.shared_labels import FORCE_BY_EDITOR, FORCE_WORDS
from tui.model import Policy, Provision
from tui.text.force_verbs import VERB_NAMES, quoted_verb
from tui.text.language import NO_TEXT, Wording

_PROVISIONS = Wording("主要内容", "Provisions")
_NONE_REQUIRED = Wording("引文中没有强制性措辞。", "No quoted wording is mandatory.")
_VERBS = Wording("“{force}”{remark}：{verbs}。", "{force}{remark}: {verbs}.")
_NO_DUTY = Wording("", " (no duty)")
_REMARKS = {
    "permitted": Wording("", " (changes what is lawful)"),
    "encouraged": _NO_DUTY,
    "promoted": _NO_DUTY,
    "stated": Wording("（不分强弱）", " (not ranked)"),
}
"""What the verbs of a class do not say."""
PROVISIONS_SQL = """\
-- The provisions of policies, from number 1. force: required, permitted, encouraged, promoted,
-- explored or stated, as the editor classifies the verb that is quoted. retold: 1 where the quoted
-- words are those of a source that retells the policy.
CREATE TABLE provisions (
    id       TEXT NOT NULL REFERENCES policies (id),
    number   INTEGER NOT NULL,
    text_zh  TEXT NOT NULL,
    text_en  TEXT NOT NULL,
    force    TEXT,
    force_zh TEXT,
    force_en TEXT,
    verb     TEXT,
    retold   INTEGER NOT NULL,
    PRIMARY KEY (id, number)
);

-- The quoted words of each provision, from number 1. relation: as in citations.
CREATE TABLE provision_quotes (
    id        TEXT NOT NULL REFERENCES policies (id),
    provision INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    source    TEXT NOT NULL REFERENCES sources (id),
    exact     TEXT NOT NULL,
    relation  TEXT NOT NULL,
    PRIMARY KEY (id, provision, number)
);

-- The subjects of each provision, as the editor reads it: a value of the facet tag.
CREATE TABLE provision_tags (
    id        TEXT NOT NULL REFERENCES policies (id),
    provision INTEGER NOT NULL,
    tag       TEXT NOT NULL,
    PRIMARY KEY (id, provision, tag)
);
"""


def add_provisions(page: PageBuilder, policy: Policy) -> None:
    """Add the provisions, each with its class, and below them once what the classes are."""
    if not policy.provisions:
        return
    page.heading(_PROVISIONS)
    for provision in policy.provisions:
        text, stop = page.of(provision.text), "。" if page.language == "zh" else "."
        marks = page.mark_spans(page.citation_numbers(provision.citations))
        if provision.force:
            name = page.of(FORCE_WORDS[provision.force]).lower()
            ended = (Span(stop),) if text.endswith(stop) else ()
            text = text.removesuffix(stop)
            marks = (*marks, Span(page.in_brackets(name), "label"), *ended)
        page.paragraph((*page.spans(text), *marks), bullet="-")
    forces = {provision.force for provision in policy.provisions}
    if forces == {None}:
        return
    notes = [page.of(FORCE_BY_EDITOR)]
    quotes = [_quotes(provision) for provision in policy.provisions]
    if not any(quoted_verb("required", each) for each in quotes):
        notes.append(page.of(_NONE_REQUIRED))
    for force, label in FORCE_WORDS.items():
        if force in forces:
            remark = _REMARKS.get(force, NO_TEXT)
            named = _VERBS.format(force=label, remark=remark, verbs=VERB_NAMES[force])
            notes.append(page.of(named))
    page.paragraph((Span(("" if page.language == "zh" else " ").join(notes), "muted"),))


def provision_rows(
    policy: Policy, catalogue: Catalogue
) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield the rows of ``provisions``, ``provision_quotes`` and ``provision_tags``, each with its
    table."""
    for number, provision in enumerate(policy.provisions, 1):
        force, texts = provision.force, catalogue.filled(provision.text)
        labels = FORCE_WORDS[force] if force else (None, None)
        verb = quoted_verb(force, _quotes(provision)) if force else None
        row = (policy.id, number, *texts, force, *labels, verb or None, provision.retold)
        yield "provisions", row
        for place, quote in enumerate(provision.citations, 1):
            of_quote = (policy.id, number, place, quote.source, quote.exact, quote.relation)
            yield "provision_quotes", of_quote
        for theme in policy.subjects_of(provision):
            yield "provision_tags", (policy.id, number, theme)


def _quotes(provision: Provision) -> list[str]:
    return [citation.exact for citation in provision.citations]
