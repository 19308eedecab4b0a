"""What each value of an option means, as shells show it beside the value."""

from __future__ import annotations

from collections.abc import Mapping

from tui.text.language import Wording

_FORMATS: Mapping[str, Wording] = {
    "table": Wording("对齐的表格", "aligned table"),
    "text": Wording("纯文本", "plain text"),
    "md": Wording("Markdown，引文作脚注", "Markdown with footnotes"),
    "html": Wording("网页，单个文件", "web page in one file"),
    "json": Wording("JSON数组", "JSON array"),
    "jsonl": Wording("JSON Lines，每行一个对象", "JSON Lines, one object per line"),
    "csv": Wording("逗号分隔的表格", "comma-separated table"),
    "tsv": Wording("制表符分隔的表格", "tab-separated table"),
    "bibtex": Wording("所引来源，BibTeX", "the cited sources as BibTeX"),
    "docx": Wording("Word文档（需要pandoc）", "Word document (needs pandoc)"),
}
_VALUES: Mapping[str, Mapping[str, Wording]] = {
    "lang": {"zh": Wording("中文", "Chinese"), "en": Wording("英文", "English")},
    "languages": {
        "zh,en": Wording("中英双语", "Chinese and English"),
        "zh": Wording("只有中文", "Chinese only"),
        "en": Wording("只有英文", "English only"),
    },
    "color": {
        "auto": Wording("输出到终端时着色", "colors on a terminal"),
        "always": Wording("始终着色", "colors everywhere"),
        "never": Wording("不着色", "no colors"),
    },
    "ambiguous": {
        "auto": Wording("由终端决定", "as the terminal displays them"),
        "1": Wording("占一列", "one column"),
        "2": Wording("占两列", "two columns"),
    },
    "theme": {
        "auto": Wording("随终端背景，未知时为深色", "match the terminal; dark if unknown"),
        "dark": Wording("深色背景", "for a dark background"),
        "light": Wording("浅色背景", "for a light background"),
        "mono": Wording("单色", "without colors"),
        "nord": Wording("Nord，深色", "Nord, dark"),
        "gruvbox": Wording("Gruvbox，深色", "Gruvbox, dark"),
        "catppuccin": Wording("Catppuccin Mocha，深色", "Catppuccin Mocha, dark"),
        "solarized-dark": Wording("Solarized，深色", "Solarized, dark"),
        "solarized-light": Wording("Solarized，浅色", "Solarized, light"),
    },
    "format": _FORMATS,
    "sort": {
        "importance": Wording("按重要性", "most important first"),
        "date": Wording("按日期", "by date"),
        "name": Wording("按名称", "by name"),
        "value": Wording("按数值", "by value"),
        "force": Wording("按措辞强弱", "most binding first"),
    },
    "style": {
        "gb7714": Wording("GB/T 7714，中国国家标准", "GB/T 7714, the Chinese standard"),
        "gb7714-2015": Wording("GB/T 7714—2015", "GB/T 7714—2015"),
        "gb7714-2025": Wording("GB/T 7714—2025", "GB/T 7714—2025"),
        "apa": Wording("APA第7版", "APA, 7th edition"),
        "bibtex": Wording("BibTeX文件", "BibTeX file"),
        "csl-json": Wording(
            "CSL-JSON，供Zotero、pandoc等使用", "CSL-JSON for Zotero, pandoc and others"
        ),
    },
    "shell": {
        "bash": Wording("bash的补全脚本", "completion script for bash"),
        "zsh": Wording("zsh的补全脚本", "completion script for zsh"),
        "fish": Wording("fish的补全脚本", "completion script for fish"),
    },
    "log_format": {
        "text": Wording("供人阅读的文本行", "lines of text"),
        "json": Wording("每行一个JSON对象", "one JSON object per line"),
    },
    "print": {
        "systemd": Wording("systemd的服务单元", "systemd service unit"),
        "haproxy": Wording("HAProxy的配置", "HAProxy configuration"),
        "container": Wording("容器镜像的构建文件", "Containerfile"),
        "compose": Wording("Compose文件", "Compose file"),
        "kubernetes": Wording("Kubernetes清单", "Kubernetes manifests"),
    },
}


def describe(option: str, value: str) -> Wording | None:
    """Return what a value of an option means; ``option``: ``Argument.dest``. None if it has no
    description here."""
    return _VALUES.get(option, {}).get(value)
