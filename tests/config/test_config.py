"""The user's config: its settings, and all its problems with their positions."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Annotated

import pytest
import tomli
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tests.golden import check_golden
from tui.app import messages as app_messages
from tui.app.commands import COMMANDS
from tui.app.keymap import actions
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.config import THEMES, Config, Theme, read_config
from tui.config.config_parser import parse_config
from tui.config.effective_keys import NAMED_KEYS, configurable_keys, effective_keys
from tui.config.fast_reader import read_plain_config
from tui.config.key_bindings import CHARACTER_KEYS, parse_key_table
from tui.config.server_setting_table import SETTINGS
from tui.config.server_table import parse_value
from tui.config.server_value_types import Number, Switch, Text
from tui.config.template import config_template
from tui.render.palette import SHADES
from tui.render.theme import shade, theme_by_name
from tui.text.language import LANGUAGES, Language

_HERE = Path(__file__).parent
_INVALID = _HERE / "invalid.toml"
_ACTIONS: dict[str, tuple[str, ...]] = {
    "open_search": ("/",),
    "open_help": ("?",),
    "change_language": ("l",),
    "copy": ("y",),
    "go_to_overview": ("o",),
    "open_disagreement": ("d",),
    "first": ("home",),
    "leave": ("q", "ctrl+c"),
}
"""A fixed set of actions, so that the goldens do not depend on those of the app."""


def _environment(folder: Path, text: str | bytes | None = None) -> dict[str, str]:
    if text is not None:
        (folder / "medbrief").mkdir(exist_ok=True)
        data = text if isinstance(text, bytes) else text.encode()
        (folder / "medbrief" / "config.toml").write_bytes(data)
    return {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}


def test_missing_file_sets_nothing(tmp_path: Path) -> None:
    path = tmp_path / "medbrief" / "config.toml"
    assert read_config(_environment(tmp_path)) == Config(str(path))


def test_settings_are_read(tmp_path: Path) -> None:
    text = """\ufeff
        language = "zh"
        theme = "dark"
        ambiguous_width = "wide"
        start = "overview"
        [keys]
        open_search = ["a", "/"]
        go_back = "ESC"
    """
    config = read_config(_environment(tmp_path, text), actions())
    assert config.problems == ()
    assert config[1:6] == (True, "zh", "dark", "wide", "overview")
    assert config.keys == {"open_search": ("a", "/"), "go_back": ("escape",)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_is_reported_at_its_position(language: Language) -> None:
    config = parse_config("config.toml", _INVALID.read_bytes(), _ACTIONS, server=True)
    text = "".join(f"{problem.format(language)}\n" for problem in config.problems)
    check_golden(_HERE / "golden" / f"problems-{language}.txt", text)


def test_valid_settings_beside_invalid_ones_take_effect() -> None:
    config = parse_config("config.toml", _INVALID.read_bytes(), _ACTIONS)
    assert config.ambiguous_width == "wide"
    assert config.language == ""
    assert config.keys["open_search"] == ("s",)


_UNREADABLE_FILES = {
    "not UTF-8": 'language = "zh"\ntheme = "主'.encode() + b"\xff",
    "cut short": b'language = "zh',
    "no TOML": b"{",
    "twice": b'language = "zh"\nlanguage = "en"',
    "deep": b"a = " + b"[" * 3000,
    "large": b"#" * 300_000,
    "null": b"\0",
}


@pytest.mark.parametrize("data", _UNREADABLE_FILES.values(), ids=_UNREADABLE_FILES)
def test_unreadable_file_is_one_problem(tmp_path: Path, data: bytes) -> None:
    config = read_config(_environment(tmp_path, data))
    assert len(config.problems) == 1
    assert config.problems[0].format("en").isprintable()
    assert config.language == ""


def test_folder_instead_of_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "medbrief" / "config.toml").mkdir(parents=True)
    assert [problem.code for problem in read_config(_environment(tmp_path)).problems] == ["U001"]


@given(st.binary(max_size=200))
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    config = parse_config("config.toml", data, actions())
    assert all(
        problem.format(each).isprintable() for problem in config.problems for each in LANGUAGES
    )


_names = st.sampled_from(
    ["language", "theme", "start", "keys", "x", "[keys]", "[serve]", "[a]", "#", ""]
)
_separators = st.sampled_from(["=", " = ", "", "==", "#"])
_literals = st.sampled_from(
    [
        '"zh"',
        '"en"',
        "zh",
        '"dark"',
        '"paper"',
        '"a\\\\b"',
        '"z" # "',
        '""',
        "'zh'",
        '"Ö"',
        '"last"',
        "[1,",
        "]",
    ]
)
_lines = st.builds(
    lambda *parts: "".join(parts),
    _names,
    _separators,
    _literals,
    st.sampled_from(["", " ", "\r", "\t# x"]),
)


@given(st.one_of(st.lists(_lines, max_size=6).map("\n".join), st.text(max_size=40)))
def test_fast_reader_agrees_with_parser(text: str) -> None:
    if (found := read_plain_config(text.encode("utf-8", "replace"))) is None:
        return
    # The fast reader skips these tables.
    head = f"\n{text}\n".split("\n[keys]\n")[0].split("\n[serve]\n")[0]
    assert tomli.loads(head) == found
    assert not parse_config("config.toml", head.encode(), None).problems


_values = st.recursive(
    st.one_of(
        st.text(max_size=8),
        st.integers(),
        st.booleans(),
        st.sampled_from((*NAMED_KEYS, *CHARACTER_KEYS)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=2)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.one_of(st.sampled_from(sorted(actions())), st.text(max_size=6)), _values))
@example({"change_order": "d", "open_disagreement": "enter"})
def test_every_action_keeps_a_key_and_no_key_is_shared(
    table: dict[str, object],
) -> None:
    defaults = actions()
    chosen, _ = parse_key_table(table, defaults)
    found = effective_keys(defaults, chosen)
    assert found.keys() == defaults.keys()
    keys = [key for keys in found.values() for key in keys]
    assert all(found.values())
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_template_sets_nothing_until_lines_are_uncommented(language: Language) -> None:
    defaults = actions()
    commands = [
        (item.action, configurable_keys(defaults[item.action]), item.title) for item in COMMANDS
    ]
    text = config_template(language, commands)
    assert tomli.loads(text) == {}
    uncommented = "\n".join(
        line[1:] if line[:1] == "#" and line[1:2] in string.ascii_lowercase + "[" else line
        for line in text.splitlines()
    )
    config = parse_config("config.toml", uncommented.encode(), defaults, server=True)
    assert config.problems == ()
    assert effective_keys(defaults, config.keys) == defaults
    assert config.serve is not None
    for name, setting in SETTINGS.items():
        assert config.serve[name] == setting.default or setting.is_path


def test_server_settings_are_read_with_files_relative_to_the_config(
    tmp_path: Path,
) -> None:
    text = """
        [serve]
        host = "0.0.0.0"
        port = 2200
        authorized_keys = "readers.pub"
        host_key = "/etc/key"
        idle_timeout = "90s"
        max_time = 7200
        rate = "9/min"
        watch = true
        log_format = "json"
    """
    config = read_config(_environment(tmp_path, text), actions(), server=True)
    assert config.problems == ()
    assert config.serve == {
        "host": "0.0.0.0",
        "port": 2200,
        "authorized_keys": str(tmp_path / "medbrief" / "readers.pub"),
        "host_key": "/etc/key",
        "idle_timeout": 90,
        "max_time": 7200,
        "rate": 9,
        "watch": True,
        "log_format": "json",
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("serve = 3", "1:9  U005"),
        ("[serve]\nport = -1", "2:8  U006"),
        ("[serve]\nport = true", "2:8  U005"),
        ("[serve]\nport = 1.5", "2:8  U005"),
        ('[serve]\nport = "９"', "2:8  U006"),
        ("[serve]\nport = 65536", "2:8  U006"),
        ('[serve]\nidle_timeout = "5 days"', "2:16  U006"),
        ('[serve]\nwatch = "true"', "2:9  U005"),
        ("[serve]\nlog_format = 1", "2:14  U005"),
        ('[serve]\nlog_format = "xml"', "2:14  U006"),
        ('[serve]\nhost = ""', "2:8  U006"),
        ("[serve]\nmax_sesions = 5", "2:1  U004"),
        ('[serve]\nanonymous = true\nauthorized_keys = "k"', "2:13  U006"),
    ],
)
def test_an_invalid_server_table_sets_nothing_and_is_reported_with_its_position(
    tmp_path: Path, text: str, problem: str
) -> None:
    environ = _environment(tmp_path, f"{text}\n")
    config = read_config(environ, actions(), server=True)
    assert config.serve is None
    (found,) = config.problems
    assert f"config.toml:{problem}" in found.format("en")
    assert read_config(environ, actions()).problems == ()  # other commands do not read the table


def test_a_misspelled_server_setting_gets_a_suggestion(tmp_path: Path) -> None:
    config = read_config(
        _environment(tmp_path, "[serve]\nmax_sesions = 5\n"), actions(), server=True
    )
    assert "did you mean 'max_sessions'?" in config.problems[0].format("en")


def test_fast_reader_skips_tables_of_app_and_server() -> None:
    text = b'language = "zh"\n[serve]\nport = 2200\nanonymous = true\n[keys]\nleave = "x"\n'
    assert read_plain_config(text) == {"language": "zh"}
    assert read_plain_config(text + b"[serve]\n") is None
    assert read_plain_config(text + b"[other]\n") is None


@given(
    st.sampled_from(
        [name for name in SETTINGS if not isinstance(SETTINGS[name].value_type, Switch)]
    ),
    st.one_of(st.text(max_size=12), st.from_regex(r"\d+[smh]?")),
)
def test_values_of_server_settings_are_within_their_limits(name: str, text: str) -> None:
    value, value_type = parse_value(name, text), SETTINGS[name].value_type
    if isinstance(value, int) and isinstance(value_type, Number):
        assert value_type.at_least <= value <= value_type.at_most


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("idle_timeout", "90", 90),
        ("idle_timeout", "90s", 90),
        ("idle_timeout", "30m", 1800),
        ("idle_timeout", "8h", 28_800),
        ("rate", "60/min", 60),
        ("port", "0", 0),
        ("port", " 5", None),
        ("port", "+5", None),
        ("port", "1_000", None),
        ("idle_timeout", "0", None),
        ("rate", "5h", None),
    ],
)
def test_values_of_server_settings_on_the_command_line(
    name: str, text: str, value: int | None
) -> None:
    assert parse_value(name, text) == value


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_is_accepted_and_has_a_palette(theme: Theme) -> None:
    assert read_plain_config(f'theme = "{theme}"'.encode()) == {"theme": theme}
    assert theme_by_name(theme) == theme
    assert shade(theme, {}) in SHADES
    assert theme in app_messages.THEMES
    (option,) = (option for option in COMMON_OPTIONS if option.dest == "theme")
    assert theme in option.choices


def test_only_an_optional_text_may_be_empty() -> None:
    optional = TypeAdapter(Annotated[str, Text(optional=True)])
    assert optional.validate_python("") == ""
    assert optional.validate_python("text") == "text"
    for annotation, value in (
        (Annotated[str, Text()], ""),
        (Annotated[str, Text(optional=True)], "\x07"),
    ):
        with pytest.raises(ValidationError):
            TypeAdapter(annotation).validate_python(value)
