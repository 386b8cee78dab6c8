"""Bundled data: the gazetteer made from GeoNames and the small tables of facts it is made with."""
