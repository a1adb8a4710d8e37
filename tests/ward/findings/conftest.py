"""A fresh small book for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ward.findings.books import Ward


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    made = Ward(tmp_path / "phuong.sovang")
    yield made
    made.book.close()
