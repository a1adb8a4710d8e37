"""What a ward knows: its tables, verbs, figures and rules."""
