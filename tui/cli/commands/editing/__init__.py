"""Commands for those who edit the briefing: the only ones that run the making half.

Each takes its arguments and the settings; no store is opened for them.
"""
