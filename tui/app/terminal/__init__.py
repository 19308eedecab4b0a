"""The terminal under the app: capability queries, clipboard, output filters, crash report."""
