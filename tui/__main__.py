"""``python -m tui``: the same as the command ``medbrief``."""

import sys

from tui.cli.entry_point import run

if __name__ == "__main__":
    sys.exit(run())
