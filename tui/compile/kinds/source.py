"""Source documents: who measures, when, with what interest, and what rests on each."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile import labels
from tui.compile.catalogue import Catalogue, source_date
from tui.compile.facts.source_usage import SourceUsage
from tui.compile.kinds.base import Column, FacetValue, RecordKind, SqlRow
from tui.compile.page_builder import PageBuilder
from tui.document import shared_labels
from tui.model import Bilingual, Source
from tui.text.dates import format_date
from tui.text.language import NO_TEXT, Language, Wording, plural

_TYPES = {
    "article-magazine": Wording("媒体文章", "Magazine article"),
    "article": Wording("预印本", "Preprint"),
    "article-newspaper": Wording("新闻", "Newspaper article"),
    "post-weblog": Wording("专栏文章", "Column"),
    "report": Wording("研究报告", "Report"),
    "webpage": Wording("网页", "Web page"),
    "dataset": Wording("语料", "Data set"),
    "document": Wording("文件", "Document"),
}
_AUTHOR = Wording("作者", "Author")
_PRODUCER = Wording("机构", "Institution")
_CONTAINER = Wording("载于", "Published in")
_PUBLISHED = Wording("发布", "Published")
_DATE_REASON = Wording("日期依据：{reason}", "Date inferred from: {reason}")
_ADDRESS = Wording("网址", "Address")
_ACCESSED = Wording("引用日期", "Accessed")
_LICENSE = Wording("转载条件", "Reuse")
_FILE = Wording("原件", "Original file")
_CHECKSUM = Wording("SHA-256", "SHA-256")
_DESCRIPTOR = Wording("来源说明", "About this source: author, method, interests")
_WEAKNESSES = Wording("局限", "Limitations")
_MISSING = Wording("缺失", "Missing")
_USAGE = Wording("引用情况", "Use in this briefing")
_USAGE_COUNTS = Wording(
    "{records}条记录引用它，共{citations}处引文；其中{alone}条记录、{facts}个数字只凭这一来源。",
    "{en_records} cite it, in {en_citations}; {en_alone} and {en_facts} rest on it alone.",
)
_CITED_BY = Wording("引用它的记录", "Records that cite it")


class SourceKind(RecordKind[Source]):
    """A bibliographic record with the records that cite it."""

    entry_type = Source
    id = Source.record_kind
    order = 90
    label = shared_labels.SOURCE
    section = "sources"
    title = Wording("来源", "Sources")
    columns = (
        Column("name", shared_labels.SOURCE),
        Column("date", Wording("日期", "Date")),
        Column("type", shared_labels.TYPE),
    )
    overview_title = Wording("来源：引用次数", "Sources: quotes taken")
    overview_place = 5
    words = ("sources", "source documents", "来源", "资料来源")
    search_weight = -0.06
    titles_are_names = True

    def overview_rank(self, entry: Source, catalogue: Catalogue) -> int:
        """Put the sources with most quotes first."""
        return -catalogue.usage(entry.id).citations

    def overview_row(
        self,
        entry: Source,
        catalogue: Catalogue,
        language: Language,  # noqa: ARG002
    ) -> tuple[str, str]:
        """Return the year, and how many quotes are from the source."""
        published = entry.date_published or ""
        return published[:4] or "–", str(catalogue.usage(entry.id).citations)

    def cells(self, entry: Source, catalogue: Catalogue, language: Language) -> tuple[str, ...]:  # noqa: ARG002
        """Return short title, date and type."""
        kind = _TYPES[entry.type]
        return (entry.short.of(language), source_date(entry, language), kind.of(language))

    def date(self, entry: Source) -> str:
        """Return the date of publication, or the earliest possible one."""
        inferred = entry.date_inferred.earliest if entry.date_inferred else ""
        return entry.date_published or inferred or ""

    def summary(self, entry: Source, catalogue: Catalogue) -> Wording:  # noqa: ARG002
        """Return title and date, who wrote it, and what kind of text it is."""
        date = Wording(source_date(entry, "zh"), source_date(entry, "en"))
        by = entry.author or entry.producer
        about = entry.source_descriptor
        return Wording(
            f"{entry.title.zh}，{by.zh if by else labels.NO_AUTHOR.zh}，{date.zh}。{about.zh}",
            f"{entry.title.en}, {by.en if by else labels.NO_AUTHOR.en}, {date.en}. {about.en}",
        )

    def facets(
        self,
        entry: Source,
        catalogue: Catalogue,  # noqa: ARG002
    ) -> Iterator[FacetValue]:
        """Yield the type."""
        yield "type", entry.type, _TYPES[entry.type]

    def names(self, entry: Source) -> Iterator[str]:
        """Yield the short titles."""
        yield from entry.short.wording()

    def build_page(self, page: PageBuilder, entry: Source) -> None:
        """Add bibliography, descriptor, weaknesses, losses, and the records that cite it."""
        page.fields(
            [
                _original_title(entry, page.language),
                (_AUTHOR, entry.author or page.of(labels.NO_DATE)),
                (_PRODUCER, entry.producer),
                (_CONTAINER, entry.container),
                (_PUBLISHED, source_date(entry, page.language)),
                (_ADDRESS, entry.url or entry.url_note),
                (_ACCESSED, format_date(entry.accessed, page.language) if entry.accessed else None),
                (_LICENSE, page.of(entry.license)),
                (_FILE, f"{entry.original.file} ({entry.original.size:,} B)"),
                (_CHECKSUM, entry.original.sha256),
            ]
        )
        if entry.date_inferred:
            reason = page.of(entry.date_inferred.reason)
            page.paragraph(page.of(_DATE_REASON.format(reason=reason)))
        page.heading(_DESCRIPTOR)
        page.paragraph(page.of(entry.source_descriptor))
        for title, texts in ((_WEAKNESSES, entry.weaknesses), (_MISSING, entry.missing)):
            if texts:
                page.heading(title)
                for text in texts:
                    page.paragraph(page.of(text), bullet="-")
        page.heading(_USAGE)
        usage = page.catalogue.usage(entry.id)
        page.paragraph(page.of(_usage_counts(usage)))
        citing = page.catalogue.citing(entry.id)
        page.links(_CITED_BY, [(other, page.of(page.catalogue.kind(other))) for other in citing])

    def sql_rows(self, entry: Source, catalogue: Catalogue) -> Iterator[SqlRow]:  # noqa: ARG002
        """Yield the row of ``sources``, which schema.sql creates: citations join it."""
        inferred = entry.date_inferred
        row = (
            entry.id,
            entry.type,
            *entry.title.wording(),
            *entry.short.wording(),
            *_texts(entry.author),
            *_texts(entry.producer),
            *_texts(entry.container),
            entry.language,
            entry.date_published,
            self.date(entry),
            inferred.latest if inferred else entry.date_published,
            entry.url or "",
            entry.accessed,
            *entry.license.wording(),
            *entry.original.model_dump().values(),
        )
        yield "sources", row


def _usage_counts(usage: SourceUsage) -> Wording:
    english = {
        "en_records": plural(usage.records, "record"),
        "en_citations": plural(usage.citations, "place"),
        "en_alone": plural(usage.alone, "record"),
        "en_facts": plural(usage.facts, "figure"),
    }
    text = _USAGE_COUNTS.format(**usage._asdict(), **english)
    return text._replace(en=text.en.replace("1 record cite ", "1 record cites ", 1))


def _original_title(entry: Source, language: Language) -> tuple[Wording, str | None]:
    """Return the title as printed, for readers of the other language."""
    label = labels.ORIGINAL_TITLE if entry.language == "zh" else labels.ENGLISH_TITLE
    printed, shown = entry.title.of(entry.language), entry.title.of(language)
    return (label, printed if printed != shown else None)


def _texts(text: Bilingual | None) -> Wording:
    return text.wording() if text else NO_TEXT
