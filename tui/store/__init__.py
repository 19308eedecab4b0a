"""Store: read the compiled briefing.

Input: a content folder, or none for the default one. Output: a ``Store`` that returns documents,
list rows, facts and links. It opens a compiled file that is up to date, and starts the build half
only if there is none.
"""

from tui.store.compiled_file import BriefingError, open_store
from tui.store.paths import find_content, is_input
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
    "is_input",
    "open_store",
]
