"""One file with the byte code of the modules that are used, in place of a ``.pyc`` file for each.

A lookup imports about 65 modules of this package. To find, open and check a file for each takes
longer than to run their code: a lookup takes 3.03 times the CPU time of ``python -c pass`` without
this cache, 2.81 with it (median of 60 interleaved runs of ``medbrief find 医保``). The app imports
another 400 modules of its libraries, from a file of their own: its first screen takes 1.16 times
the time of that of an empty app, 1.28 without (wall time, median of 12 interleaved runs).

The cache is beside the ``.pyc`` files, is written where these are (``sys.dont_write_bytecode``),
and trusts what they trust: the time of change and the size of a source file. Whatever it does not
have, or has of another version, is imported as usual, and written at the end of the program. That
of the libraries is of no use once a folder of ``sys.path`` changes, as it does when a package is
installed, upgraded or removed.
"""

from __future__ import annotations

import marshal
import os
import sys

TYPE_CHECKING = False  # typing.TYPE_CHECKING; type checkers know the name

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec, SourceFileLoader
    from types import CodeType
    from typing import Any, TypeAlias

    _Entry: TypeAlias = tuple[str, bool, int, int, int, int]
    """Path, whether it is a package; time of change (ns) and size of the source; place and length
    of the code in the file."""
else:
    ModuleSpec, SourceFileLoader = type(__spec__), type(__spec__.loader)

_PACKAGE = __name__.partition(".")[0]
_FOLDER = os.path.dirname(__spec__.cached or "")
_LENGTH = 8
"""Bytes before the table of contents that say how long it is."""
_MANY = 8
"""The cache is rewritten after at least so many imports that it could not serve."""
_DAMAGED = (OSError, EOFError, ValueError, TypeError, OverflowError, MemoryError)
"""What reading a file raises that is missing or damaged."""


class CodeCache:
    """A finder for ``sys.meta_path`` that loads modules from the cache.

    Args:
        libraries: whether it is for all modules but those of this package.
    """

    def __init__(self, *, libraries: bool = False) -> None:
        name = "libraries" if libraries else "all"
        self._path = os.path.join(_FOLDER, f"{name}.{sys.implementation.cache_tag}.code")
        self._key = f"{sys.version} {sys.flags.optimize} {__file__}"
        if libraries:
            self._key += f" {[(folder, _time_of_change(folder)) for folder in sys.path]}"
        self._libraries = libraries
        self._entries: dict[str, _Entry] = {}
        self._start = 0
        self._missing: list[str] = []
        self._file = -1

    def install(self) -> None:
        """Load modules from the cache from now on."""
        if SourceFileLoader.__name__ != "SourceFileLoader":  # the package is in an archive
            return
        try:
            self._file = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            length = int.from_bytes(os.read(self._file, _LENGTH), "big")
            key, entries = marshal.loads(os.read(self._file, length))
            if key == self._key:
                self._entries, self._start = entries, _LENGTH + length
        except _DAMAGED:
            pass  # there is none, or it is damaged: it is written again
        sys.meta_path.insert(0, self)

    def find_spec(self, name: str, _path: Any = None, _target: Any = None) -> ModuleSpec | None:
        """Return the specification of a module in the cache, None for any other module."""
        if name.startswith(_PACKAGE) == self._libraries:
            return None
        entry = self._entries.get(name)
        if entry is None or not _is_current(entry):
            self._missing.append(name)
            return None
        spec = ModuleSpec(name, _CachedLoader(name, entry[0], self), origin=entry[0])
        spec.has_location = True
        spec.cached = self._path
        if entry[1]:
            spec.submodule_search_locations = [os.path.dirname(entry[0])]
        return spec

    def code(self, name: str) -> CodeType | None:
        """Return the code of a module in the cache; None where the file is damaged."""
        _, _, _, _, place, length = self._entries[name]
        try:
            code: CodeType = marshal.loads(os.pread(self._file, length, self._start + place))
        except _DAMAGED:
            return None
        return code

    def save(self) -> None:
        """Stop to load modules from the cache; add the imported ones that it does not have, if
        they are many."""
        if self in sys.meta_path:
            if len(self._missing) >= _MANY and not sys.dont_write_bytecode:
                self._write()
            sys.meta_path.remove(self)
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
        self._entries = {}

    def _write(self) -> None:
        if len([name for name in self._missing if _source(name)]) < _MANY:
            return  # the others are no Python code
        codes: dict[str, tuple[_Entry, bytes]] = {}
        imported = [each for each in sys.modules if _is_ours(each) != self._libraries]
        for name in {*self._entries, *imported}:
            if found := self._saved(name) or _loaded(name):
                codes[name] = found
        entries, place = {}, 0
        for name, (entry, data) in codes.items():
            entries[name] = (*entry[:4], place, len(data))
            place += len(data)
        contents = marshal.dumps((self._key, entries))
        new = f"{self._path}.{os.getpid()}"
        try:
            with open(new, "xb") as file:
                file.write(len(contents).to_bytes(_LENGTH, "big") + contents)
                file.writelines(data for _, data in codes.values())
            os.replace(new, self._path)
        except OSError:  # a folder that cannot be written to: no cache, as for .pyc files
            _remove(new)

    def _saved(self, name: str) -> tuple[_Entry, bytes] | None:
        entry = self._entries.get(name)
        if entry is None or not _is_current(entry):
            return None
        code = self.code(name)
        return None if code is None else (entry, marshal.dumps(code))


class _CachedLoader(SourceFileLoader):
    """Loads a module whose code is in the cache; all else is as for a source file."""

    def __init__(self, name: str, path: str, cache: CodeCache) -> None:
        super().__init__(name, path)
        self._cache = cache

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of the module."""
        return self._cache.code(fullname) or super().get_code(fullname)


def _is_ours(name: str) -> bool:
    return name == _PACKAGE or name.startswith(f"{_PACKAGE}.")


def _is_current(entry: _Entry) -> bool:
    """Return whether the source file is the one that the code is of."""
    try:
        status = os.stat(entry[0])
    except OSError:
        return False
    return (status.st_mtime_ns, status.st_size) == entry[2:4]


def _time_of_change(folder: str) -> int:
    """Return when a folder was changed (ns); 0 for none."""
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return 0


def _source(name: str) -> ModuleSpec | None:
    """Return the specification of an imported module; None for one without a source file."""
    spec: ModuleSpec | None = getattr(sys.modules.get(name), "__spec__", None)
    if spec is None or spec.name != name or not spec.origin:
        return None
    return spec if isinstance(spec.loader, SourceFileLoader) else None


def _loaded(name: str) -> tuple[_Entry, bytes] | None:
    """Return the code of an imported module as it is entered; None for one without a source."""
    spec = _source(name)
    if spec is None or not spec.origin:
        return None
    try:
        status = os.stat(spec.origin)
        code = SourceFileLoader(spec.name, spec.origin).get_code(spec.name)
    except (OSError, SyntaxError):  # changed since
        return None
    is_package = spec.submodule_search_locations is not None
    changed, size = status.st_mtime_ns, status.st_size
    return (spec.origin, is_package, changed, size, 0, 0), marshal.dumps(code)


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except OSError:
        return
