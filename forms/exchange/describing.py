"""How the fields of each kind are read from an exchange file, made from its table and its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from forms import fields
from forms.catalogue import FORMS
from forms.exchange import converting
from forms.exchange.converting import Doubtful, Pointer, Reader, Refused, reader_of, shown
from forms.exchange.format import shown_key
from ward.kinds import KINDS
from ward.shapes import Shape

CLOSED_SETS: dict[tuple[str, str], Mapping[str, str]] = {
    ("figure", "state"): {
        "known": "Có số",
        "words": "Chỉ có lời",
        "missing": "Chưa có số liệu",
        "not_applicable": "Không áp dụng",
    },
    ("figure", "shape"): {"number": "Số", "ratio": "Tỷ số", "rank": "Thứ hạng", "range": "Khoảng"},
    ("figure.claims", "relation"): {
        "vuot": "Vượt",
        "bang": "Bằng",
        "dat": "Đạt",
        "tang": "Tăng",
        "giam": "Giảm",
        "gap": "Gấp",
        "xep_hang": "Xếp hạng",
        "giu": "Giữ",
        "khac": "Khác",
    },
    ("figure.claims", "basis"): {
        "ke_hoach": "Kế hoạch",
        "du_toan": "Dự toán",
        "cung_ky": "Cùng kỳ",
        "nam_truoc": "Năm trước",
        "nam": "Năm",
        "chi_tieu": "Chỉ tiêu",
        "nghi_quyet": "Nghị quyết",
        "khac": "Khác",
    },
}
"""Closed values that no form field lists, with Vietnamese labels; those of `Figure` and `Claim`."""


@dataclass(frozen=True)
class Described:
    """The readers of one kind: own fields, rows of lists, and where a period's words go."""

    own: dict[str, Reader]
    lists: dict[str, dict[str, Reader]]
    period_words: dict[str, str]


@cache
def described(kind: str) -> Described:
    """The readers of a kind, made once from its table and its form."""
    form, declared = FORMS[kind], KINDS[kind]
    rows = {field.key: field for field in form.fields if isinstance(field, fields.Rows)}
    lists = {
        key: _readers(f"{kind}.{key}", shape, rows[key].fields if key in rows else ())
        for key, shape in declared.list_shapes.items()
    }
    words = {field.key: field.words for field in form.fields if isinstance(field, fields.Period) and field.words}
    return Described(_readers(kind, declared.shape, form.fields), lists, words)


def _readers(place: str, shape: Shape, declared: tuple[fields.Field, ...]) -> dict[str, Reader]:
    by_key = {key: field for field in declared for key in field.keys}
    readers = {}
    for item in shape.fields:
        options = CLOSED_SETS.get((place, item.key))
        readers[item.key] = (
            converting.choice_reader(options) if options else reader_of(item, by_key.get(item.key), pointer)
        )
    return readers


def pointer(raw: Any, kinds: tuple[str, ...], depth: int = 0) -> Pointer | None:
    """A reference as the file may give it. Raises Refused for what is none."""
    if raw is None or raw == "":
        return None
    if type(raw) is str:
        if not kinds:
            raise Refused('tên không đủ để tìm ở đây; hãy ghi {"uid": …}, {"id": …} hoặc {"kind": …, …}')
        return Pointer(kinds, "name", converting.text(raw))
    if type(raw) is not dict or not raw:
        raise Refused(f"không hiểu cách nhắc tới bản ghi khác: {shown(raw)}")
    if len(raw) == 1 and "uid" in raw:
        uid = uid_of(raw["uid"])
        if uid is None:
            raise Refused(f"uid phải là 32 chữ số hệ 16, không phải {shown(raw['uid'])}")
        return Pointer(kinds, "uid", uid)
    if len(raw) == 1 and "id" in raw:
        if type(raw["id"]) is not str:
            raise Refused(f"id phải là chữ trong dấu ngoặc kép, không phải {shown(raw['id'])}")
        return Pointer(kinds, "id", raw["id"])
    return _by_key(raw, kinds, depth)


def _by_key(raw: dict[str, Any], kinds: tuple[str, ...], depth: int) -> Pointer:
    kind = raw.get("kind", kinds[0] if len(kinds) == 1 else None)
    if type(kind) is not str or kind not in KINDS or (kinds and kind not in kinds):
        offered = ", ".join(kinds or KINDS)
        raise Refused(f'phải ghi "kind" của bản ghi được nhắc tới, một trong: {offered}')
    if depth > 20:
        raise Refused("nhắc tới bản ghi khác lồng quá nhiều lớp")
    found = {}
    for key, value in raw.items():
        if key != "kind":
            path = key_paths(kind).get(key)
            if path is None:
                raise Refused(f"“{shown_key(key)}” không dùng để nhận ra {kind}; dùng: {', '.join(key_paths(kind))}")
            found[path] = _key_value(kind, path, value, depth)
    if not found:
        raise Refused(f"chưa ghi khóa nào để nhận ra {kind}; dùng: {', '.join(key_paths(kind))}")
    return Pointer((kind,), "key", tuple(found.items()))


@cache
def key_paths(kind: str) -> dict[str, str]:
    """How a reference may name the fields of a kind's natural key: by path, or by the path's last word."""
    paths = FORMS[kind].natural_key
    return {path.rpartition(".")[2]: path for path in reversed(paths)} | {path: path for path in paths}


def _key_value(kind: str, path: str, raw: Any, depth: int) -> Any:
    key, _, inner = path.partition(".")
    shape = KINDS[kind].list_shapes[key] if inner else KINDS[kind].shape
    if shape.by_key[inner or key].type == "ref":
        return pointer(raw, shape.by_key[inner or key].kinds, depth + 1)
    readers = described(kind).lists[key] if inner else described(kind).own
    try:
        return readers[inner or key](raw, None)
    except Doubtful as doubt:
        raise Refused(str(doubt)) from doubt


def uid_of(raw: Any) -> bytes | None:
    """The uid that 32 hex digits write, or None."""
    if type(raw) is not str or len(raw) != 32 or not raw.isascii() or not raw.isalnum():
        return None
    try:
        return bytes.fromhex(raw)
    except ValueError:
        return None
