"""Pages as one HTML file that needs nothing else: no script, no font, no picture from outside.

It reads on a phone and on paper, in light and in dark. Every figure leads to the words it rests
on, every quotation back to each place that rests on it.
"""

from tui.export.html.file import html_file

__all__ = ["html_file"]
