"""``fast_namedtuple.NamedTuple`` behaves as ``typing.NamedTuple`` does."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from tui import fast_namedtuple


class Fast(fast_namedtuple.NamedTuple):
    text: str
    role: str = "body"
    target: str = ""

    def upper(self) -> str:
        return self.text.upper()


class Standard(typing.NamedTuple):
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
        (("a",), {"color": "red"}),
        (("a", "b", "c", "d"), {}),
        ((), {"role": "b"}),
    ],
)
def test_both_accept_and_reject_the_same_arguments(
    values: tuple[str, ...], named: dict[str, str]
) -> None:
    try:
        expected = Standard(*values, **named)
    except TypeError:
        with pytest.raises(TypeError):
            Fast(*values, **named)
        return
    fast = Fast(*values, **named)
    assert fast == expected
    assert (fast.text, fast.role, fast.target) == expected
    assert fast._asdict() == expected._asdict()
    assert repr(fast) == repr(expected).replace("Standard", "Fast")


def test_instances_are_immutable_tuples_with_named_fields() -> None:
    instance = Fast("a")
    assert Fast._fields == Standard._fields
    assert instance._replace(role="b") == ("a", "b", "")
    assert instance.upper() == "A"
    assert copy.deepcopy(instance) == pickle.loads(pickle.dumps(instance)) == instance
    match instance:
        case Fast(text, role=role):
            assert (text, role) == ("a", "body")
        case _:
            pytest.fail("no match")
    with pytest.raises(AttributeError):
        instance.text = "b"  # type: ignore[misc]
    with pytest.raises(TypeError):
        instance._replace(color="red")
