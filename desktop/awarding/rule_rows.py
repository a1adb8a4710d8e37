"""What a pack of rules says of one thing, as rows to show: the words, the article, and how sure it is on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.record_list import number
from forms.choices import BASES, LEVELS, RECIPIENT_KINDS
from ward.dates import PartialDate, show_date
from ward.rules.sureness import WORDS, Sureness, sureness

if TYPE_CHECKING:
    from ward.rules.pack import AwardRule, Condition, DossierPaper, Pack, Route, Sourced

KINDS = {
    "danh_hieu": "Danh hiệu thi đua",
    "hinh_thuc": "Hình thức khen thưởng",
    "cong_nhan": "Công nhận",
    "khen_dang": "Khen thưởng trong Đảng",
}
EFFECTS = {"block": "Chặn, phải ghi lý do", "warn": "Nhắc", "info": "Để biết"}
STAGES = {"register": "khi đăng ký", "submit": "khi đề nghị", "result": "khi có kết quả"}
NEEDED = {"always": "", "as_needed": " (nếu có)"}
UNKNOWN = "chưa rõ"


@dataclass(frozen=True)
class RuleRow:
    """One row: its words, its article, its mark in words, whether it is sure, why not, and what hangs below it."""

    text: str
    article: str = ""
    mark: str = ""
    sure: bool = True
    why: str = ""
    is_head: bool = False
    below: tuple[RuleRow, ...] = field(default=())

    def all(self) -> Iterator[RuleRow]:
        """This row and every one below it."""
        yield self
        for one in self.below:
            yield from one.all()


@dataclass(frozen=True)
class Teller:
    """Says what a pack holds, with the marks that count on a day (ISO)."""

    pack: Pack
    on: str

    def said(self, text: str, rule: Sourced, below: Iterable[RuleRow] = ()) -> RuleRow:
        """A row of a rule that has an article and a mark."""
        told = sureness(self.pack, rule, self.on)
        local = f"theo {rule.local}" if rule.local else ""
        why = " ".join(filter(None, (told.why, rule.note)))
        return RuleRow(text, rule.article, local or mark_words(told), told.sure, why, below=tuple(below))

    def award(self, award: AwardRule) -> list[RuleRow]:
        """Everything about one award."""
        return [
            self._who(award),
            *([head("Tiêu chuẩn", [self._route(one) for one in award.routes])] if award.routes else []),
            *self._group("Không xét khi", (self.said(one.text, one) for one in award.exclusions)),
            *self._group("Biểu quyết của Hội đồng", self._votes(award.id)),
            *self._group("Tiền thưởng", self._prizes(award)),
            *self._group("Hồ sơ", (self._paper(one) for one in award.papers)),
            *self._group("Thủ tục, thời hạn", self._stated(award)),
        ]

    def principles(self) -> list[RuleRow]:
        """The principles that block or warn."""
        return [self.said(f"{EFFECTS[one.effect]}: {one.text}", one) for one in self.pack.principles]

    def council(self) -> list[RuleRow]:
        """Quorums, then the votes by award."""
        quorums = (
            self.said(
                f"{one.scope}: ít nhất {one.least.numerator}/{one.least.denominator} tham dự. {one.absent}", one
            )
            for one in self.pack.quorums.values()
        )
        votes = (
            head(award.name, self._votes(code)) for code, award in self.pack.awards.items() if code in self.pack.votes
        )
        return [head("Số người phải dự họp", quorums), head("Tỷ lệ phiếu", votes)]

    def money(self) -> list[RuleRow]:
        """Base salaries and how prizes are reckoned."""
        rules = self.pack.prize_rules
        salaries = (self.said(f"{number(one.amount)} đồng {period(one)}", one) for one in self.pack.base_salaries)
        texts = [self.said(f"Làm tròn lên {number(rules.round_to)} đồng", rules)]
        texts += [self.said(text, rules) for text in rules.texts]
        texts.append(self.said(f"Hộ gia đình: {decimal(rules.household.factor)} lần mức cá nhân", rules.household))
        texts.append(self.said(f"Tập thể: {decimal(rules.collective.factor)} lần mức cá nhân", rules.collective))
        fund = [self.said(rules.fund.text, rules.fund)] if rules.fund.text else []
        return [head("Lương cơ sở", salaries), head("Cách tính tiền thưởng", texts), *self._group("Quỹ", fund)]

    def calendar(self) -> list[RuleRow]:
        """The days of the year's work, by day."""
        ordered = sorted(self.pack.calendar, key=lambda one: (one.due_years_later, one.due or one.opens))
        return [
            self.said(f"{due_words(one.due, one.before, one.due_years_later)}: {one.what}", one) for one in ordered
        ]

    def forms(self) -> list[RuleRow]:
        """The forms of papers."""
        return [
            self.said(f"{one.number}: {one.title}" if one.number else one.title, one)
            for one in self.pack.forms.values()
        ]

    def pending(self) -> list[RuleRow]:
        """What is known to change."""
        rows = []
        for one in self.pack.pending:
            texts = [RuleRow(text) for text in (*one.contents, one.transition) if text]
            when = f", có hiệu lực {shown_day(one.in_force)}" if one.in_force else ""
            rows.append(self.said(f"{one.instrument}{when}", one, texts))
        return rows

    def instruments(self) -> list[RuleRow]:
        """The laws, decrees and guides that rules rest on."""
        rows = []
        for one in self.pack.instruments.values():
            gone = bool(one.until) and self.on > one.until
            later = [mark.why for mark in one.later if mark.since <= self.on]
            rows.append(
                RuleRow(
                    f"{one.short}: {one.name}" if one.name else one.short,
                    dates(one.since, one.until),
                    WORDS["L-expired"] if gone else "" if not later else "có văn bản mới",
                    not gone and not later,
                    " ".join([*later, one.note]),
                )
            )
        return rows

    # -- one award ----------------------------------------------------------------------------------

    def _who(self, award: AwardRule) -> RuleRow:
        authority = self.pack.authorities.get(award.decided_by)
        decides = authority.label if authority else award.decided_by_words or UNKNOWN
        below = [
            RuleRow(f"Dành cho: {listed(RECIPIENT_KINDS, award.recipients)}"),
            self.said(f"Người quyết định: {decides}", authority) if authority else RuleRow(f"Quyết định: {decides}"),
            RuleRow(f"Cấp: {LEVELS.get(award.level, award.level)}"),
        ]
        below += [RuleRow(f"Loại hình với {RECIPIENT_KINDS[who].lower()}: {listed(BASES, bases)}")
                  for who, bases in award.bases.items()]  # fmt: skip
        below += [RuleRow(text) for text in (award.eligible_units, award.watch) if text]
        if award.former_name:
            below.append(RuleRow(f"Tên trước đây: {award.former_name}"))
        return self.said(award.name, award, below)

    def _route(self, route: Route) -> RuleRow:
        who = listed(RECIPIENT_KINDS, route.recipients)
        draft = "" if route.enabled else " (dự thảo, chưa áp dụng)"
        condition = route.condition
        rows = condition_rows(condition)
        below = rows[0].below if len(rows) == 1 and condition.type == "group" and rows[0].below else rows
        return self.said(f"{route.name}{draft} · {who}{f' · {listed(BASES, route.bases)}' if route.bases else ''}",
                         route, below)  # fmt: skip

    def _votes(self, code: str) -> list[RuleRow]:
        vote = self.pack.votes.get(code)
        if vote is None:
            return []
        least = "trên" if vote.over else "ít nhất"
        rows = [self.said(f"Đồng ý {least} {decimal(vote.min_pct)}% tổng số thành viên Hội đồng", vote)]
        if vote.ballot:
            words = "Bỏ phiếu kín" if vote.secret else "Bỏ phiếu"
            rows.append(
                RuleRow(words, vote.article, WORDS[vote.secret_conf], vote.secret_conf == "L", vote.secret_note)
            )
        return rows

    def _prizes(self, award: AwardRule) -> list[RuleRow]:
        from ward.rules.prizes import prize_of

        rows = []
        for who, prize in award.prizes.items():
            reckoned = prize_of(self.pack, award.id, who, self.on)
            amount = f" = {number(reckoned.amount)} đồng" if reckoned.amount is not None else ""
            factor = f"{decimal(prize.factor)} × lương cơ sở" if prize.factor is not None else UNKNOWN
            if prize.amount is not None:
                factor, amount = f"{number(prize.amount)} đồng", ""
            if prize.factor is None and prize.at_most is not None and prize.amount is None:
                factor = f"không quá {decimal(prize.at_most)} × lương cơ sở"
            rows.append(self.said(f"{RECIPIENT_KINDS[who]}: {factor}{amount}", prize))
        return rows + ([RuleRow(award.prize_note)] if award.prize_note else [])

    def _paper(self, paper: DossierPaper) -> RuleRow:
        form = self.pack.forms.get(paper.form)
        named = f" ({form.number})" if form and form.number else ""
        for_whom = f" · {listed(RECIPIENT_KINDS, paper.recipients)}" if paper.recipients else ""
        return self.said(f"{paper.name}{named}{NEEDED[paper.needed]} · {STAGES[paper.stage]}{for_whom}", paper)

    def _stated(self, award: AwardRule) -> list[RuleRow]:
        told = (("Số bộ hồ sơ", award.copies), ("Thủ tục", award.procedure), ("Hạn", award.due))
        return [self.said(f"{words}: {one.text}", one) for words, one in told if one.text]

    def _group(self, words: str, rows: Iterable[RuleRow]) -> list[RuleRow]:
        found = tuple(rows)
        return [head(words, found)] if found else []


def head(words: str, below: Iterable[RuleRow]) -> RuleRow:
    """A heading over rows."""
    return RuleRow(words, is_head=True, below=tuple(below))


def condition_rows(condition: Condition) -> list[RuleRow]:
    """A condition as rows: its own words, or those of its parts under what joins them."""
    if condition.type != "group":
        return [RuleRow(condition.text)]
    rows = [row for part in condition.all for row in condition_rows(part)]
    if condition.any:
        rows.append(RuleRow("Và một trong các điều sau:" if rows else "Một trong các điều sau:",
                            below=tuple(row for part in condition.any for row in _part(part))))  # fmt: skip
    return [RuleRow(condition.text, below=tuple(rows))] if condition.text else rows


def _part(part: Condition) -> list[RuleRow]:
    """An alternative; one of several conditions stands together."""
    rows = condition_rows(part)
    return rows if len(rows) == 1 else [RuleRow("Đủ các điều sau:", below=tuple(rows))]


def mark_words(told: Sureness) -> str:
    """The mark as the screen says it."""
    return WORDS[told.conf]


def listed(labels: object, keys: Iterable[str]) -> str:
    """The labels of some keys, in small letters after the first."""
    get: Callable[[str, str], str] = labels.get  # type: ignore[attr-defined]
    found = [get(key, key) for key in keys]
    return ", ".join([found[0], *(word.lower() for word in found[1:])]) if found else UNKNOWN


def decimal(value: Decimal | None) -> str:
    """An exact number as Vietnamese papers write it: "0,3", "80"."""
    return UNKNOWN if value is None else f"{value.normalize():f}".replace(".", ",")


def dates(since: str, until: str) -> str:
    """From when to when: "từ 01/7/2025", "đến 30/6/2026"."""
    parts = [f"từ {shown_day(since)}" if since else "", f"đến {shown_day(until)}" if until else ""]
    return " ".join(filter(None, parts))


def period(rule: Sourced) -> str:
    """The same for a rule."""
    return dates(rule.since, rule.until)


def shown_day(day: str) -> str:
    """A day as it is read; words that are no day stay."""
    return show_date(PartialDate(day)) if day[:4].isdigit() else day


def due_words(due: str, before: bool, years_later: int) -> str:
    """A day of the year's work: "Trước 25/11", "10/12", "31/12 năm sau"."""
    month, _, day = due.partition("-")
    told = f"{int(day)}/{int(month)}" if day.isdigit() else due or "Trong năm"
    return f"{'Trước ' if before else ''}{told}{' năm sau' if years_later else ''}"
