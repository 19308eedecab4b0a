"""``medbrief brief``: print a narrative briefing or the short brief of a subject, or list them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli import messages
from tui.cli.args.list_filters import requested_tag
from tui.cli.args.output_format import FRONT_MATTER, TABLE, format_option, requested_format
from tui.cli.args.question_line import look_up_typed
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.commands import list_, show
from tui.cli.output.record_output import write_records
from tui.cli.output.writer import print_message, printable, write_lines, write_output
from tui.cli.resolve import resolve_id
from tui.cli.settings import Settings
from tui.document import Block, Heading, Paragraph, Span
from tui.document.shared_labels import DATA_TO_DATE
from tui.export.formats import Contents
from tui.export.page_contents import subject_contents
from tui.render.line_wrap import BLANK, Line, wrap
from tui.render.page_layout import lay_out_text
from tui.store import Store
from tui.text.dates import format_date
from tui.text.fold import fold
from tui.text.language import Language, Wording
from tui.views.messages import EDITORS_BRIEF, EDITORS_BRIEFS
from tui.views.selection import subjects_of

_NAME_AND_TAG = Wording(
    "名称不能与--tag同用：只用其中之一", "a name cannot be combined with --tag: use one of the two"
)
_SEVERAL_TAGS = Wording(
    "一次只能编一个主题的简报，收到的是：{tags}",
    "a brief is on one subject at a time; received: {tags}",
)
_REFERENCES = Wording("参考文献", "References")
_SHORT_BRIEF = Wording(
    "同一主题的专题简报：medbrief brief --tag {tag}",
    "Short brief on the same subject: medbrief brief --tag {tag}",
)


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print a brief; without a name, list the briefs. Return 1 for an unknown name.

    Raises:
        UsageError: for an unknown tag, several tags, a name and a tag, or contradicting formats.
    """
    form = requested_format(options, TABLE, settings)
    name = " ".join(options.id)
    if options.tag:
        if name:
            raise UsageError(_NAME_AND_TAG)
        tags = {requested_tag(store, word): word for word in options.tag}
        if len(tags) > 1:
            raise UsageError(_SEVERAL_TAGS.format(tags=" ".join(map(printable, tags.values()))))
        return _subject(store, next(iter(tags)), form, options, settings)
    if not name:
        if form == TABLE:
            return list_.print_list(store, "brief", settings, as_json=False)
        contents = list_.contents_of(store, "brief", settings, form)
        return write_records(contents, form, options, settings)
    identity = resolve_id(store, name)
    if not _has_title(store, identity, name):  # the alias of a narrative may name its subject
        from tui.cli.args.tag_names import tag_named

        if tag := tag_named(store, name):
            return _subject(store, tag, form, options, settings)
    if not any(entry.kind == "brief" for entry in store.answers(identity)):
        from tui.cli.args.tag_names import find_tag

        found = find_tag(store, name)
        if found.tag:
            return _subject(store, found.tag, form, options, settings)
        if found.near:
            return _report_near(name, found.near, options, settings)
        code = look_up_typed(store, options, settings)
        if code is not None:
            return code
    elif form not in (TABLE, "json"):
        contents = Contents(store, [identity], settings.language)
        return write_records(contents, form, options, settings)
    after = () if form == "json" else _subject_of(store, identity, settings)
    return show.print_pages(store, (name,), options, settings, kind="brief", after=after)


def _has_title(store: Store, identity: str, name: str) -> bool:
    """Return whether a name is the id of a record or its title in either language."""
    typed = fold(name)
    return any(typed in map(fold, (each.id, *each.title)) for each in store.answers(identity)[:1])


def _subject_of(store: Store, identity: str, settings: Settings) -> Sequence[Line]:
    """Return the line that names the short brief of the one subject of a narrative."""
    subjects = subjects_of(store, identity)
    if len(subjects) != 1:
        return ()
    text = _SHORT_BRIEF.format(tag=subjects[0]).of(settings.language)
    return [BLANK, *wrap((Span(text, "muted"),), settings.width)]


def _report_near(name: str, near: Sequence[str], options: Options, settings: Settings) -> int:
    if options.json:
        write_output("[]\n")
    print_message(messages.NO_SUCH_RECORD.format(id=printable(name)).of(settings.language))
    lines = messages.listed(f"medbrief brief --tag {tag}" for tag in near)
    print_message(messages.DID_YOU_MEAN.format(names=lines).of(settings.language))
    return 1


def _subject(store: Store, tag: str, form: str, options: Options, settings: Settings) -> int:
    contents = subject_contents(store, tag, settings.language, "" if form == TABLE else form)
    if form != TABLE or contents.page is None:
        return write_records(contents, form, options, settings)
    from tui.export.references import for_readers
    from tui.store.bibliography import references

    page, language = contents.page, settings.language
    cited = references(store, dict.fromkeys(quote.source for quote in page.quotes))
    stop = "：" if language == "zh" else ": "
    listed = [
        Paragraph(
            (Span(f"{each.short.of(language)}{stop}", "label"), Span(for_readers(each, language))),
            bullet="-",
        )
        for each in cited
    ]
    if listed:
        blocks = (*page.blocks, Heading(_REFERENCES.of(language)), *listed)
        page = page._replace(blocks=blocks)
    if newest := store.meta("core_figures_to"):
        currency = DATA_TO_DATE.format(date=format_date(newest, language)).of(language)
        currency_line = Paragraph((Span(currency, "muted"),))
        page = page._replace(blocks=(currency_line, *_narratives_first(page.blocks, language)))
    write_lines(lay_out_text(page, settings.width, settings.glyphs), settings)
    return 0


def _narratives_first(blocks: Sequence[Block], language: Language) -> list[Block]:
    """Put the paragraph that names the editor's briefs at the beginning, where it is seen."""
    labels = [each.of(language) for each in (EDITORS_BRIEF, EDITORS_BRIEFS)]
    return sorted(
        blocks,
        key=lambda it: not (isinstance(it, Paragraph) and it.spans and it.spans[0].text in labels),
    )


COMMAND = Command(
    "brief",
    Wording("阅读一篇简报，或某一主题的专题简报", "read a brief, or a short brief on a subject"),
    run,
    (
        Example("medbrief brief five-minutes", Wording("五分钟概览", "the five-minute version")),
        Example(
            "medbrief brief --tag financing -o financing.docx",
            Wording("投融资专题简报，至多两页", "financing on two pages at most"),
        ),
    ),
    (
        Argument(
            ("id",),
            Wording(
                "主题，或简报的名称；省略则列出全部",
                "a subject, or the name of a brief; without it, list all",
            ),
            "NAME",
            nargs="*",
            completion="brief",
        ),
        Argument(
            ("--tag",),
            Wording(
                "主题：由该主题的记录编成的专题简报，至多两页",
                "subject: a short brief of its records, two pages at most",
            ),
            "TAG",
            repeatable=True,  # so that a second one is an error
            completion="facet",
        ),
        format_option(TABLE),
        FRONT_MATTER,
        JSON_OPTION,
    ),
    details=(
        Wording(
            "专题简报开头是要点：最新数据与最高值、预测、增长、分歧、缺口。其后依次为最新数据、历年数据、来源的说法、"
            "分歧、缺口、政策、企业。主题的政策多于统计时，要点为：措辞最强的规定、有无强制性表述、政策数目、"
            "主要数据（没有统计的，为企业的数据）、缺口；政策列在要点之后。",
            "A short brief begins with takeaways: latest and highest figure, forecasts, change, "
            "disputes and gaps. Then come the latest figures, the figures by period, what the "
            "sources say, where they disagree, what is not known, policies and companies. Where a "
            "subject has more policies than statistics, its takeaways are the provisions with the "
            "strongest wording, whether any wording is mandatory, the number of policies, the main "
            "figure (figures of companies where there is no statistic) and gaps; the policies "
            "follow them.",
        ),
        Wording(
            "放不下的政策写明名称，其余记录写明条数；Markdown文件不分页，政策全部列出。"
            "其他行业的记录（briefing.toml中aside = true的主题）不在内。",
            "Policies without room are named, other records counted; Markdown files have no pages, "
            "and all policies. Records of other industries (subjects with aside = true in "
            "briefing.toml) are left out.",
        ),
        Wording(
            "既是主题又是简报别名的名称打开专题简报，编者撰写的简报列在开头。",
            "A subject whose name is also an alias of an editor's brief opens the short brief, "
            "which names the other one first.",
        ),
    ),
    over_ssh="worker",
)
