"""A SPARQL server that holds a dump gives the same exports as the embedded engine, byte for byte."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from dienstgraaf import Inventory
from dienstgraaf.export import ExportError, dump, profile_folders
from dienstgraaf.export.stating import stated_engine
from dienstgraaf.inventory import shipped
from exported import bytes_of
from servers import SparqlServer


@pytest.fixture(scope="module")
def remote(generated_folder: Path, sparql_process) -> Inventory:
    """The inventory and two made-up municipalities behind a server, with what reasoning adds."""
    sparql_process.clear()
    content = io.BytesIO()
    dump(Inventory.load(generated_folder).quads(), content)
    request = Request(f"{sparql_process.base}/store", content.getvalue(), {"Content-Type": "application/n-quads"})
    urlopen(request, timeout=60).close()
    return Inventory.load(endpoint=sparql_process.query_url)


@pytest.mark.parametrize("archetypes", [False, True])
@pytest.mark.parametrize("profile", profile_folders([shipped()]))
def test_a_server_gives_the_same_bytes(with_two: Inventory, remote: Inventory, profile: str, archetypes: bool) -> None:
    ours, theirs = io.BytesIO(), io.BytesIO()
    form = {"hsds": "hsds-json", "table": "xlsx"}.get(profile)
    with_two.export(profile, ours, format=form, archetypes=archetypes)
    remote.export(profile, theirs, format=form, archetypes=archetypes)
    assert theirs.getvalue() == ours.getvalue() != b""


def test_what_was_inferred_is_not_counted(with_two: Inventory, remote: Inventory) -> None:
    assert remote.losses("org") == with_two.losses("org")


def test_a_server_without_what_was_inferred_answers_by_itself(sparql_server: SparqlServer) -> None:
    ours = Inventory.load(inferred=False)
    content = io.BytesIO()
    dump(ours.quads(), content)
    request = Request(f"{sparql_server.base}/store", content.getvalue(), {"Content-Type": "application/n-quads"})
    urlopen(request, timeout=60).close()
    remote = Inventory.load(endpoint=sparql_server.query_url)
    assert stated_engine(remote.engine) is remote.engine
    assert bytes_of(remote) == bytes_of(ours)
    assert bytes_of(remote, "graph") == bytes_of(ours, "graph")


def test_a_server_that_mixes_what_was_inferred_with_what_is_stated_is_refused(sparql_server: SparqlServer) -> None:
    content = b"".join(f"{quad.triple} .\n".encode() for quad in Inventory.load().quads())
    request = Request(f"{sparql_server.base}/store?default", content, {"Content-Type": "application/n-triples"})
    urlopen(request, timeout=60).close()
    with pytest.raises(ExportError, match="dump --no-inferred"):
        Inventory.load(endpoint=sparql_server.query_url).export("table", io.BytesIO(), format="xlsx")
