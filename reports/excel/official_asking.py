"""What an official form asks a book for: its cells that are named, or that the office has mapped, by indicator.

A cell asks by the code of an indicator (`dan_so`), or its name where it has no code; an ending says which number is
meant: `dan_so_ke_hoach` the plan, `dan_so_nam_truoc` the year before. The office's own map says the same of cells
without names, and may name the measure of the form: {"Biểu 1!C7": "thu_ngan_sach (tỷ đồng)"}.
"""

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from reports.excel.official_places import Area, read_area
from ward.errors import UserError
from ward.text import fold, nfc

Column = Literal["now", "plan", "before"]
ENDINGS: Mapping[str, Column] = {
    "_thuc_hien": "now",
    "_ke_hoach": "plan",
    "_nam_truoc": "before",
    "_cung_ky": "before",
}
_SAID = re.compile(r"(?P<code>[^()]+?)\s*(?:\((?P<measure>[^()]+)\))?\s*\Z")
_NOT_CODE = re.compile(r"[^a-z0-9]+")
_MAX_MAP = 10_000


@dataclass(frozen=True)
class Asked:
    """A cell that asks for a number: its name in the form or its address, where it lies, what it asks for.

    `measure` is that of the form, "" where it is the indicator's own. `mapped`: the office's map says so, so that
    an unknown code is a mistake and no name of another use.
    """

    name: str
    area: Area
    code: str
    measure: str = ""
    mapped: bool = False

    @property
    def shown_name(self) -> str:
        """What the clerk knows the cell by: its name in the form, or the code in the map."""
        return self.code if self.mapped else self.name.partition("@")[0]


@dataclass(frozen=True)
class KnownIndicator:
    """An indicator as a form may ask for it; `id` is its record."""

    id: int
    name: str
    code: str


class Codes:
    """Finds the indicator that a code means, and the nearest code where none is meant."""

    def __init__(self, indicators: Iterable[KnownIndicator]) -> None:
        by_code: defaultdict[str, list[KnownIndicator]] = defaultdict(list)
        by_name: defaultdict[str, list[KnownIndicator]] = defaultdict(list)
        for one in indicators:
            by_code[as_code(one.code)].append(one)
            by_name[as_code(one.name)].append(one)
        by_code.pop("", None)
        self._known = {**by_name, **by_code}

    def find(self, code: str) -> tuple[list[KnownIndicator], Column]:
        """The indicators of this code (several where it does not tell which), and which of their numbers is meant."""
        bare = as_code(code)
        if bare in self._known:
            return self._known[bare], "now"
        for ending, column in ENDINGS.items():
            if bare.endswith(ending) and bare.removesuffix(ending) in self._known:
                return self._known[bare.removesuffix(ending)], column
        return [], "now"

    def nearest(self, code: str) -> str:
        """The known code that looks most like this one, with its ending; "" where none does."""
        bare = as_code(code)
        ending = next((ending for ending in ENDINGS if bare.endswith(ending)), "")
        near = difflib.get_close_matches(bare.removesuffix(ending), self._known, n=1, cutoff=0.75)
        return near[0] + ending if near else ""


def as_code(text: str) -> str:
    """A code, name or cell's name in the letters that Excel allows for names: “Hộ nghèo” is ho_ngheo."""
    return _NOT_CODE.sub("_", fold(text)).strip("_")


def asked_of(named: Mapping[str, Area], mapped: Mapping[str, str]) -> list[Asked]:
    """What a form asks for, in the order of its cells. `mapped`: what the office says of addresses and names.

    Raises UserError for an address or a name in the map that is none of the form's.
    """
    found = {name: Asked(name, area, name.partition("@")[0]) for name, area in named.items()}
    by_name = {name.casefold(): area for name, area in named.items()}
    for place, said in mapped.items():
        area = read_area(place) if "!" in place else by_name.get(place.casefold())
        read = _SAID.match(said)
        if area is None or read is None:
            raise UserError(
                f"Bảng ô của biểu ghi “{place}”: “{said}”, nhưng biểu không có ô hay tên ấy, hoặc mã chưa đúng. "
                'Hãy ghi như: "Biểu 1!C7": "dan_so".'
            )
        found = {name: one for name, one in found.items() if one.area != area}
        found[place] = Asked(place, area, read["code"], nfc(read["measure"] or ""), mapped=True)
    return sorted(found.values(), key=lambda one: (one.area.sheet, one.area.top, one.area.left))


def read_map(content: bytes, name: str) -> dict[str, str]:
    """The office's map of a form's cells. Raises UserError for a file that is none."""
    wrong = UserError(
        f'Chưa đọc được “{name}”. Hãy ghi như: {{"Biểu 1!C7": "dan_so", "Biểu 1!D7": "dan_so_ke_hoach"}}.'
    )
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise wrong from error
    if not isinstance(read, dict) or len(read) > _MAX_MAP or not all(isinstance(one, str) for one in read.values()):
        raise wrong
    return {nfc(place): nfc(said) for place, said in read.items() if said.strip()}
