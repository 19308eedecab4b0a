"""Players: companies, institutions, public bodies and others who act in the industry."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.facts.answer import Answer
from tui.compile.facts.event_rows import event_rows
from tui.compile.facts.figure_answers import latest
from tui.compile.facts.player_events import (
    EVENT_TYPES,
    PARTICIPANT_ROLES,
    part_answers,
    timeline_events,
)
from tui.compile.facts.stock_codes import stock_codes
from tui.compile.index.search_groups import LISTED_COMPANIES, SUBSIDIARIES, SearchGroup
from tui.compile.kinds.base import Column, ComparedField, FacetValue, RecordKind, SqlRow
from tui.compile.measure_blocks import add_measure
from tui.compile.page_builder import PageBuilder
from tui.database.timeline import TimelineEvent
from tui.document import Span, Spans, shared_labels
from tui.document.fact_ref import part_ref
from tui.document.shared_labels import STATUS_WORDS
from tui.model import Event, Offering, Player, Relation
from tui.text.dates import format_date
from tui.text.language import LANGUAGES, NO_TEXT, Language, Wording
from tui.text.number_format import format_quantity

_ROLES = {
    "platform": Wording("平台", "Platform"),
    "internet-group": Wording("互联网集团", "Internet group"),
    "insurer": Wording("保险", "Insurer"),
    "pharmacy": Wording("药店", "Pharmacy"),
    "vendor": Wording("信息化厂商", "IT vendor"),
    "hospital": Wording("医院", "Hospital"),
    "investor": Wording("投资方", "Investor"),
    "research-house": Wording("研究机构", "Research house"),
    "media": Wording("媒体", "Media"),
    "government": Wording("政府部门", "Government body"),
    "other": Wording("其他", "Other"),
}
_OFFERING_TYPES = {
    "product": Wording("产品", "product"),
    "service": Wording("服务", "service"),
    "platform": Wording("平台", "platform"),
    "programme": Wording("计划", "program"),
    "publication": Wording("出版物", "publication"),
}
_RELATION_TYPES = {
    "investor": Wording("投资方", "investor"),
    "partner": Wording("合作方", "partner"),
    "parent": Wording("母公司", "parent"),
    "subsidiary": Wording("子公司", "subsidiary"),
    "supplier": Wording("供应方", "supplier"),
    "customer": Wording("客户", "customer"),
    "same-as": Wording("同一主体", "same as"),
}
_CHINESE_WORDS = ("企业", "公司", "机构", "企业与机构", "参与者")
_LEGAL_NAME = Wording("全称", "Legal name")
_TICKER = Wording("代码", "Ticker")
_EXCHANGE = Wording("交易所", "Exchange")
_FOUNDED = Wording("成立", "Founded")
_PARENT = Wording("母公司", "Parent")
_GROUP = Wording("所属", "Group")
_OFFERINGS = Wording("产品与服务", "Products and services")
_EVENTS = Wording("大事", "Events")
_RELATIONS = Wording("关系", "Relations")
_INFERRED = Wording("编者推断，来源未言明", "the editor's inference; no source says so")


class PlayerKind(RecordKind[Player]):
    """A player with its names, figures, products, events and relations."""

    entry_type = Player
    id = Player.record_kind
    order = Player.order
    label = Wording("企业与机构", "Company / institution")
    section = "players"
    title = Wording("企业与机构", "Companies & institutions")
    columns = (
        Column("name", Wording("名称", "Name")),
        Column("ticker", Wording("代码", "Ticker")),
        Column("role", shared_labels.ROLE),
        Column("latest", Wording("最新数据", "Latest figure"), "whole"),
    )
    words = ("companies", "players", "company", "institutions", *_CHINESE_WORDS)
    search_weight = 0.06
    questions = ("person", "activity")
    titles_are_names = True
    comparable = True
    figure_is_main = False
    sql = """
-- Companies, institutions and public bodies. parent, group_id: those that they belong to.
CREATE TABLE companies (
    id          TEXT PRIMARY KEY REFERENCES entries (id),
    title_zh    TEXT NOT NULL,
    title_en    TEXT NOT NULL,
    role        TEXT NOT NULL,
    role_zh     TEXT NOT NULL,
    role_en     TEXT NOT NULL,
    ticker      TEXT,
    exchange_zh TEXT,
    exchange_en TEXT,
    legal_name  TEXT,
    founded     TEXT,
    parent      TEXT REFERENCES companies (id),
    group_id    TEXT REFERENCES companies (id),
    short_zh TEXT, short_en TEXT
);
"""

    def cells(self, entry: Player, catalogue: Catalogue, language: Language) -> tuple[str, ...]:  # noqa: ARG002
        """Return the short name, if there is one, else the name; ticker, role and latest figure."""
        newest = latest(entry)
        figure = newest.text.of(language) if newest else ""
        role = _ROLES[entry.role].of(language)
        return ((entry.short or entry.names).of(language), entry.ticker or "", role, figure)

    def date(self, entry: Player) -> str:
        """Return the date of the founding."""
        return entry.founded or ""

    def summary(self, entry: Player, catalogue: Catalogue) -> Wording:
        """Return the summary with its figures filled in."""
        return catalogue.filled(entry.summary)

    def facts(self, entry: Player, catalogue: Catalogue) -> Iterator[Answer]:
        """Yield figures, events and offerings."""
        yield from super().facts(entry, catalogue)
        yield from part_answers(entry, catalogue)

    def facets(self, entry: Player) -> Iterator[FacetValue]:
        """Yield the role."""
        yield "role", entry.role, _ROLES[entry.role]

    def names(self, entry: Player) -> Iterator[str]:
        """Yield aliases, short and legal names, stock code and the names of offerings."""
        yield from super().names(entry)
        if entry.short:
            yield from entry.short.wording()
        yield from filter(None, (entry.legal_name,))
        yield from stock_codes(entry.ticker)
        for offering in entry.offerings:
            yield from (offering.name.zh, offering.name.en, *offering.aliases)

    def groups(self, entry: Player) -> Iterator[SearchGroup]:
        """Yield the groups of listed companies and of those with a parent."""
        if entry.ticker:
            yield LISTED_COMPANIES
        if entry.parent:
            yield SUBSIDIARIES

    def build_page(self, page: PageBuilder, entry: Player) -> None:
        """Add headline, summary, identity, figures, offerings, events, relations and notes."""
        page.headline(latest(entry))
        page.paragraph(page.text_with_marks(entry.summary, entry.citations))
        _add_identity(page, entry)
        if entry.metrics:
            page.heading(shared_labels.FIGURES)
        for metric in entry.metrics:
            page.heading(metric.title, 2)
            add_measure(page, metric, part_ref(entry.id, metric.id))
            if metric.scope:
                scope = Span(page.of(shared_labels.SCOPE) + " ", "label")
                page.paragraph((scope, *page.spans(page.of(metric.scope))), indent=2)
        if entry.offerings:
            page.heading(_OFFERINGS)
        for offering in entry.offerings:
            _add_offering(page, offering)
        if entry.events:
            page.heading(_EVENTS)
        for event in entry.events:
            _add_event(page, event)
        if entry.relations:
            page.heading(_RELATIONS)
        for relation in entry.relations:
            _add_relation(page, relation)
        page.notes(entry.notes)
        page.neighbors(entry)

    def timeline_events(self, entry: Player, catalogue: Catalogue) -> Iterator[TimelineEvent]:
        """Yield founding and events."""
        yield from timeline_events(entry, catalogue)

    def sql_rows(self, entry: Player, catalogue: Catalogue) -> Iterator[SqlRow]:
        """Yield the rows of ``companies``, ``events`` and ``participants``."""
        row = (
            entry.id,
            *entry.names.wording(),
            entry.role,
            *_ROLES[entry.role],
            entry.ticker,
            *(entry.exchange.wording() if entry.exchange else (None, None)),
            entry.legal_name,
            entry.founded,
            entry.parent,
            entry.group,
            *(entry.short.wording() if entry.short else (None, None)),
        )
        yield "companies", row
        yield from event_rows(entry, catalogue)

    def compared_fields(self, entry: Player, catalogue: Catalogue) -> Iterator[ComparedField]:
        """Yield the fields of its identity, each in every player, empty where it is unknown."""
        date = entry.founded
        founded = Wording(*(format_date(date, each) for each in LANGUAGES)) if date else NO_TEXT
        exchange = entry.exchange.wording() if entry.exchange else NO_TEXT
        legal_name = entry.legal_name or ""
        yield ComparedField("role", shared_labels.ROLE, _ROLES[entry.role])
        yield ComparedField("ticker", _TICKER, Wording(entry.ticker or "", entry.ticker or ""))
        yield ComparedField("exchange", _EXCHANGE, exchange)
        yield ComparedField("founded", _FOUNDED, founded)
        yield ComparedField("legal_name", _LEGAL_NAME, Wording(legal_name, legal_name))
        for field, label, other in (
            ("parent", _PARENT, entry.parent),
            ("group", _GROUP, entry.group),
        ):
            title = catalogue.title(other) if other else NO_TEXT
            yield ComparedField(field, label, title, other or "")


def _add_identity(page: PageBuilder, player: Player) -> None:
    founded = format_date(player.founded, page.language) if player.founded else None
    page.fields(
        [
            (shared_labels.ROLE, page.of(_ROLES[player.role])),
            (_LEGAL_NAME, player.legal_name),
            (_TICKER, player.ticker),
            (_EXCHANGE, player.exchange),
            (_FOUNDED, founded),
            (_PARENT, (page.link(player.parent),) if player.parent else None),
            (_GROUP, (page.link(player.group),) if player.group else None),
            (labels.ALSO_CALLED, page.enumeration(player.aliases)),
        ]
    )


def _add_offering(page: PageBuilder, offering: Offering) -> None:
    details = [page.of(_OFFERING_TYPES[offering.kind])]
    if offering.since:
        details.append(format_date(offering.since, page.language))
    text = ("，" if page.language == "zh" else ", ").join(details)
    tail = page.in_brackets(text) + ("" if page.language == "zh" else " ")
    name = (Span(page.of(offering.name), "title"), Span(tail, "muted"))
    page.paragraph((*name, *page.text_with_marks(offering.summary, offering.citations)), bullet="-")
    if offering.note:
        page.paragraph(page.of(offering.note), indent=2)


def _add_event(page: PageBuilder, event: Event) -> None:
    when = format_date(event.date, page.language) if event.date else page.of(shared_labels.UNDATED)
    details = [page.of(EVENT_TYPES[event.kind])]
    if event.round:
        details.append(page.of(event.round))
    if event.amount:
        amount = event.amount
        details.append(format_quantity(amount.value, amount.unit, page.language, amount.comparator))
        details.append(STATUS_WORDS[event.status].of(page.language))
    text = ("，" if page.language == "zh" else ", ").join(details)
    page.paragraph(
        (
            Span(f"{when} ", "label"),
            Span(page.of(event.title), "title"),
            Span(page.in_brackets(text)),
            *page.mark_spans(page.citation_numbers(event.citations)),
        ),
        bullet="-",
    )
    if event.participants:
        page.paragraph(_participant_links(page, event), indent=2)
    for note in (event.undated, event.note):
        if note:
            page.paragraph(page.of(note), indent=2)


def _participant_links(page: PageBuilder, event: Event) -> Spans:
    spans: list[Span] = []
    for participant in event.participants:
        if spans:
            spans.append(Span("；" if page.language == "zh" else "; "))
        role = page.of(PARTICIPANT_ROLES[participant.role])
        spans += [Span(f"{role} ", "label"), page.link(participant.player)]
    return tuple(spans)


def _add_relation(page: PageBuilder, relation: Relation) -> None:
    spans: list[Span] = [
        Span(page.of(_RELATION_TYPES[relation.type]) + " ", "label"),
        page.link(relation.player),
        *page.mark_spans(page.citation_numbers(relation.citations)),
    ]
    if relation.basis == "inference":
        spans.append(Span(page.in_brackets(page.of(_INFERRED)), "warning"))
    page.paragraph(tuple(spans), bullet="-")
    if relation.note:
        page.paragraph(page.of(relation.note), indent=2)
