"""Front end 8d: files. What somebody sends on, prints, pastes or computes with.

In: pages, facts and references from ``store``. Out: one text for each format: Markdown and HTML
for people, JSON and CSV for programs, references as GB/T 7714, APA, BibTeX and CSL-JSON. Writes
no file itself: the command line (or a server) puts the text where it belongs.
"""
