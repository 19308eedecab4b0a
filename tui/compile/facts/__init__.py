"""What the briefing states and how it is derived from the records: answers, disputes, timeline, facets."""
