"""Complete the word at the cursor, from the command specifications and the briefing."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cli.args.fast_parser import read_common_options
from tui.cli.args.spec import Argument
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.cli.commands.help import TOPICS
from tui.cli.completion.bash_words import words_for_bash
from tui.cli.completion.candidates import (
    Candidate,
    facet_candidates,
    kind_candidates,
    kind_command,
    kind_command_candidates,
    name_candidates,
    rule_candidates,
)
from tui.cli.completion.tokenizer import CursorContext, cursor_context, options_by_flag, split_line
from tui.cli.completion.value_descriptions import describe
from tui.cli.settings import Settings
from tui.text.language import Language


def complete_line(shell: str, line: str, settings: Settings, replaced: str | None = None) -> str:
    """Return the completions of a line in the form that ``tui.cli.commands.complete`` describes.

    ``replaced``: what bash replaces, the end of the line; None if unknown.
    """
    split = split_line(line)
    options = read_common_options(split.words)
    language: Language = options["lang"] or settings.language
    settings = settings._replace(content=options["content"] or settings.content, language=language)
    context = cursor_context(split.words, lambda word: kind_command(word, settings))
    candidates = list(_candidates(context, split.last.text, settings))
    if len(candidates) == 1 and candidates[0].word in (":file", ":folder"):
        return f"{candidates[0].word}\n"
    if shell == "bash":
        words = (candidate.word for candidate in candidates)
        return "".join(f"{word}\n" for word in words_for_bash(words, split.last, replaced))
    return "".join(f"{candidate.word}\t{candidate.description}\n" for candidate in candidates)


def _candidates(context: CursorContext, typed: str, settings: Settings) -> Iterator[Candidate]:
    if context.pending:
        yield from _values(context.pending, typed, settings)
    elif typed.startswith("-") and not context.after_separator:
        yield from _options(context, typed, settings)
    elif context.command is None:
        commands = [*_commands(typed, settings)]
        names = () if commands else name_candidates("name", typed, settings)
        yield from commands
        yield from (each for each in names if each.word.startswith(typed))
    else:
        positionals = [item for item in context.command.arguments if not item.is_flag]
        if positionals and positionals[-1].nargs in ("+", "*"):
            positionals += [positionals[-1]] * context.positionals
        if context.positionals < len(positionals):
            yield from _values(positionals[context.positionals], typed, settings)


def _commands(typed: str, settings: Settings) -> Iterator[Candidate]:
    for name in COMMAND_NAMES:
        command = load_command(name)
        if name.startswith(typed) and command.group != "hidden":
            yield Candidate(name, command.help.of(settings.language))
    yield from kind_command_candidates(typed, settings)


def _options(context: CursorContext, typed: str, settings: Settings) -> Iterator[Candidate]:
    flags = options_by_flag(context.command)
    name, equals, value = typed.partition("=")
    if equals:
        if name in flags and not flags[name].switch:
            for candidate in _values(flags[name], value, settings):
                is_path = candidate.word.startswith(":")
                yield candidate if is_path else candidate._replace(word=f"{name}={candidate.word}")
        return
    for flag, argument in flags.items():
        if flag.startswith(typed) and (argument.repeatable or argument.dest not in context.used):
            # Of an option with several matching names only the first is offered.
            if flag != argument.names[0] and argument.names[0].startswith(typed):
                continue
            yield Candidate(flag, argument.help.of(settings.language))


def _values(argument: Argument, typed: str, settings: Settings) -> Iterator[Candidate]:
    description = argument.help.of(settings.language)
    match argument.completion:
        case "file" | "folder":
            yield Candidate(f":{argument.completion}", "")
        case "kind" | "file-kind":
            yield from kind_candidates(argument.completion, typed, settings)
        case "rule":
            yield from rule_candidates(typed, settings.language)
        case "topic":
            for name in (*COMMAND_NAMES, *TOPICS):
                command = None if name in TOPICS else load_command(name)
                if name.startswith(typed) and not (command and command.group == "hidden"):
                    yield Candidate(
                        name, command.help.of(settings.language) if command else description
                    )
            yield from kind_command_candidates(typed, settings)
        case "facet" | "event-type":
            facet = "" if argument.completion == "event-type" else argument.dest
            before, comma, last = typed.rpartition(",")
            chosen = before.split(",")
            for candidate in facet_candidates(facet, last, settings):
                if candidate.word not in chosen:
                    yield candidate._replace(word=f"{before}{comma}{candidate.word}")
        case "record" | "location" | "figure" | "source" | "brief" | "name":
            yield from name_candidates(argument.completion, typed, settings)
        case "":
            for word in argument.choices:
                if word.startswith(typed):
                    described = describe(argument.dest, word) or argument.help
                    yield Candidate(word, described.of(settings.language))
