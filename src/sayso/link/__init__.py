"""What many documents say together: voices, chains, dates, lineage, events, origins. Judgements win."""
