"""Companies of the same group that a comparison can have in place of one without figures."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Paragraph, Span
from tui.document.link_target import comparison_target, record_target
from tui.store import Store
from tui.text.language import Language
from tui.views import messages
from tui.views.comparison_subjects import Subject
from tui.views.sentence_words import listed_names


def group_companies(
    store: Store, subjects: Sequence[Subject], without: Sequence[Subject], language: Language
) -> Paragraph | None:
    """Return which companies of the groups of ``without`` have figures, with the command that
    compares these and the other subjects; None where there are none."""
    replaced = {each.record: _with_figures(store, each.record) for each in without}
    found = [identity for identity in replaced.values() if identity]
    if not found:
        return None
    names = [store.answers(identity)[0].title for identity in found]
    form = messages.GROUP_COMPANIES if len(found) == 1 else messages.GROUP_COMPANIES_MANY
    text = form.format(names=listed_names(names)).of(language)
    spans = [Span(text, target="" if len(found) > 1 else record_target(found[0]))]
    wanted = [replaced.get(each.record, each.record) for each in subjects]
    compared = [*dict.fromkeys(identity for identity in wanted if identity)]
    if len(compared) > 1:
        command = f"medbrief compare {' '.join(compared)}"
        spans.append(Span(messages.COMPARE_THEM.of(language)))
        spans.append(Span(command, "link", comparison_target(compared)))
    return Paragraph(tuple(spans))


def _with_figures(store: Store, group: str) -> str:
    """Return the company with most figures of those that belong to a group; empty for none."""
    rows = store.query(
        "SELECT c.id FROM companies c JOIN answers a ON a.id = c.id AND a.value <> '' "
        "WHERE ? IN (c.parent, c.group_id) AND c.id <> ? "
        "GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 1",
        (group, group),
    )
    return next((str(identity) for (identity,) in rows), "")
