"""The kinds of files that an editor writes, collected from the modules of this package.

A new kind of record needs one module here with a subclass of ``Record``; nothing lists it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from tui.model.base import Model
from tui.model.brief import Brief
from tui.model.briefing import Briefing
from tui.model.record import Record
from tui.model.source import Source


def _record_models() -> Iterator[type[Record]]:
    folder = str(Path(__file__).parent)
    for name in (module.name for module in pkgutil.iter_modules([folder], f"{__package__}.")):
        if name == __name__:
            continue
        classes = [item for item in vars(import_module(name)).values() if isinstance(item, type)]
        for member in classes:  # also those that the module only imports
            if issubclass(member, Record) and member.__module__ == name != Record.__module__:
                yield member


Identified: TypeAlias = Record | Source | Brief
"""What has an id that is unique over the whole briefing, and a page of its own."""

RECORD_TYPES: dict[str, type[Record]] = {
    model.folder: model for model in sorted(_record_models(), key=lambda model: model.order)
}
"""The model of each kind of record by its folder in ``content/``, in the order of the kinds."""

FORMS: dict[str, type[Model]] = {
    "briefing": Briefing,
    "source": Source,
    "brief": Brief,
    **{model.record_kind: model for model in RECORD_TYPES.values()},
}
"""The model of each kind of file by the name that ``medbrief new`` and ``schema`` use."""
