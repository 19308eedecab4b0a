"""What the policies of a list say on its subject, with the force of each provision."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.force_counts import force_labels
from tui.search.several.provision_topics import (
    forces_on_topics,
    is_subject,
    provisions_on_topics,
)
from tui.store.short_titles import short_title
from tui.text.language import Wording, one_a_line, within_sentence

if TYPE_CHECKING:
    from tui.search.list_topics import Topic
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_MOST = 8
_POLICY = Wording("{title}：{provisions}", "{title}: {provisions}")
_PROVISION = Wording("{text}（{force}）", "{text} ({force})")
_NO_FORCE = Wording("措辞未注明", "force not stated")
_MORE = Wording("{found}…", "{found} …")


def with_wording(
    store: Store, found: SeveralAnswers, topics: list[Topic], remark: Wording
) -> SeveralAnswers:
    """Return policies with a remark on each provision of them that is on a subject among the
    topics, or has a word of them; on the forces of each policy where the topics, such as a region,
    name several policies but no subject."""
    ids = [item.described.record.id for item, _ in found.ranked]
    if not topics:
        return found
    if len(ids) > 1 and not any(map(is_subject, topics)):
        return _with_forces(store, found, ids, remark)
    return with_provisions(store, found, topics, remark)


def with_provisions(
    store: Store, found: SeveralAnswers, topics: list[Topic], remark: Wording
) -> SeveralAnswers:
    """Return policies with a remark on each provision of them on a subject among the topics; on
    all provisions without topics."""
    ids = [item.described.record.id for item, _ in found.ranked]
    said: dict[str, list[Wording]] = {}
    for identity, provisions in provisions_on_topics(store, ids, topics).items():
        for each in provisions:
            force = within_sentence(each.label) if each.label else _NO_FORCE
            text = Wording(each.text.zh.rstrip("。"), each.text.en.rstrip("."))
            said.setdefault(identity, []).append(_PROVISION.format(text=text, force=force))
    clauses = {
        identity: Wording("，".join(it.zh for it in each), ", ".join(it.en for it in each))
        for identity, each in said.items()
    }
    return _with_clauses(store, found, clauses, remark)


def _with_forces(
    store: Store, found: SeveralAnswers, ids: list[str], remark: Wording
) -> SeveralAnswers:
    """Return policies with a remark on the forces of each of them."""
    forces = forces_on_topics(store, ids, ())
    labels = {policy: within_sentence(force_labels(own)) for policy, own in forces.items()}
    return _with_clauses(store, found, labels, remark)


def _with_clauses(
    store: Store, found: SeveralAnswers, clauses: dict[str, Wording], remark: Wording
) -> SeveralAnswers:
    """Return policies with a remark that ends in a line for each of them that has a clause."""
    having = [it for item, _ in found.ranked if (it := item.described.record.id) in clauses]
    lines = [
        _POLICY.format(title=short_title(store, identity), provisions=clauses[identity])
        for identity in having[:_MOST]
    ]
    text = one_a_line([remark, *lines])
    if len(having) > _MOST:
        text = _MORE.format(found=text)
    (first, verdict), *rest = found.ranked
    return found._replace(ranked=[(first, verdict._replace(remark=text)), *rest])
