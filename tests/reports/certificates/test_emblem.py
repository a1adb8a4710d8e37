"""Our own drawings: vector files that are sound, pictures rendered from them in print quality."""

import struct
from pathlib import Path

import pytest
from lxml import etree

EMBLEM = Path(__file__).parents[3] / "resources" / "emblem"
DRAWINGS = sorted(EMBLEM.glob("*.svg"))


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_made_of_shapes_alone_and_fetches_nothing(drawing: Path) -> None:
    root = etree.parse(drawing).getroot()
    assert {etree.QName(one).localname for one in root.iter()} <= {"svg", "title", "g", "path", "circle", "rect"}
    assert not [name for one in root.iter() for name in one.attrib if "href" in str(name)]


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_has_its_picture_in_the_same_shape(drawing: Path) -> None:
    picture = drawing.with_suffix(".png").read_bytes()
    wide, high = struct.unpack(">II", picture[16:24])
    _, _, width, height = map(float, (etree.parse(drawing).getroot().get("viewBox") or "").split())
    assert wide / high == pytest.approx(width / height, rel=0.01)


def test_the_emblem_has_600_dots_to_the_inch_at_25_mm() -> None:
    wide, _ = struct.unpack(">II", (EMBLEM / "quoc-huy.png").read_bytes()[16:24])
    assert wide >= 600 * 25 / 25.4
