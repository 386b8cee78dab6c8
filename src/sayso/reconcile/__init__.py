"""From events and statements to the questions a reader must see, each with its rival answers and their standing.

`evidence` indexes what the case knows; `who`, `counts`, `whether` and `claims` each draft questions from one source;
`standing` counts what stands behind an answer; `phrasing` puts it in words; `questions` chooses, weighs and orders.
"""
