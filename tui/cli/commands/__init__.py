"""The commands: each takes the open store, its arguments and the settings, prints, and returns
the exit code."""
