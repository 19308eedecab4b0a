"""Ground: Chinese and English as a terminal shows them.

Cell width, line breaking, and the wording of numbers, units, periods and dates in
both languages. Knows nothing of records, files or screens, and imports only the
standard library, so that a look-up pays nothing for it.
"""
