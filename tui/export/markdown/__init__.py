"""Pages as Markdown: CommonMark with tables and footnotes, as GitHub and pandoc read them.

Quoted words become footnotes, links between the records of one file become anchors.
"""

from tui.export.markdown.markdown_file import markdown_file

__all__ = ["markdown_file"]
