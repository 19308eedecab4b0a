"""Compilation: write the records to briefing.db.

Input: ``Content``. Output: a file with a page for each record and language, its list row, its
answers, citations and links, and the search index. All that readers see of the content is decided
here; the runtime half only fetches it and lays it out.
"""

from tui.compile.database_writer import compile_briefing, compile_in_memory, store_briefing

__all__ = ["compile_briefing", "compile_in_memory", "store_briefing"]
