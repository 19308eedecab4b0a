"""Editing aids: what a document states, found by rule, for an editor to confirm or refuse.

Input: an original and the loaded content. Output: candidates, each with its place in the original,
a quote that selects it, and the record it may belong to. Nothing becomes content without an
editor's decision.
"""
