"""Vietnamese text: one spelling of each character, search without diacritics, alphabetical order."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LOOK_ALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad\u0000"))
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009"), " ")
_UNCLEAN = re.compile("[ÐðƉɖ\u200b\u2060\ufeff\u00ad\u0000\u00a0\u202f\u2007\u2009]")
_PLAIN_MARKS = str.maketrans("đ“”„«»‘’‚–—‑−", 'd"""""\'\'\'----')

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0301": 5, "\u0323": 6}
_SHAPES = "\u0302\u0306\u031b"
_IGNORED = "\"'“”„«»‘’‚"
_BLANK, _MARK, _NUMBER, _FIRST_LETTER, _FOREIGN = 0x02, 0x03, 0x10, 0x20, 0xF0

_TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_NO_MORE = r"(?![\w\u0300-\u036f])"
_OLD_PLACE = rf"(?<![qQ])(?:([oO])([{_TONE_MARKS}])([aAeE])|([uU])([{_TONE_MARKS}])([yY])){_NO_MORE}"
_NEW_PLACE = rf"(?<![qQ])(?:([oO])([aAeE])([{_TONE_MARKS}])|([uU])([yY])([{_TONE_MARKS}])){_NO_MORE}"


def nfc(text: str, *, keep_blanks: bool = False) -> str:
    """Give the text in Unicode NFC, trimmed, with the one true Đ and without invisible characters.

    Non-breaking and thin spaces become plain spaces unless `keep_blanks`.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _UNCLEAN.search(text):
            text = text.translate(_LOOK_ALIKES).translate(_INVISIBLE)
            text = text if keep_blanks else text.translate(_BLANKS)
    elif "\x00" in text:
        text = text.replace("\x00", "")
    return text.strip()


def fold(text: str) -> str:
    """Give the text for searching: lower case, no diacritics (đ is d), plain quotes, single spaces."""
    return " ".join((text.lower() if text.isascii() else text.translate(_FOLDED)).split())


class _Folded(dict[int, str]):
    """What `fold` writes for each character, worked out when the character is first met."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFKD", nfc(chr(code), keep_blanks=True).casefold().translate(_PLAIN_MARKS))
        plain = "".join(char for char in bare if not unicodedata.combining(char)).translate(_PLAIN_MARKS)
        self[code] = folded = (plain or " " * chr(code).isspace()).lower()
        return folded


_FOLDED = _Folded()


def plain(words: str) -> str:
    """Give text for parsing, character by character: lower case, ASCII digits, one blank, one dash.

    It is as long as the text, so that places in it are places in the text.
    """
    return words.lower() if words.isascii() else "".join(map(_plain_char, words))


@lru_cache(maxsize=1024)
def _plain_char(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char.isspace():
        return " "
    if char in "‐‑‒–—−－":
        return "-"
    if "！" <= char <= "～":
        char = chr(ord(char) - 0xFEE0)
    lower = char.lower()
    return lower if len(lower) == 1 else char


def sort_key(text: str) -> bytes:
    """Give a key whose byte order is Vietnamese order; equal only for equal text (after `nfc`).

    Letters first (a ă â b … y z), then tones (ngang huyền hỏi ngã sắc nặng), then case, then the text
    itself. Blanks come before digits, digits before letters; a run of digits counts by its number
    ("Tổ 2" before "Tổ 10"); quotation marks count only at the very end.
    """
    text = nfc(text)
    letters, tones, cases = _levels(text)
    return b"\x00".join((letters, tones, cases, text.encode("utf-8", "surrogatepass"), b""))


def person_sort_key(full_name: str) -> bytes:
    """Give a key that orders people by given name (the last word), then by family and middle name.

    What stands in brackets after the name ("(tổ 5)") only breaks ties.
    """
    text = nfc(full_name)
    words = (text.split("(")[0] or text).split() or [""]
    parts = [words[-1], " ".join(words[:-1])]
    levels = [_levels(part) for part in parts]
    ordered = [level for letters, tones, _ in levels for level in (letters, tones)]
    cases = b"".join(case for _, _, case in levels)
    return b"\x00".join((*ordered, cases, text.encode("utf-8", "surrogatepass"), b""))


def tone_style(text: str, style: str) -> str:
    """Write the tone the office's way: "moi" (hoà, khoẻ, thuỷ) or "cu" (hòa, khỏe, thủy).

    Only syllables with both spellings change: open oa, oe, uy; never quý, hoàn, khuỷu.

    Raises:
        ValueError: for another style.
    """
    if style not in ("moi", "cu"):
        raise ValueError(style)
    bare = unicodedata.normalize("NFD", text)
    moved = re.sub(_OLD_PLACE if style == "moi" else _NEW_PLACE, _swap_last_two, bare)
    return unicodedata.normalize("NFC", moved)


def _swap_last_two(match: re.Match[str]) -> str:
    first, second, third = (group for group in match.groups() if group is not None)
    return first + third + second


def _levels(text: str) -> tuple[bytes, bytes, bytes]:
    """Give the three weights of NFC text: letters, tones and cases, none of them with a zero byte."""
    levels = [_word_levels(word) for word in text.split(" ")]
    letters = bytes((_BLANK,)).join([letters for letters, _, _ in levels])
    tones = b"".join([tones for _, tones, _ in levels])
    return letters, tones.rstrip(b"\x01"), b"".join([cases for _, _, cases in levels]).rstrip(b"\x01")


@lru_cache(maxsize=16_384)
def _word_levels(word: str) -> tuple[bytes, bytes, bytes]:
    """Give the three weights of one word; names are made of few syllables, so most are known already."""
    letters, tones, cases = bytearray(), bytearray(), bytearray()
    digits = ""
    for char in word:
        if char.isdecimal():
            digits += str(unicodedata.decimal(char))
            continue
        if digits:
            letters += _number_weight(digits)
            digits = ""
        letter, tone, case = _weight(char)
        letters += letter
        if tone:
            tones.append(tone)
            cases.append(case)
    if digits:
        letters += _number_weight(digits)
    return bytes(letters), bytes(tones), bytes(cases)


def _number_weight(digits: str) -> bytes:
    plain = digits.lstrip("0") or "0"
    return bytes((_NUMBER, min(len(plain), 255))) + plain.encode("ascii")


@lru_cache(maxsize=1024)
def _weight(char: str) -> tuple[bytes, int, int]:
    """Give a character's letter weight, its tone (1–6, 0 for what has none) and case (1 lower, 2 upper)."""
    if char.isspace():
        return bytes((_BLANK,)), 0, 0
    if char in _IGNORED or unicodedata.combining(char):
        return b"", 0, 0
    tone, letter = 1, ""
    for mark in unicodedata.normalize("NFD", char.lower()):
        if mark in _TONES:
            tone = _TONES[mark]
        elif not unicodedata.combining(mark) or mark in _SHAPES:
            letter += mark
    place = _ALPHABET.find(unicodedata.normalize("NFC", letter))
    if place >= 0 and letter:
        return bytes((_FIRST_LETTER + place,)), tone, 2 if char != char.lower() else 1
    code = ord(char) + 0x010101
    kind = _FOREIGN if char.isalpha() else _MARK
    return bytes((kind, code >> 16, (code >> 8 & 0xFF) or 1, (code & 0xFF) or 1)), 0, 0
