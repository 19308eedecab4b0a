"""Find the citations of a record, independently of the compiler."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from tui.model import Citation


def citations_in(value: object) -> Iterator[Citation]:
    """Yield the citations of a record and of its parts at any depth."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from citations_in(item)
    elif isinstance(value, BaseModel):
        for _, item in value:
            yield from citations_in(item)
