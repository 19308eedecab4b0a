"""The terminal under the app: capability queries, input, clipboard, output filters."""
