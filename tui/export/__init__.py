"""Export to files: Markdown and HTML for people, JSON and CSV for programs, bibliographies.

Input: pages, facts and references from ``store``. Output: one text per format. The caller writes
the file or prints the text.
"""
