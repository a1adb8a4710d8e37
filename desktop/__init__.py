"""The program: its two doors, the window and the command line."""

__version__ = "0.3.0"
