"""The config that ``medbrief config --init`` writes: every setting is commented out."""

from __future__ import annotations

from collections.abc import Iterable

from tui.config.fast_reader import CHOICES
from tui.config.server_setting_table import SETTINGS
from tui.text.language import Language, Wording

_HEAD = Wording(
    "medbrief的设置。去掉行首的#即可启用该项；用medbrief config查看生效的设置。",
    "Settings of medbrief. Remove the # at the start of a line to enable it; medbrief config shows "
    "the effective settings.",
)
_DESCRIPTIONS = {
    "language": Wording("语言（默认随系统语言）", "language (default: that of the locale)"),
    "theme": Wording("配色", "color theme"),
    "ambiguous_width": Wording(
        "“—”“…”等字符占一格还是两格",
        "whether characters such as “—” and “…” are one or two cells wide",
    ),
    "start": Wording(
        "启动时显示：上次的位置，或概览", "page shown at start: the last one, or the overview"
    ),
    "copy_form": Wording(
        "复制数字及出处的格式：纯文本、Markdown脚注或HTML",
        "form of a copied figure with its source: plain text, a Markdown footnote, or HTML",
    ),
    "citation_style": Wording(
        "medbrief cite的引文格式（默认：中文gb7714-2025，英文apa）",
        "style of medbrief cite (default: gb7714-2025 in Chinese, apa in English)",
    ),
}
_KEYS = Wording(
    "按键：每个动作的键，可用字母、数字、符号，或enter、up等名称。\n"
    "Ctrl组合键和功能键会被终端截获，不能使用。",
    "Keys of each action: letters, digits, punctuation, or names such as enter and up.\n"
    "Ctrl combinations and function keys are intercepted by terminals and cannot be used.",
)


_SERVE = Wording(
    "medbrief serve的设置，与它的选项同名；命令行优先。",
    "Settings of medbrief serve, named as its options. The command line takes precedence.",
)


def config_template(
    language: Language, actions: Iterable[tuple[str, tuple[str, ...], Wording]]
) -> str:
    """Return the text of the file. ``actions``: name, default keys and title of each action."""
    lines = [*_comment(_HEAD.of(language)), ""]
    for name, choices in CHOICES.items():
        description = _DESCRIPTIONS[name].of(language)
        values = f"{_colon(language)}{' / '.join(choices)}"
        lines += [f"# {description}{values}", f'#{name} = "{choices[0]}"', ""]
    lines += [*_comment(_KEYS.of(language)), "#[keys]"]
    for action, keys, title in actions:
        if not keys:  # Ctrl combinations only
            continue
        listed = ", ".join(_quoted(key) for key in keys)
        lines.append(f"#{action} = [{listed}]  # {title.of(language)}")
    lines += ["", *_comment(_SERVE.of(language)), "#[serve]"]
    for setting in SETTINGS.values():
        value = '"FILE"' if setting.is_path else setting.toml_default
        lines.append(f"#{setting.name} = {value}  # {setting.description.help.of(language)}")
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in text.split("\n")]


def _colon(language: Language) -> str:
    return "：" if language == "zh" else ": "


def _quoted(key: str) -> str:
    return "'\"'" if key == '"' else f'"{key}"'.replace("\\", "\\\\")
