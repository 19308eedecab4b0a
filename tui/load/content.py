"""Read and validate all files of a briefing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from tui.diagnostics import ContentError, Problem
from tui.document.link_target import DISAGREEMENT_PREFIX, OVERVIEW
from tui.load import load_problems
from tui.load.part_ids import duplicate_part_ids
from tui.load.pydantic_errors import validation_problems
from tui.load.record_references import dangling_references
from tui.load.stray_files import stray_files, stray_problem
from tui.load.suggested_ids import names_of, typed_names, with_suggested_ids
from tui.load.toml_reader import TomlFile, parse_toml, read_text
from tui.load.unfinished import DRAFT_KEY, is_draft, validated_draft
from tui.model import (
    RECORD_TYPES,
    Brief,
    Briefing,
    Concept,
    ConceptTable,
    Identified,
    KnownQuestions,
    PreferredTerm,
    PreferredTermTable,
    QuestionTable,
    Record,
    Source,
)
from tui.model.scope import Scope, scope_in
from tui.text.close_matches import did_you_mean
from tui.text.language import Wording

BRIEFING_FILE = "briefing.toml"
CONCEPTS_FILE = "concepts.toml"
PREFERRED_TERMS_FILE = "preferred_terms.toml"
QUESTIONS_FOLDER = "questions"
BRIEFS_FOLDER = Brief.folder
DRAFTS_FOLDER = "drafts"
"""Records that are not ready: loading does not read them, and ``medbrief todo`` lists them."""
REVIEWS_FOLDER = "reviews"
"""Beside the source records: the decisions of ``medbrief review``, which loading does not read."""
_RESERVED_ID = re.compile(f"{OVERVIEW}|{DISAGREEMENT_PREFIX}.*")
"""Ids of pages that compilation generates."""
_GENERATED_PAGE = Wording("自动生成的页面", "a generated page")
_Model = TypeVar("_Model", bound=BaseModel)
_Identified = TypeVar("_Identified", bound=Identified)


class Content(NamedTuple):
    """Everything that an editor wrote, validated."""

    briefing: Briefing
    sources: tuple[Source, ...]
    records: tuple[Record, ...]
    """In reading order: those of ``briefing.first``, then by folder and id."""
    briefs: tuple[Brief, ...]
    """Narratives: those of ``briefing.first``, then by file name."""
    files: dict[str, TomlFile]
    """The file of each record, source and brief by id, of briefing, concepts and questions by file
    name."""
    concepts: tuple[Concept, ...] = ()
    """The thesaurus of the search. A briefing without concepts.toml has an empty one."""
    preferred_terms: tuple[PreferredTerm, ...] = ()
    """One term per concept, for ``medbrief check``; a briefing need not have any."""
    question_tables: tuple[tuple[str, QuestionTable], ...] = ()
    """Files with questions that readers ask, by name; a briefing need not have any."""

    def questions(self) -> Iterator[KnownQuestions]:
        """Yield the questions of all files."""
        for _, table in self.question_tables:
            yield from table.questions


def load_content(folder: Path, *, unfinished: bool = False) -> Content:
    """Read the briefing in ``folder`` and the source records in ``seeds`` beside it.

    ``unfinished``: for the commands that complete records: also with drafts, as far as they are
    filled in, and with measures that have no figure yet.

    Raises:
        ContentError: a file is unreadable or invalid; lists the problems of all files.
    """
    return _Loader(folder, unfinished).load()


def seeds_folder(folder: Path) -> Path:
    """Return the folder of the source records that belong to the briefing in ``folder``."""
    return folder.resolve().parent / "seeds"


class _Loader:
    def __init__(self, folder: Path, unfinished: bool) -> None:
        self._folder, self._unfinished = folder, unfinished
        self._problems: list[Problem] = []
        self._files: dict[str, TomlFile] = {}
        self._scope = Scope()
        self._drafts: set[str] = set()
        self._typed: dict[Problem, str] = {}

    def load(self) -> Content:
        briefing_file = self._folder / BRIEFING_FILE
        if not briefing_file.exists():
            raise ContentError([load_problems.NO_BRIEFING.at(_display_name(self._folder))])
        briefing = self._load_file(briefing_file, Briefing)
        sources = self._load_folder(seeds_folder(self._folder), Source)
        records: list[Record] = []
        for name, model in RECORD_TYPES.items():
            records += self._load_folder(self._folder / name, model)
        briefs = self._load_folder(self._folder / BRIEFS_FOLDER, Brief)
        concepts = self._load_optional(CONCEPTS_FILE, ConceptTable)
        terms = self._load_optional(PREFERRED_TERMS_FILE, PreferredTermTable)
        question_tables = self._load_questions()
        self._report_strays(
            self._folder,
            ("", *RECORD_TYPES, BRIEFS_FOLDER, QUESTIONS_FOLDER),
            (BRIEFING_FILE, CONCEPTS_FILE, PREFERRED_TERMS_FILE),
            (DRAFTS_FOLDER,),
        )
        self._report_strays(seeds_folder(self._folder), ("",), other=(REVIEWS_FOLDER,))
        if briefing and not self._problems:
            # Only if all files are valid: references to an invalid record would be reported too.
            self._problems += dangling_references(
                [(BRIEFING_FILE, briefing), *question_tables],
                [*sources, *briefs],
                [record for record in records if record.id not in self._drafts],
                self._files,
                self._drafts,
            )
        if self._problems or not briefing:
            names = names_of(briefing, sources, records) if self._typed else {}
            raise ContentError(with_suggested_ids(self._problems, self._typed, names))
        order = {record_id: number for number, record_id in enumerate(briefing.first)}
        records.sort(key=lambda record: order.get(record.id, len(order)))
        briefs.sort(key=lambda brief: order.get(brief.id, len(order)))
        return Content(
            briefing,
            tuple(sources),
            tuple(records),
            tuple(briefs),
            self._files,
            concepts.concepts if concepts else (),
            terms.terms if terms else (),
            question_tables,
        )

    def _load_optional(self, name: str, model: type[_Model]) -> _Model | None:
        path = self._folder / name
        return self._load_file(path, model) if path.exists() else None

    def _load_questions(self) -> tuple[tuple[str, QuestionTable], ...]:
        """Return the questions of readers by file name."""
        folder = self._folder / QUESTIONS_FOLDER
        loaded = [(path, self._load_file(path, QuestionTable)) for path in self._toml_files(folder)]
        return tuple((_question_file(path), table) for path, table in loaded if table)

    def _report_strays(
        self,
        folder: Path,
        folders: tuple[str, ...],
        only: tuple[str, ...] = (),
        other: tuple[str, ...] = (),
    ) -> None:
        """Report the files that loading passes over, but for those in ``other`` folders, which
        hold no records or drafts."""
        self._problems += [
            stray_problem(_display_name(folder / path), path, folders)
            for path in stray_files(folder, (*folders, *other), only)
            if path.parts[0] not in other
        ]

    def _load_folder(self, folder: Path, model: type[_Identified]) -> list[_Identified]:
        loaded = (self._load_file(path, model) for path in self._toml_files(folder))
        return [record for record in loaded if record]

    def _toml_files(self, folder: Path) -> list[Path]:
        """Return the TOML files of a folder, sorted; none if the folder does not exist."""
        # Not glob, which treats an unreadable folder as empty.
        try:
            paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
        except FileNotFoundError:
            return []
        except OSError as error:
            why = error.strerror or type(error).__name__
            self._problems.append(load_problems.UNREADABLE.at(_display_name(folder), why=why))
            return []
        return [path for path in paths if not path.name.startswith(".")]

    def _load_file(self, path: Path, model: type[_Model]) -> _Model | None:
        name = _display_name(path)
        text = read_text(path, name)
        if isinstance(text, Problem):
            self._problems.append(text)
            return None
        data = parse_toml(text, name)
        if isinstance(data, Problem):
            self._problems.append(data)
            return None
        if is_draft(data) and model is not Briefing:
            self._drafts.add(path.stem)
            return self._draft(data, model, TomlFile(name, text), path)
        if data.get(DRAFT_KEY) is False:
            del data[DRAFT_KEY]
        file = TomlFile(name, text)
        if model is Briefing:
            self._scope = scope_in(data)._replace(unfinished=self._unfinished)
            self._check_sections(data, file)
        try:
            loaded = model.model_validate(data, context=self._scope)
        except ValidationError as error:
            if folder := _folder_of(data, model, self._scope):
                self._problems.append(load_problems.WRONG_FOLDER.at(name, folder=folder))
            else:
                self._problems += validation_problems(error, model, name, file.positions())
                self._typed |= typed_names(error, model, name, file.positions())
            return None
        self._problems += self._register(loaded, file, path)
        self._problems += duplicate_part_ids(loaded, file)
        return loaded

    def _draft(
        self, data: dict[str, Any], model: type[_Model], file: TomlFile, path: Path
    ) -> _Model | None:
        """Return a draft if drafts are requested and it can be read; without its problems."""
        if not self._unfinished or model in (Source, Brief):
            return None
        loaded = validated_draft(data, model, self._scope)
        if isinstance(loaded, Record) and loaded.id == path.stem and loaded.id not in self._files:
            self._files[loaded.id] = file
            return loaded
        return None

    def _check_sections(self, data: dict[str, Any], file: TomlFile) -> None:
        """Report the names in ``first_sections`` that are no section."""
        known = [*RECORD_TYPES, BRIEFS_FOLDER, "sources", "disagreements"]
        names = data.get("first_sections")
        for number, name in enumerate(names if isinstance(names, list) else []):
            if isinstance(name, str) and name not in known:
                place = file.positions().value(("first_sections", number))
                listed = ", ".join(known)
                hint = did_you_mean(name, known) or Wording(
                    f"可用的值：{listed}", f"expected one of: {listed}"
                )
                self._problems.append(
                    load_problems.BAD_VALUE.at(
                        file.name, place, key="first_sections", why=repr(name), hint=hint
                    )
                )

    def _register(self, loaded: BaseModel, file: TomlFile, path: Path) -> Sequence[Problem]:
        """Remember the file of a record; return the problems of its id."""
        if not isinstance(loaded, Identified):
            is_table = isinstance(loaded, QuestionTable)
            self._files[_question_file(path) if is_table else path.name] = file
            return ()
        first = self._files.setdefault(loaded.id, file)
        reserved = _RESERVED_ID.fullmatch(loaded.id) is not None
        if first is not file or reserved:
            position = file.positions().value(("id",))
            owner = _GENERATED_PAGE if reserved else first.name
            return [
                load_problems.DUPLICATE_ID.at(file.name, position, id=loaded.id, elsewhere=owner)
            ]
        if path.stem != loaded.id:
            position = file.positions().value(("id",))
            return [load_problems.WRONG_FILE_NAME.at(file.name, position, id=loaded.id)]
        return ()


def _folder_of(data: object, model: type[BaseModel], scope: Scope) -> str:
    """Return the folder of the kind that data is a valid record of; empty if that is none, or the
    file is not one of a record."""
    kinds: dict[str, type[Identified]] = {**RECORD_TYPES, BRIEFS_FOLDER: Brief}
    if model not in kinds.values():
        return ""
    for folder, kind in kinds.items():
        with suppress(ValidationError):
            kind.model_validate(data, context=scope)
            return folder
    return ""


def _question_file(path: Path) -> str:
    """Return the name of a file with questions within the briefing."""
    return f"{QUESTIONS_FOLDER}/{path.name}"


def _display_name(path: Path) -> str:
    """Return the path relative to the working directory, if it is below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):  # RuntimeError: a symbolic link to itself
        return str(path)
