"""The servers of tests/servers.py, for the tests of this folder."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

_SPEC = importlib.util.spec_from_file_location("servers", Path(__file__).parents[1] / "servers.py")
assert _SPEC is not None
assert _SPEC.loader is not None
_servers = sys.modules.setdefault("servers", importlib.util.module_from_spec(_SPEC))
_SPEC.loader.exec_module(_servers)

sparql_process = _servers.sparql_process
sparql_server = _servers.sparql_server
answer_server = _servers.answer_server
