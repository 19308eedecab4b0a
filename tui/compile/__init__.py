"""Making, step 4: models in, briefing.db out.

A page per record and language, the line of each record in its list, what it answers when
asked, its citations, links, and the search index. What a reader sees of the content is
decided here, once; the reading half only fetches and lays out.
"""

from tui.compile.database_writer import compile_briefing

__all__ = ["compile_briefing"]
