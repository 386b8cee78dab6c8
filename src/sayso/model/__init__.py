"""The records every part shares (MODEL.md): frozen, slotted dataclasses and closed enums, no logic beyond invariants."""
