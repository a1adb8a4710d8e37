"""The clerk of these tests: a real LibreOffice, started once for each module."""

from collections.abc import Iterator

import pytest

from tests.reports.refresh.clerk import Clerk


@pytest.fixture(scope="module")
def clerk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clerk]:
    """A clerk who edits papers in LibreOffice; the office ends with the module."""
    with Clerk(tmp_path_factory.mktemp("office")) as made:
        yield made
