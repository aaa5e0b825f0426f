"""What each template receives, and how a result becomes it: no template engine, no file but the locale's."""

from __future__ import annotations

from checker.views.describing import describe, views
from checker.views.document import document_view, unread
from checker.views.index import index_row, index_view
from checker.views.manifest import standing_notices
from checker.views.page_shapes import DocumentView, Frame, IndexRow, IndexView
from checker.views.run import Names, RunInfo
from checker.views.wording import Wording, languages, wording

__all__ = [
    "DocumentView",
    "Frame",
    "IndexRow",
    "IndexView",
    "Names",
    "RunInfo",
    "Wording",
    "describe",
    "document_view",
    "index_row",
    "index_view",
    "languages",
    "standing_notices",
    "unread",
    "views",
    "wording",
]
