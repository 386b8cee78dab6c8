"""What one document says: attributions, statements, figures, times, places, names, events. One document at a time, pure."""
