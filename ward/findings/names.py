"""."""
RULES = ()
