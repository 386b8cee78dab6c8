"""The web app's server: one case, on loopback, for the person who started it (docs/design/web.md).

`contract` says what the API gives, `views` make it from a case, `routes` answer with it, `guard` decides who is answered.
"""
