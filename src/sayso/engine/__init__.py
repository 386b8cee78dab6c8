"""How the work is run: what reading needs is loaded once a process, and documents are mapped over one or several of them."""
