"""How fast medbrief is, told in ratios: ``make bench``. No part of the tests.

In: the installed command, the real briefing, and invented briefings of up to 300,000 records.
Out: a line for each thing that was measured, with the limit that is wanted and whether it holds.
"""
