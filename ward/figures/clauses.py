"""Where comparisons begin and end in a line of text, and where a figure ends and its claims begin."""

from __future__ import annotations

import re
from itertools import pairwise

from ward.figures.amounts import read_amount
from ward.figures.lexicon import claim_start, leading
from ward.text import nfc, plain

BASES = r"cùng kỳ|dự toán|\bdt\b|nghị quyết|\bnq\b|kế hoạch|\bkh\b|chỉ tiêu|mục tiêu"
BASIS_START = re.compile(
    rf"(?<!\w)(?:(?:so(?: với)?|với|trên|của|theo)\s+)?(?:{BASES}|năm (?:trước|ngoái|[12][0-9]{{3}}))(?!\w)"
    r"|(?<!\w)so với "
)
_SEPARATOR = re.compile(r"\s*[,;\n](?:\s+|(?=[^\W\d(]))|\s*\)?\s*[(;]\s*|\s+(?:và|nhưng)\s+|\)\s+")
_VERSUS = re.compile(r"\(?so(?: với)? ")


def split_statement(text: str) -> tuple[str, str]:
    """Split "19 vụ (giảm 03 vụ so với cùng kỳ)" into its figure and its claims; either may be "".

    "đạt 79%" and "xếp thứ 3/14 phường" are figures; "đạt 105% kế hoạch" is a claim.
    """
    words = nfc(text)
    read = plain(words)
    opening = claim_start().match(read)
    if opening and not _states_a_figure(read, opening):
        return "", words
    found = claim_start().search(read, max(leading(read)[2], 1))
    if not found:
        return words, ""
    before = words[: found.start()].rstrip()
    claims = words[found.start() :].rstrip()
    if before.endswith("(") and claims.endswith(")") and claims.count(")") > claims.count("("):
        claims = claims[:-1]
    return before.rstrip(" ,;(–-=:"), claims


def _states_a_figure(read: str, opening: re.Match[str]) -> bool:
    relation = opening["relation"] or ""
    if relation.startswith(("xếp", "đứng thứ", "đứng hạng")):
        return True
    clause = re.split(r"[,;(](?![0-9])", read)[0]
    return relation in ("đạt", "chiếm") and any(char.isdigit() for char in clause) and not BASIS_START.search(clause)


def relations(read: str, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
    """Give the relations of a line, or of a part of it, in their order ("so với" is none)."""
    found = claim_start().finditer(read, start, len(read) if end is None else end)
    return [match for match in found if not (match["relation"] or "").startswith("so")]


def clauses(read: str) -> list[tuple[int, int]]:
    """Give where each comparison of plain text starts and ends, separators left out."""
    starts = [0]
    for match in relations(read):
        start = _start_of(read, starts[-1], match.start())
        if start is not None:
            starts.append(start)
    bounds = [bound for pair in pairwise([*starts, len(read)]) for bound in _amounts_apart(read, *pair)]
    return [trimmed for bound in bounds if (trimmed := _trimmed(read, *bound))[0] < trimmed[1]]


def _start_of(read: str, begun: int, at: int) -> int | None:
    """Give where the clause of the relation at `at` starts, None when it belongs to the clause begun before."""
    before = read[begun:at]
    if not relations(read, begun, at):
        return None
    separators = [match.end() for match in _SEPARATOR.finditer(before)]
    for end in reversed(separators):
        if _VERSUS.match(before, end):
            return begun + end
    if separators and not before[separators[-1] :].strip():
        return begun + separators[-1]
    complete = re.search(r"[0-9]", before) and not _VERSUS.match(before)
    return at if complete and BASIS_START.search(before) else None


def _amounts_apart(read: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split "giảm 03 vụ, 05 đối tượng so với cùng kỳ" into its two amounts."""
    starts = [start]
    for separator in _SEPARATOR.finditer(read, start, end):
        stated = re.search(r"[0-9]", read[starts[-1] : separator.start()])
        if stated and is_bare_amount(read[separator.end() : end]) and relations(read[start : separator.start()]):
            starts.append(separator.end())
    return list(pairwise([*starts, end]))


def is_bare_amount(clause: str) -> bool:
    """Tell whether a clause of plain text is an amount whose relation stands before it."""
    bare = clause.removeprefix("(")
    amount = None if claim_start().match(bare) else read_amount(bare, leading(bare)[2])
    return amount is not None and not re.match(r"\s*/\s*[0-9]", bare[amount.end :])


def _trimmed(read: str, start: int, end: int) -> tuple[int, int]:
    """Give a clause's bounds without blanks, commas, "và" and unbalanced brackets at its ends.

    A bracket that closes within the clause is opened there, too: "(27,9%) so với cùng kỳ".
    """
    part = read[start:end]
    while part:
        if part[0] in " ,;\n" or (part[0] == "(" and part.count("(") != part.count(")")):
            start, part = start + 1, part[1:]
        elif part[-1] in " ,;\n." or (part[-1] == ")" and part.count("(") != part.count(")")) or part[-1] == "(":
            end, part = end - 1, part[:-1]
        elif part.endswith(" và"):
            end, part = end - 3, part[:-3]
        elif part[0] == "(" and part[-1] == ")" and "(" not in part[1:]:
            start, end, part = start + 1, end - 1, part[1:-1]
        else:
            break
    if part.count(")") > part.count("(") and read[:start].endswith("("):
        start -= 1
    return start, end
