"""The whole of a briefing: every file read, every record validated, every mistake kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from tui.diagnostics import ContentError, Problem
from tui.load import load_problems
from tui.load.pydantic_errors import validation_problems
from tui.load.record_references import dangling_references
from tui.load.toml_file import TomlFile
from tui.load.toml_reader import parse_toml, read_text
from tui.model import RECORD_TYPES, Brief, Briefing, Identified, Record, Source
from tui.model.record import DISAGREEMENT_PREFIX, OVERVIEW
from tui.text.language import Wording

BRIEFING_FILE = "briefing.toml"
_MADE = re.compile(f"{OVERVIEW}|{DISAGREEMENT_PREFIX}.*")
"""Ids of pages that compiling makes of the records: no record may have one."""
BRIEFS_FOLDER = Brief.folder
_Model = TypeVar("_Model", bound=BaseModel)
_Identified = TypeVar("_Identified", bound=Identified)


class Content(NamedTuple):
    """Everything that an editor wrote, validated."""

    briefing: Briefing
    sources: tuple[Source, ...]
    records: tuple[Record, ...]
    """In the order in which a reader meets them: ``briefing.first``, then by folder and id."""
    briefs: tuple[Brief, ...]
    """Narratives, by file name."""
    files: dict[str, TomlFile]
    """The file of each record and source by its id; that of the briefing under its file name."""


def load_content(folder: Path) -> Content:
    """Read the briefing in ``folder`` and the source records in ``seeds`` beside it.

    Raises:
        ContentError: with every mistake that was found in any file.
    """
    return _Loader(folder).load()


def seeds_folder(folder: Path) -> Path:
    """The folder of the source records that belong to the briefing in ``folder``."""
    return folder.resolve().parent / "seeds"


class _Loader:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[Problem] = []
        self._files: dict[str, TomlFile] = {}

    def load(self) -> Content:
        head = self._folder / BRIEFING_FILE
        if not head.exists():
            raise ContentError([load_problems.EMPTY_FOLDER.at(_name(self._folder))])
        briefing = self._read(head, Briefing)
        sources = self._all(seeds_folder(self._folder), Source)
        records: list[Record] = []
        for name, model in RECORD_TYPES.items():
            records += self._all(self._folder / name, model)
        briefs = self._all(self._folder / BRIEFS_FOLDER, Brief)
        if briefing and not self._problems:
            # Only once every file was read: a record lost to a mistake is not missed a second time.
            self._problems += dangling_references(
                briefing, [*sources, *briefs], records, self._files
            )
        if self._problems or not briefing:
            raise ContentError(self._problems)
        place = {record_id: number for number, record_id in enumerate(briefing.first)}
        records.sort(key=lambda record: place.get(record.id, len(place)))
        return Content(briefing, tuple(sources), tuple(records), tuple(briefs), self._files)

    def _all(self, folder: Path, model: type[_Identified]) -> list[_Identified]:
        read = (self._read(path, model) for path in self._toml_files(folder))
        return [loaded for loaded in read if loaded]

    def _toml_files(self, folder: Path) -> list[Path]:
        """TOML files in a fixed order; none where there is no such folder."""
        # Not glob, to which a folder that may not be read is an empty one.
        try:
            names = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
        except FileNotFoundError:
            return []
        except OSError as error:
            why = error.strerror or type(error).__name__
            self._problems.append(load_problems.UNREADABLE.at(_name(folder), why=why))
            return []
        return [path for path in names if not path.name.startswith(".")]

    def _read(self, path: Path, model: type[_Model]) -> _Model | None:
        name = _name(path)
        text = read_text(path, name)
        if isinstance(text, Problem):
            self._problems.append(text)
            return None
        data = parse_toml(text, name)
        if isinstance(data, Problem):
            self._problems.append(data)
            return None
        entry = TomlFile(name, text)
        try:
            loaded = model.model_validate(data)
        except ValidationError as error:
            self._problems += validation_problems(error, model, name, entry.positions())
            return None
        self._problems += self._register(loaded, entry, path)
        return loaded

    def _register(self, loaded: BaseModel, entry: TomlFile, path: Path) -> Sequence[Problem]:
        if not isinstance(loaded, Identified):
            self._files[BRIEFING_FILE] = entry
            return ()
        first = self._files.setdefault(loaded.id, entry)
        made = _MADE.fullmatch(loaded.id) is not None
        if first is not entry or made:
            place = entry.positions().value(("id",))
            other = Wording("自动生成的页面", "a page made of the records") if made else first.file
            return [load_problems.DUPLICATE_ID.at(entry.file, place, id=loaded.id, elsewhere=other)]
        if path.stem != loaded.id:
            place = entry.positions().value(("id",))
            return [load_problems.WRONG_FILE_NAME.at(entry.file, place, id=loaded.id)]
        return ()


def _name(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):  # RuntimeError: a link that leads to itself
        return str(path)
