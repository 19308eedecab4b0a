"""The terminal under the app: capability queries, clipboard and output filters."""
