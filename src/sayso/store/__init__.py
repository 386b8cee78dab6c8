"""A case on disk: `case.sqlite` and the read-only `originals/`. Facts are kept apart from what is derived of them.

Tables are in `tables`, statements in `queries`, the schema's history in `migrations`; nobody else writes SQL.
"""
