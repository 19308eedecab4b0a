"""What may stand at the cursor of a command line, from the commands' own description."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.cli.args.fast_parser import read_common_options
from tui.cli.args.record_kinds import PLURALS
from tui.cli.args.spec import Argument
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.cli.commands.help import JSON_TOPIC
from tui.cli.completion.candidates import Offer, offered_names, offered_values
from tui.cli.completion.tokenizer import CursorContext, cursor_context, options_by_flag, split_line
from tui.cli.settings import Settings
from tui.text.language import Language

_FORMS = ("source", "brief", "player", "policy", "statistic", "statement", "term", "gap")
_KEPT_BY_BASH = re.compile(r".*[=:]|.*(?=@)", re.DOTALL)
"""Of the word at the cursor, what bash holds for a word of its own, or for the sign before one."""
_SPECIAL = re.compile(r"([\s!\"#$&'()*;<>?\[\\\]^`{|}~])", re.ASCII)


def complete_line(shell: str, line: str, settings: Settings) -> str:
    """The completions of a line in the form that ``tui.cli.commands.complete`` describes."""
    read = split_line(line)
    said = read_common_options(read.words)
    language: Language = said["lang"] or settings.language
    settings = settings._replace(content=said["content"] or settings.content, language=language)
    offers = list(_offers(cursor_context(read.words), read.typed, settings))
    if len(offers) == 1 and offers[0].word in (":file", ":folder"):
        return f"{offers[0].word}\n"
    if shell != "bash":
        return "".join(f"{offer.word}\t{offer.told}\n" for offer in offers)
    found = _KEPT_BY_BASH.match(read.typed)
    kept = found[0] if found and not read.quoted else ""
    words = [offer.word.removeprefix(kept) for offer in offers]
    if not read.quoted:
        words = [_SPECIAL.sub(r"\\\1", word) for word in words]
    return "".join(f"{word}\n" for word in words)


def _offers(state: CursorContext, typed: str, settings: Settings) -> Iterator[Offer]:
    if state.wanted:
        yield from _values(state.wanted, typed, settings)
    elif typed.startswith("-") and not state.only_words:
        yield from _options(state, typed, settings)
    elif state.command is None:
        for name in COMMAND_NAMES:
            command = load_command(name)
            if name.startswith(typed) and command.group != "hidden":
                yield Offer(name, command.help.of(settings.language))
        if typed:
            yield from offered_names("name", typed, settings)
    else:
        places = [item for item in state.command.arguments if not item.is_flag]
        if places and places[-1].nargs in ("+", "*"):
            places += [places[-1]] * state.loose
        if state.loose < len(places):
            yield from _values(places[state.loose], typed, settings)


def _options(state: CursorContext, typed: str, settings: Settings) -> Iterator[Offer]:
    flags = options_by_flag(state.command)
    name, equals, value = typed.partition("=")
    if equals:
        if name in flags and not flags[name].switch:
            for offer in _values(flags[name], value, settings):
                is_path = offer.word.startswith(":")
                yield offer if is_path else offer._replace(word=f"{name}={offer.word}")
        return
    for flag, argument in flags.items():
        if flag.startswith(typed) and (argument.repeatable or argument.dest not in state.used):
            # Of an option with several names, the one that comes first is enough.
            if flag != argument.names[0] and argument.names[0].startswith(typed):
                continue
            yield Offer(flag, argument.help.of(settings.language))


def _values(argument: Argument, typed: str, settings: Settings) -> Iterator[Offer]:
    told = argument.help.of(settings.language)
    words: Iterable[str] = argument.choices
    match argument.completion:
        case "file" | "folder":
            yield Offer(f":{argument.completion}", "")
            return
        case "kind":
            words = PLURALS
        case "form":
            words = _FORMS
        case "topic":
            for name in (*COMMAND_NAMES, JSON_TOPIC):
                command = None if name == JSON_TOPIC else load_command(name)
                if name.startswith(typed) and not (command and command.group == "hidden"):
                    yield Offer(name, command.help.of(settings.language) if command else told)
            return
        case "facet" | "happening":
            facet = "" if argument.completion == "happening" else argument.dest
            yield from offered_values(facet, typed, settings)
            return
        case "record" | "place" | "figure" | "source" | "brief" | "name":
            yield from offered_names(argument.completion, typed, settings)
            return
    for word in words:
        if word.startswith(typed):
            yield Offer(word, told)
