"""The smallest pack of rules that can be read, as the text of one file: tests spoil it or add to it."""

from __future__ import annotations

from ward.rules.pack import Pack
from ward.rules.reading import read_pack

SMALL = """
[pack]
name = "Bộ thử"
version = "1"
compiled = 2026-01-01

[[instrument]]
id = "luat"
short = "Luật"
name = "Luật Thi đua, khen thưởng"
since = 2024-01-01

[[instrument.later]]
since = 2026-10-01
conf = "M"
why = "Luật đã sửa đổi."

[[authority]]
id = "chu_tich"
label = "Chủ tịch"
article = "Luật Điều 80"
conf = "L"
src = ["toan-van"]
instruments = ["luat"]

[[award]]
id = "ldtt"
name = "Lao động tiên tiến"
kind = "danh_hieu"
recipients = ["ca_nhan"]
level = "phuong"
decided_by = "chu_tich"
article = "Luật Điều 24"
conf = "L"
src = ["toan-van"]
instruments = ["luat"]

[[award.route]]
id = "chung"
name = "Chung"
all = [{ type = "rating", min = "HTTNV", years = 1, text = "Hoàn thành tốt nhiệm vụ" }]

[[vote]]
awards = ["ldtt"]
min_pct = 50
over = true
article = "Quy chế"
conf = "S"
src = ["toan-van"]

[prize_rules]
round_to = 10000
highest_title_only = true
title_and_form = true
article = "NĐ Điều 49"
conf = "L"
src = ["toan-van"]
household = { factor = 1.5 }
collective = { factor = 2.0 }

[[prize]]
award = "ldtt"
recipients = ["ca_nhan"]
factor = 0.3
article = "NĐ Điều 50"
conf = "L"
src = ["toan-van"]

[[base_salary]]
amount = 2340000
since = 2024-07-01
until = 2026-06-30
article = "NĐ 73 Điều 3"
conf = "L"
src = ["toan-van"]

[[calendar]]
key = "tong_ket"
what = "Tổng kết"
due = "12-10"
article = "Quy chế"
conf = "S"
src = ["toan-van"]

[sources]
toan-van = "Toàn văn"
"""


def small_pack(*changes: tuple[str, str], more: str = "") -> Pack:
    """The small pack with some of its text changed; each change must find its place."""
    return read_pack({"thu.toml": small_text(*changes, more=more).encode()})


def small_text(*changes: tuple[str, str], more: str = "") -> str:
    """The text of the small pack, changed."""
    text = SMALL
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text + more
