"""Which award type a text means: its name, its other names, the usual abbreviations; likenesses are only offered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from peewee import SqliteDatabase

from forms.spreadsheets.doubts import Candidate
from ward.loading import values_of
from ward.lookups import living
from ward.search import words

_ABBREVIATIONS = {
    "ttldtt": "tap the lao dong tien tien",
    "ttldxs": "tap the lao dong xuat sac",
    "tdpvh": "to dan pho van hoa",
    "tdp": "to dan pho",
    "kdcvh": "khu dan cu van hoa",
    "gdvh": "gia dinh van hoa",
    "cstdcs": "chien si thi dua co so",
    "cstdct": "chien si thi dua cap tinh",
    "cstdtq": "chien si thi dua toan quoc",
    "cstd": "chien si thi dua",
    "ldtt": "lao dong tien tien",
    "ldxs": "lao dong xuat sac",
    "hcld": "huan chuong lao dong",
    "bkttg": "bang khen cua thu tuong chinh phu",
    "bk": "bang khen",
    "gk": "giay khen",
    "tt": "tap the",
    "ubnd": "uy ban nhan dan",
    "ttg": "thu tuong chinh phu",
}
_IDLE = frozenset(("danh", "hieu", "hinh", "thuc", "tang", "de", "nghi", "thuong", "cua", "cap", "nam", "truy"))
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class AwardName:
    """An award type as the book has it."""

    record: int
    name: str
    form: str
    level: str
    recipients: str
    code: str


class AwardNames:
    """The award types of a book, found by what people call them."""

    def __init__(self, db: SqliteDatabase) -> None:
        records = [head.id for head in living(db, "award_type")]
        self.types = {
            record: AwardName(
                record, values["name"], values["form"], values["level"], values["recipients"], values["code"]
            )
            for record, values in values_of(db, "award_type", records).items()
        }
        self._by_words: dict[str, set[int]] = defaultdict(set)
        for one in self.types.values():
            self._add(one.name, one.record)
        aliases = values_of(db, "alias", [head.id for head in living(db, "alias")])
        for values in aliases.values():
            if values["of"] in self.types:
                self._add(values["name"], values["of"])

    def exactly(self, text: str) -> int | None:
        """The one type that is called so; None where none or several are."""
        found = self._by_words.get(" ".join(spelt_out(text)), set()) or self._by_words.get(_bare(text), set())
        return next(iter(found)) if len(found) == 1 else None

    def like(self, text: str) -> tuple[Candidate, ...]:
        """The types whose words are all in the text, or that have all words of the text; the nearest first."""
        said = set(_bare(text).split())
        if len(said) < _FEWEST:
            return ()
        near: dict[int, int] = {}
        for told, records in self._by_words.items():
            own = set(told.split()) - _IDLE
            if len(own) >= _FEWEST and (own <= said or said <= own):
                for record in records:
                    near[record] = min(near.get(record, 99), len(own ^ said))
        ordered = sorted(near, key=lambda record: (near[record], self.types[record].name))
        return tuple(Candidate(record, "award_type", self.types[record].name) for record in ordered)

    def within(self, text: str) -> int | None:
        """The type whose whole name stands in a longer text, such as a heading; the longest name wins."""
        said = f" {' '.join(spelt_out(text))} "
        found = [
            (len(told), record)
            for told, records in self._by_words.items()
            if len(told.split()) >= _FEWEST and f" {told} " in said
            for record in records
        ]
        longest = {record for length, record in found if length == max(found)[0]}
        return next(iter(longest)) if len(longest) == 1 else None

    def _add(self, text: str, record: int) -> None:
        for told in {" ".join(spelt_out(text)), _bare(text)} - {""}:
            self._by_words[told].add(record)


def spelt_out(text: str) -> list[str]:
    """The words of a name without diacritics, abbreviations written out."""
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words(text)).split()


def _bare(text: str) -> str:
    return " ".join(word for word in spelt_out(text) if word not in _IDLE)
