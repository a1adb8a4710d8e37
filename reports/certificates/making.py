"""Certificates as one printable file, a page for each recipient, with what is to be looked at before printing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.certificates.certificates import Certificate, Design
from reports.certificates.risks import Risk
from reports.prints import PrintStamp
from reports.word.merging import Merged

Progress = Callable[[int], None]


@dataclass(frozen=True)
class MadeCertificates:
    """The finished file, the risks in its order, and sentences about fonts that had to be guessed."""

    merged: Merged
    risks: tuple[Risk, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class PreviewLine:
    """One text of a certificate as it will stand: its lines, its place in tenths of a millimetre, how it looks."""

    item: str
    lines: tuple[str, ...]
    x: int
    y: int
    width: int
    height: int
    font: str
    size: int
    bold: bool
    italic: bool
    colour: str
    align: str


def make_certificates(
    design: Design,
    certificates: Sequence[Certificate],
    target: Path,
    *,
    stamp: PrintStamp,
    marked: bool = False,
    progress: Progress | None = None,
) -> MadeCertificates:
    """One .docx with a page for each certificate, in order; a single one is a reprint.

    The file appears whole or not at all. Raises UserError as `reports.word.merging.fill_as_one`, and for a blank
    without places.
    """
    raise NotImplementedError


def risks_of(design: Design, certificates: Iterable[Certificate]) -> tuple[Risk, ...]:
    """What to look at before printing, certificate by certificate, without writing a file."""
    raise NotImplementedError


def preview_lines(design: Design, certificate: Certificate) -> tuple[PreviewLine, ...]:
    """How the texts of a certificate will stand on its sheet, to be drawn on screen."""
    raise NotImplementedError
