"""How many of the listed policies have each of the forces that a question names."""

from __future__ import annotations

from tui.document.shared_labels import FORCE_WORDS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_COUNTS = Wording("{remark}（{counts}）", "{remark} ({counts})")


def with_force_counts(
    store: Store, found: SeveralAnswers, forces: tuple[str, ...]
) -> SeveralAnswers:
    """Return a list with the number of its policies of each force in its remark, from the most to
    the least binding force; a policy may have several."""
    ids = {item.described.record.id for item, _ in found.ranked}
    places, wanted = in_list(sorted(ids))
    sql = (
        f"SELECT value, count(*) FROM facets WHERE facet = 'force' AND id IN ({places}) GROUP BY 1"
    )
    counted: dict[str, int] = dict(store.query(sql, wanted))
    labels = [(FORCE_WORDS[each], counted.get(each, 0)) for each in FORCE_WORDS if each in forces]
    counts = Wording(
        "、".join(f"{label.zh}{count}项" for label, count in labels),
        ", ".join(f"{label.en.lower()} {count}" for label, count in labels),
    )
    (first, verdict), *rest = found.ranked
    remark = _COUNTS.format(remark=verdict.remark, counts=counts)
    return found._replace(ranked=[(first, verdict._replace(remark=remark)), *rest])
