"""Pages as Markdown (CommonMark with the tables and footnotes that GitHub, pandoc and most
editors read): quoted words as footnotes, links between the records of one file as anchors.
"""

from tui.export.markdown.file import markdown_file

__all__ = ["markdown_file"]
