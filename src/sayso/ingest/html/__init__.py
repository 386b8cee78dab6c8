"""Web pages: the article as it is shown, the marks of its markup, and what the page claims of itself. Nothing is ever fetched."""

from sayso.ingest.html.fragments import read_fragment
from sayso.ingest.html.reader import read_html

__all__ = ["read_fragment", "read_html"]
