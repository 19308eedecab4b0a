"""The weights of the features of a record, and its score."""

from __future__ import annotations

WEIGHTS = {
    "kind": 1.0,
    "nothing but the name": 0.60,
    "coverage": 0.50,
    "figure": 0.50,
    "is title": 0.33,
    "means the title": 0.30,
    "same day": 0.30,
    "like a known question": 0.19,
    "in title": 0.18,
    "like other known questions": 0.17,
    "is name": 0.17,
    "year in name": 0.15,
    "form asked for": 0.14,
    "most like a known question": 0.14,
    "importance": 0.13,
    "figure of a company": 0.14,
    "kind asked for": 0.12,
    "in title as typed": 0.12,
    "everything": 0.10,
    "definition": 0.09,
    "gap for a figure": 0.09,
    "same period": 0.09,
    "very like a known question": 0.05,
    "fitting form": 0.02,
    "within period": 0.02,
    "no share": -0.02,
    "undated": -0.03,
    "prose asked for": -0.05,
    "list asked for": -0.06,
    "other form": -0.09,
    "other company": -0.10,
    "no period": -0.12,
    "no figure": -0.12,
    "narrower": -0.14,
    "other period": -0.15,
    "missing": -0.25,
}
"""What each feature adds to the score, in proportion to its value. Learned from the queries of the
benchmarks that are not held out, as a conditional logit model: the probability that a candidate is
the right one (McFadden 1974). The number typed alone and the figure of a company (for queries that
name a company and a measure and ask nothing) are set by hand: few queries have them. The weight of
a kind of record is its ``search_weight``."""
_BIAS = 0.22
"""So that a score of 0 is as bad as no answer."""


def score_of(features: dict[str, float]) -> float:
    """Return the weighted sum of features."""
    return _BIAS + sum([WEIGHTS.get(name, 0.0) * value for name, value in features.items()])
