"""Language packs: a folder of data files a language, and the loader that checks them."""
