"""Ways out: the lines of `sayso read`, the records of `sayso export`, tables, and the dossier."""
