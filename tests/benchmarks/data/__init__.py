"""Data of the benchmarks: briefings of any size, queries, the cache of the tldr client."""
