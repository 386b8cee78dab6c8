"""The learned tagger of attributions: pieces, windows, proposals, and how they join with what the grammar finds. Pure."""
