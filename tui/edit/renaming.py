"""Rename an id wherever the briefing names it: in its own file, in references and in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from tui.check.autofix import write_text
from tui.diagnostics import ContentError
from tui.document.fact_ref import record_id_of
from tui.document.link_target import DISAGREEMENT_PREFIX
from tui.load import Content, TomlFile, load_content
from tui.load.content import BRIEFING_FILE, REVIEWS_FOLDER, seeds_folder
from tui.load.record_references import references
from tui.load.toml_positions import TomlPath
from tui.model import Measure, Record
from tui.text.language import Wording

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NO_SUCH_ID = Wording("没有标识“{old}”", "no id {old!r} in the briefing")
_TAKEN = Wording("标识“{new}”已被使用", "the id {new!r} is already used")
_INVALID = Wording(
    "标识“{new}”无效：应为小写字母与数字，以连字符相连，最长60个字符",
    "invalid id {new!r}: expected lower-case letters and digits, joined by hyphens, at most 60 "
    "characters",
)


class RenameError(ValueError):
    """The id cannot be renamed; ``message`` says why in both languages."""

    def __init__(self, message: Wording) -> None:
        super().__init__(message.en)
        self.message = message


class Renamed(NamedTuple):
    """``places``: how many ids and references were changed; ``files``: those written, by their new
    names."""

    places: int
    files: tuple[str, ...]


class _Edit(NamedTuple):
    """Replace ``old`` with ``new`` in the value at ``path`` of a file of ``Content.files``."""

    entry: str
    path: TomlPath
    old: str
    new: str


def rename(folder: Path, old: str, new: str) -> Renamed:
    """Rename ``old`` everywhere. ``old``: the id of a record, source, narrative or theme; ID.PART
    for a metric, offering or event; ID#RATE or ID.METRIC#RATE for a rate. ``new``: the new id,
    of a part with or without what precedes it.

    Raises:
        RenameError: there is no such id, or the new one is invalid or used.
        ContentError: the content is invalid.
        OSError: a file cannot be written; those before it are restored.
    """
    content = load_content(folder)
    base, mark, name = _divided(old)
    new_name = new.removeprefix(base + mark) if mark else new
    if not _SLUG.fullmatch(new_name) or len(new_name) > 60:
        raise RenameError(_INVALID.format(new=new))
    edits = list(_edits(content, base, mark, name, new_name))
    if not edits:
        raise RenameError(_NO_SUCH_ID.format(old=old))
    texts = {entry: _edited(content.files[entry], [one for one in edits if one.entry == entry])
             for entry in dict.fromkeys(one.entry for one in edits)}  # fmt: skip
    moved = {} if mark or old not in content.files else {old: new_name}
    files = _write(content, texts, moved, folder)
    return Renamed(len(edits), files)


def _divided(old: str) -> tuple[str, str, str]:
    """Return what precedes the name of a part, the mark (``.``, ``#`` or empty), and the name."""
    for mark in ("#", "."):
        base, found, name = old.rpartition(mark)
        if found:
            return base, mark, name
    return "", "", old


def _edits(content: Content, base: str, mark: str, name: str, new: str) -> Iterator[_Edit]:
    models = _models(content)
    if mark:
        yield from _part_edits(content, base, mark, name, new)
    elif name in content.files and name in models:
        if new in content.files:
            raise RenameError(_TAKEN.format(new=new))
        yield _Edit(name, ("id",), name, new)
    else:
        themes = [theme.id for theme in content.briefing.themes]
        if name not in themes:
            return
        if new in themes:
            raise RenameError(_TAKEN.format(new=new))
        yield _Edit(BRIEFING_FILE, ("themes", themes.index(name), "id"), name, new)
    is_theme = not mark and not (name in content.files and name in models)
    for entry, model in models.items():
        for reference in references(model):
            if (reference.kind == "theme") != is_theme:
                continue
            target = reference.target
            renamed = new if is_theme and target == name else ""
            if not is_theme:
                renamed = _renamed(target, base, mark, name, new)
            if renamed and renamed != target:
                around = "{{fact:{}}}" if reference.in_text else "{}"
                yield _Edit(entry, reference.path, around.format(target), around.format(renamed))


def _renamed(target: str, base: str, mark: str, name: str, new: str) -> str:
    """Return a reference with the new id; empty for one that does not name the old one."""
    if not mark:
        prefix = DISAGREEMENT_PREFIX if target.startswith(f"{DISAGREEMENT_PREFIX}{name}") else ""
        rest = target.removeprefix(prefix)
        return f"{prefix}{new}{rest[len(name) :]}" if record_id_of(rest) == name else ""
    whole = f"{base}{mark}{name}"
    after = target[len(whole) :]
    named = target.startswith(whole) and (not after or after[0] in "@#: ")
    return f"{base}{mark}{new}{after}" if named else ""


def _part_edits(content: Content, base: str, mark: str, name: str, new: str) -> Iterator[_Edit]:
    record = next((one for one in content.records if one.id == record_id_of(base)), None)
    if record is None:
        return
    fields = ("rates",) if mark == "#" else ("metrics", "offerings", "events")
    for path, owner in _owners(record, base.partition(".")[2]):
        ids = {field: [str(part.id) for part in getattr(owner, field, ())] for field in fields}
        for field, known in ids.items():
            if name not in known:
                continue
            if any(new in others for others in ids.values()):
                raise RenameError(_TAKEN.format(new=new))
            yield _Edit(record.id, (*path, field, known.index(name), "id"), name, new)


def _owners(record: Record, metric: str) -> Iterator[tuple[TomlPath, BaseModel]]:
    """Yield the record, or its metric of that id, with its path."""
    if not metric:
        yield (), record
        return
    for number, item in enumerate(getattr(record, "metrics", ())):
        if isinstance(item, Measure) and getattr(item, "id", "") == metric:
            yield ("metrics", number), item


def _models(content: Content) -> dict[str, BaseModel]:
    """Return every file's model by its key in ``Content.files``."""
    models: dict[str, BaseModel] = {BRIEFING_FILE: content.briefing}
    models |= {source.id: source for source in content.sources}
    models |= {record.id: record for record in content.records}
    models |= {brief.id: brief for brief in content.briefs}
    models |= dict(content.question_tables)
    return models


def _edited(file: TomlFile, edits: list[_Edit]) -> str:
    """Return the text of a file with the edits; everything else stays as it is."""
    positions, data = file.positions(), file.text.encode("utf-8")
    spans: dict[tuple[int, int], list[_Edit]] = {}
    for edit in edits:
        span = positions.span(edit.path) or positions.span(edit.path[:-1])
        if span:
            spans.setdefault(span, []).append(edit)
    for (start, end), own in sorted(spans.items(), reverse=True):
        value = data[start:end].decode("utf-8")
        for edit in own:
            value = value.replace(edit.old, edit.new, 1 if not edit.old.startswith("{") else -1)
        data = data[:start] + value.encode("utf-8") + data[end:]
    return data.decode("utf-8")


def _write(
    content: Content, texts: dict[str, str], moved: dict[str, str], folder: Path
) -> tuple[str, ...]:
    """Write the files and move those of the renamed id; restore everything if that fails."""
    before = {entry: content.files[entry] for entry in texts}
    moves = []
    try:
        for entry, text in texts.items():
            write_text(Path(content.files[entry].name), text.encode("utf-8"))
        for old, new in moved.items():
            places = [Path(content.files[old].name)]
            places.append(seeds_folder(folder) / REVIEWS_FOLDER / f"{old}.toml")
            for path in places:
                if path.exists():
                    path.rename(path.with_name(f"{new}.toml"))
                    moves.append((path.with_name(f"{new}.toml"), path))
        load_content(folder)
    except (OSError, ContentError):
        for path, original in reversed(moves):
            path.rename(original)
        for file in before.values():
            write_text(Path(file.name), file.text.encode("utf-8"))
        raise
    at = {str(original): str(path) for path, original in moves}
    return tuple(at.get(file.name, file.name) for file in before.values())
