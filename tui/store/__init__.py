"""Runtime, step 5: the compiled briefing, read-only.

In: a content folder (or none: the briefing's own). Out: a ``Store`` that returns documents, list
rows, facts and links. It opens a compiled file that is up to date; only where there is none does
the build half run.
"""

from tui.store.compiled_file import BriefingError, open_store
from tui.store.paths import find_content
from tui.store.rows import (
    AnswerRow,
    AnswerWithEvidence,
    IndexedRecord,
    KindInfo,
    Row,
    Section,
    SourceFile,
)
from tui.store.store import Store

__all__ = [
    "AnswerRow",
    "AnswerWithEvidence",
    "BriefingError",
    "IndexedRecord",
    "KindInfo",
    "Row",
    "Section",
    "SourceFile",
    "Store",
    "find_content",
    "open_store",
]
