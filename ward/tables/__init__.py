"""The tables of the file, one module for each group of kinds."""
