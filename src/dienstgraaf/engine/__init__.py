"""One small protocol to ask SPARQL 1.1 stores, and its two implementations: embedded and remote."""

from __future__ import annotations

from dienstgraaf.engine._scan import mentions, query_form
from dienstgraaf.engine.embedded import EmbeddedEngine
from dienstgraaf.engine.errors import EndpointError, QueryFormError, QuerySyntaxError
from dienstgraaf.engine.protocol import Engine, QueryResult, Row, Solutions, Term
from dienstgraaf.engine.remote import RemoteEngine

__all__ = [
    "EmbeddedEngine",
    "EndpointError",
    "Engine",
    "QueryFormError",
    "QueryResult",
    "QuerySyntaxError",
    "RemoteEngine",
    "Row",
    "Solutions",
    "Term",
    "mentions",
    "query_form",
]
