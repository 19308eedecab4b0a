"""The panels: each draws lines of ``render`` and keeps a cursor; none knows the store."""
