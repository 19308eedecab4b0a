"""What is said of the state file, in one calm line each."""

from __future__ import annotations

from tui.text.language import Wording

SET_ASIDE = Wording(
    "以前的收藏读不出来，原文件另存为{file}",
    "earlier pins could not be read; their file is now {file}",
)
NEWER = Wording(
    "收藏文件出自更新的版本，未作改动；这次的收藏不会留下",
    "a newer version wrote the pins and they were left alone; this time nothing is kept",
)
NOT_READ = Wording(
    "收藏读不出来（{why}）；这次的收藏不会留下",
    "the pins cannot be read ({why}); this time nothing is kept",
)
NOT_KEPT = Wording(
    "收藏存不下来（{why}），关闭后就没有了",
    "pins cannot be saved ({why}): they last until you leave",
)
