"""What can be compared of several companies, in a few lines above the answers to a lookup that
names them side by side."""

from __future__ import annotations

from tui.document import Heading, Paragraph, Span, plain_text
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.line_wrap import wrap
from tui.text.language import Wording
from tui.views.comparison import comparison
from tui.views.messages import CALCULATED, SIMILAR_WARNING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.render.line_wrap import Line
    from tui.store import Store
    from tui.text.language import Language

_CALCULATED = Wording("编者计算，", "Calculated by the editor. ")


def summary_lines(store: Store, ids: Sequence[str], language: Language, width: int) -> list[Line]:
    """Return the paragraphs with which the comparison of some companies begins."""
    lines: list[Line] = []
    for block in comparison(store, ids, language, figures_only=True).blocks:
        if isinstance(block, Heading):
            break
        if not isinstance(block, Paragraph):
            continue
        text = plain_text(block.spans)
        if text != SIMILAR_WARNING.of(language):  # on the tables, which are not shown
            text = text.replace(CALCULATED.of(language), _CALCULATED.of(language))
            lines += wrap((Span(text),), width)
    return lines
