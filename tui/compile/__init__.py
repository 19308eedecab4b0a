"""Build half, step 4: records in, briefing.db out.

Writes a page for each record and language, its list row, its answers, citations and links, and the
search index. Everything that readers see of the content is decided here; the runtime half only
fetches it and lays it out.
"""

from tui.compile.database_writer import compile_briefing

__all__ = ["compile_briefing"]
