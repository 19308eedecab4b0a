"""What the briefing states, derived from its records: answers, disputes, timeline, facets."""
