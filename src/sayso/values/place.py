"""Place names."""
def skeleton(name: str) -> str:
    """Stub."""
    return "".join(c for c in name.lower() if c.isalpha() and c not in "aeiouyw")
