"""The decisions of an editor about the candidates of a source that become no record.

They are kept in ``seeds/reviews/SOURCE.toml``, one table each, by kind, words and quote: a later
version of the finder may number the candidates differently.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from pydantic import ValidationError

from tui.check.autofix import toml_string
from tui.diagnostics import ContentError, Problem
from tui.file_write import write_file
from tui.load.content import REVIEWS_FOLDER, seeds_folder
from tui.load.pydantic_errors import validation_problems
from tui.load.toml_reader import TomlFile, parse_toml, read_text
from tui.model.base import Model

Verdict: TypeAlias = Literal["rejected", "skipped"]
_HEAD = "# Decisions about what `medbrief review {source}` proposes. Written by that command.\n"


class Decision(Model):
    """A candidate that an editor refused (``rejected``, with a reason) or set aside
    (``skipped``)."""

    kind: str
    text: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    decision: Verdict
    reason: str = ""


class DecisionTable(Model):
    """The file of one source."""

    decisions: tuple[Decision, ...] = ()


class DecisionFile(NamedTuple):
    """The decisions about one source, and where they are kept."""

    path: Path
    source: str
    decisions: tuple[Decision, ...]

    def write(self, decisions: tuple[Decision, ...]) -> None:
        """Replace the decisions, in one step.

        Raises:
            OSError: the file cannot be written; names it.
        """
        tables = [_HEAD.format(source=self.source), *map(_table, decisions)]
        try:
            self.path.parent.mkdir(exist_ok=True)
            write_file(str(self.path), "\n".join(tables).encode())
        except OSError as error:  # the error of a full disk does not name the file
            raise OSError(error.errno, error.strerror, str(self.path)) from error


def read_decisions(content_folder: Path, source: str) -> DecisionFile:
    """Return the decisions about a source; none if nobody has decided anything.

    Raises:
        ContentError: the file is not valid.
    """
    path = seeds_folder(content_folder) / REVIEWS_FOLDER / f"{source}.toml"
    if not path.exists():
        return DecisionFile(path, source, ())
    text = read_text(path, str(path))
    if isinstance(text, Problem):
        raise ContentError([text])
    data = parse_toml(text, str(path))
    if isinstance(data, Problem):
        raise ContentError([data])
    try:
        table = DecisionTable.model_validate(data)
    except ValidationError as error:
        positions = TomlFile(str(path), text).positions()
        raise ContentError(
            validation_problems(error, DecisionTable, str(path), positions)
        ) from error
    return DecisionFile(path, source, table.decisions)


def _table(decision: Decision) -> str:
    values = decision.model_dump(exclude_defaults=True)
    lines = (f"{key} = {toml_string(value)}" for key, value in values.items())
    return "\n".join(["[[decisions]]", *lines]) + "\n"
