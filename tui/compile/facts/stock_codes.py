"""The spellings of a stock code."""

from __future__ import annotations

from collections.abc import Iterator


def stock_codes(ticker: str | None) -> Iterator[str]:
    """Yield a stock code of Hong Kong as people type it: 06618, 6618, 6618.HK."""
    if ticker:
        short = ticker.lstrip("0")
        yield from (ticker, short, f"{ticker}.HK", f"{short}.HK", f"HK{ticker}", f"HK{short}")
