"""A new briefing: the example files of the folder ``starter`` in the languages that it has.

The templates have four marks: ``«zh¦en»`` is a text of the briefing, a table of both languages or a
plain text; ``‹zh¦en›`` is written in the language of the example's document; ``⟦…⟧`` remains in a
briefing of both languages only; ``⟨zh⟩`` and ``⟨en⟩`` begin lines that remain in their language.
"""

from __future__ import annotations

import re
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from tui.file_write import write_file
from tui.text.language import Language

_TEXT = re.compile(r"«([^«»¦]*)¦([^«»¦]*)»")
_WRITTEN = re.compile(r"‹([^‹›¦]*)¦([^‹›¦]*)›")
_BOTH = re.compile(r"⟦([^⟦⟧]*)⟧")
_LINE = re.compile(r"^⟨(zh|en)⟩(.*\n)", re.MULTILINE)
_DOCUMENT = "yearbook-2024.txt"
_ORIGINALS = "seeds/originals"


def new_briefing(languages: tuple[Language, ...]) -> dict[str, str]:
    """Return the files of an example briefing, by their paths in its folder."""
    folder = resources.files("tui.edit").joinpath("starter")
    templates = dict(_files(folder, ""))
    document = _filled(templates.pop(f"seeds/{_DOCUMENT}"), languages).strip() + "\n"
    size, digest = len(document.encode()), sha256(document.encode()).hexdigest()
    files = {f"{_ORIGINALS}/{_DOCUMENT}": document}
    for path, template in templates.items():
        text = template.replace("⟨size⟩", str(size)).replace("⟨sha256⟩", digest)
        names = ", ".join(f'"{each}"' for each in languages)
        files[path] = _filled(text.replace("⟨languages⟩", names), languages)
    return dict(sorted(files.items()))


def write_briefing(folder: Path, languages: tuple[Language, ...]) -> list[Path]:
    """Write an example briefing into a new or existing folder; return the files written.

    Raises:
        FileExistsError: one of its files exists.
        OSError: a file cannot be written.
    """
    files = {folder / path: text for path, text in new_briefing(languages).items()}
    for path in files:
        if path.exists():
            raise FileExistsError(None, None, str(path))
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(str(path), text.encode(), exclusive=True)
    return list(files)


def _files(folder: Traversable, path: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for item in folder.iterdir():
        name = f"{path}{item.name}"
        if item.is_dir():
            found += _files(item, f"{name}/")
        elif item.name.endswith((".toml", ".txt", ".md")):
            found.append((name, item.read_text("utf-8")))
    return found


def _filled(template: str, languages: tuple[Language, ...]) -> str:
    """Return a template in the languages of the briefing; its document is in the first one."""
    written = 1 if languages[0] == "zh" else 2
    text = _WRITTEN.sub(lambda match: match[written], template)
    text = _BOTH.sub(lambda match: match[1] if len(languages) > 1 else "", text)
    text = _LINE.sub(lambda match: match[2] if match[1] in languages else "", text)
    return _TEXT.sub(lambda match: _text(match, languages), text)


def _text(match: re.Match[str], languages: tuple[Language, ...]) -> str:
    if len(languages) > 1:
        return f'{{ zh = "{match[1]}", en = "{match[2]}" }}'
    return f'"{match[1 if languages[0] == "zh" else 2]}"'
