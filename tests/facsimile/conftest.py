"""Pages made up at random."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from made_pages import FACSIMILES, named

from align.facsimile.facsimile import Facsimile


@pytest.fixture(scope="session")
def facsimiles() -> st.SearchStrategy[Facsimile]:
    """Facsimiles of one to three pages."""
    return FACSIMILES | FACSIMILES.map(named)
