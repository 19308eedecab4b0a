"""The file that pins are written to: its name, and writing it without harm to another."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from tui.app import messages
from tui.text.language import Language
from tui.xdg import home_folder


def default_name() -> str:
    """A name at home that no file has yet, of today."""
    today = date.today().isoformat()
    folder = Path(home_folder(os.environ))
    number, name = 1, f"medbrief-pins-{today}.md"
    while os.path.lexists(folder / name):
        number += 1
        name = f"medbrief-pins-{today}-{number}.md"
    return f"~/{name}"


def refused(name: str, text: str, language: Language) -> str:
    """Write ``text`` to the file of that name; what is wrong, if it cannot be written there. A file
    that is there already stays as it is."""
    path = os.path.expanduser(name.strip())  # noqa: PTH111
    try:
        with open(path, "x", encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            file.write(text)
    except FileExistsError:
        return messages.FILE_EXISTS.format(file=path).of(language)
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        why = getattr(error, "strerror", None) or str(error)
        return messages.CANNOT_WRITE.format(file=path or "?", why=why).of(language)
    return ""
