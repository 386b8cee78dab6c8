"""Kinds of value, one module each: parse, normalise, compare, format. Values know no spans and no documents."""
