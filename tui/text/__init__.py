"""Chinese and English text in a terminal.

Cell width, line breaking, folding for search, and the formatting of numbers, units, periods and
dates in both languages. Imports only the standard library.
"""
