"""The runs of these tests, and the reader of pages that other tests have too."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

from hostile_runs import check, home

__all__ = ["check", "home"]
