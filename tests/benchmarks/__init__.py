"""Benchmarks: ``make bench`` prints how fast medbrief is, as ratios where possible.

In: the installed command, the live briefing, and synthetic briefings of up to 300,000 records.
Out: a line for each measurement, with its limit and whether it holds. Not part of the tests.
"""
