"""Drafts brought up to date: an edited paper against today's records, and what the clerk decides of each place."""
