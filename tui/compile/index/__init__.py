"""The texts of the search index: folded titles, names and pages, pinyin and initials."""
