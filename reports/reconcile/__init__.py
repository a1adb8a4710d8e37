"""Reconciling papers before they are printed: one rule a module, each over opened papers as plain values."""
