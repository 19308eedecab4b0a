"""One reader cannot take the places of others."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.serve.net.client_address import network_of, normalize_address
from tui.serve.security.share_limit import ShareLimit

_HOLDERS = st.sampled_from("abc")


@given(total=st.integers(1, 40), steps=st.lists(st.tuples(_HOLDERS, st.booleans()), max_size=150))
def test_no_more_places_are_held_than_there_are_and_a_holder_leaves_its_share_free(
    total: int, steps: list[tuple[str, bool]]
) -> None:
    limit = ShareLimit(total, 0)
    held: Counter[str] = Counter()
    for holder, takes in steps:
        if takes:
            free = total - held.total()
            refusal = limit.take(holder)
            assert (refusal is None) == (held[holder] < free)
            assert (refusal == "full") == (free == 0)
            held[holder] += refusal is None
        elif held[holder]:
            limit.release(holder)
            held[holder] -= 1
        assert limit.free == total - held.total() >= 0
        assert limit.held_by(holder) == held[holder]


@pytest.mark.parametrize("total", [4, 10, 30, 100, 500])
def test_two_greedy_holders_leave_places_for_others(total: int) -> None:
    limit = ShareLimit(total, 0)
    for greedy in ("a", "b"):
        while limit.take(greedy) is None:
            pass
    assert limit.held_by("a") >= total // 2  # many readers behind one address find room
    assert limit.free >= total // 4
    assert limit.take("c") is None


def test_a_fixed_share_replaces_the_rule() -> None:
    limit = ShareLimit(10, 3)
    assert [limit.take("a") for _ in range(4)] == [None, None, None, "share"]
    everything = ShareLimit(5, 5)
    assert [everything.take("office") for _ in range(6)] == [None] * 5 + ["full"]


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("nonsense", "nonsense"),
    ],
)
def test_what_counts_as_one_client(address: str, network: str) -> None:
    assert network_of(address) == network


def test_an_address_has_one_spelling() -> None:
    assert normalize_address("2001:DB8:0::1") == normalize_address("2001:db8::1")
    assert normalize_address("::ffff:10.0.0.1") == "10.0.0.1"
