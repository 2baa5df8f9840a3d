"""The remote engine: any endpoint of the SPARQL 1.1 Protocol, through SPARQLWrapper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from dienstgraaf.engine._diagnosis import diagnose
from dienstgraaf.engine._results import solutions_from
from dienstgraaf.engine._scan import declared_prefixes, query_form, used_prefixes
from dienstgraaf.engine.errors import EndpointError
from dienstgraaf.engine.protocol import QueryResult, Solutions, expect_boolean, expect_solutions, expect_triples
from dienstgraaf.inventory.namespaces import PREFIXES, prologue

__all__ = ["RemoteEngine"]

CHUNK: Final = 5000
"""How many quads go into one INSERT DATA."""

_RESULTS: Final = "application/sparql-results+json"
_GRAPH: Final = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"


class RemoteEngine:
    """A SPARQL endpoint. The default graph of its queries is as the server has it.

    >>> RemoteEngine("http://localhost:7878/query").update_url
    'http://localhost:7878/update'
    """

    def __init__(self, url: str, update_url: str | None = None, timeout: int = 60) -> None:
        """Remember the addresses; nothing is sent yet.

        Args:
            url: the address for queries.
            update_url: that for updates; if None, `…/query` becomes `…/update`, and any other address serves for both.
            timeout: seconds to wait for an answer.

        Raises:
            EndpointError: if `url` is no http(s) address.
        """
        self.url = _checked(url)
        self.update_url = _checked(update_url or _update_address(url))
        self.timeout = timeout

    def query(self, query: str) -> QueryResult:
        """Answer `query`, whichever form it has.

        Raises:
            QuerySyntaxError: if the server rejects it (HTTP status 400).
            EndpointError: if the server cannot be reached, fails, or does not answer in SPARQL's formats.
        """
        is_graph = query_form(query) in ("CONSTRUCT", "DESCRIBE")
        kind, body = self._send(query, is_graph=is_graph)
        try:
            if is_graph:
                return _triples(kind, body)
            answer = parse_query_results(body, QueryResultsFormat.from_media_type(kind) or QueryResultsFormat.JSON)
            return bool(answer) if isinstance(answer, QueryBoolean) else solutions_from(answer)
        except (SyntaxError, ValueError):
            raise EndpointError(self.url, "endpoint-not-sparql", kind=kind) from None

    def select(self, query: str) -> Solutions:
        """Answer a SELECT."""
        return expect_solutions(self.query(query))

    def ask(self, query: str) -> bool:
        """Answer an ASK."""
        return expect_boolean(self.query(query))

    def construct(self, query: str) -> list[Triple]:
        """Answer a CONSTRUCT or DESCRIBE."""
        return expect_triples(self.query(query))

    def load(self, quads: Iterable[Quad]) -> None:
        """Add `quads`, in several updates if they are many; those with blank nodes go in one."""
        for chunk in _chunks(quads):
            self.update(_insert_data(chunk))

    def update(self, update: str) -> None:
        """Carry out a SPARQL update; errors as those of `query`."""
        self._send(update, is_update=True)

    def _send(self, query: str, *, is_graph: bool = False, is_update: bool = False) -> tuple[str, bytes]:
        """Send `query`, and return the media type and content of the answer."""
        from http.client import HTTPException
        from urllib.error import HTTPError, URLError

        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        url = self.update_url if is_update else self.url
        head = _prologue_for(query)
        wrapper = self._wrapper(head + query, is_update)
        if not is_update:
            wrapper.addCustomHttpHeader("Accept", _GRAPH if is_graph else _RESULTS)
        try:
            response = wrapper.query().response
            return response.headers.get_content_type(), response.read()
        except SPARQLWrapperException as error:
            status = _STATUS.get(type(error).__name__, 500)
            raise _status_error(url, status, _said(error), query, len(head)) from None
        except HTTPError as error:
            raise _status_error(url, error.code, error.reason, query, len(head)) from None
        except (URLError, HTTPException, OSError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            if isinstance(reason, TimeoutError):
                raise EndpointError(url, "endpoint-timeout", seconds=self.timeout) from None
            raise EndpointError(url, "endpoint-refused", reason=_reason(reason)) from None

    def _wrapper(self, query: str, is_update: bool) -> Any:
        from SPARQLWrapper import INSERT, POST, SELECT, SPARQLWrapper

        wrapper = SPARQLWrapper(self.url, updateEndpoint=self.update_url)
        wrapper.setMethod(POST)
        wrapper.setOnlyConneg(True)
        wrapper.setTimeout(self.timeout)
        # Not setQuery: that guesses the form, and is fooled by an IRI with a # in it.
        wrapper.queryString = query
        wrapper.queryType = INSERT if is_update else SELECT
        return wrapper


_STATUS: Final = {"QueryBadFormed": 400, "Unauthorized": 401, "EndPointNotFound": 404, "URITooLong": 414}


def _status_error(url: str, status: int, reason: str, query: str, shift: int) -> ValueError:
    if status == 400:
        return diagnose(query, reason, shift)
    if status in (408, 504):
        return EndpointError(url, "endpoint-status", status=status, reason="timeout")
    return EndpointError(url, "endpoint-status", status=status, reason=" ".join(reason.split())[:300] or "no reason")


def _said(error: Exception) -> str:
    """What the server wrote in the answer that became `error`."""
    from re import sub

    _, _, said = str(error).partition("Response:\n")
    if said[:2] in ("b'", 'b"'):
        from ast import literal_eval

        said = literal_eval(said).decode("utf-8", "replace")
    return sub(r"<(?:style|script).*?</(?:style|script)>|<[a-zA-Z/!][^>]*>", " ", said)


def _reason(reason: object) -> str:
    return getattr(reason, "strerror", None) or str(reason) or type(reason).__name__


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or any(char.isspace() for char in url):
        raise EndpointError(url, "endpoint-url")
    return url


def _update_address(url: str) -> str:
    return url.removesuffix("/query") + "/update" if url.endswith("/query") else url


def _prologue_for(query: str) -> str:
    """PREFIX declarations for the project's prefixes that `query` uses and does not declare, on one line."""
    missing = {prefix for prefix, _ in used_prefixes(query)} - declared_prefixes(query)
    return prologue(missing & PREFIXES.keys()).replace("\n", " ")


def _triples(kind: str, body: bytes) -> list[Triple]:
    graph_format = RdfFormat.from_media_type(kind)
    if graph_format is None:
        raise ValueError(kind)
    return [each.triple for each in parse(body, format=graph_format)]


def _chunks(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    """Yield `quads` in portions. A blank node's label means the same only within one update, so those stay together."""
    anonymous: list[Quad] = []
    chunk: list[Quad] = []
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            anonymous.append(quad)
            continue
        chunk.append(quad)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    yield from (each for each in (chunk, anonymous) if each)


def _insert_data(quads: list[Quad]) -> str:
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        name = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
        graphs.setdefault(name, []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
    blocks = (
        "\n".join(lines) if not name else f"GRAPH {name} {{\n" + "\n".join(lines) + "\n}"
        for name, lines in graphs.items()
    )
    return "INSERT DATA {\n" + "\n".join(blocks) + "\n}"
