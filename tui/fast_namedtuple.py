"""Named tuples for the modules that a lookup imports.

``typing.NamedTuple`` in their place makes a lookup 37 % slower, mostly by the import of ``typing``;
``collections.namedtuple`` 4 %, since it compiles each class from source text (CPU time of 60
interleaved runs of ``medbrief find``). Type checkers see ``typing.NamedTuple``.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing.TYPE_CHECKING; type checkers know the name

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter  # as in collections.namedtuple; 30 % faster than property

    _new_tuple = tuple.__new__

    class _NamedTupleMeta(type):
        """Turn the annotated names of a class into fields of a tuple."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            body["_field_defaults"] = {key: body.pop(key) for key in fields if key in body}
            body["_fields"] = body["__match_args__"] = fields
            body["_defaults"] = tuple(body["_field_defaults"].values())
            body["_size"] = len(fields)
            body["__slots__"] = ()
            for index, key in enumerate(fields):
                body[key] = _tuplegetter(index, "")
            return type.__new__(cls, name, bases, body)

    class NamedTuple(tuple, metaclass=_NamedTupleMeta):
        """Base class of named tuples. The annotations of a subclass are its fields, in order."""

        def __new__(cls, *values, **named):  # noqa: D102
            missing = cls._size - len(values)
            if missing or named:  # not the most frequent call
                if not named and 0 < missing <= len(cls._defaults):
                    values += cls._defaults[-missing:]
                else:
                    values = _complete(cls, values, named)
            return _new_tuple(cls, values)

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            fields = (f"{key}={value!r}" for key, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(fields)})"

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **named):
            values = {**self._asdict(), **named}
            if len(values) != len(self):
                return type(self)(**values)  # raises TypeError for the unknown name
            return tuple.__new__(type(self), values.values())

    def _complete(cls, values, named):
        """Return all values: positional ones, then named ones or defaults."""
        if len(values) > len(cls._fields):
            raise TypeError(f"{cls.__name__} takes {len(cls._fields)} values, not {len(values)}")
        rest = cls._fields[len(values) :]
        known = {**cls._field_defaults, **named}
        missing = [key for key in rest if key not in known]
        unexpected = [key for key in named if key not in rest]
        if missing or unexpected:
            raise TypeError(f"{cls.__name__}: missing {missing}, unexpected {unexpected}")
        return (*values, *(known[key] for key in rest))
