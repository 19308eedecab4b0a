"""Loading: read TOML files and validate them into models.

Input: a content folder and the seeds folder beside it. Output: ``Content``, the models with the
file of each, or a ``ContentError`` that lists all problems in all files with file, line and column.
Editorial rules are not checked here (``tui.check``).
"""

from tui.load.content import Content, load_content
from tui.load.toml_reader import TomlFile

__all__ = ["Content", "TomlFile", "load_content"]
