"""What the policies of a list say on its subject, with the force of each provision."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.provision_topics import is_subject, provisions_on_topics
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
    topics, or has a word of them."""
    ids = [item.described.record.id for item, _ in found.ranked]
    if not any(map(is_subject, topics)):
        return found
    said: dict[str, list[Wording]] = {}
    for identity, provisions in provisions_on_topics(store, ids, topics).items():
        for each in provisions:
            force = within_sentence(each.label) if each.label else _NO_FORCE
            text = Wording(each.text.zh.rstrip("。"), each.text.en.rstrip("."))
            said.setdefault(identity, []).append(_PROVISION.format(text=text, force=force))
    having = [identity for identity in ids if identity in said]
    parts = [remark]
    for identity in having[:_MOST]:
        title = short_title(store, identity)
        clauses = Wording(
            "，".join(each.zh for each in said[identity]),
            ", ".join(each.en for each in said[identity]),
        )
        parts.append(_POLICY.format(title=title, provisions=clauses))
    text = one_a_line(parts)
    if len(having) > _MOST:
        text = _MORE.format(found=text)
    (first, verdict), *rest = found.ranked
    return found._replace(ranked=[(first, verdict._replace(remark=text)), *rest])
