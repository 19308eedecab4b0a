"""A commented config, as ``medbrief config --init`` writes it: as it stands it sets nothing."""

from __future__ import annotations

from collections.abc import Iterable

from tui.config.fast_reader import CHOICES
from tui.config.server_settings import SETTINGS
from tui.text.language import Language, Wording

_HEAD = Wording(
    "medbrief的设置。要改哪一项，就去掉那一行前面的#；medbrief config查看结果。",
    "Settings of medbrief. Take away the # before a line to set it; medbrief config shows the "
    "outcome.",
)
_SAID = {
    "language": Wording("语言（默认随系统语言）", "language (else that of the locale)"),
    "theme": Wording("颜色", "colours"),
    "ambiguous_width": Wording(
        "“—”“…”等字符占一格还是两格", "whether signs such as “—” and “…” take one cell or two"
    ),
    "start": Wording(
        "从哪里开始：上次的地方，或概览", "where to begin: where you left, or at the overview"
    ),
}
_KEYS = Wording(
    "按键：每个动作的键，写字母、数字、符号，或enter、up这样的名称。\n"
    "Ctrl组合键和功能键会被终端截走，不能用。",
    "Keys: for each action letters, digits, signs, or names such as enter and up.\n"
    "Ctrl combinations and function keys are kept by terminals and cannot be used.",
)


_SERVE = Wording(
    "medbrief serve的设置，与它的选项同名；命令行优先。",
    "Settings of medbrief serve, named as its options. The command line takes precedence.",
)


def template(language: Language, actions: Iterable[tuple[str, tuple[str, ...], Wording]]) -> str:
    """The file. ``actions``: each with its keys and what it does."""
    lines = [*_comment(_HEAD.of(language)), ""]
    for name, choices in CHOICES.items():
        said = _SAID[name].of(language)
        known = f"{_gap(language)}{' / '.join(choices)}"
        lines += [f"# {said}{known}", f'#{name} = "{choices[0]}"', ""]
    lines += [*_comment(_KEYS.of(language)), "#[keys]"]
    for action, keys, title in actions:
        listed = ", ".join(_quoted(key) for key in keys)
        lines.append(f"#{action} = [{listed}]  # {title.of(language)}")
    lines += ["", *_comment(_SERVE.of(language)), "#[serve]"]
    for setting in SETTINGS.values():
        value = '"FILE"' if setting.is_path else setting.toml_default
        lines.append(f"#{setting.name} = {value}  # {setting.description.help.of(language)}")
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in text.split("\n")]


def _gap(language: Language) -> str:
    return "：" if language == "zh" else ": "


def _quoted(key: str) -> str:
    return "'\"'" if key == '"' else f'"{key}"'.replace("\\", "\\\\")
