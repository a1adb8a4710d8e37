"""What a ward knows: its tables, verbs, figures and rules."""

__version__ = "0.3.0"
