"""The row of buttons below the papers, with a menu of what is done less often; each offered when it can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.controls import button
from desktop.flow import Flow
from desktop.paper_list import PaperList

_BUTTONS = {
    "open_paper": "Mở văn bản",
    "refresh_paper": "Cập nhật số liệu…",
    "origins": "Số này từ đâu ra?",
    "reconcile": "Đối chiếu trước khi in",
}
_MORE = "more_paper_acts"
_MENU = {
    "sign": "Đánh dấu đã ký…",
    "unsign": "Trở lại dự thảo…",
    "void": "Bỏ văn bản…",
    "differences": "Chỗ không còn đúng với sổ…",
    "correction": "Lập thư đính chính",
    "": "",
    "compare": "So sánh với bản khác…",
    "sources": "Lập phụ lục “Nguồn số liệu”",
    "pdf": "Tạo PDF",
    "show_paper": "Mở thư mục chứa nó",
}


class PaperButtons:
    """`row` holds the buttons, `acts` the entries of the menu, by name."""

    def __init__(
        self, papers: PaperList, slots: Mapping[str, Callable[[], object]], writable: bool, parent: QWidget
    ) -> None:
        self._papers, self._writable, self._resting = papers, writable, False
        self.buttons: dict[str, QPushButton] = {}
        self.acts: dict[str, QAction] = {}
        self.row = Flow()
        for name, words in _BUTTONS.items():
            self.buttons[name] = button(words, slots[name], parent, name=name)
        self.buttons[_MORE] = button("Việc khác", lambda: None, parent, name=_MORE)
        self.buttons[_MORE].setMenu(self._make_menu(slots, parent))
        for one in self.buttons.values():
            self.row.addWidget(one)

    def rest(self, resting: bool) -> None:
        """Whether a paper is being worked on, so that nothing else is begun."""
        self._resting = resting
        self.offer()

    def offer(self) -> None:
        """Offers what can be done with the chosen papers now."""
        possible = self._possible()
        for name, one in self.buttons.items():
            one.setEnabled(possible[name])
            one.setVisible(bool(self._papers.chosen()))
        for name, act in self.acts.items():
            act.setEnabled(possible[name])

    def _possible(self) -> dict[str, bool]:
        chosen = self._papers.chosen()
        one = chosen[0] if len(chosen) == 1 else None
        there = bool(chosen) and all(paper.path.is_file() for paper in chosen)
        ready = there and not self._resting
        signed, draft = (one is not None and one.state == state for state in ("signed", "draft"))
        return {
            "open_paper": there,
            "refresh_paper": ready and draft and self._writable,
            "origins": ready and one is not None,
            "reconcile": ready,
            _MORE: bool(chosen) and not self._resting,
            "sign": draft and self._writable,
            "unsign": signed and self._writable,
            "void": draft and self._writable,
            "differences": signed,
            "correction": signed and self._writable,
            "compare": len(chosen) in (1, 2),
            "sources": one is not None and self._writable,
            "pdf": there,
            "show_paper": bool(chosen),
        }

    def _make_menu(self, slots: Mapping[str, Callable[[], object]], parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for name, words in _MENU.items():
            if not name:
                menu.addSeparator()
                continue
            self.acts[name] = menu.addAction(words)
            self.acts[name].setObjectName(name)
            self.acts[name].triggered.connect(lambda _on=False, slot=slots[name]: slot())
        return menu
