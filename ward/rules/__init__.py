"""The law as data: packs of dated rules, the office's own values over them, and what follows from both."""
