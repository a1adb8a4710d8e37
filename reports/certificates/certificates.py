"""What one certificate says, and on what it is printed; plain values, no layout."""

from dataclasses import dataclass, fields

from reports.certificates.blanks import Blank
from reports.prints import Sentence, joined

Text = str | Sentence


@dataclass(frozen=True)
class Certificate:
    """What stands on the sheet of one recipient, line by line; texts from records are `Printed`.

    The lines follow Decree 98/2023 Article 104, which lapsed on 1 July 2025; what rules the design now was not
    found. Texts are printed as they are given: whoever makes a certificate writes capitals where they belong. A
    line feed in a text is a new line: "KT. CHỦ TỊCH\\nPHÓ CHỦ TỊCH".
    """

    name: Text  # "Nguyễn Thị Mai", "Tổ dân phố số 16", the head of a household
    address_form: Text = ""  # "Ông", "Bà", "Tập thể", "Hộ gia đình ông"
    as_title: Text = ""  # post and unit, or address
    achievement: Text = ""  # "Đã có thành tích …"
    authority: Text = ""  # line 3: "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG …"
    award: Text = ""  # line 5: "GIẤY KHEN", "CHIẾN SĨ THI ĐUA CƠ SỞ"
    decision_number: Text = ""  # "123/QĐ-UBND"
    decision_day: Text = ""  # "05 tháng 12 năm 2025"
    order_number: Text = ""  # its number in the book (số sổ vàng): its place in the decision
    place_and_date: Text = ""  # "Gia Thụy, ngày 05 tháng 12 năm 2025"
    sign_title: Text = ""  # "CHỦ TỊCH"
    signer: Text = ""
    posthumous: bool = False
    red_flags: bool = False  # beside the emblem: Chiến sĩ thi đua cơ sở
    uid: str = ""  # of the award's record (32 hex digits): which sheet it is

    @property
    def verb(self) -> str:
        """Line 4 of a commendation: “TẶNG”, to the dead “TRUY TẶNG”."""
        return "TRUY TẶNG" if self.posthumous else "TẶNG"

    @property
    def giving(self) -> str:
        """Line 4 of a title: “TẶNG DANH HIỆU”, to the dead “TRUY TẶNG DANH HIỆU”."""
        return f"{self.verb} DANH HIỆU"

    @property
    def person(self) -> Text:
        """Address and name in one line: “Ông Nguyễn Văn An”."""
        return joined([self.address_form, " ", self.name]) if self.address_form else self.name

    @property
    def decision(self) -> Text:
        """The line of the decision: “Quyết định số 123/QĐ-UBND ngày 05 tháng 12 năm 2025”; "" without any."""
        if not self.decision_number and not self.decision_day:
            return ""
        number = joined(["Quyết định số ", self.decision_number or "……"])
        return number + joined([" ngày ", self.decision_day]) if self.decision_day else number

    @property
    def book_number(self) -> Text:
        """The line of its number in the book: “Số sổ vàng: 07”; "" without one."""
        return joined(["Số sổ vàng: ", self.order_number]) if self.order_number else ""

    def names(self) -> dict[str, object]:
        """The context that a template is filled with: each field and line under its own name."""
        made = ("verb", "giving", "person", "decision", "book_number")
        lines = {name: getattr(self, name) for name in made}
        return {one.name: getattr(self, one.name) for one in fields(self)} | lines


@dataclass(frozen=True)
class Design:
    """What certificates are printed on: plain paper with our drawing (a `kind` of CERTIFICATES), or a blank.

    `template`: the office's own copy of the drawn kind's template, in place of ours.
    """

    kind: str = ""
    blank: Blank | None = None
    template: bytes | None = None
