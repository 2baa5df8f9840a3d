"""Cold start of the command line against `import rdflib`, alternating in one run; prints medians and ratios.

    python benchmarks/startup.py [ROUNDS]

Exits with 1 if `--help` takes more than 1.6 times, or `ask` more than 3 times, as long as `import rdflib`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

PEER = "import rdflib"
COMMAND = str(Path(sys.executable).with_name("dienstgraaf"))
CASES = {
    PEER: [sys.executable, "-c", PEER],
    "dienstgraaf --help": [COMMAND, "--help"],
    "dienstgraaf ask": [COMMAND, "ask", "entry-points-for-non-digital-citizens"],
}
LIMITS = {"dienstgraaf --help": 1.6, "dienstgraaf ask": 3.0}


def seconds(command: list[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(rounds: int) -> int:
    taken: dict[str, list[float]] = {name: [] for name in CASES}
    with tempfile.TemporaryDirectory() as cache:
        env = {**os.environ, "DIENSTGRAAF_CACHE": cache}
        for command in CASES.values():  # fills the caches of files and of what was inferred
            seconds(command, env)
        for _ in range(rounds):
            for name, command in CASES.items():
                taken[name].append(seconds(command, env))
    peer = median(taken[PEER])
    print(f"{'command':<24}{'median':>10}{'ratio':>8}{'limit':>8}")
    for name, times in taken.items():
        limit = f"{LIMITS[name]:.1f}" if name in LIMITS else ""
        print(f"{name:<24}{median(times) * 1000:>7.0f} ms{median(times) / peer:>8.2f}{limit:>8}")
    return int(any(median(taken[name]) / peer > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
