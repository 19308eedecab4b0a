"""A quotation that stands alone: with the origin that its page has in full at an earlier one."""

from __future__ import annotations

from tui.document import Quote
from tui.document.quote_list import in_full
from tui.store import Store
from tui.text.language import Language


def whole_quote(store: Store, quote: Quote, language: Language) -> Quote:
    """Return a quotation whose remark does not refer to one before it."""
    rows = store.query(
        f"SELECT DISTINCT via_{language} FROM citations WHERE source = ? AND exact = ?",
        (quote.source, quote.exact),
    )
    return quote._replace(remark=in_full(quote.remark, (via for (via,) in rows), language))
