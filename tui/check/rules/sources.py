"""S1: source documents and their original files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from tui.check.context import CheckContext
from tui.check.original_format import first_entity, other_format
from tui.check.rule import Rule, Violation
from tui.check.rules.missing_quotes import quotes_behind_entities
from tui.model import Citation, Source
from tui.model.base import Model
from tui.text.language import Wording

_DATES = {"accessed", "date_published", "date", "issued", "founded", "as_of", "since", "earliest"}
"""Fields with a date in the past. The horizon of a forecast is not one of them."""
_MARKED = re.compile(r"^(?P<field>\w+) = .*# (?P<mark>guessed|to do)\s*$", re.MULTILINE)
"""A line that `medbrief add` wrote and nobody has confirmed."""
_MIN_ZH, _MIN_EN = 8, 16
"""Characters of an informative description."""


def _wrong_checksum(context: CheckContext) -> Iterator[Violation]:
    for source in context.content.sources:
        data = context.original_bytes(source)
        if data is not None and sha256(data).hexdigest() != source.original.sha256:
            found = sha256(data).hexdigest()[:12]
            values: dict[str, object] = {"original": source.original.file, "found": found}
            yield Violation(source.id, ("original", "sha256"), values)


def _wrong_size(context: CheckContext) -> Iterator[Violation]:
    for source, data in _unchanged_originals(context):
        if len(data) != source.original.size:
            yield Violation(source.id, ("original", "size"), {"found": len(data)})


def _unchanged_originals(context: CheckContext) -> Iterator[tuple[Source, bytes]]:
    """Yield the originals whose checksum is right, with their sources."""
    for source in context.content.sources:
        data = context.original_bytes(source)
        if data is not None and sha256(data).hexdigest() == source.original.sha256:
            yield source, data


def _other_format(context: CheckContext) -> Iterator[Violation]:
    for source, data in _unchanged_originals(context):
        if found := other_format(data):
            values: dict[str, object] = {"original": source.original.file, "format": found}
            yield Violation(source.id, ("original", "file"), values)


def _unconfirmed(context: CheckContext) -> Iterator[Violation]:
    for source in context.content.sources:
        for match in _MARKED.finditer(context.content.files[source.id].text):
            values: dict[str, object] = {"field": match["field"], "mark": match["mark"]}
            yield Violation(source.id, (match["field"],), values)


def _html_entities(context: CheckContext) -> Iterator[Violation]:
    for source, quotes in quotes_behind_entities(context).items():
        values: dict[str, object] = {
            "count": len(quotes),
            "quote": quotes[0],
            "entity": first_entity(context.original_texts[source]),
        }
        yield Violation(source, ("original", "file"), values)


def _missing_original(context: CheckContext) -> Iterator[Violation]:
    if context.originals is None:
        return
    for source in context.content.sources:
        if context.original_bytes(source) is None:
            yield Violation(source.id, ("original", "file"), {"original": source.original.file})


def _uncited_source(context: CheckContext) -> Iterator[Violation]:
    cited = {citation.source for _, _, citation in context.parts(Citation)}
    for source in context.content.sources:
        if source.id not in cited:
            yield Violation(source.id, ("id",), {"source": source.id})


def _future_date(context: CheckContext) -> Iterator[Violation]:
    today = context.today.isoformat()
    for entry, path, part in context.parts(Model):
        for field in _DATES & set(type(part).model_fields):
            date = getattr(part, field)
            if date and date > today[: len(date)]:
                yield Violation(entry, (*path, field), {"date": date})


def _uninformative_field(context: CheckContext) -> Iterator[Violation]:
    languages = context.content.briefing.languages
    for source in context.content.sources:
        for field in ("license", "source_descriptor"):
            text = getattr(source, field)
            least = {"zh": _MIN_ZH, "en": _MIN_EN}
            if any(len(text.of(language)) < least[language] for language in languages):
                yield Violation(source.id, (field,), {"field": field})


RULES = (
    Rule(
        code="S101",
        severity="error",
        message=Wording(
            "原件{original}的校验和不符（实为{found}…）",
            "checksum of the original {original} does not match (found {found}…)",
        ),
        fix=Wording(
            "恢复当时核对的文件；若改用新文件，先逐条复核引文，再更新[original]",
            "restore the file that was read; to adopt a new one, verify every quote again, then "
            "update [original]",
        ),
        why=Wording(
            "引文摘自某一份确定的文件。文件变了，引文就失去依据。",
            "Quotes were copied from one particular file. If that file has changed, they can no "
            "longer be verified.",
        ),
        incorrect='sha256 = "0000…"',
        correct='sha256 = "da62a56e…"  (sha256sum FILE)',
        check=_wrong_checksum,
    ),
    Rule(
        code="S102",
        severity="error",
        message=Wording(
            "文件夹中没有可读的原件{original}",
            "the original {original} is missing from the folder or cannot be read",
        ),
        fix=Wording("放入该文件，或不加--originals", "add the file, or run without --originals"),
        why=Wording(
            "要求核对原件时，不能悄悄跳过缺失的文件。",
            "A check against the originals must not silently skip one of them.",
        ),
        incorrect="medbrief check --originals EMPTY-FOLDER",
        correct="medbrief check --originals FOLDER-WITH-ALL-ORIGINALS",
        check=_missing_original,
    ),
    Rule(
        code="S103",
        severity="error",
        message=Wording("没有记录引用来源“{source}”", "no record cites the source {source!r}"),
        fix=Wording("引用它，或删去这份来源记录", "cite it, or remove its record"),
        why=Wording(
            "列而不用的来源，会让读者高估简报的依据。",
            "An unused source in the list makes the briefing look better supported than it is.",
        ),
        incorrect="seeds/unused.toml",
        correct='citations = [{ source = "unused", exact = "…" }]',
        check=_uncited_source,
    ),
    Rule(
        code="S104",
        severity="error",
        message=Wording("日期{date}晚于今天", "the date {date} is in the future"),
        fix=Wording("改正日期", "correct the date"),
        why=Wording(
            "尚未发布的文件不可能已被引用。",
            "A document that does not exist yet cannot be a source.",
        ),
        incorrect='date_published = "2099-01-01"',
        correct='date_published = "2021-10-18"',
        check=_future_date,
    ),
    Rule(
        code="S105",
        severity="error",
        message=Wording("“{field}”过于简略", "{field!r} is too short to be informative"),
        fix=Wording(
            "写明由谁、用什么方法测量，有何利益关系；转载条件照原文写",
            "state who measures, how, and with what interest; state the license as the document "
            "does",
        ),
        why=Wording(
            "读者据此判断该来源数字的可信度（ICD 206）。",
            "Readers judge the reliability of a source's figures by its description (ICD 206).",
        ),
        incorrect='source_descriptor = { zh = "网页", en = "A page" }',
        correct='source_descriptor = { zh = "行业报告销售方的引流文章…", en = "A teaser by …" }',
        check=_uninformative_field,
    ),
    Rule(
        code="S106",
        severity="error",
        message=Wording(
            "原件的大小实为{found}字节", "the original has {found} bytes, not the recorded size"
        ),
        fix=Wording("改正size", "correct size"),
        why=Wording(
            "读者的原件按size读取；size不对，读者就看不到引文的上下文。",
            "A reader's copy of the original is read up to this size. With a wrong size, readers "
            "do not see the passage around a quote.",
        ),
        incorrect="size = 1",
        correct="size = 11104  (wc -c FILE)",
        check=_wrong_size,
    ),
    Rule(
        code="S107",
        severity="error",
        message=Wording(
            "原件{original}不是UTF-8文本（{format}），引文无法核对",
            "the original {original} is not UTF-8 text ({format}), so that no quote can be checked",
        ),
        fix=Wording(
            "转成UTF-8文本（iconv -f GB18030 -t UTF-8，或pdftotext），再更新[original]",
            "convert it to UTF-8 text (iconv -f GB18030 -t UTF-8, or pdftotext), then update "
            "[original]",
        ),
        why=Wording(
            "引文与原件逐字比较，原件须是文本。",
            "Quotes are compared with the original character by character, which needs text.",
        ),
        incorrect='file = "article.pdf"',
        correct='file = "article.txt"',
        check=_other_format,
    ),
    Rule(
        code="S108",
        severity="error",
        message=Wording(
            "原件以HTML实体（如{entity}）编码：“{quote}”等{count}处引文须解码后才能找到",
            "the original is encoded in HTML entities such as {entity}: {count} quotes are found "
            "only after decoding, the first is “{quote}”",
        ),
        fix=Wording(
            "把实体解码后另存，再更新[original]；若只涉及个别字符，引文照实体抄录",
            "decode the entities, save the file and update [original]; for a single character, "
            "quote the entity as it stands",
        ),
        why=Wording(
            "比较时只去掉标签，不解码实体，引文才与文件逐字相同。",
            "Only tags are removed before the comparison, so that a quote is what the file holds.",
        ),
        incorrect="&#20114;&#32852;&#32593;",
        correct="互联网",
        check=_html_entities,
    ),
    Rule(
        code="S109",
        severity="error",
        message=Wording(
            "{field}未经核对（# {mark}）",
            "{field} is not confirmed (# {mark})",
        ),
        fix=Wording(
            "核对或补写这一行，然后删去行末的注释",
            "check or complete the line, then delete the comment at its end",
        ),
        why=Wording(
            "medbrief add从文件中猜出的题名、日期等可能有误。",
            "Title, date and others that medbrief add reads from a document may be wrong.",
        ),
        incorrect='date_published = "2023-05-10"  # guessed',
        correct='date_published = "2023-05-10"',
        check=_unconfirmed,
    ),
)
