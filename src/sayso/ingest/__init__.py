"""From what a user names to documents: find files, tell what each is, decode, extract. Reads files, never the network.

`find_files` lists what the sources hold; `extract` turns one preserved original into documents and problems. What cannot
be read becomes a recorded `Problem`, never a stop for the rest.
"""

from sayso.ingest.extract import extract
from sayso.ingest.kinds import Kind, kind_of, media_type_of
from sayso.ingest.sources import Found, find_files

__all__ = ["Found", "Kind", "extract", "find_files", "kind_of", "media_type_of"]
