"""Reading comparisons: "vượt 468,9% dự toán, bằng 157,8% so cùng kỳ" becomes two claims."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ward.errors import Question
from ward.exact import as_pair
from ward.figures.amounts import Amount, read_amount
from ward.figures.claims import Basis, Claim, ClaimQuestion, Relation
from ward.figures.clauses import BASES, BASIS_START, clauses, is_bare_amount, relations
from ward.figures.lexicon import is_measure, leading, measure_of
from ward.periods import Period, parse_period
from ward.text import nfc, plain

_RELATIONS: dict[str, Relation] = {
    "vượt": "vuot", "bằng": "bang", "chiếm": "bang", "đạt": "dat", "tương đương": "khac",
    "tăng gấp": "gap", "gấp": "gap",
    "tăng": "tang", "cao hơn": "tang", "nhiều hơn": "tang", "↑": "tang", "+": "tang",
    "giảm": "giam", "thấp hơn": "giam", "ít hơn": "giam", "↓": "giam", "-": "giam",
    "xếp thứ": "xep_hang", "xếp hạng": "xep_hang", "đứng thứ": "xep_hang", "đứng hạng": "xep_hang",
    "đứng đầu": "xep_hang", "dẫn đầu": "xep_hang",
    "giữ vững": "giu", "giữ nguyên": "giu", "giữ ổn định": "giu", "không tăng": "giu", "không giảm": "giu",
    "không đổi": "giu", "không thay đổi": "giu",
}  # fmt: skip
_BASES: tuple[tuple[Basis, str], ...] = (
    ("cung_ky", r"cùng kỳ"),
    ("du_toan", r"dự toán|\bdt\b"),
    ("nghi_quyet", r"nghị quyết|\bnq\b"),
    ("ke_hoach", r"kế hoạch|\bkh\b"),
    ("chi_tieu", r"chỉ tiêu|mục tiêu"),
)
_BASIS_FIRST = re.compile(
    rf"(?:{BASES}|năm)(?:(?: giao| đề ra)?(?: năm)?(?: [12][0-9]{{3}}| trước| ngoái)?)\s*(?:là|:)?\s+(?=[0-9])"
)
_PERIOD = re.compile(
    r"năm học [12].*|năm [12][0-9]{3}.*|quý .*|[0-9]{1,2} tháng .*|tháng .*|ngày .*|giai đoạn .*|nhiệm kỳ .*"
)


def parse_claims(text: str, *, year: int | None = None) -> tuple[Claim, ...]:
    """Read the comparisons of a line; the words of each are kept exactly. `year` is the figure's year.

    "bằng 193,2% kế hoạch, bằng 157,8% so cùng kỳ" are two; "giảm cả về số vụ và số đối tượng" is one
    without an amount; "giảm 03 vụ, 05 đối tượng so với cùng kỳ" are two with one basis.

    Raises:
        ClaimQuestion: a number that has several readings ("bằng 193.2% kế hoạch").
    """
    words = nfc(text)
    claims: list[Claim] = []
    for start, end in clauses(plain(words)):
        claims.append(_read(words[start:end], year, claims[-1] if claims else None, start))
    return _with_shared_bases(claims)


def _with_shared_bases(claims: list[Claim]) -> tuple[Claim, ...]:
    """Give a claim the basis of the bare amount that follows it: "giảm 03 vụ, 05 đối tượng so với cùng kỳ"."""
    shared = list(claims)
    for place in range(len(shared) - 2, -1, -1):
        claim, after = shared[place], shared[place + 1]
        if not claim.basis_words and claim.relation != "xep_hang" and is_bare_amount(plain(after.words)):
            basis = (after.basis, after.basis_period, after.basis_words)
            shared[place] = replace(claim, basis=basis[0], basis_period=basis[1], basis_words=basis[2])
    return tuple(shared)


def _read(words: str, year: int | None, before: Claim | None, offset: int) -> Claim:
    """Read one clause; a bare amount takes the relation of the claim before it."""
    read = plain(words)
    found = next((match for match in relations(read) if match[0]), None)
    if found is None:
        return _without_relation(words, read, year, before, offset)
    said = found["relation"] or found["sign"] or ""
    lead = read[: found.start("relation") if found["relation"] else found.start()]
    basis = words[: len(lead)].strip(" ,") if re.match(r"so(?: với)? ", lead) else ""
    estimate = "" if basis else leading(lead)[0]
    if re.search(r"nhất$|đầu$", said):
        rest = words[found.end() :].strip(" ,")
        return Claim("xep_hang", estimate, Decimal(1), "", "khac" if rest else "", None, rest, words)
    if said == "gấp" and (twice := re.match(r"\s*(đôi|ba)(?!\w)", read[found.end() :])):
        amount = Decimal(2 if twice[1] == "đôi" else 3)
        return _compared(Claim("gap", estimate, amount, "lần", words=words), words[found.end() + twice.end() :], year)
    blank = Claim(_RELATIONS[" ".join(said.split())], estimate, words=words)
    return _with_amount(blank, found.end(), basis, year, offset)


def _without_relation(words: str, read: str, year: int | None, before: Claim | None, offset: int) -> Claim:
    """Read a clause that is only an amount ("05 đối tượng so với cùng kỳ", "99,13%"), or only words."""
    sign = _RELATIONS.get(read[:1])
    start = 1 if sign or read.startswith("(") else 0
    amount = read_amount(read, start if sign else leading(read, start)[2])
    if amount is None or not (sign or before or read.endswith("%")):
        return Claim("khac", words=words)
    relation = sign or (before.relation if before else "bang")
    return _with_amount(Claim(relation, words=words), start, "", year, offset)


def _with_amount(claim: Claim, start: int, basis: str, year: int | None, offset: int) -> Claim:
    """Complete a claim by its amount, unit and basis, whichever comes first: "vượt dự toán 5%"."""
    words = claim.words
    read = plain(words)
    qualifier, _, at = leading(read, start)
    qualifier = " ".join(part for part in (claim.qualifier, qualifier) if part)
    amount = read_amount(read, at)
    swapped = _BASIS_FIRST.search(read, start) if amount is None else None
    if swapped and not _PERIOD.match(read, swapped.end()):
        amount = read_amount(read, swapped.end())
        if amount and not words[amount.end :].strip():
            amount = None
        elif amount:
            basis = basis or words[start : amount.start].strip(" :").removesuffix(" là")
    if amount is None:
        said = words[start:].strip(" ,") if BASIS_START.search(read, start) else ""
        return _compared(replace(claim, qualifier=qualifier), basis or said, year)
    unit, rest = _unit_and_rest(words, amount.end)
    if claim.relation == "xep_hang":
        rest, basis = "", basis or words[amount.end :].strip(" /")
    found = replace(claim, qualifier=qualifier, unit="" if claim.relation == "xep_hang" else unit)
    return _settled(_compared(found, ", ".join(part for part in (basis, rest) if part), year), amount, offset)


def _settled(claim: Claim, amount: Amount, offset: int) -> Claim:
    """Give the claim its amount, or ask which."""
    values = amount.values[:1] if amount.power == -3 and claim.unit in ("%", "điểm %") else amount.values
    for value in values:
        as_pair(value)
    if len(values) == 1 and (not amount.doubt or len(values) < len(amount.values)):
        return replace(claim, amount=values[0])
    span = (offset + amount.start, offset + amount.end)
    shown = f"“{claim.words[amount.start : amount.end]}”: {amount.doubt}"
    raise ClaimQuestion(shown, span, (*(replace(claim, amount=value) for value in values), claim))


def _unit_and_rest(words: str, start: int) -> tuple[str, str]:
    """Split what follows an amount into its unit and the words that name the basis."""
    rest = words[start:].strip()
    points = re.match(r"điểm ?(?:%|phần trăm)|% điểm", plain(rest))
    if points:
        return "điểm %", rest[points.end() :].strip(" ,)")
    share = re.match(r"%|phần trăm", plain(rest))
    if share:
        return "%", rest[share.end() :].strip(" ,)")
    basis = BASIS_START.search(plain(rest))
    cut = min([basis.start() if basis else len(rest), *(rest.find(sign) for sign in ",;:()" if sign in rest)])
    unit = rest[:cut].strip()
    return (measure_of(unit), rest[cut:].strip(" ,)")) if is_measure(unit) else ("", rest)


def _compared(claim: Claim, said: str, year: int | None) -> Claim:
    """Complete a claim by its basis: which one, in which period, in which words."""
    said = said.strip()
    if not said:
        return claim
    read = plain(said)
    period = _period_in(said, read, year)
    return replace(claim, basis=_basis_of(read), basis_period=period, basis_words=said)


def _basis_of(read: str) -> Basis:
    """Give the basis that words name; several at once are "khac", for nothing can be computed then."""
    named = [basis for basis, pattern in _BASES if re.search(pattern, read)]
    if named in (["nghi_quyet", "chi_tieu"], ["ke_hoach", "chi_tieu"]):
        return named[0]
    if named:
        return named[0] if len(named) == 1 else "khac"
    if re.fullmatch(r"(?:so |với |so với )?(?:kết quả )?(?:của )?năm (?:trước|ngoái)", read):
        return "nam_truoc"
    return "nam" if re.fullmatch(r"(?:so |với |so với )?(?:kết quả )?(?:của )?năm [12][0-9]{3}", read) else "khac"


def _period_in(said: str, read: str, year: int | None) -> Period | None:
    """Give the period that the words of a basis name, if they name one surely."""
    if year is not None and re.search(r"năm (?:trước|ngoái)$", read):
        return Period(str(year - 1))
    found = _PERIOD.search(read)
    if not found:
        return None
    try:
        period = parse_period(said[found.start() :].strip(" .,)"))
    except Question:
        return None
    return period if period.code else None
