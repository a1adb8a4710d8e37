"""Why a nomination meets its conditions or not: route by route, with the article, the evidence, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.controls import button, label

if TYPE_CHECKING:
    from ward.rules.judgements import Blocked, EvidenceRef, Line, RouteVerdict, Verdict

STATES = {"enough": ("Đủ điều kiện", "fine"), "short": ("Chưa đủ", "wrong"), "confirm": ("Cần xác nhận", "amber")}
MARKS = {"yes": "✓", "no": "✕", "confirm": "?", "unverified": "▲"}
LOOKS = {"yes": "fine", "no": "wrong", "confirm": "amber", "unverified": "amber"}
INDENT = 16
UNVERIFIED = "quy định chưa kiểm chứng: chỉ nhắc, không chặn"


class VerdictPanel(QScrollArea):
    """`opened` tells a record that is evidence; `confirmed` a rule, its words and the answer; `reasoned` a block."""

    opened = Signal(int)
    confirmed = Signal(str, str, str)
    reasoned = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Điều kiện của đề nghị đang chọn")
        self._writable = True
        self.say("Chọn một đề nghị để xem điều kiện.")

    def set_writable(self, writable: bool) -> None:
        """Whether the buttons that write are offered."""
        self._writable = writable

    def say(self, words: str) -> None:
        """Shows one sentence in place of a verdict."""
        body, column = self._body()
        column.addWidget(label(words, body, wrap=True, grey=True))
        column.addStretch(1)

    def show_verdict(self, name: str, award: str, verdict: Verdict) -> None:
        """Shows a verdict with its routes, blocks and hints."""
        body, column = self._body()
        words, look = STATES[verdict.state]
        column.addWidget(label(f"{name} – {award}", body, name="heading", wrap=True))
        column.addWidget(toned(words, look, body))
        for block in verdict.blocks:
            self._add_block(block, body, column)
        for route in verdict.routes:
            self._add_route(route, body, column, several=len(verdict.routes) > 1)
        for hint in verdict.hints:
            column.addWidget(label(str(hint), body, wrap=True, grey=True))
        column.addStretch(1)

    # -- the parts ----------------------------------------------------------------------------------

    def _add_route(self, route: RouteVerdict, body: QWidget, column: QVBoxLayout, *, several: bool) -> None:
        column.addSpacing(6)
        title = route.name or "Tiêu chuẩn"
        state = STATES[route.state][0].lower()
        column.addWidget(label(f"{title}: {state}" if several else title, body, name="heading", wrap=True))
        if not route.sure:
            words = "; ".join(filter(None, (f"▲ {UNVERIFIED}", route.why)))
            column.addWidget(label(words, body, wrap=True, amber=True, small=True))
        for line in route.lines:
            self._add_line(line, body, column)

    def _add_line(self, line: Line, body: QWidget, column: QVBoxLayout, depth: int = 0) -> None:
        """A condition with its article and evidence; its parts below it, one step further in."""
        look = "fine" if line.weight == 0 else LOOKS[line.state]
        mark = MARKS["yes"] if line.weight == 0 else MARKS[line.state]
        self._put(toned(f"{mark} {line.words}", look, body), depth, body, column)
        for words in filter(None, (line.missing, line.settled, line.reason and f"Lý do vẫn đề nghị: {line.reason}")):
            self._put(label(words, body, wrap=True), depth + 1, body, column)
        article = f"{line.article} (mức chắc chắn {line.conf})" if line.article and line.conf else line.article
        if line.state == "unverified":
            article = "; ".join(filter(None, (article, UNVERIFIED)))
        if article:
            self._put(label(article, body, wrap=True, grey=True, small=True), depth + 1, body, column)
        for one in line.evidence:
            self._put(evidence(one, body, self.opened.emit), depth + 1, body, column)
        for part in line.parts:
            self._add_line(part, body, column, depth + 1)
        if line.weight and line.rule and self._writable:
            self._add_answers(line, depth + 1, body, column)

    def _add_answers(self, line: Line, depth: int, body: QWidget, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(INDENT * depth, 0, 0, 0)
        if line.state == "no":
            row.addWidget(button("Ghi lý do vẫn đề nghị…", self._reason(line), body, name="give_reason"))
        else:
            for answer, words in (("yes", "Xác nhận có"), ("no", "Không có")):
                row.addWidget(button(words, self._confirm(line, answer), body, name=f"confirm_{answer}"))
        row.addStretch(1)
        column.addLayout(row)

    def _put(self, widget: QWidget, depth: int, body: QWidget, column: QVBoxLayout) -> None:
        box = QWidget(body)
        row = QHBoxLayout(box)
        row.setContentsMargins(INDENT * depth, 0, 0, 0)
        row.addWidget(widget, 1)
        column.addWidget(box)

    def _add_block(self, block: Blocked, body: QWidget, column: QVBoxLayout) -> None:
        frame = QFrame(body)
        frame.setObjectName("notice")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(10, 6, 10, 6)
        inside.addWidget(label(f"▲ {block.words}", frame, wrap=True, amber=True))
        if block.article:
            inside.addWidget(label(f"{block.article} (mức chắc chắn {block.conf})", frame, wrap=True, small=True))
        for one in block.evidence:
            inside.addWidget(evidence(one, frame, self.opened.emit))
        if block.reason:
            inside.addWidget(label(f"Lý do vẫn đề nghị: {block.reason}", frame, wrap=True))
        elif self._writable:
            given = button("Ghi lý do vẫn đề nghị…", self._reason(block), frame, name="give_reason")
            inside.addWidget(given, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(frame)

    def _body(self) -> tuple[QWidget, QVBoxLayout]:
        body = QWidget(self)
        body.setObjectName("paneBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 4, 8, 8)
        column.setSpacing(5)
        self.setWidget(body)
        return body, column

    def _confirm(self, line: Line, answer: str) -> Callable[[], None]:
        return lambda: self.confirmed.emit(line.rule, line.asks or line.words, answer)

    def _reason(self, one: Line | Blocked) -> Callable[[], None]:
        return lambda: self.reasoned.emit(one.rule, one.words)


def toned(words: str, look: str, parent: QWidget) -> QWidget:
    """Wrapped words in the colour of a state."""
    shown = label(words, parent, wrap=True)
    shown.setProperty(look, True)
    return shown


def evidence(one: EvidenceRef, parent: QWidget, opened: Callable[[int], object]) -> QWidget:
    """A record that speaks for or against, wrapped, with the way to it."""
    shown = label(f"→ {one.words}", parent, wrap=True)
    shown.setTextFormat(Qt.TextFormat.RichText)
    shown.setText(f'<a href="{one.record}" style="text-decoration:none">→ {escape(one.words)}</a>')
    flags = Qt.TextInteractionFlag
    shown.setTextInteractionFlags(flags.LinksAccessibleByKeyboard | flags.LinksAccessibleByMouse)
    shown.linkActivated.connect(lambda record: opened(int(record)))
    shown.setAccessibleName(one.words)
    return shown
