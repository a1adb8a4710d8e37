"""Certificates as one printable file, a page for each recipient, with what is to be looked at before printing."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.certificates.blanks import Place
from reports.certificates.certificates import Certificate, Design
from reports.certificates.drawn_places import fixed_in, names_in, places_in
from reports.certificates.fitting import Fitted, fitted, height_of
from reports.certificates.kinds import CERTIFICATES
from reports.certificates.measuring import face_of
from reports.certificates.overprint import places_on, template_of
from reports.certificates.risks import Risk, risk
from reports.prints import Printed, PrintStamp, Sentence
from reports.template_desk.files import original
from reports.word.merging import Merged, fill_as_one
from reports.word.run_looks import Sized

Progress = Callable[[int], None]
ON_A_BLANK = "phoi"
_VERBS = {"verb", "giving"}


@dataclass(frozen=True)
class MadeCertificates:
    """The finished file, the risks in its order, and sentences about what could not be measured."""

    merged: Merged
    risks: tuple[Risk, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class PreviewLine:
    """A text of a certificate as it will stand, line by line, in tenths of a millimetre; `size` in half-points.

    `y` is where its first line begins and `height` that of all its lines, wherever they stand in their place.
    """

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

    The file appears whole or not at all. Raises KeyError for an unknown kind, UserError as
    `reports.word.merging.fill_as_one` and `reports.certificates.overprint.template_of`.
    """
    template, places = sheet_of(design)
    merged = fill_as_one(
        template,
        (_context(one, places) for one in certificates),
        target,
        stamp=stamp,
        marked=marked,
        kind=design.kind or ON_A_BLANK,
        progress=progress,
    )
    warnings = (*posthumous_warnings(design, certificates), *warnings_of(design))
    return MadeCertificates(merged, risks_of(design, certificates), warnings)


def risks_of(design: Design, certificates: Iterable[Certificate]) -> tuple[Risk, ...]:
    """What to look at before printing, certificate by certificate, without writing a file."""
    _, places = sheet_of(design)
    return tuple(
        found
        for number, one in enumerate(certificates, 1)
        for place, text in _texts(one, places)
        if (found := risk(number, one, place, fitted(text, place)))
    )


def preview_lines(design: Design, certificate: Certificate) -> tuple[PreviewLine, ...]:
    """How the texts of a certificate will stand on its sheet, to be drawn on screen; fixed words have no `item`."""
    template, places = sheet_of(design)
    fixed = () if design.blank else fixed_in(template)
    stands = [*fixed, *_texts(certificate, places)]
    return tuple(_preview(place, fitted(text, place)) for place, text in stands)


def _preview(place: Place, stands: Fitted) -> PreviewLine:
    high = height_of(len(stands.lines), place, stands.size)
    spare = {"top": 0, "center": (place.height - high) // 2, "bottom": place.height - high}[place.upright]
    return PreviewLine(
        place.item, stands.lines, place.x, place.y + spare, place.width, high,
        place.font, stands.size, place.bold, place.italic, place.colour, place.align,
    )  # fmt: skip


def warnings_of(design: Design) -> tuple[str, ...]:
    """Sentences about fonts that had to be guessed, and texts of a template that stand where nothing is measured."""
    template, places = sheet_of(design)
    faces = (face_of(place.font, place.bold, place.italic) for place in places)
    warnings = dict.fromkeys(face.warning for face in faces if face.warning)
    loose = names_in(template) - {place.item for place in places} if not design.blank else set()
    if loose:
        warnings[
            f"Mẫu in {', '.join(f'“{name}”' for name in sorted(loose))} ở chỗ không có chiều cao cố định hoặc chung "
            "đoạn với chữ khác, nên chương trình không đo được. Hãy xem kỹ bản in thử."
        ] = None
    return tuple(warnings)


def posthumous_warnings(design: Design, certificates: Iterable[Certificate]) -> tuple[str, ...]:
    """Whom a sheet would not give it posthumously: its blank or the office's own template does not print the verb."""
    template, places = sheet_of(design)
    named = {place.item for place in places} if design.blank else names_in(template)
    dead = [str(one.name) for one in certificates if one.posthumous]
    if not dead or named & _VERBS:
        return ()
    way = (
        f"Phôi “{design.blank.name}” không có vị trí in chữ “TẶNG”, “TRUY TẶNG”. Nếu phôi in sẵn chữ “TẶNG”, hãy in "
        "trên giấy trắng."
        if design.blank
        else "Mẫu riêng của cơ quan ghi sẵn chữ “TẶNG”. Hãy thay chữ ấy bằng {{ verb }} (danh hiệu: {{ giving }})."
    )
    return (f"Truy tặng: {', '.join(dead)}. {way}",)


def sheet_of(design: Design) -> tuple[bytes, tuple[Place, ...]]:
    """The template of a design and the places of its texts. Raises as `make_certificates`."""
    if design.blank:
        return template_of(design.blank), places_on(design.blank)
    template = design.template or original(CERTIFICATES[design.kind].template)
    return template, places_in(template)


def _context(certificate: Certificate, places: Sequence[Place]) -> Mapping[str, object]:
    """What the template is filled with: the texts, those that are too long for their place in a smaller size."""
    names = {name: _composed(value) for name, value in certificate.names().items()}
    sizes: dict[str, int] = {}
    for place, text in _texts(certificate, places):
        size = fitted(text, place).size
        if size != place.size:
            sizes[place.item] = min(size, sizes.get(place.item, size))
    return names | {item: Sized(_pieces(names[item]), half_points=size) for item, size in sizes.items()}


def _texts(certificate: Certificate, places: Sequence[Place]) -> Iterator[tuple[Place, str]]:
    names = certificate.names()
    for place in places:
        text = str(names.get(place.item, ""))
        if text:
            yield place, text


def _composed(value: object) -> object:
    """A text with its letters composed (NFC): a font has no place of its own for loose diacritics."""
    if isinstance(value, Sentence):
        return Sentence(tuple(_nfc(piece) for piece in value.pieces), value.key)
    return _nfc(value) if isinstance(value, str) else value


def _nfc(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return text.spelt(composed) if isinstance(text, Printed) else composed


def _pieces(value: object) -> tuple[str, ...]:
    return value.pieces if isinstance(value, Sentence) else (value,) if isinstance(value, str) else ()
