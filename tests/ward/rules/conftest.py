"""What the tests of the rules share."""

from __future__ import annotations

import pytest

from tests.ward.rules.world import World
from ward.book import Book


@pytest.fixture
def world(book: Book) -> World:
    return World(book)
