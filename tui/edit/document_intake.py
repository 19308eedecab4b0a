"""Add a document: keep its file and its text with the originals, and write its source record.

What the document says about itself is guessed: each such line of the record ends with the comment
``# guessed``, each line that only an editor can write with ``# to do``. The rule S109 of
``medbrief check`` reports them until the comment is deleted.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from tui.check.autofix import toml_string, write_text
from tui.edit.document_details import DocumentDetails, read_details
from tui.edit.document_format import ReadDocument, read_document
from tui.file_write import write_file
from tui.load import Content
from tui.load.content import seeds_folder
from tui.load.toml_positions import TomlPositions
from tui.model import Source
from tui.text.fold import is_chinese
from tui.text.language import LANGUAGES, Language, Wording

_WEB_PAGE, _UNKNOWN_TYPE = "webpage", "document"
_EXTENSIONS = {"html": "html", "markdown": "md", "text": "txt", "pdf": "pdf"}
_SITE_PREFIX = re.compile(r"^(?:www|m|mobile|news|mp)\.")

_TITLE = Wording("中文题名", "TITLE IN ENGLISH")
_NAME = Wording("中文名称", "NAME IN ENGLISH")
_LICENSE = Wording("待补：授权声明", "What the document says about reuse")
_DESCRIPTOR = Wording("待补：谁统计、如何统计、有何利益", "Who measures, how, with what interest")
_REASON = Wording("正文提到的最近时期", "The latest past period that the text mentions")
_NO_DATE = Wording("待补：文件没有写明日期", "Unknown: the document names no date")
_TYPE_CHOICES = Wording(
    "# type可为：article-newspaper、article-magazine、webpage、post-weblog、report、dataset、"
    "article（预印本）、document（其他）",
    "# type: article-newspaper, article-magazine, webpage, post-weblog, report, dataset, "
    "article (a preprint) or document (anything else)",
)
_DATE_CHOICES = Wording(
    '# 日期：date_published = "2023-05-10"；或只知范围，在date_inferred中写earliest、latest',
    '# date: date_published = "2023-05-10"; or what is known of it as earliest and latest in '
    "date_inferred",
)


class KnownDocument(NamedTuple):
    """A source that a document belongs to. ``changed``: its text is another one."""

    source: str
    changed: bool


class AddedDocument(NamedTuple):
    """What was written. ``guessed``, ``missing``: the fields that an editor confirms and adds."""

    source: str
    files: tuple[str, ...]
    guessed: tuple[str, ...]
    missing: tuple[str, ...]


class NewDocument:
    """A document that is about to be added to a briefing.

    Raises:
        UnreadableDocumentError: its format is not supported, or it contains no text.
    """

    def __init__(self, data: bytes, name: str, today: datetime.date) -> None:
        self._data = data
        self._name = name
        self._today = today
        self.read: ReadDocument = read_document(data, name)
        self.text = data if self.read.is_raw else self.read.text.encode()
        self.details: DocumentDetails = read_details(self.read, today)

    def known(self, content: Content, originals: Path) -> KnownDocument | None:
        """Return the source that already has this document: the same file or text, or another
        version from the same address or with the same title and publisher."""
        digests = {sha256(self._data).hexdigest(), sha256(self.text).hexdigest()}
        for source in content.sources:
            raw = originals / raw_name(source.id, self.read)
            kept = {source.original.sha256, _digest(raw)}
            if digests & kept:
                return KnownDocument(source.id, changed=False)
        for source in content.sources:
            if self._is_version_of(source):
                return KnownDocument(source.id, changed=True)
        return None

    def _is_version_of(self, source: Source) -> bool:
        details = self.details
        if details.url and source.url:
            return _plain_address(details.url) == _plain_address(source.url)
        if not details.title or source.title.zh != details.title:
            return False
        dates = (source.date_published or "", details.date)
        return not all(dates) or dates[0][:7] == dates[1][:7]

    def proposed_id(self, content: Content) -> str:
        """Return an id from site or file name and the year, if that is known, one that no record
        has."""
        year = self.details.date[:4]
        host = _SITE_PREFIX.sub("", urlsplit(self.details.url).hostname or "")
        stem = Path(self._name).stem.lower()
        name = re.sub(r"[^a-z0-9]+", "-", host.split(".")[0] or stem).strip("-")[:40] or "source"
        plain = name if name.endswith(year) else f"{name}-{year}"  # an empty year: the name
        taken = set(content.files)
        return next(one for one in _numbered(plain) if one not in taken)

    def add(
        self,
        source: str,
        content_folder: Path,
        originals: Path,
        languages: tuple[Language, ...] = LANGUAGES,
    ) -> AddedDocument:
        """Write the files of the document, then its record. ``languages``: those of the briefing.

        Raises:
            FileExistsError: a file with one of their names exists.
            OSError: a file cannot be written.
        """
        if not originals.exists():
            originals.mkdir(parents=True)
            write_file(str(originals / ".gitignore"), b"*\n")  # documents forbid reproduction
        text_file = originals / text_name(source, self.read)
        lines = list(self._record(source, text_file.name, languages))
        record = ("\n".join(lines) + "\n").encode()
        files = {text_file: self.text}
        if not self.read.is_raw:
            files[originals / raw_name(source, self.read)] = self._data
        files[seeds_folder(content_folder) / f"{source}.toml"] = record
        _write_all_or_none(files)
        marked = [line for line in lines if line.endswith(("# guessed", "# to do"))]
        return AddedDocument(
            source,
            tuple(map(str, files)),
            tuple(line.split(" ")[0] for line in marked if line.endswith("# guessed")),
            tuple(line.split(" ")[0] for line in marked if line.endswith("# to do")),
        )

    def replace(self, source: Source, content: Content, originals: Path) -> AddedDocument:
        """Write this version over the files of a source, and its size and checksum into the
        record.

        Raises:
            OSError: a file cannot be written.
        """
        text_file = originals / source.original.file
        files = [str(text_file)]
        write_file(str(text_file), self.text)
        if not self.read.is_raw:
            raw_file = originals / raw_name(source.id, self.read)
            write_file(str(raw_file), self._data)
            files.append(str(raw_file))
        file = content.files[source.id]
        data = file.text.encode()
        positions = TomlPositions(file.text)
        values = {"size": str(len(self.text)), "sha256": f'"{sha256(self.text).hexdigest()}"'}
        spans = {key: positions.span(("original", key)) for key in values}
        for key, span in sorted(spans.items(), key=lambda item: item[1] or (0, 0), reverse=True):
            if span:
                data = data[: span[0]] + values[key].encode() + data[span[1] :]
        write_text(Path(file.name), data)
        return AddedDocument(source.id, (file.name, *files), (), ())

    def _record(self, source: str, file: str, languages: tuple[Language, ...]) -> Iterator[str]:
        found = self.details
        own: Language = "zh" if any(map(is_chinese, self.read.text)) else "en"

        def printed(text: str, translation: Wording) -> str:
            """Return a text of the document, with a place for its translation."""
            other = translation.of("en" if own == "zh" else "zh")
            return _text(Wording(*((text, other) if own == "zh" else (other, text))), languages)

        mark = "guessed" if languages == (own,) else "to do"
        yield f'id = "{source}"'
        note: Language = "en" if "en" in languages else "zh"
        if found.url or self.read.format == "html":
            yield f'type = "{_WEB_PAGE}"  # guessed'
        else:
            yield _TYPE_CHOICES.of(note)
            yield f'type = "{_UNKNOWN_TYPE}"  # to do'
        title = found.title or Path(self._name).stem
        yield f"title = {printed(title, _TITLE)}  # {mark}"
        short = title[:12] if own == "zh" else " ".join(title.split()[:3])
        yield f"short = {printed(short, Wording(source, source))}  # {mark}"
        for key, value in (("author", found.author), ("producer", found.publisher)):
            if value:
                yield f"{key} = {printed(value, _NAME)}  # {mark}"
        yield f'language = "{own}"'
        if found.date:
            yield f'date_published = "{found.date}"  # guessed'
        if found.url:
            yield f"url = {toml_string(found.url)}  # guessed"
        yield f"license = {_text(_LICENSE, languages)}  # to do"
        yield f"source_descriptor = {_text(_DESCRIPTOR, languages)}  # to do"
        if not found.date:
            yield _DATE_CHOICES.of(note)
        if not found.date and found.latest_period:
            reason = _text(_REASON, languages)
            date = f'{{ earliest = "{found.latest_period}", reason = {reason} }}'
            yield f"date_inferred = {date}  # guessed"
        elif not found.date:
            yield f"date_inferred = {{ reason = {_text(_NO_DATE, languages)} }}  # to do"
        yield ""
        yield "[original]"
        yield f"file = {toml_string(file)}"
        yield f"size = {len(self.text)}"
        yield f'sha256 = "{sha256(self.text).hexdigest()}"'


def _write_all_or_none(files: dict[Path, bytes]) -> None:
    """Write new files; if one cannot be written, remove those before it."""
    written: list[Path] = []
    try:
        for path, data in files.items():
            write_file(str(path), data, exclusive=True)
            written.append(path)
    except OSError:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def text_name(source: str, read: ReadDocument) -> str:
    """Return the name of the file whose words are quoted."""
    return f"{source}.md" if read.format == "markdown" else f"{source}.txt"


def raw_name(source: str, read: ReadDocument) -> str:
    """Return the name under which the file is kept as it came."""
    return f"{source}.raw.{_EXTENSIONS[read.format]}"


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _text(text: Wording, languages: tuple[Language, ...]) -> str:
    if len(languages) == 1:
        return toml_string(text.of(languages[0]))
    return f"{{ zh = {toml_string(text.zh)}, en = {toml_string(text.en)} }}"


def _plain_address(url: str) -> str:
    parts = urlsplit(url)
    return f"{_SITE_PREFIX.sub('', parts.hostname or '')}{parts.path.rstrip('/')}?{parts.query}"


def _numbered(name: str) -> Iterator[str]:
    yield name
    for number in range(2, 1000):
        yield f"{name}-{number}"
