"""S1: source documents and the files that were read."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Citation
from tui.model.base import Model
from tui.text.language import Wording

_DATES = {"date_published", "date", "issued", "founded", "as_of", "since", "earliest"}
"""Fields that say when something was; a forecast's horizon is none of them."""


def _checksum(context: CheckContext) -> Iterator[Violation]:
    for source in context.content.sources:
        data = context.original_bytes(source)
        if data is not None and sha256(data).hexdigest() != source.original.sha256:
            found = sha256(data).hexdigest()[:12]
            values: dict[str, object] = {"original": source.original.file, "found": found}
            yield Violation(source.id, ("original", "sha256"), values)


def _missing(context: CheckContext) -> Iterator[Violation]:
    if context.originals is None:
        return
    for source in context.content.sources:
        if context.original_bytes(source) is None:
            yield Violation(source.id, ("original", "file"), {"original": source.original.file})


def _uncited(context: CheckContext) -> Iterator[Violation]:
    cited = {citation.source for _, _, citation in context.parts(Citation)}
    for source in context.content.sources:
        if source.id not in cited:
            yield Violation(source.id, ("id",), {"source": source.id})


def _future(context: CheckContext) -> Iterator[Violation]:
    today = context.today.isoformat()
    for entry, path, part in context.parts(Model):
        for field in _DATES & set(type(part).model_fields):
            date = getattr(part, field)
            if date and date > today[: len(date)]:
                yield Violation(entry, (*path, field), {"date": date})


def _silent(context: CheckContext) -> Iterator[Violation]:
    for source in context.content.sources:
        for field in ("license", "source_descriptor"):
            text = getattr(source, field)
            if len(text.zh) < 8 or len(text.en) < 16:
                yield Violation(source.id, (field,), {"field": field})


RULES = (
    Rule(
        "S101",
        "error",
        Wording(
            "原件{original}的校验和不符（实为{found}…）",
            "the checksum of the original {original} differs (found {found}…)",
        ),
        Wording(
            "换回当时读的那份文件；若确要改用新文件，逐条复核引文后更新[original]",
            "bring back the file that was read; to adopt a new one, check every quote again and "
            "update [original]",
        ),
        Wording(
            "引文是从某一份文件里抄下的。文件变了，引文就不再有着落。",
            "Quotes were taken from one file. If the file has changed, nobody can tell what they "
            "rest on.",
        ),
        'sha256 = "0000…"',
        'sha256 = "da62a56e…"  (sha256sum FILE)',
        _checksum,
    ),
    Rule(
        "S102",
        "error",
        Wording("文件夹里没有原件{original}", "the folder does not hold the original {original}"),
        Wording("放入该文件，或去掉--originals", "put the file there, or leave --originals away"),
        Wording(
            "要求核对原件，就不能默默跳过缺的那一份。",
            "Who asks for a check against the originals must not get one with a silent hole.",
        ),
        "medbrief check --originals EMPTY-FOLDER",
        "medbrief check --originals FOLDER-WITH-ALL-ORIGINALS",
        _missing,
    ),
    Rule(
        "S103",
        "error",
        Wording("没有记录引用来源“{source}”", "no record cites the source {source!r}"),
        Wording("引用它，或删去这份来源记录", "cite it, or remove its record"),
        Wording(
            "列出而不用的来源会让人以为简报依据更多。",
            "A source that is listed but not used lends the briefing weight it does not have.",
        ),
        "seeds/unused.toml",
        'citations = [{ source = "unused", exact = "…" }]',
        _uncited,
    ),
    Rule(
        "S104",
        "error",
        Wording("日期{date}在将来", "the date {date} lies in the future"),
        Wording("改正日期", "mend the date"),
        Wording("将来的文件还没有人读过。", "Nobody has read a document of the future."),
        'date_published = "2099-01-01"',
        'date_published = "2021-10-18"',
        _future,
    ),
    Rule(
        "S105",
        "error",
        Wording("“{field}”等于没写", "{field!r} says next to nothing"),
        Wording(
            "写明谁在测量、怎样测量、有何利益；转载条件照实写",
            "say who measures, how, with what interest; say what the document allows",
        ),
        Wording(
            "读者要据此判断数字的分量（ICD 206）。",
            "By this the reader weighs every figure of the source (ICD 206).",
        ),
        'source_descriptor = { zh = "网页", en = "A page" }',
        'source_descriptor = { zh = "行业报告销售方的引流文章…", en = "A teaser by …" }',
        _silent,
    ),
)
