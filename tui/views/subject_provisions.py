"""What policies say on a subject: their provisions on it, each with its own force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.document.shared_labels import FORCE_WORDS
from tui.question.tables import in_list, in_lists
from tui.store import Row, Section, Store
from tui.store.tag_aliases import tag_aliases
from tui.text.fold import fold
from tui.text.language import LANGUAGES, Language, Wording
from tui.views.first_sentences import first_sentences

_WHOLE = Wording("整份文件", "Whole document")
_FORCE_COLUMN = "force"


class SubjectProvision(NamedTuple):
    """What a policy says on a subject. ``number``: 0 for the beginning of its summary."""

    number: int
    text: Wording
    force: str
    is_retold: bool = False
    """Whether the words quoted are those of a source that retells the policy."""


class SubjectPolicy(NamedTuple):
    """A policy and its provisions on a subject; its summary where none names the subject."""

    id: str
    issued: str
    level: str
    provisions: tuple[SubjectProvision, ...]
    is_doubtful: bool = False
    """Whether its status is unknown: whose document it is is in doubt."""


class ProvisionFilter(NamedTuple):
    """What provisions have: one of the tags, one of the forces, all words of one of the texts
    ``words``, as far as there are any. A text that names a subject stands for its tag, too."""

    tags: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @classmethod
    def of_facets(
        cls, facets: Mapping[str, tuple[str, ...]], words: tuple[str, ...] = ()
    ) -> ProvisionFilter:
        """Return the filter of provisions that is a part of one of records."""
        return cls(facets.get("tag", ()), facets.get("force", ()), words)

    @property
    def is_empty(self) -> bool:
        """Whether every provision has it."""
        return not (self.tags or self.forces or self.words)


EVERY_PROVISION = ProvisionFilter()


def provisions_on(
    store: Store, ids: Iterable[str], wanted: ProvisionFilter
) -> dict[str, list[SubjectProvision]]:
    """Return the provisions that match, by policy."""
    conditions, values = "", []
    if wanted.tags:
        places, tags = in_list(wanted.tags)
        conditions += (
            " AND EXISTS (SELECT 1 FROM provision_tags t WHERE t.id = p.id "
            f"AND t.provision = p.number AND t.tag IN ({places}))"
        )
        values += tags
    if wanted.forces:
        places, forces = in_list(wanted.forces)
        conditions += f" AND force IN ({places})"
        values += forces
    texts = [fold(text).split() for text in wanted.words] or [[]]
    named = _tagged(store, _named_tags(store, wanted.words)) if wanted.words else frozenset()
    found: dict[str, list[SubjectProvision]] = {}
    for places, some in in_lists([*ids]):
        rows = store.query(
            "SELECT id, number, text_zh, text_en, coalesce(force, ''), retold FROM provisions p "
            f"WHERE id IN ({places}){conditions} ORDER BY id, number",
            (*some, *values),
        )
        for identity, number, zh, en, force, retold in rows:
            own = fold(f"{zh}\n{en}") if wanted.words else ""
            has_words = any(all(word in own for word in words) for words in texts)
            if has_words or (identity, number) in named:
                provision = SubjectProvision(number, Wording(zh, en), force, bool(retold))
                found.setdefault(identity, []).append(provision)
    return found


def _named_tags(store: Store, texts: Iterable[str]) -> list[str]:
    """Return the tags of which one of the texts is a name."""
    names = {fold(text) for text in texts}
    rows = store.query("SELECT DISTINCT value, label_zh, label_en FROM facets WHERE facet = 'tag'")
    labels = [(tag, label) for tag, *texts in rows for label in (tag, *texts)]
    return [tag for tag, label in (*labels, *tag_aliases(store)) if fold(label) in names]


def _tagged(store: Store, tags: Sequence[str]) -> frozenset[tuple[str, int]]:
    """Return the id and number of the provisions that have one of the tags."""
    places, wanted = in_list(tags)
    sql = f"SELECT id, provision FROM provision_tags WHERE tag IN ({places})"
    return frozenset(store.query(sql, wanted))


def beginning_of_summary(store: Store, policy: str) -> SubjectProvision:
    """Return the line shown for a policy without provisions on a subject."""
    answer = store.answers(policy)[0].answer
    summary = Wording(answer.zh.partition("：")[2], answer.en.partition(": ")[2])
    texts = (first_sentences(summary.of(language), language) for language in LANGUAGES)
    return SubjectProvision(0, Wording(*texts), "")


def force_words(provisions: Iterable[SubjectProvision], language: Language) -> str:
    """Return the forces of provisions in words, from the most to the least binding."""
    forces = {provision.force for provision in provisions}
    names = [label.of(language) for force, label in FORCE_WORDS.items() if force in forces]
    if language == "zh":
        return "、".join(names)
    return ", ".join(names).capitalize()


def strongest_force(words: str, language: Language) -> int | None:
    """Return the place, from 0, of the first of the forces that ``force_words`` put in words, in
    the order from the most binding; None for no force."""
    first = words.partition("、" if language == "zh" else ",")[0].casefold()
    names = [label.of(language).casefold() for label in FORCE_WORDS.values()]
    return names.index(first) if first in names else None


def with_provisions(
    store: Store,
    section: Section,
    rows: Sequence[Row],
    wanted: ProvisionFilter,
    language: Language,
) -> list[Row]:
    """Return the rows of policies with what each says on a subject below it; where that is the
    subject of a filter, or policies have its words in provisions, the column of the force has only
    the force of that. Rows without a provision that has both the words and the force of a filter
    are left out."""
    if wanted.is_empty or _FORCE_COLUMN not in section.column_ids:
        return [*rows]
    found = provisions_on(store, [row.id for row in rows], wanted)
    if wanted.words and wanted.forces:
        named = provisions_on(store, [row.id for row in rows], wanted._replace(forces=()))
        rows = [row for row in rows if row.id in found or not named]
    return [_with_provisions(store, section, row, found, wanted, language) for row in rows]


def _with_provisions(
    store: Store,
    section: Section,
    row: Row,
    found: Mapping[str, Sequence[SubjectProvision]],
    wanted: ProvisionFilter,
    language: Language,
) -> Row:
    provisions = found.get(row.id, [])
    cells = [*row.cells]
    if wanted.tags or provisions or (wanted.words and found):
        cells[section.column_index(_FORCE_COLUMN)] = force_words(provisions, language)
    if wanted.tags and not provisions:
        provisions = [beginning_of_summary(store, row.id)]
    below = tuple((_label(each).of(language), each.text.of(language)) for each in provisions)
    return row._replace(cells=tuple(cells), below=below)


def _label(provision: SubjectProvision) -> Wording:
    if not provision.number:
        return _WHOLE
    return FORCE_WORDS[provision.force] if provision.force else Wording("", "")
