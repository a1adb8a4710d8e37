"""The program's door without a window: `sovang` on the command line; it never imports Qt."""

import argparse

from desktop import __version__


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments (by default the process's own) ask and return the exit code."""
    parser = argparse.ArgumentParser(prog="sovang", description="Sổ Vàng: ghi việc của phường, lập văn bản.")
    parser.add_argument("--version", action="version", version=f"Sổ Vàng {__version__}")
    parser.parse_args(arguments)
    parser.print_help()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
