"""Configuration: read the user's config, a TOML file.

Input: the user's config folder. Output: ``Config``, the settings and the problems in the file with
line and column. An invalid setting counts as not set, so a broken config never prevents reading. A
lookup without a config costs one failed ``open``; with a plain one, no TOML parser is imported; the
parser with positions is imported only if there is a problem.
"""

from tui.config.config import THEMES, Config, Theme, read_config

__all__ = ["THEMES", "Config", "Theme", "read_config"]
