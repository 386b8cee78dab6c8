"""What goes over the wire, as types: `read` for `sayso read`; `pages`, `found`, `concluded` for `sayso export`.

The JSON Schemas in `sayso/schemas` are made from these types, so a change here is a change of contract.
"""
