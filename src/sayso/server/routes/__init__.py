"""Where each view is answered: thin functions between addresses and views."""
