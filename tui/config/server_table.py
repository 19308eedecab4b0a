"""The table ``[serve]`` of a config: what it sets of the server, and what is wrong in it."""

from __future__ import annotations

import os
from collections.abc import Mapping

from tui.config import error_catalog
from tui.config.error_placement import Fault, did_you_mean
from tui.config.server_settings import SETTINGS, taken, wanted
from tui.text.language import Wording

_KNOWN = Wording("删去它；可用的设置：{known}", "remove it; the settings are: {known}")
_WRITE = Wording("写成{wanted}", "write {wanted}")
_TABLE = Wording("一个表：[serve]", "a table: [serve]")
_BOTH = Wording("删去其中之一", "remove one of the two")

Served = dict[str, str | int | bool]
"""The settings that were chosen, by their names."""


def checked(held: object, file: str) -> tuple[Served, list[Fault]]:
    """``file``: the config's own path; files that it names are looked for beside it."""
    if not isinstance(held, Mapping):
        said: dict[str, object] = {"name": "serve", "got": repr(held), "wanted": _TABLE}
        return {}, [Fault(error_catalog.WRONG_TYPE, ("serve",), said)]
    chosen: Served = {}
    faults: list[Fault] = []
    for name, value in held.items():
        place = ("serve", name)
        if name not in SETTINGS:
            said = {"name": name, "hint": did_you_mean(name, SETTINGS, _KNOWN)}
            faults.append(Fault(error_catalog.UNKNOWN_SETTING, place, said, in_key=True))
            continue
        setting = SETTINGS[name]
        found = taken(setting, value)
        if found is None:
            faults.append(_fault(name, value))
        elif setting.kind == "file":
            home = os.path.expanduser(str(found))
            chosen[name] = os.path.join(os.path.dirname(file), home)
        else:
            chosen[name] = found
    if chosen.get("anonymous") and "authorized_keys" in chosen:
        said = {"name": "anonymous", "value": "true", "hint": _BOTH}
        faults.append(Fault(error_catalog.NO_SUCH_VALUE, ("serve", "anonymous"), said))
    return chosen, faults


def _fault(name: str, value: object) -> Fault:
    setting = SETTINGS[name]
    fitting: tuple[type, ...] = (bool,) if setting.kind == "switch" else (str,)
    if setting.kind in ("number", "rate", "time"):
        fitting = (str, int)
    if not isinstance(value, fitting) or (isinstance(value, bool) and bool not in fitting):
        said: dict[str, object] = {"name": name, "got": repr(value), "wanted": wanted(setting)}
        return Fault(error_catalog.WRONG_TYPE, ("serve", name), said)
    hint = _WRITE.format(wanted=wanted(setting))
    return Fault(
        error_catalog.NO_SUCH_VALUE, ("serve", name), {"name": name, "value": value, "hint": hint}
    )
