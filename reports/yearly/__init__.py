"""The papers of a year: the report, the indicator sheet and the index of a pack."""
