"""Write the schemas anew: `python -m sayso.schemas`."""

from pathlib import Path

from sayso.schemas import SCHEMAS, make_schema

for name in SCHEMAS:
    path = Path(__file__).parent / f"{name}.schema.json"
    path.write_text(make_schema(name), encoding="utf-8")
    print(path.name)
