"""Policies: laws, plans and notices of public bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.facts.event_rows import EventRow
from tui.compile.facts.facets import region, year
from tui.compile.facts.fact_text import joined
from tui.compile.facts.figure_notes import notes_in_lines
from tui.compile.index.search_groups import POLICIES, SearchGroup
from tui.compile.kinds.base import Column, ComparedField, FacetValue, RecordKind, SqlRow
from tui.compile.page_builder import PageBuilder
from tui.compile.provisions import PROVISIONS_SQL, add_provisions, provision_rows
from tui.compile.summary_paragraphs import add_summary
from tui.database.timeline import TimelineEvent
from tui.document import Span, Spans, shared_labels
from tui.document.shared_labels import FORCE_WORDS
from tui.model import Policy
from tui.text.dates import format_date
from tui.text.language import LANGUAGES, NO_TEXT, Language, Wording
from tui.text.periods import format_period

_LEVELS = {
    "national": Wording("国家级", "National"),
    "provincial": Wording("省级", "Provincial"),
    "unknown": Wording("不详", "Unknown"),
}
_STATUSES = {
    "issued": Wording("已发布", "issued"),
    "planned": Wording("拟议", "planned"),
    "unknown": Wording("不详", "unknown"),
}
_NUMBER = Wording("文号", "Document no.")
_ISSUERS = Wording("发布机构", "Issued by")
_ISSUED = Wording("发布日期", "Issued")
_PLANNED_FOR = Wording("规划期", "Planned for")


_UNDATED = Wording("未注日期", "Undated")


class PolicyKind(RecordKind[Policy]):
    """A policy, provision by provision."""

    entry_type = Policy
    id = Policy.record_kind
    order = Policy.order
    label = Wording("政策", "Policy")
    section = "policies"
    title = Wording("政策", "Policies")
    columns = (
        Column("name", Wording("名称", "Title")),
        Column("date", Wording("日期", "Date")),
        Column("force", shared_labels.FORCE, "below"),
        Column("level", shared_labels.LEVEL),
        Column("issuer", Wording("发布机构", "Issuer")),
    )
    comparable = True
    newest_first = True
    words = ("policies", "政策", "政策文件")
    search_weight = 0.03
    titles_are_names = True
    overview_title = Wording("最新政策", "Latest policies")
    overview_place = 1
    overview_newest_first = True
    overview_in_full = True
    sql = f"""
-- Laws, plans, notices. issuers: names as far as the sources state them; issuers_note:
-- what they say of others, or why none is named. period: what it plans for.
CREATE TABLE policies (
    id         TEXT PRIMARY KEY REFERENCES entries (id),
    title_zh   TEXT NOT NULL,
    title_en   TEXT NOT NULL,
    number     TEXT,
    level      TEXT NOT NULL,
    region_zh  TEXT,
    region_en  TEXT,
    issued     TEXT,
    issuers_zh TEXT,
    issuers_en TEXT,
    period     TEXT,
    status     TEXT NOT NULL,
    issuers_note_zh TEXT,
    issuers_note_en TEXT
);
{PROVISIONS_SQL}"""

    def cells(self, entry: Policy, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
        """Return short title, month of issue, force, level and short names of the issuers."""
        return (
            (entry.short or entry.title).of(language),
            format_date(entry.issued[:7], language) if entry.issued else "",
            _forces_in_words(entry).of(language),
            catalogue.choice("levels", entry.level, _LEVELS).of(language),
            _issuers(entry, catalogue, short=True).of(language),
        )

    def overview_row(
        self, entry: Policy, catalogue: Catalogue, language: Language
    ) -> tuple[str, str]:
        """Return month of issue, and the issuers unless the title names them."""
        issued = format_date((entry.issued or "")[:7], language)
        issuers = _issuers(entry, catalogue, short=True).of(language)
        title = catalogue.short_title(entry.id).of(language)
        return issued, "" if issuers.lower() in title.lower() else issuers

    def overview_rows(
        self, entry: Policy, catalogue: Catalogue, language: Language
    ) -> Sequence[tuple[str, str, str]]:
        """Return the row of a policy with a date: no other is known to be among the latest."""
        return super().overview_rows(entry, catalogue, language) if entry.issued else ()

    def date(self, entry: Policy) -> str:
        """Return the date of issue."""
        return entry.issued or ""

    def summary(self, entry: Policy, catalogue: Catalogue) -> Wording:
        """Return date, issuers, document number and summary."""
        issued = entry.issued
        when = _UNDATED
        if issued:
            when = Wording(format_date(issued, "zh"), format_date(issued, "en"))
        head = joined(when, _issuers(entry, catalogue), _number(entry))
        summary = catalogue.filled(entry.summary)
        return Wording(f"{head.zh}：{summary.zh}", f"{head.en}: {summary.en}")

    def facets(self, entry: Policy, catalogue: Catalogue) -> Iterator[FacetValue]:
        """Yield level, force of the provisions, status, region and year."""
        yield "level", entry.level, catalogue.choice("levels", entry.level, _LEVELS)
        for force in _forces(entry):
            yield "force", force, FORCE_WORDS[force]
        yield "status", entry.status, _STATUSES[entry.status]
        yield from region(entry.region)
        yield from year(entry.issued or "")

    def names(self, entry: Policy) -> Iterator[str]:
        """Yield short title, aliases and document number."""
        yield from super().names(entry)
        if entry.short:
            yield from entry.short.wording()
        yield from filter(None, (entry.number, entry.number_en))

    def groups(self, entry: Policy) -> Iterator[SearchGroup]:  # noqa: ARG002
        """Yield the group of all policies."""
        yield POLICIES

    def compared_fields(self, entry: Policy, catalogue: Catalogue) -> Iterator[ComparedField]:
        """Yield what identifies it, each in every policy, empty where no source states it."""
        issued = entry.issued
        date = Wording(*(format_date(issued, each) for each in LANGUAGES)) if issued else NO_TEXT
        level = catalogue.choice("levels", entry.level, _LEVELS)
        region = entry.region.wording() if entry.region else NO_TEXT
        yield ComparedField("issuers", _ISSUERS, _issuers(entry, catalogue, short=True))
        yield ComparedField("issued", _ISSUED, date)
        yield ComparedField("number", _NUMBER, _number(entry))
        yield ComparedField("level", shared_labels.LEVEL, level)
        yield ComparedField("region", shared_labels.REGION, region)
        yield ComparedField("status", shared_labels.STATUS, _STATUSES[entry.status])
        yield ComparedField("force", shared_labels.FORCE, _forces_in_words(entry))

    def build_page(self, page: PageBuilder, entry: Policy) -> None:
        """Add summary, identification, provisions, notes and related records."""
        add_summary(page, entry.summary, entry.citations)
        issued = format_date(entry.issued, page.language) if entry.issued else None
        page.fields(
            [
                (labels.ORIGINAL_TITLE, _printed_title(entry, page.language)),
                (_NUMBER, page.of(_number(entry)) or None),
                (_ISSUERS, _issuer_links(page, entry)),
                (_ISSUED, issued or page.of(labels.NO_DATE)),
                (
                    shared_labels.LEVEL,
                    page.of(page.catalogue.choice("levels", entry.level, _LEVELS)),
                ),
                (shared_labels.REGION, entry.region),
                (_PLANNED_FOR, entry.period and format_period(entry.period, page.language)),
                (shared_labels.STATUS, page.of(_STATUSES[entry.status])),
                (labels.FOUND_AS, page.enumeration(entry.aliases)),
            ]
        )
        if entry.issued_note:
            page.paragraph(page.of(entry.issued_note))
        add_provisions(page, entry)
        page.notes(entry.notes)
        page.neighbors(entry)

    def timeline_events(self, entry: Policy, catalogue: Catalogue) -> Iterator[TimelineEvent]:
        """Yield the issue of the policy."""
        if not entry.issued:
            return
        head = joined(_issuers(entry, catalogue), _number(entry))
        summary = catalogue.filled(entry.summary)
        text = summary
        if head.zh:
            text = Wording(f"{head.zh}：{summary.zh}", f"{head.en}: {summary.en}")
        yield TimelineEvent(
            entry.issued,
            self.id,
            self.label,
            entry.id,
            "",
            entry.title.wording(),
            text,
            entry.status,
            _STATUSES[entry.status],
            notes_in_lines(entry.issuers_note, entry.issued_note),
        )

    def sql_rows(self, entry: Policy, catalogue: Catalogue) -> Iterator[SqlRow]:
        """Yield the rows of ``policies`` and ``events``."""
        row = (
            entry.id,
            *entry.title.wording(),
            entry.number,
            entry.level,
            *(entry.region.wording() if entry.region else (None, None)),
            entry.issued,
            *(names or None for names in _issuers(entry, catalogue)),
            entry.period,
            entry.status,
            *(entry.issuers_note.wording() if entry.issuers_note else (None, None)),
        )
        yield "policies", row
        yield from provision_rows(entry, catalogue)
        event = EventRow(
            entry.id,
            entry.id,
            None,
            self.id,
            *self.label,
            entry.issued,
            *entry.title.wording(),
            status=entry.status,
            note=notes_in_lines(entry.issuers_note, entry.issued_note),
        )
        yield "events", event.row()


def _issuers(policy: Policy, catalogue: Catalogue, *, short: bool = False) -> Wording:
    name = catalogue.short_title if short else catalogue.title
    names = [name(issuer) for issuer in policy.issuers]
    return Wording("、".join(name.zh for name in names), ", ".join(name.en for name in names))


def _forces(policy: Policy) -> list[str]:
    """Return the classes of the provisions, from the most to the least binding."""
    found = {provision.force for provision in policy.provisions}
    return [force for force in FORCE_WORDS if force in found]


def _forces_in_words(policy: Policy) -> Wording:
    names = [FORCE_WORDS[force] for force in _forces(policy)]
    words = ", ".join(name.en for name in names)
    return Wording("、".join(name.zh for name in names), words.capitalize())


def _number(policy: Policy) -> Wording:
    number = policy.number or ""
    return Wording(number, f"{policy.number_en} ({number})" if policy.number_en else number)


def _issuer_links(page: PageBuilder, policy: Policy) -> Spans:
    spans: list[Span] = []
    for issuer in policy.issuers:
        if spans:
            spans.append(Span(page.comma))
        spans.append(page.link(issuer))
    if policy.issuers_note:
        note = page.of(policy.issuers_note)
        inner = note.removesuffix("。" if page.language == "zh" else ".")
        spans.append(Span(page.in_brackets(inner) if spans else note))
    return tuple(spans)


def _printed_title(entry: Policy, language: Language) -> str | None:
    """Return the title in Chinese for readers of English, unless the briefing has only one."""
    return entry.title.zh if language == "en" and entry.title.zh != entry.title.en else None
