"""``medbrief list``: records, one a line, all or those that match the filters."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from types import MappingProxyType

from tui.cli.args.list_filters import (
    FILTERS,
    HOW_FILTERS_COMBINE,
    requested_filters,
    subject_of,
)
from tui.cli.args.list_words import SUBJECT, narrowed_list
from tui.cli.args.output_format import FRONT_MATTER, TABLE, format_option, requested_format
from tui.cli.args.record_kinds import record_kind
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.sort_options import BRIEFING_ORDER, ORDER_OPTIONS, Order
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.record_output import write_records
from tui.cli.output.selection_report import NO_MATCH, report_selection
from tui.cli.output.writer import print_message, write_file_output, write_lines
from tui.cli.settings import Settings
from tui.document import Span
from tui.document.shared_labels import FORCE_ORDER, STATED_IS_LAST
from tui.export.formats import Contents, write
from tui.render.line_wrap import BLANK, Line
from tui.render.list_layout import listing
from tui.search.list_filter import written_forms
from tui.store import Row, Section, Store
from tui.text.language import Language, Wording
from tui.views.matching_cells import columns_for_facts, show_facts
from tui.views.matching_facts import MatchingFact, matching_facts, select_by_facts
from tui.views.ordering import FORCE, sort_rows
from tui.views.selection import SelectionFilter
from tui.views.subject_order import aside_records, asides_last, in_subject_order
from tui.views.subject_provisions import EVERY_PROVISION, ProvisionFilter, with_provisions

_ID_COLUMN = Wording("标识", "Id")
_OTHER_INDUSTRIES = Wording("其他行业", "Other industries")


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the matching records; return 1 if there are none.

    Raises:
        UsageError: for an unknown kind, an invalid filter, or contradicting formats.
    """
    kind = record_kind(store, options.record_kind) if options.record_kind else None
    filters, only = requested_filters(store, options, kind), None
    if options.subject:
        filters, only = narrowed_list(store, kind, filters, " ".join(options.subject))
    return list_records(store, kind, filters, options, settings, only)


def list_records(
    store: Store,
    kind: str | None,
    filters: SelectionFilter,
    options: Options,
    settings: Settings,
    only: Collection[str] | None = None,
) -> int:
    """Print the records of a kind, or of all kinds, that match; return 1 if there are none.

    Raises:
        UsageError: for contradicting formats.
    """
    form = requested_format(options, TABLE, settings)
    order = Order(options.sort, options.reverse)
    words, found = _words(store, options, only), None
    facts: Mapping[str, MatchingFact] = MappingProxyType({})
    if filters.facets or filters.within is not None:
        found = select_by_facts(store, filters)
        facts = matching_facts(store, filters, found.ids)
        kinds = filters.facets.get("kind", ())
        kind = kinds[0] if len(kinds) == 1 else None
        only = set(found.ids) if only is None else set(found.ids).intersection(only)
    provisions = ProvisionFilter.of_facets(filters.facets, words)
    if form == TABLE:
        code = print_table(store, kind, settings, only, order, facts, provisions)
    else:
        ids = _ids(store, kind, _by(form, order, settings), only, order, facts, provisions)
        if kind is None and filters.facets.get("tag") and order == BRIEFING_ORDER:
            ids = in_subject_order(store, ids)
        subject = subject_of(store, filters, options)
        contents = Contents(store, ids, settings.language, subject=subject, one_each=True)
        if facts:
            shown = tuple((each, facts[each].fact if each in facts else "") for each in ids)
            contents = contents._replace(facts=shown)
        code = write_records(contents, form, options, settings)
    if form == TABLE and order.name == FORCE and (kind or "policy") == "policy":
        print_message(FORCE_ORDER.of(settings.language))
        print_message(STATED_IS_LAST.of(settings.language))
    if found is not None and found.ids and not only:  # records match the filters or the words
        print_message(NO_MATCH.of(settings.language))
    elif found is not None:
        report_selection(store, found, settings.language, filters)
    return code


def _words(store: Store, options: Options, only: Collection[str] | None) -> tuple[str, ...]:
    """Return the words that narrow a list to the records that have them, as provisions have them
    too; none where they are the name of a subject."""
    text = " ".join(options.subject or ()) if only is not None else ""
    return (text, *sorted(written_forms(store, text))) if text else ()


def print_list(store: Store, kind: str | None, settings: Settings, *, as_json: bool) -> int:
    """Print the records of a kind; return 1 if there are none."""
    if not as_json:
        return print_table(store, kind, settings)
    contents = contents_of(store, kind, settings, "json")
    write_file_output(write(contents, "json"))
    return 0 if contents.identities else 1


def _by(form: str, order: Order, settings: Settings) -> Language:
    """Return the language of the names that records go by: the same for JSON in any language."""
    return "en" if form == "json" and order == BRIEFING_ORDER else settings.language


def contents_of(store: Store, kind: str | None, settings: Settings, form: str) -> Contents:
    """Return the records of a kind, one entry each. ``form``: the format of the output."""
    ids = _ids(store, kind, _by(form, BRIEFING_ORDER, settings))
    return Contents(store, ids, settings.language, one_each=True)


def print_table(
    store: Store,
    kind: str | None,
    settings: Settings,
    among: Container[str] | None = None,
    order: Order = BRIEFING_ORDER,
    facts: Mapping[str, MatchingFact] = MappingProxyType({}),
    provisions: ProvisionFilter = EVERY_PROVISION,
) -> int:
    """Print the records of a kind, or of all kinds under the titles of their sections.

    ``among``: the ids to print, if not all; ``facts``: what rows show in place of their main facts;
    ``provisions``: which ones of policies are printed below them. Return 1 if there are none.
    """
    lines: list[Line] = []
    for section in _sections(store, kind):
        rows = _rows(store, section, settings.language, among, order, facts, provisions)
        asides = aside_records(store) if provisions.tags and order == BRIEFING_ORDER else ()
        listed = section_lines(section, rows, settings, facts, asides)
        if listed and kind is None:
            lines += [BLANK] if lines else []
            lines.append((Span(section.title.of(settings.language), "heading"),))
        lines += listed
    write_lines(lines, settings)
    return 0 if lines else 1


def _ids(
    store: Store,
    kind: str | None,
    language: Language,
    among: Container[str] | None = None,
    order: Order = BRIEFING_ORDER,
    facts: Mapping[str, MatchingFact] = MappingProxyType({}),
    provisions: ProvisionFilter = EVERY_PROVISION,
) -> list[str]:
    return [
        row.id
        for section in _sections(store, kind)
        for row in _rows(store, section, language, among, order, facts, provisions)
    ]


def _sections(store: Store, kind: str | None) -> list[Section]:
    return [
        section
        for section in store.sections()
        if section.kind != "overview" and kind in (None, section.kind)
    ]


def _rows(
    store: Store,
    section: Section,
    language: Language,
    among: Container[str] | None,
    order: Order,
    facts: Mapping[str, MatchingFact],
    provisions: ProvisionFilter = EVERY_PROVISION,
) -> list[Row]:
    rows = store.rows(section.id, language)
    chosen = [row for row in rows if among is None or row.id in among]
    chosen = with_provisions(store, section, chosen, provisions, language)
    if provisions.tags and order == BRIEFING_ORDER and not section.order:
        chosen = asides_last(store, chosen)
    return sort_rows(store, chosen, order.name, language, reverse=order.reverse, facts=facts)


def section_lines(
    section: Section,
    rows: list[Row],
    settings: Settings,
    facts: Mapping[str, MatchingFact] = MappingProxyType({}),
    asides: Container[str] = (),
) -> list[Line]:
    """Return the headings and rows of one section; nothing without rows. ``asides``: the ids of
    records of other industries, which have a heading where they are last."""
    if not rows:
        return []
    language = settings.language
    heads: Sequence[tuple[str, str]] = section.columns(language)
    if any(row.id in facts for row in rows):
        heads = columns_for_facts(section, language)
        rows = show_facts(section, rows, facts, language)
    ids = [row.id for row in rows]
    cells = [row.cells for row in rows]
    # The column that the order of the section goes by is always shown, and a figure.
    kept = int(bool(section.order) or (len(heads) > 1 and heads[1][1] == "right"))
    own = [row.id not in asides for row in rows]
    first = sum(own) if any(own) and not all(own) and own == sorted(own, reverse=True) else 0
    head = _ID_COLUMN.of(language)
    return listing(
        heads,
        cells,
        settings.list_width,
        settings.glyphs,
        ids=(head, ids),
        kept=kept,
        always_ids=not settings.fixed_width,  # a program in a pipe reads them
        below=[row.below for row in rows],
        group=(first, _OTHER_INDUSTRIES.of(language) if first else ""),
    )


COMMAND = Command(
    "list",
    Wording("列出全部或符合条件的记录", "list records, all or filtered"),
    run,
    (
        Example("medbrief list policies", Wording("全部政策", "all policies")),
        Example("medbrief policies", Wording("同上：list可以省略", "the same: list is optional")),
        Example(
            "medbrief policies insurance --since 2020",
            Wording("2020年以来关于医保的政策", "policies on insurance since 2020"),
        ),
        Example(
            "medbrief list policies --level national --since 2020",
            Wording("2020年以来的国家级政策", "national policies since 2020"),
        ),
        Example(
            "medbrief list --tag 医保支付 --source ofweek-2021",
            Wording("某主题下引用某来源的记录", "records on one subject that cite one source"),
            "medbrief list --tag insurance-payment --source ofweek-2021",
        ),
        Example(
            "medbrief list policies --sort date --reverse -o policies.csv",
            Wording("政策表格，旧的在前", "a table of policies, oldest first"),
        ),
    ),
    (
        Argument(
            ("record_kind",),
            Wording("类别：policies、players、statistics等", "policies, players, statistics, …"),
            "KIND",
            nargs="?",
            completion="kind",
        ),
        SUBJECT,
        *FILTERS,
        *ORDER_OPTIONS,
        format_option(TABLE),
        FRONT_MATTER,
        JSON_OPTION,
    ),
    details=(
        Wording(
            "写明类别时list可以省略：medbrief policies --level national，或medbrief 政策。"
            "按主题或措辞列政策时，其下是符合条件的各条内容及其措辞。",
            "The word list is optional before a kind: medbrief policies --level national. Policies "
            "filtered by subject or force have below them the provisions that match, each with its "
            "force.",
        ),
        HOW_FILTERS_COMBINE,
        Wording(
            "类别与--kind是同一条件：list policies --kind statistics列出这两类。",
            "KIND and --kind are the same filter: list policies --kind statistics lists both "
            "kinds.",
        ),
        Wording(
            "csv、tsv、json和jsonl中每条记录一项：默认是它的主要事实；按状态、日期或来源筛选时，"
            "是符合条件的事实。md、html和docx包含各记录的全文，bibtex包含所引的来源。只列分歧时，"
            "csv和tsv每方一行。要导出每条记录的全部事实，请用export。",
            "csv, tsv, json and jsonl contain one entry per record: its main fact or, with a "
            "filter by status, date or source, the fact that matches. md, html and docx contain "
            "the pages of the records, bibtex the cited sources. For disagreements alone, csv and "
            "tsv have one row per side. To get all facts of each record, use export.",
        ),
    ),
    over_ssh="worker",
)
