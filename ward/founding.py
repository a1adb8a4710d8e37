"""The first records of a new file: the ward as a unit, its bodies with letterhead and signatory, its year."""

from __future__ import annotations

from dataclasses import dataclass

from ward.book import Book
from ward.edits import Add, Change, Edit
from ward.errors import UserError
from ward.uids import new_uid

KINDS = ("phường", "xã")
PARTY = "dang_uy"
BODIES = {
    "ubnd": ("Ủy ban nhân dân", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "UBND"),
    "dang_uy": ("Đảng ủy", "T/M ĐẢNG ỦY", "BÍ THƯ", "ĐU"),
    "hdnd": ("Hội đồng nhân dân", "TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH", "HĐND"),
    "mttq": ("Ủy ban Mặt trận Tổ quốc Việt Nam", "TM. ỦY BAN MTTQ VIỆT NAM", "CHỦ TỊCH", "MTTQ"),
}
"""The bodies of a ward: name, authority, position and symbol as their papers usually have them."""


@dataclass(frozen=True)
class Letterhead:
    """The head of a paper: two lines on the left (the upper may be empty), the symbol, the place of its date."""

    upper_line: str
    line: str
    symbol: str
    place: str


@dataclass(frozen=True)
class Signer:
    """Who signs for a body."""

    authority: str
    position_title: str
    name: str


@dataclass(frozen=True)
class Place:
    """The ward or commune: its kind ("phường", "xã"), its name without the kind, and the province above it."""

    kind: str
    name: str
    province: str

    @property
    def full_name(self) -> str:
        """The kind and the name as in "phường Gia Thụy"; the kind is not said twice."""
        words = self.name.split()
        if words and words[0].lower() == self.kind:
            words = words[1:]
        return " ".join([self.kind, *words])

    @property
    def capital_name(self) -> str:
        """The same as it begins a line: "Phường Gia Thụy"."""
        return self.full_name[:1].upper() + self.full_name[1:]


def letterhead(place: Place, body: str) -> Letterhead:
    """The usual letterhead of this body.

    Nghị định 30/2020/NĐ-CP, Phụ lục I: a people's committee of a ward names no superior, its own name takes two
    lines. A Party committee stands below the province's Party organisation.
    """
    name, symbol = BODIES[body][0], BODIES[body][3]
    where = place.full_name.upper()
    if body == PARTY:
        return Letterhead(f"ĐẢNG BỘ {place.province}".upper().strip(), f"ĐẢNG ỦY {where}", symbol, _where(place))
    return Letterhead(name.upper(), where, symbol, _where(place))


def signer(body: str, name: str) -> Signer:
    """The usual signatory of this body, by this name."""
    return Signer(BODIES[body][1], BODIES[body][2], " ".join(name.split()))


def found(book: Book, place: Place, signers: dict[str, str], year: int, keeper: str = "ubnd") -> Change:
    """Writes the first records as one act: province, ward, one office for each body of `signers`, the year.

    `signers` gives for each body the name of who signs, or the empty text. Raises UserError without a name.
    """
    if not place.name.strip():
        raise UserError(f"Hãy ghi tên {place.kind}, ví dụ: Gia Thụy.")
    if not signers:
        raise UserError("Hãy chọn ít nhất một cơ quan sẽ ra văn bản.")
    edits: list[Edit] = []
    province = new_uid() if place.province.strip() else None
    if province:
        kind = "tỉnh" if place.province.strip().lower().startswith("tỉnh") else "thành phố"
        edits.append(Add("unit", {"names": [{"name": place.province.strip(), "unit_kind": kind}]}, province))
    unit = new_uid()
    edits.append(Add("unit", {"names": [_named(place, province)]}, unit))
    main = keeper if keeper in signers else next(iter(signers))
    edits += [_office(place, body, name, unit, body == main) for body, name in signers.items()]
    edits.append(Add("year", {"year": year}))
    return book.write(f"Lập sổ của {place.full_name}", edits)


def _named(place: Place, province: bytes | None) -> dict[str, object]:
    row: dict[str, object] = {"name": place.capital_name, "unit_kind": place.kind}
    return {**row, "parent": province} if province else row


def _office(place: Place, body: str, name: str, unit: bytes, keeper: bool) -> Add:
    head, who = letterhead(place, body), signer(body, name)
    values = {
        "name": f"{BODIES[body][0]} {place.full_name}",
        "body": body,
        "unit": unit,
        "layout": "dang" if body == PARTY else "nd30",
        "keeper": keeper,
        "letterheads": [vars(head)],
        "signatories": [vars(who)] if who.name else [],
    }
    return Add("office", values)


def _where(place: Place) -> str:
    return " ".join(place.name.split()) if place.kind not in place.name.lower() else place.capital_name
