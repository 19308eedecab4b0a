"""The option ``--format``, and the format that a file name asks for."""

from __future__ import annotations

from pathlib import PurePath

from tui.cli.args.spec import Argument, Options, UsageError
from tui.cli.output.writer import printable
from tui.cli.settings import Settings
from tui.export.formats import (
    BINARY_EXTENSIONS,
    DOCX,
    EXTENSIONS,
    FORMATS,
    TEXT_EXTENSIONS,
    format_by_name,
)
from tui.text.language import Wording

TABLE = "table"
"""The list as it is printed on a terminal."""
_CHOICES = (TABLE, *FORMATS, DOCX)
_CONTRADICTION = Wording(
    "按扩展名，{file}应为{expected}格式，但{option}要求{form}：请使两者一致",
    "{file} is a {expected} file by its extension, but {option} asks for {form}: "
    "use the same format in both",
)
_NO_TABLE_DATA = Wording(
    "“{command}”不能输出{form}，{file}未写入：请换一个扩展名，或用export --format {form}",
    "'{command}' has no {form} output, {file} was not written: use another extension, "
    "or export --format {form}",
)
_UNKNOWN_EXTENSION = Wording(
    "不能由{file}的扩展名{extension}得知格式：应为{known}之一，或加--format",
    "no format for the extension {extension} of {file}: expected one of {known}, or add --format",
)
_WRONG_EXTENSION = Wording(
    "不能输出{extension}格式，{file}未写入：扩展名应为{known}之一",
    "cannot write the format {extension}, {file} was not written: expected one of {known}",
)
_TWO_FORMATS = Wording(
    "--json与--format {form}矛盾：请只用其一",
    "--json contradicts --format {form}: use one of the two",
)
_NO_FRONT_MATTER = Wording(
    "--front-matter只用于Markdown，而输出格式是{form}：请加--format md，或去掉--front-matter",
    "--front-matter is for Markdown, but the format is {form}: "
    "add --format md, or leave out --front-matter",
)
_DOCX_OVER_SSH = Wording(
    "通过SSH不提供docx格式：请用md或html", "docx is not available over SSH: use md or html"
)
_DOCX_ON_TERMINAL = Wording(
    "docx不能显示在终端：请加-o 文件名.docx",
    "docx cannot be printed on a terminal: add -o FILE.docx",
)


def format_option(default: str) -> Argument:
    """Return the option ``--format`` of a command with this default."""
    return Argument(
        ("--format",),
        Wording(
            f"格式：{'、'.join(_CHOICES)}（默认{default}，写入文件时随扩展名）",
            f"{', '.join(_CHOICES)} (default: {default}, or by the extension of the file)",
        ),
        "FORMAT",
        choices=_CHOICES,
    )


FRONT_MATTER = Argument(
    ("--front-matter",),
    Wording(
        "Markdown开头加YAML元数据：标题、语言、数据截至的日期（供pandoc等读取）",
        "begin Markdown with a YAML block: title, language, data-to (for pandoc and others)",
    ),
    switch=True,
)


def requested_format(options: Options, default: str, settings: Settings) -> str:
    """Return the format of the output: that of ``--format`` or ``--json``, else that of the
    extension of ``--output``, else ``default``.

    Raises:
        UsageError: two of them contradict each other, no format is known for the extension, docx
            cannot be delivered, or front matter is asked for in another format than Markdown.
    """
    chosen, option = options.format, f"--format {options.format}"
    if getattr(options, "json", False):
        if chosen not in (None, "json"):
            raise UsageError(_TWO_FORMATS.format(form=chosen))
        chosen, option = "json", "--json"
    implied = _implied(options)
    if chosen and implied and chosen != implied:
        file = printable(options.output, 200)
        raise UsageError(
            _CONTRADICTION.format(file=file, expected=implied, option=option, form=chosen)
        )
    if not chosen and not implied:
        _require_known_extension(options)
    form: str = chosen or implied or default
    if form == DOCX and settings.remote:
        raise UsageError(_DOCX_OVER_SSH)
    if form != "md" and getattr(options, "front_matter", False):
        raise UsageError(_NO_FRONT_MATTER.format(form=form))
    return form


def require_file(options: Options, form: str, on_terminal: bool) -> None:
    """Check that a binary format does not go to a terminal or a pager.

    Raises:
        UsageError: it does.
    """
    to_file = options.output not in (None, "-")
    if form == DOCX and not to_file and (on_terminal or options.pager):
        raise UsageError(_DOCX_ON_TERMINAL)


def check_extension(options: Options) -> None:
    """Check that no command writes text into a file whose extension promises another format, and
    that one without ``--format`` does not write into a table or a word processor's document.

    Raises:
        UsageError: it would.
    """
    extension = _extension(options)
    if extension in BINARY_EXTENSIONS and options.command != "database":
        file = printable(options.output, 200)
        known = _known_extensions(options)
        raise UsageError(_WRONG_EXTENSION.format(extension=extension, file=file, known=known))
    implied = _implied(options)
    if implied in ("csv", "tsv", DOCX) and not hasattr(options, "format"):
        raise UsageError(
            _NO_TABLE_DATA.format(
                command=options.command or "medbrief",
                form=implied,
                file=printable(options.output, 200),
            )
        )


def _implied(options: Options) -> str:
    """Return the format that the extension of ``--output`` means; empty for others."""
    return format_by_name(options.output or "")


def _require_known_extension(options: Options) -> None:
    extension = _extension(options)
    if extension and extension not in TEXT_EXTENSIONS:
        raise UsageError(
            _UNKNOWN_EXTENSION.format(
                extension=printable(extension),
                file=printable(options.output, 200),
                known=_known_extensions(options),
            )
        )


def _known_extensions(options: Options) -> Wording:
    """Return the extensions that a command can write: those of its formats, or of plain text."""
    has_formats = hasattr(options, "format")
    known = (*EXTENSIONS, TEXT_EXTENSIONS[0]) if has_formats else TEXT_EXTENSIONS
    return Wording("、".join(known), ", ".join(known))


def _extension(options: Options) -> str:
    """Return the extension of ``--output`` in small letters; empty for none, and for a number."""
    suffix = PurePath(options.output or "").suffix.lower()
    return suffix if any(char.isalpha() for char in suffix) else ""
