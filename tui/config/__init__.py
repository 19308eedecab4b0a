"""Reading: what a user set once for all, in a TOML file of their own.

In: the user's config folder. Out: a ``Config``: what was set, and every mistake in the file at its
line and column; what is wrong counts as not set, so a broken file never stops the reading. A
look-up without such a file pays for one glance at the disk; with one, for the TOML parser; the
grammar that knows lines and columns is loaded only to point at a mistake.
"""

from tui.config.config import Config, read_config

__all__ = ["Config", "read_config"]
