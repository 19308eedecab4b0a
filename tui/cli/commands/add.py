"""``medbrief add``: add a document as a source."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from tui.cli import messages
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_error, print_message, printable, write_output
from tui.cli.repeated_options import folder_options
from tui.cli.settings import Settings
from tui.diagnostics import ContentError
from tui.store import find_content
from tui.store.originals import find_originals
from tui.system_errors import NOT_A_REGULAR_FILE, reason_unreadable
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.edit.document_intake import AddedDocument

_MAX_SIZE = 50 * 1024 * 1024
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_INVALID_ID = Wording(
    "标识“{id}”无效：应为小写字母与数字，以连字符相连",
    "invalid id {id!r}: expected lower-case letters and digits, joined by hyphens",
)
_TAKEN = Wording("标识“{id}”已被使用", "the id {id!r} is already used")
_UNREADABLE = Wording("无法读取{file}：{why}", "cannot read {file}: {why}")
_TOO_LARGE = Wording("超过50 MB", "larger than 50 MB")
_THERE = Wording("已有此文件：来源“{id}”", "this document already exists as source {id!r}")
_CHANGED = Wording(
    "来源“{id}”是此文件的另一版本：用--replace替换，或用--id ID另存",
    "source {id!r} is another version of this document: use --replace to replace it, or --id ID "
    "to add this one beside it",
)
_NOTHING_TO_REPLACE = Wording(
    "没有可替换的来源：此文件的其他版本不存在",
    "nothing to replace: no source is another version of this document",
)
_WROTE = Wording("已写入{file}", "wrote {file}")
_CONFIRM = Wording("请核对（# guessed）：{fields}", "please confirm (# guessed): {fields}")
_FILL_IN = Wording("请补充（# to do）：{fields}", "please fill in (# to do): {fields}")
_NEXT = Wording("下一步：medbrief review {id}{folders}", "next: medbrief review {id}{folders}")
_QUOTES = Wording(
    "引文可能已不相符：运行medbrief check", "quotes may no longer match: run medbrief check"
)


def run(options: Options, settings: Settings) -> int:
    """Add a document, or say that it is there; return 3 for invalid content, 74 for a file that
    cannot be written.

    Raises:
        UsageError: the document cannot be added.
    """
    import datetime
    from pathlib import Path

    from tui.edit.document_format import UnreadableDocumentError
    from tui.edit.document_intake import NewDocument
    from tui.load import load_content
    from tui.load.content import seeds_folder

    language = settings.language
    folder = Path(find_content(settings.content, os.environ))
    kept = find_originals(settings.originals, settings.content, os.environ).folder
    originals = Path(kept) if kept else seeds_folder(folder) / "originals"
    if options.id and not _SLUG.fullmatch(options.id):
        raise UsageError(_INVALID_ID.format(id=printable(options.id)))
    today = datetime.datetime.now(tz=datetime.UTC).date()
    try:
        data = _read(Path(options.file))
        document = NewDocument(data, Path(options.file).name, today)
        content = load_content(folder)
        if options.id in content.files:
            raise UsageError(_TAKEN.format(id=options.id))
        known = document.known(content, originals)
        if known and not known.changed:
            print_message(_THERE.format(id=known.source).of(language))
            return 0
        if options.replace:
            if known is None:
                raise UsageError(_NOTHING_TO_REPLACE)
            source = next(one for one in content.sources if one.id == known.source)
            return _report(document.replace(source, content, originals), language, _QUOTES)
        if known and not options.id:
            raise UsageError(_CHANGED.format(id=known.source))
        chosen = options.id or document.proposed_id(content)
        added = document.add(chosen, folder, originals, content.briefing.languages)
        return _report(
            added,
            language,
            _NEXT.format(id=chosen, folders=printable(folder_options(settings), 200)),
        )
    except UnreadableDocumentError as error:
        raise UsageError(_cannot_read(options.file, error.message)) from error
    except ContentError as error:
        write_output("".join(f"{problem.format(language)}\n" for problem in error.problems))
        print_error(messages.invalid_content(len(error.problems)).of(language), language)
        return 3
    except OSError as error:
        return report_unwritten(str(error.filename), error, language)


def _read(path: os.PathLike[str]) -> bytes:
    from pathlib import Path
    from stat import S_ISREG

    from tui.edit.document_format import UnreadableDocumentError

    file = Path(path)
    try:
        state = file.stat()
        if not S_ISREG(state.st_mode):
            raise UnreadableDocumentError(Wording(*NOT_A_REGULAR_FILE))
        if state.st_size > _MAX_SIZE:
            raise UnreadableDocumentError(_TOO_LARGE)
        return file.read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, UnreadableDocumentError):
            raise
        raise UnreadableDocumentError(reason_unreadable(error)) from error


def _cannot_read(file: str, why: Wording) -> Wording:
    return _UNREADABLE.format(file=printable(file, 200), why=why)


def _report(added: AddedDocument, language: Language, then: Wording) -> int:
    for file in added.files:
        print_message(_WROTE.format(file=printable(file, 200)).of(language))
    comma = "、" if language == "zh" else ", "
    if added.guessed:
        print_message(_CONFIRM.format(fields=comma.join(added.guessed)).of(language))
    if added.missing:
        print_message(_FILL_IN.format(fields=comma.join(added.missing)).of(language))
    print_message(then.of(language))
    return 0


COMMAND = Command(
    "add",
    Wording("加入一份文件作为来源", "add a document as a source"),
    run,
    (
        Example(
            "medbrief add article.html",
            Wording("写入seeds/与seeds/originals/", "add it to seeds/ and seeds/originals/"),
        ),
    ),
    (
        Argument(
            ("file",),
            Wording("文本、Markdown、HTML或PDF文件", "text, Markdown, HTML or PDF file"),
            "FILE",
            completion="file",
        ),
        Argument(
            ("--id",),
            Wording(
                "来源的标识（默认取自网站或文件名）",
                "id of the source (default: from the site or file name)",
            ),
            "ID",
        ),
        Argument(
            ("--replace",),
            Wording("替换同一文件的旧版本", "replace the older version of the document"),
            switch=True,
        ),
    ),
    needs_store=False,
    group="edit",
    details=(
        Wording(
            "不联网。HTML与PDF需要：pip install 'medbrief[import]'。从文件中读出的标有“# guessed”，"
            "须由编者补写的标有“# to do”；核对后删去注释，否则medbrief check报告S109。",
            "Works offline. HTML and PDF require: pip install 'medbrief[import]'. Values read from "
            "the document are marked “# guessed”, values that an editor must supply “# to do”. "
            "Delete the comment once a line is right: medbrief check reports the others (S109).",
        ),
    ),
)
