"""Ground: named tuples for what a look-up loads.

The import of ``typing`` and its way of making a tuple class (source text, compiled class by
class) cost a third of what a whole look-up may take. These are read and made the same way;
type checkers see ``typing.NamedTuple``.
"""

from __future__ import annotations

from operator import itemgetter

TYPE_CHECKING = False  # what typing calls so; checkers take it for true by its name

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _Fields(type):
        """Makes the annotated names of a class the names of its places."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            body["_field_defaults"] = {key: body.pop(key) for key in fields if key in body}
            body["_fields"] = body["__match_args__"] = fields
            body["_defaults"] = tuple(body["_field_defaults"].values())
            body["__slots__"] = ()
            for place, key in enumerate(fields):
                body[key] = property(itemgetter(place))
            return type.__new__(cls, name, bases, body)

    class NamedTuple(tuple, metaclass=_Fields):
        """A tuple whose places have names: the class's annotations, in order."""

        def __new__(cls, *values, **named):  # noqa: D102
            lacking = len(cls._fields) - len(values)
            if not named and 0 < lacking <= len(cls._defaults):  # the last ones, as is usual
                values += cls._defaults[-lacking:]
            elif named or lacking:
                values = _completed(cls, values, named)
            return tuple.__new__(cls, values)

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            named = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{key}={value!r}' for key, value in named)})"

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **named):
            values = {**self._asdict(), **named}
            if len(values) != len(self):
                return type(self)(**values)  # which says what is amiss
            return tuple.__new__(type(self), values.values())

    def _completed(cls, values, named):
        """The values with those that are named, and with defaults for the rest."""
        if len(values) > len(cls._fields):
            raise TypeError(f"{cls.__name__} takes {len(cls._fields)} values, not {len(values)}")
        rest = cls._fields[len(values) :]
        known = {**cls._field_defaults, **named}
        missing = [key for key in rest if key not in known]
        strange = [key for key in named if key not in rest]
        if missing or strange:
            raise TypeError(f"{cls.__name__}: missing {missing}, not to be given {strange}")
        return (*values, *(known[key] for key in rest))
