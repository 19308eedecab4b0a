"""Our named tuples behave as those of ``typing``."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from tui import fast_namedtuple


class Ours(fast_namedtuple.NamedTuple):
    text: str
    role: str = "body"
    target: str = ""

    def shout(self) -> str:
        return self.text.upper()


class Theirs(typing.NamedTuple):
    text: str
    role: str = "body"
    target: str = ""


@pytest.mark.parametrize(
    ("values", "named"),
    [
        (("a",), {}),
        (("a", "b"), {}),
        (("a", "b", "c"), {}),
        ((), {"text": "a"}),
        (("a",), {"target": "c"}),
        ((), {"target": "c", "text": "a", "role": "b"}),
        ((), {}),
        (("a",), {"text": "b"}),
        (("a",), {"colour": "red"}),
        (("a", "b", "c", "d"), {}),
        ((), {"role": "b"}),
    ],
)
def test_they_take_the_same_values(values: tuple[str, ...], named: dict[str, str]) -> None:
    try:
        expected = Theirs(*values, **named)
    except TypeError:
        with pytest.raises(TypeError):
            Ours(*values, **named)
        return
    ours = Ours(*values, **named)
    assert ours == expected
    assert (ours.text, ours.role, ours.target) == expected
    assert ours._asdict() == expected._asdict()
    assert repr(ours) == repr(expected).replace("Theirs", "Ours")


def test_they_are_tuples_with_names() -> None:
    made = Ours("a")
    assert Ours._fields == Theirs._fields
    assert made._replace(role="b") == ("a", "b", "")
    assert made.shout() == "A"
    assert copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made
    match made:
        case Ours(text, role=role):
            assert (text, role) == ("a", "body")
        case _:
            pytest.fail("no match")
    with pytest.raises(AttributeError):
        made.text = "b"  # type: ignore[misc]
    with pytest.raises(TypeError):
        made._replace(colour="red")
