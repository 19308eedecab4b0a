"""Rendering: documents, lists and answers as lines of spans, then as terminal text.

Input: what the store and the search return, and a width in terminal cells. Output: lines, each a
tuple of spans with roles. The command line prints them as SGR or plain text, the app draws them, so
both show the same.
"""
