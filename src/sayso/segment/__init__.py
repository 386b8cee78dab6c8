"""A document becomes reports, boilerplate, languages, quotes and sentences; the text itself is never changed."""
