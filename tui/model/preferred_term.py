"""Preferred terms: one per concept in each language, and the variants that are not used."""

from __future__ import annotations

from tui.model.base import Filled, Model


class PreferredTerm(Model):
    """A term in both languages. ``not_zh``, ``not_en``: other words for it, which are not used; in
    English with their plurals, small letters for capitals too."""

    zh: Filled
    en: Filled
    not_zh: tuple[Filled, ...] = ()
    not_en: tuple[Filled, ...] = ()


class PreferredTermTable(Model):
    """The file ``preferred_terms.toml``."""

    terms: tuple[PreferredTerm, ...] = ()
