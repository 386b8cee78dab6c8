"""Measures sayso from outside: the bundled example, the benchmark tasks, speed and memory.

    python -m bench example                          the bundled example against its expected.toml
    python -m bench attribution [DATA] [--json]      one of the benchmark tasks, by the scorer found beside DATA
    python -m bench speed [DATA]                     CPU time and memory
    python -m bench freeze TASK [DATA]               measure and write bench/frozen/TASK.csv

No benchmark text and no scorer is part of this repository; both are given by path.
"""
