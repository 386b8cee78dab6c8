"""The bundled example against `expected.toml`: what a careful reader must find, item by item.

`items` turns the file into items, each with a name and a check that says what is missing ("" when nothing is).
"""

from bench.example.items import Item, items
from bench.example.page import ExampleCase, ExpectedError, load_expected, not_yet, read_example

__all__ = ["ExampleCase", "ExpectedError", "Item", "items", "load_expected", "not_yet", "read_example"]
