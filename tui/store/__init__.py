"""Reading, step 5: the compiled briefing, read-only.

In: a content folder (or none: the briefing's own). Out: a ``Store`` that answers with
documents, list rows, facts and links. It opens a compiled file that fits the content, and
has one compiled where there is none: only then does the making half run.
"""

from tui.store.open_briefing import BriefingError, open_store
from tui.store.paths import find_content
from tui.store.rows import Entry, Fact, Row, Searched, Section, SourceFile
from tui.store.store import Store

__all__ = [
    "BriefingError",
    "Entry",
    "Fact",
    "Row",
    "Searched",
    "Section",
    "SourceFile",
    "Store",
    "find_content",
    "open_store",
]
