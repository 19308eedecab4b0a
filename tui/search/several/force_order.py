"""Lists of policies from the strongest to the weakest wording, or from the weakest."""

from __future__ import annotations

from tui.document.shared_labels import FORCE_WORDS, WORDING_IS_NOT_LAW
from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.force_counts import binding_order
from tui.search.several.provision_topics import forces_on_topics
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.search.list_topics import Topic
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

STRONGEST = words_of(
    "strongest strictest toughest firmest stronger stricter tougher firmer "
    "最强 最强硬 最强势 最硬 最硬性 最严 最严格 最严厉 更强 更硬 更严 更严格 "
    "从强到弱 由强到弱 从严到松"
)
WEAKEST = words_of(
    "weakest softest weaker softer 最弱 最软 最宽松 最松 最温和 更弱 更软 更宽松 "
    "从弱到强 由弱到强 从松到严"
)
BY_FORCE = words_of("强弱 按力度 按措辞")
"""Words for the order that leave open which comes first."""
_STRONGEST_FIRST = Wording(
    f"{{found}}\n措辞强的在前；{WORDING_IS_NOT_LAW.zh}",
    f"{{found}}\nstrongest wording first; {WORDING_IS_NOT_LAW.en}",
)
_WEAKEST_FIRST = Wording(
    f"{{found}}\n措辞弱的在前；{WORDING_IS_NOT_LAW.zh}",
    f"{{found}}\nweakest wording first; {WORDING_IS_NOT_LAW.en}",
)


def asks_for_weakest(text: str) -> bool:
    """Return whether a query asks for the weakest wording first."""
    return _first_of(WEAKEST, text) < _first_of(STRONGEST, text)


def asks_for_force_order(text: str) -> bool:
    """Return whether a query asks for the strongest or the weakest wording."""
    return any(word in text for word in STRONGEST | WEAKEST | BY_FORCE)


def _first_of(words: frozenset[str], text: str) -> int:
    """Return where the first of some words is in a text; its length where none is."""
    return min((text.index(word) for word in words if word in text), default=len(text))


def in_force_order(
    store: Store, found: SeveralAnswers, topics: Sequence[Topic], *, weakest: bool
) -> SeveralAnswers:
    """Return policies by the force of their provisions on the topics; those without one last."""
    ranked = [item for item, _ in found.ranked]
    ids = [item.described.record.id for item in ranked]
    order = binding_order(forces_on_topics(store, ids, topics), weakest=weakest)
    ranked.sort(key=lambda item: order.get(item.described.record.id, len(FORCE_WORDS)))
    first, *rest = [verdict for _, verdict in found.ranked]
    message = _WEAKEST_FIRST if weakest else _STRONGEST_FIRST
    verdicts = [first._replace(remark=message.format(found=first.remark)), *rest]
    return found._replace(ranked=list(zip(ranked, verdicts, strict=True)))
