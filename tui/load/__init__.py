"""Making, step 2: TOML files in, validated models out.

In: a content folder and the seeds folder beside it. Out: a ``Content`` of models with the
place of each in its file, or a ``ContentError`` that names every mistake at once, each with
file, line and column. Nothing is compiled or judged here.
"""

from tui.load.content import Content, load_content
from tui.load.toml_file import TomlFile

__all__ = ["Content", "TomlFile", "load_content"]
