"""Real HTTP servers on this machine for tests: an Oxigraph SPARQL server, and one that answers as it is told."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

HOST = "127.0.0.1"
PATIENCE = 30.0
"""Seconds that a server gets to start."""


@dataclass(frozen=True)
class SparqlServer:
    """A running SPARQL server; its default graph is the union of its named graphs."""

    base: str

    @property
    def query_url(self) -> str:
        return f"{self.base}/query"

    @property
    def update_url(self) -> str:
        return f"{self.base}/update"

    def clear(self) -> None:
        """Remove everything from the server."""
        headers = {"Content-Type": "application/sparql-update"}
        urlopen(Request(self.update_url, b"DROP ALL", headers), timeout=PATIENCE).close()


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _executable() -> str:
    beside = Path(sys.executable).parent / "oxigraph"
    found = str(beside) if beside.exists() else shutil.which("oxigraph")
    assert found, "the oxigraph server is missing: install the test requirements"
    return found


def _start(port: int, union: bool = True) -> subprocess.Popen[bytes] | None:
    """Start a server on `port`; None if it ended at once, such as when the port was taken meanwhile."""
    command = [_executable(), "serve", "--bind", f"{HOST}:{port}", *(["--union-default-graph"] if union else [])]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urlopen(f"http://{HOST}:{port}/query?query=ASK%7B%7D", timeout=1).close()
        except (URLError, OSError):
            time.sleep(0.05)
        else:
            return process
    process.kill()
    process.wait()
    return None


def _running(union: bool) -> Iterator[SparqlServer]:
    for _ in range(5):
        port = free_port()
        if process := _start(port, union):
            break
    else:
        pytest.fail("the oxigraph server does not start")
    yield SparqlServer(f"http://{HOST}:{port}")
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def sparql_process() -> Iterator[SparqlServer]:
    """One Oxigraph server for all tests of this process; use `sparql_server`, which is empty at the start of a test."""
    yield from _running(union=True)


@pytest.fixture
def apart_server() -> Iterator[SparqlServer]:
    """An Oxigraph server whose default graph is not the union of the named graphs."""
    yield from _running(union=False)


@pytest.fixture
def sparql_server(sparql_process: SparqlServer) -> SparqlServer:
    """An empty SPARQL server."""
    sparql_process.clear()
    return sparql_process


class AnswerServer(ThreadingHTTPServer):
    """Answers every request in the same way, after `delay` seconds, and remembers what it was asked."""

    daemon_threads = True
    status, kind, body, delay = 200, "text/html", b"<html><body>Hello</body></html>", 0.0

    def __init__(self) -> None:
        super().__init__((HOST, 0), _Answer)
        self.requests: list[str] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent where nobody waits for the answer any more: words from a thread disturb other tests."""

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}/sparql"


class _Answer(BaseHTTPRequestHandler):
    server: AnswerServer

    def do_POST(self) -> None:
        self.server.requests.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        time.sleep(self.server.delay)
        self.send_response(self.server.status)
        self.send_header("Content-Type", self.server.kind)
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *args: object) -> None:
        """Stay silent."""


@pytest.fixture
def answer_server() -> Iterator[AnswerServer]:
    """A web server that is no SPARQL server, unless it is told to answer as one."""
    with AnswerServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class FlakyServer(ThreadingHTTPServer):
    """Hands queries on to a SPARQL server; after `patience` of them it drops the connection within an answer."""

    daemon_threads = True

    def __init__(self, behind: SparqlServer, patience: int) -> None:
        super().__init__((HOST, 0), _HandOn)
        self.behind, self.patience, self.answered = behind, patience, 0

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent where nobody waits for the answer any more: words from a thread disturb other tests."""

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}/query"


class _HandOn(BaseHTTPRequestHandler):
    server: FlakyServer

    def do_POST(self) -> None:
        headers = {name: self.headers[name] for name in ("Content-Type", "Accept")}
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with urlopen(Request(self.server.behind.query_url, body, headers), timeout=PATIENCE) as answer:
            content, kind = answer.read(), answer.headers["Content-Type"]
        self.server.answered += 1
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content if self.server.answered <= self.server.patience else content[: len(content) // 2])

    def log_message(self, *args: object) -> None:
        """Stay silent."""


@pytest.fixture
def flaky_server(sparql_process: SparqlServer) -> Iterator[FlakyServer]:
    """A SPARQL server that dies after a hundred answers."""
    with FlakyServer(sparql_process, 100) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()
