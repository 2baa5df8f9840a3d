"""How long validation takes and how much memory, beside pySHACL and pyrudof on the same generated data.

    python benchmarks/validate.py [ROW]...

Rows: town, region, disk, wrong, remote; all without an argument, which takes about half an hour. The peers are
installed for the run, into an environment of their own, from the package index. They get what dienstgraaf reads: the
inventory, the ontology, the shapes and the generated files. Exits with 1 if a limit is not kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from pyoxigraph import RdfFormat, serialize

from dienstgraaf import Inventory
from dienstgraaf.generation import generate
from dienstgraaf.inventory import open_store, read_quads, shape_files, source_files

BIN = Path(sys.executable).parent
COMMAND = str(BIN / "dienstgraaf")
PEERS = ("pyshacl==0.40.1", "pyrudof==0.3.35")
PYRUDOF = """
import sys
from pathlib import Path
import pyrudof
rudof = pyrudof.Rudof(pyrudof.RudofConfig())
rudof.read_data(Path(sys.argv[1]).read_text(), base="urn:x")
rudof.read_shacl(Path(sys.argv[2]).read_text(), base="urn:x")
report = rudof.validate_shacl()
print(report.conforms, len(report))
"""
TOWNS_OF_45_000, TOWNS_OF_450_000, TOWNS_OF_4_MILLION = 9, 90, 800


@dataclass(frozen=True)
class Run:
    """What a process took: seconds of wall clock, seconds of processor, and its peak memory in MB."""

    seconds: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.seconds:7.2f} s wall {self.processor:7.2f} s CPU {self.memory:6.0f} MB"


def run(command: Sequence[str | Path], output: Path | None = None) -> Run:
    """Run `command` to its end, whatever it finds, and measure it."""
    start = time.perf_counter()
    with open(output or os.devnull, "wb") as target:  # noqa: PTH123 - may be the null device
        process = subprocess.Popen([str(part) for part in command], stdout=target, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"exit code {process.returncode}: {' '.join(map(str, command))}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Bench:
    """The rows, in a folder for the data that they share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept = True
        self._peers: Path | None = None

    def say(self, what: str, told: object, limit: str = "", kept: bool = True) -> None:
        self.kept &= kept
        mark = f"   ({limit}: {'kept' if kept else 'NOT KEPT'})" if limit else ""
        print(f"  {what:<46}{told}{mark}", flush=True)

    def peers(self) -> Path:
        """Return the interpreter that has the peers."""
        if self._peers is None:
            home = self.folder / "peers"
            venv.create(home, with_pip=True)
            self._peers = home / "bin" / "python"
            subprocess.run([self._peers, "-m", "pip", "install", "--quiet", *PEERS], check=True)
        return self._peers

    def towns(self, number: int, errors: float = 0.0) -> Path:
        """Return a folder of generated Turtle."""
        folder = self.folder / f"towns-{number}-{errors}"
        if not folder.exists():
            generate(folder, number, 1, errors)
        return folder

    def inputs(self, towns: Path) -> tuple[Path, Path, int]:
        """Return all data and the shapes as one N-Triples file each, and the number of data triples.

        Another process writes them: the memory of a child is never told to be less than that of its parent.
        """
        data, shapes = (self.folder / f"{towns.name}-{part}.nt" for part in ("data", "shapes"))
        if not data.exists():
            subprocess.run([sys.executable, __file__, "--inputs", towns, data, shapes], check=True)
        with data.open("rb") as lines:
            return data, shapes, sum(1 for _ in lines)

    def pyshacl(self, towns: Path) -> tuple[Run, int]:
        data, shapes, triples = self.inputs(towns)
        command = [self.peers().with_name("pyshacl"), "-s", shapes, "-sf", "nt", "-df", "nt", "-a", data]
        return run(command), triples

    def town(self) -> None:
        """One municipality, a cold process."""
        print("town: one municipality, cold process")
        towns = self.towns(1)
        peer, triples = self.pyshacl(towns)
        ours = min((run([COMMAND, "validate", towns]) for _ in range(3)), key=lambda each: each.seconds)
        self.say(f"pyshacl, {triples} triples", peer)
        self.say("dienstgraaf validate", ours)
        ratio = peer.seconds / ours.seconds
        self.say("times faster", f"{ratio:7.1f}", "at least 8", ratio >= 8)

    def region(self) -> None:
        """450,000 triples, from files to report."""
        print("region: 450,000 triples, files to report")
        towns = self.towns(TOWNS_OF_450_000)
        ours = run([COMMAND, "validate", towns])
        self.say("dienstgraaf validate", ours)
        data, shapes, triples = self.inputs(towns)
        script = self.folder / "rudof.py"
        script.write_text(PYRUDOF, "utf-8")
        rudof = run([self.peers(), script, data, shapes])
        self.say(f"pyrudof, {triples} triples", rudof)
        ratio, leaner = rudof.seconds / ours.seconds, rudof.memory / ours.memory
        self.say("times faster than pyrudof", f"{ratio:7.1f}", "at least 5", ratio >= 5)
        self.say("times leaner than pyrudof", f"{leaner:7.1f}", "at least 4", leaner >= 4)
        few, few_triples = self.pyshacl(self.towns(TOWNS_OF_45_000 // 2))
        many, many_triples = self.pyshacl(self.towns(TOWNS_OF_45_000))
        self.say(f"pyshacl, {few_triples} triples", few)
        self.say(f"pyshacl, {many_triples} triples", many)
        slope = (many.seconds - few.seconds) / (many_triples - few_triples)
        whole = many.seconds + slope * (triples - many_triples)
        self.say(f"pyshacl, {triples} triples (extrapolated)", f"{whole:7.2f} s wall")
        self.say("times faster than pyshacl", f"{whole / ours.seconds:7.1f}", "at least 60", whole / ours.seconds >= 60)

    def store(self, number: int) -> tuple[Path, int]:
        folder, quads = self.folder / f"store-{number}", self.folder / f"store-{number}.nq"
        if folder.exists():
            return folder, len(open_store(folder))
        subprocess.run([COMMAND, "generate", "--municipalities", str(number), "-o", quads], check=True)
        count = Inventory.load().save_store(folder, [quads])
        quads.unlink()
        return folder, count

    def disk(self) -> None:
        """Four million triples in a store on disk."""
        print("disk: a store on disk")
        per_triple = []
        for number in (TOWNS_OF_450_000, TOWNS_OF_4_MILLION):
            folder, triples = self.store(number)
            ours = run([COMMAND, "validate", "--store", folder])
            self.say(f"dienstgraaf validate --store, {triples} triples", ours)
            per_triple.append(ours.seconds / triples)
        self.say("peak memory", f"{ours.memory:6.0f} MB", "at most 3 GB", ours.memory <= 3 * 1024)
        ratio = per_triple[1] / per_triple[0]
        self.say("time a triple, beside the smaller store", f"{ratio:7.2f}", "at most 1.5", ratio <= 1.5)

    def wrong(self) -> None:
        """An error in every item that can have one: no more memory, and a short report."""
        print("wrong: an error in every item, against none")
        fine = run([COMMAND, "validate", self.towns(TOWNS_OF_450_000)])
        report = self.folder / "report.txt"
        wrong = run([COMMAND, "validate", self.towns(TOWNS_OF_450_000, 1.0), "--lang", "en"], report)
        lines = report.read_text("utf-8").splitlines()
        self.say("nothing wrong", fine)
        self.say("everything wrong", wrong)
        self.say("it says", next(line for line in lines if "violations" in line))
        self.say("lines written", f"{len(lines):7}", "at most 10,000", len(lines) <= 10_000)
        ratio = wrong.memory / fine.memory
        self.say("memory, beside that of nothing wrong", f"{ratio:7.2f}", "at most 2", ratio <= 2)

    def remote(self) -> None:
        """A server, without copying the data out."""
        print("remote: oxigraph serve")
        folder, triples = self.store(TOWNS_OF_450_000)
        dump = self.folder / "served.nq"
        open_store(folder).dump(str(dump), RdfFormat.N_QUADS)
        server = subprocess.Popen(
            [BIN / "oxigraph", "serve", "--location", folder, "--bind", "127.0.0.1:7979", "--union-default-graph"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait("http://127.0.0.1:7979/query?query=ASK%7B%7D")
            with _Counter("http://127.0.0.1:7979/query") as counter:
                thread = threading.Thread(target=counter.serve_forever, daemon=True)
                thread.start()
                there = run([COMMAND, "validate", "--endpoint", counter.url])
                counter.shutdown()
        finally:
            server.terminate()
            server.wait()
        self.say(f"dienstgraaf validate --endpoint, {triples} triples", there)
        share = counter.received / dump.stat().st_size
        told = f"{counter.received / 1e6:7.2f} MB of {dump.stat().st_size / 1e6:.0f} MB in {counter.asked} answers"
        self.say("what the server sent", told, "at most 2 %", share <= 0.02)


def write_inputs(towns: Path, data: Path, shapes: Path) -> None:
    """Write what is checked, with the inventory and the ontology, and the shapes, as N-Triples."""
    layouts = [*Inventory.load(towns).layouts]
    for path, files in ((data, source_files(layouts)), (shapes, shape_files(layouts))):
        serialize((quad.triple for file in files for quad in read_quads(file)), str(path), RdfFormat.N_TRIPLES)


def _wait(url: str) -> None:
    for _ in range(300):
        try:
            urlopen(url, timeout=1).close()
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not start")


class _Counter(ThreadingHTTPServer):
    """Hands requests on, and counts what comes back."""

    daemon_threads = True

    def __init__(self, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), _HandOn)
        self.behind, self.received, self.asked = behind, 0, 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/query"


class _HandOn(BaseHTTPRequestHandler):
    server: _Counter

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name: self.headers[name] for name in ("Content-Type", "Accept")}
        with urlopen(Request(self.server.behind, body, headers), timeout=600) as answer:
            content, kind = answer.read(), answer.headers["Content-Type"]
        self.server.received += len(content)
        self.server.asked += 1
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Stay silent."""


def main(names: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        rows: dict[str, Callable[[], None]] = {
            name: getattr(bench, name) for name in ("town", "region", "disk", "wrong", "remote")
        }
        for name in names or rows:
            rows[name]()
        return int(not bench.kept)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inputs"]:
        write_inputs(*map(Path, sys.argv[2:]))
        sys.exit()
    sys.exit(main(sys.argv[1:]))
