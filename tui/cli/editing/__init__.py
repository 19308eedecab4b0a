"""What the commands for those who edit the briefing do: the only ones that run the making half.

Each takes its options and the settings; no store is opened for them.
"""
