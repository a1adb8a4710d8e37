"""Certificates whose text was made smaller, went on to another line, or does not fit: told, never cut in silence."""

from dataclasses import dataclass

from reports.certificates.blanks import Place
from reports.certificates.certificates import Certificate
from reports.certificates.fitting import Fitted, Outcome

ITEMS = {
    "person": "họ tên",
    "name": "họ tên",
    "address_form": "cách xưng hô",
    "as_title": "chức vụ, đơn vị",
    "achievement": "thành tích",
    "authority": "người quyết định tặng",
    "verb": "chữ “Tặng”",
    "giving": "chữ “Tặng danh hiệu”",
    "award": "tên hình thức khen",
    "decision": "số, ngày quyết định",
    "book_number": "số sổ vàng",
    "place_and_date": "địa danh, ngày tháng",
    "sign_title": "chức vụ người ký",
    "signer": "họ tên người ký",
}
_MAY_WRAP = frozenset(("achievement",))
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Risk:
    """One text of one certificate to look at.

    `number` counts the certificates from 1, `uid` is that of the award, `item` a key of ITEMS; `serious`: the sheet
    should not be printed as it is; `words` is the whole sentence.
    """

    number: int
    uid: str
    name: str
    item: str
    outcome: Outcome
    serious: bool
    words: str


def risk(number: int, certificate: Certificate, place: Place, stands: Fitted) -> Risk | None:
    """The risk of a text in its place, or None where there is nothing to look at."""
    told = _words(place, stands)
    if not told:
        return None
    name = str(certificate.name)
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
    what = ITEMS.get(place.item, place.item)
    words = f"Tờ {number}, {short}: {what} {told}"
    return Risk(number, certificate.uid, name, place.item, stands.outcome, stands.outcome in _SERIOUS, words)


_SERIOUS = frozenset(("split", "too_small", "overflow"))


def _words(place: Place, stands: Fitted) -> str:
    smaller = f"chữ thu từ cỡ {_points(place.size)} xuống {_points(stands.size)}"
    if stands.outcome == "shrunk":
        return f"quá dài, {smaller}."
    if stands.outcome == "wrapped":
        if place.item in _MAY_WRAP:
            return ""
        also = f"{smaller} và " if stands.size < place.size else ""
        return f"quá dài, {also}xuống {len(stands.lines)} dòng."
    if stands.outcome == "split":
        return f"có từ dài hơn cả dòng nên bị ngắt giữa chừng ({smaller}). Hãy rút gọn hoặc thêm dấu cách."
    if stands.outcome == "too_small":
        return (
            f"không vừa chỗ in: phải {smaller}, nhỏ hơn cỡ nhỏ nhất {_points(place.least_size)}. "
            "Hãy rút gọn, hoặc mở rộng vị trí in."
        )
    if stands.outcome == "overflow":
        return f"không vừa chỗ in dù chữ chỉ còn cỡ {_points(stands.size)}; phần cuối sẽ bị khuất. Hãy rút gọn."
    return ""


def _points(half_points: int) -> str:
    return f"{half_points // 2}{',5' if half_points % 2 else ''}"
