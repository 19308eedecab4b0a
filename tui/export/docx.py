"""Convert an exported Markdown file to a Word document with pandoc, where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from zipfile import BadZipFile

from tui.export.docx_layout import with_layout
from tui.text.language import Language

_TIMEOUT = 120
"""Seconds; pandoc takes about 3 for the whole briefing."""
_LANGUAGE_TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}
_DIALECT = "commonmark_x-smart+yaml_metadata_block"
"""Without ``smart``, which turns the two hyphens of an option into a dash."""
_HEADING_OF_FOOTNOTES = re.compile(r"^#+ [^\n]*\n\n(?=\[\^)", re.MULTILINE)
"""A paragraph of the text never begins like this: brackets in it are escaped."""


_SIGN_OUTSIDE = re.compile(r"\*\*([^*\n]+)\*\*([%‰])(\w)")
"""A percent sign that CommonMark does not let into the emphasis before a letter; the letter as a
character reference lets it in."""


class NoPandocError(Exception):
    """pandoc is not installed."""


class PandocError(Exception):
    """pandoc failed; the text says how."""


def with_signs_inside(markdown: str) -> str:
    """Return Markdown with percent signs behind emphasis in it, as HTML has them."""
    return _SIGN_OUTSIDE.sub(lambda m: f"**{m[1]}{m[2]}**&#{ord(m[3])};", markdown)


def docx_file(markdown: str, language: Language, author: str = "") -> bytes:
    """Return the Word document (OOXML, ISO/IEC 29500) of a Markdown file. Its front matter becomes
    the properties of the document; headings that have only footnotes below are left out, since
    Word prints footnotes at the end of pages. ``author``: for the properties and the footer.

    Raises:
        NoPandocError: pandoc is not on the path.
        PandocError: it failed.
    """
    program = shutil.which("pandoc")
    if program is None:
        raise NoPandocError
    markdown = with_signs_inside(_HEADING_OF_FOOTNOTES.sub("", markdown))
    command = [program, f"--from={_DIALECT}", "--to=docx", "--output=-"]
    command.append(f"--metadata=lang:{_LANGUAGE_TAGS[language]}")
    try:
        done = subprocess.run(
            command, input=markdown.encode(), capture_output=True, timeout=_TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PandocError(str(error)) from None
    if done.returncode or not done.stdout:
        lines = done.stderr.decode("utf-8", "replace").split("\n")
        raise PandocError(lines[0] or f"exit code {done.returncode}")
    try:
        return with_layout(done.stdout, _LANGUAGE_TAGS[language], author)
    except (BadZipFile, KeyError):
        raise PandocError("output is not docx") from None
