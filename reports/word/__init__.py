"""Word papers: templates compiled, filled with values that lead back to their records, and read again."""
