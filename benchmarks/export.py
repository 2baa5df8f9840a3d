"""How long an export to CPSV-AP takes, loading included, beside rdflib parsing the same input; and the memory it takes.

    python benchmarks/export.py [MUNICIPALITIES]

90 municipalities (without a number) are about 450,000 generated triples, in a folder of Turtle files. Both run in
processes of their own, compiled before, five times by turns; times are of the processor, and the ratio is the middle
one of the five turns, as the speed of a shared machine drifts. Exits with 1 if the export takes a quarter of rdflib's
time or more, or if twice the input takes more than 2.2 times the memory beyond what the program takes at rest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

LIMIT = 0.25
GROWTH = 2.2
RUNS = 5
MEASURE = """
import resource, sys, time
start = time.process_time()
{work}
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(time.process_time() - start, peak, count)
"""
REST = """
from dienstgraaf import Inventory
count = Inventory.load(inferred=False).export('cpsv-ap', sys.argv[2]).triples
"""
OURS = """
from dienstgraaf import Inventory
count = Inventory.load(sys.argv[1], only_data=True, inferred=False).export('cpsv-ap', sys.argv[2]).triples
"""
RDFLIB = """
from pathlib import Path
import rdflib
graph = rdflib.Graph()
for path in sorted(Path(sys.argv[1]).rglob('*.ttl')):
    graph.parse(path)
count = len(graph)
"""


def measured(work: str, data: Path, output: Path) -> tuple[float, float, int]:
    """Seconds of processor time, peak memory in MiB, and how many triples."""
    command = [sys.executable, "-c", MEASURE.format(work=work), str(data), str(output)]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    seconds, peak, count = subprocess.run(command, check=True, capture_output=True, text=True, env=env).stdout.split()
    return float(seconds), float(peak), int(count)


def main(municipalities: int) -> int:
    from dienstgraaf.generation import generate

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder / "half", municipalities // 2)
        made = generate(folder / "whole", municipalities)
        output = folder / "export.ttl"
        _, rest, _ = measured(REST, folder, output)
        _, half, _ = measured(OURS, folder / "half", output)
        turns = [[measured(work, folder / "whole", output) for work in (OURS, RDFLIB)] for _ in range(RUNS)]
        (ours, whole, exported), (theirs, peer, _) = (sorted(each)[RUNS // 2] for each in zip(*turns, strict=True))
    ratios = sorted(mine[0] / its[0] for mine, its in turns)
    ratio, growth = median(ratios), (whole - rest) / max(half - rest, 1)
    print(f"{made.triples:,} triples in, {exported:,} out, checked by the profile's rules")
    print(
        f"export, loading included {ours:8.1f} s {whole:8.0f} MiB ({rest:.0f} at rest, {half:.0f} with half the input)"
    )
    print(f"rdflib, parsing alone    {theirs:8.1f} s {peer:8.0f} MiB")
    print(
        f"time against rdflib: {ratio:.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}, limit {LIMIT}); "
        f"memory for twice the input: {growth:.2f} (limit {GROWTH})"
    )
    return int(ratio >= LIMIT or growth > GROWTH)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 90))
