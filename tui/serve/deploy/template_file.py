"""Read the templates of this folder."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from tui.text.language import Language, Wording


def fill_template(name: str, **values: object) -> str:
    """Return the text of a template with its placeholders replaced."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return Template(text).substitute(values)


def comment_lines(instructions: Wording, language: Language, **values: object) -> str:
    """Return instructions as comment lines, without the mark of the first one."""
    text = instructions.format(**values).of(language)
    return "\n# ".join(text.splitlines())
