"""The settings of the server one by one, read from their declaration in ``ServerSettings``."""

from __future__ import annotations

from typing import Any, NamedTuple, get_type_hints

from tui.config.server_setting_values import Description
from tui.config.server_settings import ServerSettings
from tui.config.server_value_types import Networks, Number, OneOf, Switch, Text
from tui.text.language import Wording

_DEFAULT = Wording("{help}（默认{default}）", "{help} (default: {default})")


class Setting(NamedTuple):
    """One field of ``ServerSettings``. ``annotation``: its type, for pydantic."""

    name: str
    annotation: Any
    value_type: Number | Text | Switch | OneOf | Networks
    description: Description
    default: str | int | bool

    @property
    def is_path(self) -> bool:
        """Return whether the value names a file."""
        return isinstance(self.value_type, Text) and self.value_type.path

    @property
    def toml_default(self) -> str:
        """Return the default as a TOML value; empty for a path, because paths have no default."""
        if self.is_path:
            return ""
        if isinstance(self.default, bool):
            return str(self.default).lower()
        text = self._display(self.default)
        return text if text.isdigit() else f'"{text}"'

    @property
    def help(self) -> Wording:
        """Return the description with the default, if the setting is on by default."""
        if not self.default:
            return self.description.help
        return _DEFAULT.format(help=self.description.help, default=self._display(self.default))

    def _display(self, value: str | int) -> str:
        if isinstance(self.value_type, Number) and isinstance(value, int):
            return self.value_type.display(value)
        return str(value)


def _read_settings() -> dict[str, Setting]:
    settings = {}
    for name, annotation in get_type_hints(ServerSettings, include_extras=True).items():
        value_type, description = annotation.__metadata__
        default = ServerSettings._field_defaults[name]
        settings[name] = Setting(name, annotation, value_type, description, default)
    return settings


SETTINGS = _read_settings()
"""The settings by name, in the order of their declaration."""
