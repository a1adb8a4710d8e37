"""Báo cáo quá trình cống hiến: the posts that a person held, how long each, and how long in all."""

from typing import Any

from reports.awarding.achievement_context import ServiceReport
from reports.awarding.achievement_parts import PostRow, PostTotal, Text
from reports.awarding.nominee_facts import own_letterhead, person_facts, reporter
from reports.awarding.nominees import Nominee, proposed_of
from reports.awarding.past_awards import OPEN, past_awards
from reports.prints import Printed
from reports.wording.sentences import NBSP, capitalised, keyed, sentence
from reports.wording.wording import Wording, traced
from ward.awarding.service_time import Post, Served, by_title, posts_of, together
from ward.dates import PartialDate, show_date
from ward.year_entries import Entry

_NO_TIME = "chưa rõ thời gian"


def service_report(nominee: Nominee) -> ServiceReport:
    """The report of a person's service until the paper's day, or until the person died."""
    recipient = nominee.recipient
    entry = recipient.entry if recipient and recipient.kind == "person" else None
    until = (entry["death"] if entry else "") or nominee.on.isoformat()
    posts = posts_of(entry["positions"], until) if entry else []
    return ServiceReport(
        own_letterhead(nominee),
        proposed_of(nominee),
        person_facts(nominee),
        tuple(_row(nominee.words, entry, post) for post in posts if entry),
        tuple(_total(entry, post, served) for post, served in by_title(posts) if entry),
        _length(together(post.span for post in posts), entry, "Tổng thời gian giữ các chức vụ") if entry else "",
        past_awards(nominee.words, recipient, nominee.on, nominee.nomination),
        woman=bool(entry and entry["sex"] == "nu"),
        reporter=reporter(nominee),
    )


def _row(words: Wording, entry: Entry, post: Post) -> PostRow:
    row, at = entry["positions"][post.place], post.place
    title = traced(row["title"], entry.uid, f"positions[{at}].title", "person") or OPEN
    unit: Text = traced(row["unit_words"], entry.uid, f"positions[{at}].unit_words", "person")
    if not unit and row["unit"]:
        unit = capitalised(words.name(row["unit"], row["until"] or words.view.day))
    remark = "" if post.span is None or post.served.exact else "chỉ biết năm"
    length = _length(post.served, entry, f"Thời gian giữ chức vụ {row['title']}")
    key = "/".join((entry.uid, row["title"], row["since"], row["until"], str(unit)))
    return PostRow(keyed(key, _time(entry, row, at)), title, unit or OPEN, length, remark)


def _time(entry: Entry, row: dict[str, Any], at: int) -> Text:
    """“Từ 3/2015 đến 3/2020”, “Từ 3/2015 đến nay”."""
    since = _shown(row["since"], entry, f"positions[{at}].since") or OPEN
    ends = _shown(row["until"], entry, f"positions[{at}].until") or (OPEN if entry["death"] else "nay")
    return sentence("Từ ", since, " đến ", ends)


def _shown(day: str, entry: Entry, field: str) -> str:
    return traced(show_date(PartialDate(day)), entry.uid, field, "person") if day else ""


def _total(entry: Entry, post: Post, served: Served) -> PostTotal:
    title = traced(post.title, entry.uid, f"positions[{post.place}].title", "person") or OPEN
    length = _length(served, entry, f"Tổng thời gian giữ chức vụ {post.title}")
    return PostTotal(keyed(f"{entry.uid}/{post.title}/total", title), length)


def _length(served: Served, entry: Entry, what: str) -> Text:
    """“05 năm 03 tháng”, “khoảng 05 năm”; what cannot be told is said, not counted as nothing."""
    if served.months is None:
        return OPEN
    years, months = divmod(served.months, 12)
    in_years = [f"{years:02d}{NBSP}năm"] if years else []
    told = " ".join(in_years + ([f"{months:02d}{NBSP}tháng"] if months or not years else []))
    untold = f" (chưa kể {served.untold:02d} chức vụ {_NO_TIME})" if served.untold else ""
    text = f"{'' if served.exact else 'khoảng '}{told}{untold}"
    return Printed.counted(text, of=[entry.uid], field="months", what=what)
