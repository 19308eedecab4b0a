"""Where output goes: standard streams, files, a pager, the progress line."""
