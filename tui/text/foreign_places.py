"""Countries and parts of the world beside China that readers ask for, by their names."""

from __future__ import annotations

from tui.text.word_set import words_of

FOREIGN_WORDS = words_of(
    "us usa america american uk britain british england europe european eu germany german france "
    "french japan japanese korea korean india indian singapore australia canada canadian brazil "
    "russia indonesia thailand vietnam malaysia israel sweden switzerland africa"
)
"""In English, without dots. ``us`` is a pronoun too."""
_FIRST_WORDS = FOREIGN_WORDS | {"united", "southeast"}
CHINESE_PLACES = (
    *(
        "美国",
        "美國",
        "英国",
        "英國",
        "欧洲",
        "歐洲",
        "欧盟",
        "德国",
        "法国",
        "日本",
        "韩国",
        "韓國",
    ),
    *(
        "印度尼西亚",
        "印尼",
        "印度",
        "新加坡",
        "澳大利亚",
        "澳洲",
        "加拿大",
        "巴西",
        "俄罗斯",
        "泰国",
    ),
    *("越南", "马来西亚", "东南亚", "以色列", "瑞典", "瑞士", "非洲"),
)


def may_name_foreign_place(text: str) -> bool:
    """Return whether a text as typed has a word for a country other than China, or a pronoun."""
    if text.isascii():
        words = text.lower().replace(".", "").replace("'", " ").replace("?", " ").split()
        return not _FIRST_WORDS.isdisjoint(words)
    return any(map(text.__contains__, CHINESE_PLACES))
