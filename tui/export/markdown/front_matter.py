"""The front matter of a Markdown file: a block of metadata in YAML, as pandoc and site generators
read it."""

from __future__ import annotations

import json

from tui.export.markdown.markdown_text import escaped


def front_matter_block(title: str, language_tag: str, data_to: str) -> str:
    """Return title, language (BCP 47) and the date to which the data reach (ISO 8601; empty for
    none) as a YAML block. That is not ``date``, which pandoc prints as the date of the document.

    Strings are written as JSON, which is YAML (1.2, section 1.3); pandoc reads them as Markdown.
    """
    fields = {"title": escaped(title), "lang": language_tag, "data-to": data_to}
    lines = [
        f"{name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in fields.items()
        if value
    ]
    return "\n".join(("---", *lines, "---"))
