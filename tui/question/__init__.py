"""Questions: what a query asks, as parts to look up and as kinds of question.

``query_parser`` (words, period and figure) → ``term_division`` (the best division into terms of the
briefing) → ``reader`` (parts and kinds of question; unknown words by ``spelling``). It reads tables
of the briefing, be it opened (``tui.search``) or still being compiled (``tui.compile``).
"""
