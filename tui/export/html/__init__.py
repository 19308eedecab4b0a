"""Pages as one self-contained HTML file: no script, no font and no picture from outside.

It is readable on a phone and on paper, in light and dark mode. Every figure links to the words it
rests on, every quotation links back to each figure that cites it.

``html_file`` renders ``templates/file.html.jinja``, which gets each page as a ``PageView``.
Jinja2 escapes whatever a template prints; ``markup`` adds what HTML needs beyond that.
"""

from tui.export.html.html_file import html_file

__all__ = ["html_file"]
