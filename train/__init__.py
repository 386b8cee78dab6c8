"""Training the tagger that finds who says what: data, model, training, export. Not part of the installed program."""
