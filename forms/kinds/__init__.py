"""One declaration for each kind of record."""
