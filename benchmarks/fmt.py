"""How long canonical formatting takes, beside other ways to rewrite the same Turtle file.

    python benchmarks/fmt.py [FILE.ttl]

Without a file, one of about 1 MB is made. rdflib (parse and serialise) loses comments; turtlefmt is installed for the
run, into a folder of its own, if the package index is within reach.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rdflib import Graph

from dienstgraaf.turtle import format_turtle

ROUNDS = 3


def sample(size: int = 1_000_000) -> str:
    """A file of `size` characters: labelled things in two languages, with comments, lists and nested nodes."""
    chance = random.Random(1)
    parts = ["@prefix ex: <http://example.org/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n"]
    length = 0
    while length < size:
        number = len(parts)
        parts.append(
            f'# thing {number}\nex:t{number} a ex:Thing; rdfs:label "Ding {number}"@nl, "Thing {number}"@en ;\n'
            f"  ex:part {', '.join(f'ex:t{chance.randrange(10_000)}' for _ in range(chance.randrange(1, 8)))} ;\n"
            f'  ex:list (1 2.5 "three") ; ex:node [ ex:value {number} ; ex:note """two\nlines""" ] .\n\n'
        )
        length += len(parts[-1])
    return "".join(parts)


def best(action: Callable[[], object]) -> float:
    """The shortest of a few runs, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def turtlefmt(path: Path, folder: Path) -> float | None:
    """The time that turtlefmt takes, its start included; None if it cannot be had."""
    target = folder / "turtlefmt"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(target), "turtlefmt"]
    if subprocess.run(install, check=False, capture_output=True).returncode:
        return None
    command = target / "bin" / "turtlefmt"
    runs = []

    def run() -> None:
        copy = folder / "copy.ttl"
        copy.write_bytes(path.read_bytes())
        runs.append(subprocess.run([str(command), str(copy)], check=False, capture_output=True).returncode)

    seconds = best(run)
    return None if any(runs) else seconds


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else folder / "sample.ttl"
        if len(sys.argv) < 2:
            path.write_text(sample(), encoding="utf-8")
        text = path.read_bytes().decode("utf-8")
        ours = best(lambda: format_turtle(text))
        print(f"{path.name}: {len(text):,} characters, best of {ROUNDS}")
        report("dienstgraaf, with its check of the result", ours, ours)
        report("rdflib, parse and serialise", ours, rdflib_seconds(text))
        report("turtlefmt, with its start", ours, turtlefmt(path, folder))


def rdflib_seconds(text: str) -> float:
    """The time that rdflib takes to parse and serialise."""
    return best(lambda: Graph().parse(data=text, format="turtle").serialize(format="turtle"))


def report(label: str, ours: float, theirs: float | None) -> None:
    if theirs is None:
        print(f"{label:44} could not be installed or run")
    else:
        print(f"{label:44} {theirs:7.2f} s   dienstgraaf / this: {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
