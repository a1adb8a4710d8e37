"""Examples for the fields of the papers about one nominee, from the invented ward of their tests."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from reports.awarding.award_papers import context_of, making_of
from reports.template_desk.fields import examples_in
from tests.reports.awarding.nominated_ward import make_nominated_ward

DAY = dt.datetime(2025, 12, 20, 12, tzinfo=dt.UTC)
ABOUT: Mapping[str, tuple[str, ...]] = {
    "bao-cao-thanh-tich-tap-the": ("collective",),
    "bao-cao-thanh-tich-ca-nhan": ("person", "head"),
    "bao-cao-dot-xuat": ("household", "collective", "person"),
    "bao-cao-chuyen-de": ("household", "collective", "person"),
    "bao-cao-cong-hien": ("service", "person"),
    "bao-cao-ho-gia-dinh": ("household",),
    "tom-tat-thanh-tich": ("person", "household"),
    "xac-nhan-sang-kien": ("idea",),
    "dang-ky-thi-dua": ("ward",),
    "doi-khen-thuong": ("mai", "t3"),
}
"""Whom each paper is made about; a field that says nothing there takes its example elsewhere."""


def nominee_examples(folder: Path) -> dict[str, dict[str, str]]:
    """What each field prints, by kind of paper and path of the field."""
    ward = make_nominated_ward(folder / "Phường Yên Thái.sovang")
    found: dict[str, dict[str, str]] = {}
    for kind, names in ABOUT.items():
        told = [context_of(making_of(ward.book, kind, ward[name], DAY)).names() for name in names]
        each = [examples_in(kind, names) for names in told]
        found[kind] = {path: next((one[path] for one in each if one[path]), "") for path in each[0]}
    ward.book.close()
    shared = {path: text for one in reversed(found.values()) for path, text in one.items() if text}
    return {kind: {path: text or shared.get(path, "") for path, text in one.items()} for kind, one in found.items()}
