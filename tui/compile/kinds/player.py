"""Players: companies, institutions, public bodies and others who act in the industry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.facts.answer import Answer
from tui.compile.facts.event_rows import event_rows
from tui.compile.facts.figure_answers import latest_of_measures, main_figure
from tui.compile.facts.player_events import dated_amounts, part_answers, timeline_events
from tui.compile.facts.stock_codes import stock_codes
from tui.compile.index.search_groups import LISTED_COMPANIES, SUBSIDIARIES, SearchGroup
from tui.compile.kinds.base import Column, ComparedField, FacetValue, RecordKind, SqlRow
from tui.compile.measure_blocks import add_metrics
from tui.compile.page_builder import PageBuilder
from tui.compile.player_tables import add_events, add_offerings, add_relations
from tui.compile.summary_paragraphs import add_summary
from tui.database.timeline import TimelineEvent
from tui.document import shared_labels
from tui.model import Player
from tui.text.dates import format_date
from tui.text.language import LANGUAGES, NO_TEXT, Language, Wording
from tui.text.number_format import without_counted
from tui.text.periods import format_period

_STATUS = Wording("（{status}）", " ({status})")
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
_WORDS = ("企业", "公司", "机构", "企业与机构", "参与者")
_LEGAL_NAME = Wording("全称", "Legal name")
_TICKER = Wording("代码", "Ticker")
_EXCHANGE = Wording("交易所", "Exchange")
_FOUNDED = Wording("成立", "Founded")
_PARENT = Wording("所属集团", "Group")
_GROUP = Wording("所属", "Group")


class PlayerKind(RecordKind[Player]):
    """A player with its names, figures, products, events and relations."""

    entry_type = Player
    id = Player.record_kind
    order = Player.order
    label = Wording("企业与机构", "Company / institution")
    section = "players"
    title = Wording("企业与机构", "Companies & institutions")
    tab = Wording("企业", "Companies")
    columns = (
        Column("name", Wording("名称", "Name")),
        Column("ticker", Wording("代码", "Ticker")),
        Column("latest", Wording("最新数据", "Latest figure"), "whole"),
        Column("role", shared_labels.ROLE),
    )
    words = ("companies", "players", "company", "institutions", *_WORDS)
    search_weight = 0.06
    questions = ("person", "activity")
    titles_are_names = True
    comparable = True
    figure_is_main = False
    overview_title = Wording("企业：最新数字", "Companies: latest figures")
    overview_place = 4
    overview_in_full = True
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
CREATE INDEX companies_by_parent ON companies (parent) WHERE parent IS NOT NULL;
"""

    def cells(self, entry: Player, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
        """Return the short name, if there is one, else the name; ticker, latest figure and role."""
        newest = main_figure(entry)
        figure = _latest_in_words(newest, language) if newest else ""
        role = catalogue.choice("roles", entry.role, _ROLES).of(language)
        return ((entry.short or entry.names).of(language), entry.ticker or "", figure, role)

    def overview_rows(
        self,
        entry: Player,
        catalogue: Catalogue,  # noqa: ARG002
        language: Language,
    ) -> Sequence[tuple[str, str, str]]:
        """Return the latest figure of each measure, with the value and its period at the end, then
        the amounts of events; none without a date."""
        figures = [
            (figure.measure, figure.amount, format_period(figure.period, language))
            for figure in latest_of_measures(entry)
            if figure.period
        ]
        figures += [
            (label, amount, format_date(date[:7], language))
            for label, amount, date in dated_amounts(entry)
        ]
        return [
            (
                "",
                label.of(language),
                f"{without_counted(amount.of(language), label.of(language))}  {when}",
            )
            for label, amount, when in figures
        ]

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

    def facets(self, entry: Player, catalogue: Catalogue) -> Iterator[FacetValue]:
        """Yield the role."""
        yield "role", entry.role, catalogue.choice("roles", entry.role, _ROLES)

    def names(self, entry: Player) -> Iterator[str]:
        """Yield aliases, short and legal names, stock code and the names of offerings."""
        yield from super().names(entry)
        if entry.short:
            yield from entry.short.wording()
        yield from filter(None, (entry.legal_name, entry.legal_name_en))
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
        page.headline(main_figure(entry))
        add_summary(page, entry.summary, entry.citations)
        _add_identity(page, entry)
        page.disagreement_link(entry.id)
        if entry.metrics:
            page.heading(shared_labels.FIGURES)
            add_metrics(page, entry)
        add_offerings(page, entry)
        add_events(page, entry)
        add_relations(page, entry)
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
            *catalogue.choice("roles", entry.role, _ROLES),
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
        role = catalogue.choice("roles", entry.role, _ROLES)
        yield ComparedField("role", shared_labels.ROLE, role)
        yield ComparedField("ticker", _TICKER, Wording(entry.ticker or "", entry.ticker or ""))
        yield ComparedField("exchange", _EXCHANGE, exchange)
        yield ComparedField("founded", _FOUNDED, founded)
        yield ComparedField("legal_name", _LEGAL_NAME, entry.legal_names)
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
            (shared_labels.ROLE, page.of(page.catalogue.choice("roles", player.role, _ROLES))),
            (_LEGAL_NAME, page.of(player.legal_names) or None),
            (_TICKER, player.ticker),
            (_EXCHANGE, player.exchange),
            (_FOUNDED, founded),
            (_PARENT, (page.link(player.parent),) if player.parent else None),
            (_GROUP, (page.link(player.group),) if player.group else None),
            (labels.FOUND_AS, page.enumeration(player.aliases)),
        ]
    )


def _latest_in_words(newest: Answer, language: Language) -> str:
    """Return value, status unless it is reported, measure and period."""
    measure = newest.measure.of(language)
    words = [without_counted(newest.amount.of(language), measure)]
    if newest.status != "reported":
        words[0] += _STATUS.format(status=newest.status_words).of(language)
    period = format_period(newest.period, language) if newest.period else ""
    return " · ".join(filter(None, (" ".join((*words, measure)), period)))
