"""Lists against the numbers that were said of them: who was awarded, who registered, which parts a task has."""
from __future__ import annotations
RULES = ()
