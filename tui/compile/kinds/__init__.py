"""The kinds of records, one module each: all that decides how a kind is presented.

``KINDS`` is collected from the modules of this package: a new kind needs one module with a
subclass of ``RecordKind``, and one in ``tui.model``; nothing lists it. Packages that run without
the build half read the tables ``kinds`` and ``sections`` of briefing.db instead.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from tui.compile.kinds.base import RecordKind, SectionKind
from tui.compile.kinds.overview import Overview

__all__ = ["KINDS", "OVERVIEW", "SECTIONS"]


def _kinds() -> Iterator[RecordKind[Any]]:
    for name in (module.name for module in pkgutil.iter_modules(__path__, f"{__name__}.")):
        classes = [item for item in vars(import_module(name)).values() if isinstance(item, type)]
        for member in classes:  # also those that the module only imports
            if issubclass(member, RecordKind) and member.__module__ == name != _BASE_MODULE:
                yield member()


_BASE_MODULE = RecordKind.__module__
KINDS: dict[str, RecordKind[Any]] = {
    kind.id: kind for kind in sorted(_kinds(), key=lambda kind: kind.order)
}
"""Every kind of record by its id, in the order of their sections."""

OVERVIEW = Overview()
SECTIONS: tuple[SectionKind, ...] = (OVERVIEW, *KINDS.values())
"""The sections of the briefing in the order in which readers go through them."""
