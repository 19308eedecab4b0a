"""Messages about the state file, one line each."""

from __future__ import annotations

from tui.text.language import Wording

RENAMED = Wording(
    "收藏文件已损坏，原文件改名为{file}",
    "the pins file is damaged; it was renamed to {file}",
)
NEWER = Wording(
    "收藏文件由更新的版本写入，未作改动；本次的收藏不会保存",
    "a newer version wrote the pins file, so it was not changed; new pins will not be saved",
)
NOT_READ = Wording(
    "无法读取收藏（{why}）；本次的收藏不会保存",
    "pins cannot be read ({why}); new pins will not be saved",
)
NOT_SAVED = Wording(
    "无法保存收藏（{why}）；关闭后即丢失",
    "pins cannot be saved ({why}); they are lost when you quit",
)
