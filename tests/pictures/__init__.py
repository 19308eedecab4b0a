"""The pictures and the recording of the README, taken from the running app: ``make pictures``."""
