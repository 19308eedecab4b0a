"""What the search index holds: folded text, pinyin and initials."""
