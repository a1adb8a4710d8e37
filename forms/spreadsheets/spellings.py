"""How the heads of columns are written in the lists of wards, without diacritics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Spellings = Mapping[str, Sequence[str]]
"""For each key of a column the ways to write its head, without diacritics; the likeliest first."""

NUMBER: Sequence[str] = ("stt", "tt", "so tt", "so thu tu", "thu tu")
NAME: Sequence[str] = (
    "ho va ten", "ho ten", "ho va ten ten tap the", "ten tap the", "ten don vi", "ten ca nhan tap the",
    "ten tap the ca nhan", "ten tap the ca nhan ho gia dinh", "ho va ten ten tap the ho gia dinh", "chu ho",
    "ho ten chu ho", "ten chu ho", "ho gia dinh", "tap the ca nhan", "ca nhan tap the", "ten", "ho ten ca nhan",
    "ten tap the ho va ten ca nhan", "nguoi duoc khen", "doi tuong", "ten doi tuong", "ho va ten nguoi duoc khen",
    "ho ten nguoi duoc khen", "ho va ten chu ho", "tac gia", "don vi ca nhan", "ca nhan don vi",
)  # fmt: skip
AWARD: Sequence[str] = (
    "danh hieu hinh thuc de nghi", "danh hieu hinh thuc", "danh hieu", "hinh thuc", "hinh thuc khen thuong",
    "hinh thuc khen", "danh hieu thi dua", "danh hieu hinh thuc khen thuong", "hinh thuc de nghi", "de nghi khen",
    "danh hieu de nghi", "muc khen", "hinh thuc de nghi khen thuong", "de nghi khen thuong", "de nghi tang",
    "danh hieu thi dua hinh thuc khen thuong", "danh hieu dang ky", "danh hieu hinh thuc dang ky", "khen thuong",
)  # fmt: skip
WHO: Spellings = {
    "number": NUMBER,
    "address_form": ("ong ba", "danh xung", "xung ho", "quy danh"),
    "name": NAME,
    "sex": ("gioi tinh", "nam nu", "phai"),
    "birth": ("ngay sinh", "nam sinh", "ngay thang nam sinh", "sinh ngay", "sinh nam", "ngay thang sinh"),
    "identity": ("cccd", "so cccd", "so dinh danh", "so can cuoc", "cmnd", "so cmnd cccd", "ma dinh danh"),
    "as_title": (
        "chuc vu don vi", "chuc vu don vi dia chi", "chuc vu don vi cong tac", "chuc vu noi cong tac",
        "chuc danh don vi", "chuc vu chuc danh don vi", "chuc vu don vi hoac dia chi", "don vi chuc vu",
    ),
    "post": ("chuc vu", "chuc danh", "chuc vu chuc danh", "nghe nghiep"),
    "workplace": (
        "don vi cong tac", "noi cong tac", "don vi", "co quan", "phong ban", "co quan don vi", "thuoc don vi",
    ),
    "address": ("dia chi", "noi o", "cho o", "noi cu tru", "dia chi thuong tru", "to dan pho", "khu pho", "thon"),
    "group": ("phan loai", "doi tuong", "loai", "doi tuong khen", "phan loai doi tuong", "loai doi tuong", "la"),
}  # fmt: skip
NOMINATION: Spellings = {
    **WHO,
    "award": AWARD,
    "achievement": (
        "tom tat thanh tich", "thanh tich", "noi dung thanh tich", "thanh tich noi bat",
        "tom tat thanh tich dat duoc", "noi dung",
        "thanh tich dat duoc", "ly do khen", "noi dung khen", "tom tat",
    ),
    "proposer": ("don vi de nghi", "noi de nghi", "co quan de nghi", "don vi trinh", "don vi gui"),
    "initiative": ("sang kien", "ten sang kien", "sang kien de tai", "ten sang kien de tai"),
    "field": ("linh vuc",),
    "note": ("ghi chu",),
}  # fmt: skip
REGISTRATION: Spellings = {
    **WHO,
    "award": AWARD,
    "content": (
        "mo hinh noi dung dang ky", "noi dung dang ky", "mo hinh dang ky", "ten mo hinh", "mo hinh", "noi dung",
        "cong trinh phan viec", "dang ky",
    ),
    "note": ("ghi chu",),
}  # fmt: skip
PAST: Spellings = {
    **WHO,
    "award": AWARD,
    "year": ("nam", "nam khen", "nam khen thuong", "nam thanh tich", "thanh tich nam", "nam hoc", "thoi gian"),
    "decision": (
        "so ngay quyet dinh", "quyet dinh", "so quyet dinh ngay quyet dinh", "so ngay thang nam cua quyet dinh",
        "so ky hieu ngay thang nam quyet dinh", "so ngay thang nam quyet dinh", "so ngay co quan ban hanh",
        "so ngay thang nam cua quyet dinh co quan ban hanh quyet dinh", "quyet dinh so ngay", "theo quyet dinh",
    ),
    "decision_number": ("so quyet dinh", "so qd", "quyet dinh so", "so ky hieu", "so ky hieu quyet dinh", "so"),
    "decided_on": (
        "ngay quyet dinh", "quyet dinh ngay", "ngay thang nam quyet dinh", "ngay qd", "ngay ky", "ngay ban hanh",
        "ngay thang nam", "ngay", "ngay khen",
    ),
    "issuer": (
        "co quan quyet dinh", "co quan khen", "co quan khen thuong", "cap khen", "co quan ban hanh", "cap quyet dinh",
        "co quan ra quyet dinh", "nguoi ky", "don vi khen", "co quan tang", "cap khen thuong", "noi ban hanh",
    ),
    "book_number": (
        "so so vang", "so vao so", "so vao so vang", "so bang", "so bang khen", "so giay khen", "so hieu",
    ),
    "reason": (
        "thanh tich", "noi dung khen", "noi dung", "ly do", "ve viec", "trich yeu", "noi dung thanh tich",
        "thanh tich khen thuong", "ly do khen thuong", "noi dung khen thuong",
    ),
    "prize": ("tien thuong", "muc thuong", "so tien", "tien thuong dong"),
    "note": ("ghi chu",),
}  # fmt: skip
