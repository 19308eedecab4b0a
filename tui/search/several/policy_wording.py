"""What the policies of a list say on its subject, with the force of each provision."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.question.tables import in_list
from tui.search.list_topics import tags_of
from tui.store.short_titles import short_title
from tui.text.language import Wording, one_a_line, within_sentence

if TYPE_CHECKING:
    from tui.search.list_topics import Topic
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_MOST = 8
_FIRST_WORD = 2
"""Characters of a Chinese word."""
_POLICY = Wording("{title}：{provisions}", "{title}: {provisions}")
_PROVISION = Wording("{text}（{force}）", "{text} ({force})")
_NO_FORCE = Wording("措辞未注明", "force not stated")
_MORE = Wording("{found}…", "{found} …")


def with_wording(
    store: Store, found: SeveralAnswers, topics: list[Topic], remark: Wording
) -> SeveralAnswers:
    """Return policies with a remark on each provision of them that is on a subject among the
    topics, or else has a word of them."""
    ids = [item.described.record.id for item, _ in found.ranked]
    marks = {mark for topic in topics for mark in topic.part.concepts}
    if not marks:  # the first word of a label: 医保 of 医保支付
        marks = {mark for topic in topics for mark in _marks(store, topic.label.zh[:_FIRST_WORD])}
    places, wanted = in_list(ids)
    tags = tags_of(topics)
    on_subject = ",".join("?" * len(tags))
    rows = store.query(
        "SELECT id, text_zh, text_en, force_zh, force_en, EXISTS (SELECT 1 FROM provision_tags t "
        f"WHERE t.id = p.id AND provision = number AND tag IN ({on_subject})) FROM provisions p "
        f"WHERE id IN ({places}) ORDER BY id, number",
        (*tags, *wanted),
    )
    said: dict[str, list[Wording]] = {}
    for identity, zh, en, force_zh, force_en, is_on_subject in rows:
        is_named = any(topic.label.zh in zh or topic.part.text in zh for topic in topics)
        if tags and not is_on_subject:
            continue
        if not tags and not is_named and marks.isdisjoint(_marks(store, zh) | _marks(store, en)):
            continue
        force = within_sentence(Wording(force_zh, force_en)) if force_zh else _NO_FORCE
        text = Wording(zh.rstrip("。"), en.rstrip("."))
        said.setdefault(identity, []).append(_PROVISION.format(text=text, force=force))
    having = [identity for identity in ids if identity in said]
    parts = [remark]
    for identity in having[:_MOST]:
        title = short_title(store, identity)
        provisions = Wording(
            "，".join(each.zh for each in said[identity]),
            ", ".join(each.en for each in said[identity]),
        )
        parts.append(_POLICY.format(title=title, provisions=provisions))
    text = one_a_line(parts)
    if len(having) > _MOST:
        text = _MORE.format(found=text)
    (first, verdict), *rest = found.ranked
    return found._replace(ranked=[(first, verdict._replace(remark=text)), *rest])


def _marks(store: Store, text: str) -> set[str]:
    return {mark for part in read_edited_question(store, text).parts for mark in part.concepts}
