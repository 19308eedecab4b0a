"""Output: standard streams, files, a pager, the progress line."""
