"""Identities of records that mean the same on every machine: 16 bytes, in order of time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator


def new_uid() -> bytes:
    """One version 7 UUID (RFC 9562, section 5.7) as 16 bytes."""
    return next(new_uids())


def new_uids() -> Iterator[bytes]:
    """Ever more uids, each greater than the one before."""
    milliseconds = time.time_ns() // 1_000_000
    counter = int.from_bytes(os.urandom(9), "big") >> 1
    while True:
        low = counter & ((1 << 62) - 1)
        high = (counter >> 62) & 0xFFF
        number = (milliseconds << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low
        yield number.to_bytes(16, "big")
        counter += 1 + int.from_bytes(os.urandom(4), "big")
