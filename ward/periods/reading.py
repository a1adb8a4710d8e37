"""Reading periods: typed Vietnamese becomes a code, keeps its words, or becomes a question."""

from __future__ import annotations

import re
from collections.abc import Callable

from ward.dates import DateQuestion, PartialDate, read_date
from ward.periods.values import Period, PeriodQuestion, show_period
from ward.text import nfc, plain

_CODE_POINT = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?"
_CODE = re.compile(
    rf"{_CODE_POINT}|[0-9]{{4}}-(?:Q[1-4]|H[12])|[TS][0-9]{{4}}/[0-9]{{4}}|@{_CODE_POINT}|\.\.[/<]{_CODE_POINT}"
    rf"|{_CODE_POINT}/(?:\.\.|{_CODE_POINT})"
)
_SMALL = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip


def parse_period(text: str, *, year: int | None = None) -> Period:
    """Read a period as wards write it; `year` is the year it is said in ("quý III", "Tối 14/8").

    Words stay with the period unless they are just what `show_period` writes. What cannot be placed
    ("giãn cách", "thời gian tới") has the code "" and its words. A code itself is taken too.

    Raises:
        PeriodQuestion: no year where one is needed, two-digit years, more than one meaning.
        UserError: a day that does not exist.
    """
    words = nfc(text)
    if _CODE.fullmatch(words):
        return Period(words)
    try:
        code = _read(_usual(words), year)
    except (_NoYear, _Doubtful, DateQuestion) as doubt:
        raise _question(words, doubt) from doubt
    period = Period(code)
    if code and period.is_doubtful and period.start and period.end and period.start > period.end:
        raise PeriodQuestion(f"“{words}”: ngày cuối đứng trước ngày đầu. Hãy ghi lại.", (0, len(words)), ())
    return period if code and words == show_period(period) else Period(code, words)


class _NoYear(Exception):
    """A period that needs a year, said where none is known."""


class _Doubtful(Exception):
    """A period with several meanings: the sentence to ask, then their codes."""


def _question(words: str, doubt: Exception) -> PeriodQuestion:
    span = (0, len(words))
    if isinstance(doubt, DateQuestion):
        readings = tuple(Period(date.iso, words) for date in doubt.readings)
        asked = f"“{words}”" + doubt.sentence.partition("”")[2]
        return PeriodQuestion(asked, span, (*readings, Period("", words)))
    if isinstance(doubt, _NoYear):
        return PeriodQuestion(f"“{words}” chưa có năm. Hãy ghi thêm năm.", span, (Period("", words),))
    asked, *codes = map(str, doubt.args)
    return PeriodQuestion(f"“{words}”: {asked}", span, (*(Period(code, words) for code in codes), Period("", words)))


def _usual(words: str) -> str:
    """Give the words in the one spelling that the rules know."""
    usual = re.sub(r"\bquí\b", "quý", " ".join(plain(words).split()))
    usual = usual.replace("nhiệm kì", "nhiệm kỳ").replace("khoá", "khóa")
    return re.sub(r"^(?:trong|vào|của|thực hiện|kết quả)\s+", "", usual).rstrip(".,;: ")


_Y = r"([12][0-9]{3})"
_TAIL = rf"(?:\s*(?:[/,.\-]|của năm|,?\s*năm)?\s*{_Y}|\s+(?:của\s+)?(?:năm nay|trong năm|năm))?"
_N = r"([0-9]{1,2}|" + "|".join(sorted((w for w in _SMALL if w not in ("i", "ii", "iii", "iv")), reverse=True)) + ")"
_TO = r"\s*(?:-|đến hết|đến|tới hết|tới)\s*"
_SPAN_YEARS = rf"{_Y}\s*[-/]\s*{_Y}"


def _read(said: str, year: int | None) -> str:
    """Give the code of what was said, "" when it cannot be placed."""
    for pattern, rule in _RULES:
        match = re.fullmatch(pattern, said)
        code = rule(match, year) if match else ""
        if code:
            return code
    inner = re.fullmatch(r"(.+?)\s*\((.+)\)", said)
    if inner:
        return _read(inner[2], year) or _read(inner[1], year)
    return _read_stretch(said, year) or _read_point(said, year)


def _read_point(said: str, year: int | None) -> str:
    """Give the code of a single year, month or day."""
    month = re.fullmatch(rf"t\.?\s?([0-9]{{1,2}}){_TAIL}", said)
    if month:
        said = f"tháng {month[1]}" + (f"/{month[2]}" if month[2] else "")
    said = re.sub(r"(tháng [0-9]{1,2}) (?:năm nay|trong năm|năm)$", r"\1", said)
    date = read_date(said, year)
    return date.iso if date else ""


def _read_stretch(said: str, year: int | None) -> str:
    """Give the code of "từ A đến B", "A - B", where A may leave the year or month to B."""
    whole_day = r"([0-9]{1,2}[/.][0-9]{1,2}(?:[/.].+)?)"
    days = re.fullmatch(rf"(?:từ )?(?:ngày )?([0-9]{{1,2}}){_TO}(?:ngày )?{whole_day}", said)
    if days:
        end = read_date(days[2], year)
        return _stretch(PartialDate.of(end.year, end.month, int(days[1])), end, said) if end else ""
    pair = re.fullmatch(
        rf"(?:trong )?(?:hai ngày |2 ngày |các ngày |ngày )?([0-9]{{1,2}})(?: và |, ?)(?:ngày )?{whole_day}", said
    )
    if pair:
        end = read_date(pair[2], year)
        in_a_row = end is not None and end.day is not None and int(pair[1]) + 1 == end.day
        return f"{PartialDate.of(end.year, end.month, int(pair[1])).iso}/{end.iso}" if end and in_a_row else ""
    months = re.fullmatch(rf"(?:từ )?tháng ([0-9]{{1,2}}){_TO}(?:tháng )?([0-9]{{1,2}}){_TAIL}", said)
    if months:
        whole = _need(months[3], year)
        return _stretch(PartialDate.of(whole, int(months[1])), PartialDate.of(whole, int(months[2])), said)
    sides = re.fullmatch(rf"(?:từ )?(.*[0-9]){_TO}((?:ngày|tháng|năm|[0-9]).*)", said)
    if not sides:
        return ""
    last = read_date(sides[2], year)
    first = read_date(sides[1], last.year) if last else None
    return _stretch(first, last, said) if first and last else ""


def _stretch(first: PartialDate, last: PartialDate, said: str) -> str:
    """Give the code of a range; one that runs backwards within a year is asked about."""
    if first.first_day <= last.last_day:
        return f"{first.iso}/{last.iso}"
    earlier = f"{last.year - 1}{first.iso[4:]}"
    said_no_year = str(first.year) not in said.split("đến")[0].split(" - ")[0]
    readings = (f"{earlier}/{last.iso}",) if said_no_year and first.month and first.iso[5:] != "02-29" else ()
    raise _Doubtful("ngày cuối đứng trước ngày đầu. Hãy ghi đủ năm của cả hai ngày.", *readings)


def _need(written: str | None, year: int | None) -> int:
    """Give the year that was written, or else the year of the surroundings."""
    if written:
        return int(written)
    if year is None:
        raise _NoYear
    return year


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _SMALL[word]


def _years(match: re.Match[str], letter: str) -> str:
    first, last = int(match[1]), int(match[2])
    if first >= last or (letter == "S" and last != first + 1):
        raise _Doubtful("hai năm không đi với nhau. Hãy kiểm tra lại.")
    return f"{letter}{first}/{last}"


def _quarter(match: re.Match[str], year: int | None) -> str:
    return f"{_need(match[2], year)}-Q{_number(match[1])}"


def _half(match: re.Match[str], year: int | None) -> str:
    return f"{_need(match[2], year)}-H{1 if match[1] == 'đầu' else 2}"


def _first_months(match: re.Match[str], year: int | None) -> str:
    count, whole = _number(match[1]), _need(match[3], year)
    if not 1 <= count <= 12:
        raise _Doubtful(f"một năm không có {count} tháng. Hãy kiểm tra lại.")
    if match[2] == "cuối":
        return f"{whole}-{13 - count:02d}/{whole}-12"
    return f"{whole}-01/{whole}-{count:02d}"


def _short_year(match: re.Match[str], year: int | None) -> str:
    first, last = match[1], match[1][:2] + match[2]
    raise _Doubtful("năm chỉ có hai chữ số. Hãy ghi đủ bốn chữ số.", *((f"{first}/{last}",) if first < last else ()))


def _days_or_months(match: re.Match[str], year: int | None) -> str:
    first, last, whole = int(match[1]), int(match[2]), match[3]
    if not 1 <= first < last <= 12:
        return ""
    months = f"{whole}-{first:02d}/{whole}-{last:02d}"
    raise _Doubtful("là các tháng, hay một ngày? Hãy ghi thêm chữ “tháng” hoặc “ngày”.", months)


def _bound(before: str, after: str) -> Callable[[re.Match[str], int | None], str]:
    """Make the rule that puts signs around a single point of time."""

    def rule(match: re.Match[str], year: int | None) -> str:
        point = _read_point(match[1], year)
        return f"{before}{point}{after}" if point else ""

    return rule


def _from_year_to_year(match: re.Match[str], year: int | None) -> str:
    return f"{match[1]}/{match[2]}"


def _years_counted(match: re.Match[str], year: int | None) -> str:
    return f"{match[2]}/{match[3]}"


def _after_year(match: re.Match[str], year: int | None) -> str:
    return f"{int(match[1]) + 1}/.."


_RULES: tuple[tuple[str, Callable[[re.Match[str], int | None], str]], ...] = (
    (rf"(?:cả |hết )?(?:năm )?{_Y}", lambda match, year: match[1]),
    (rf"(?:đầu|giữa|cuối) năm{_TAIL}", lambda match, year: str(_need(match[1], year))),
    (r"(?:cả )?năm nay|cả năm", lambda match, year: str(_need(None, year))),
    (r"năm (?:trước|ngoái)", lambda match, year: str(_need(None, year) - 1)),
    (rf"(?:quý|q\.?)\s?(i{{1,3}}|iv|[1-4]){_TAIL}", _quarter),
    (rf"(?:0?6|sáu) tháng (đầu|cuối)(?: năm)?{_TAIL}", _half),
    (rf"nửa (đầu|cuối) năm{_TAIL}", _half),
    (rf"{_N} tháng (đầu|cuối)(?: năm)?{_TAIL}", _first_months),
    (rf"{_N} tháng()(?:\s*/\s*|\s+năm\s+|\s+){_Y}", _first_months),
    (rf"(?:nhiệm kỳ|nk|khóa)\b[^0-9]*{_SPAN_YEARS}\)?", lambda match, year: _years(match, "T")),
    (rf"(?:năm học|niên khóa)\s*{_SPAN_YEARS}", lambda match, year: _years(match, "S")),
    (rf"(?:[^0-9]* )?{_Y}\s*[-/]\s*([0-9]{{2}})", _short_year),
    (rf"(?:giai đoạn|thời kỳ|các năm|từ năm|từ|năm)?\s*{_Y}{_TO}(?:năm )?{_Y}", _from_year_to_year),
    (rf"{_N} năm,? (?:giai đoạn |từ )?{_Y}{_TO}{_Y}", _years_counted),
    (rf"([0-9]{{1,2}})\s*-\s*([0-9]{{1,2}})/{_Y}", _days_or_months),
    (r"(?:số liệu )?(?:tính|lũy kế|luỹ kế|tổng hợp)\s?(?:đến|tới)\s?(?:hết |cuối |thời điểm )?(.+)", _bound("@", "")),
    (rf"(?:đến|tới) (?:hết |cuối )?((?:năm )?{_Y})", _bound("../", "")),
    (r"(?:đến|tới) (?:hết |cuối |thời điểm )?(.+)", _bound("@", "")),
    (r"(?:chậm nhất|muộn nhất|hạn)\s?(?:là |vào |đến |trong )?(.+)", _bound("../", "")),
    (r"trước (.+)", _bound("..<", "")),
    (rf"sau (?:năm )?{_Y}", _after_year),
    (r"(?:kể )?từ (.+?)(?:,? trở đi|,? đến nay|,? tới nay)?", _bound("", "/..")),
)
