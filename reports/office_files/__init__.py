"""Office files as packages: read within bounds, checked, written whole or not at all."""
