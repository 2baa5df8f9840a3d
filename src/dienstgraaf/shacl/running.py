"""Runs compiled shapes on an engine, and gives the results one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from dienstgraaf.shacl.compiling import Compiler
from dienstgraaf.shacl.errors import CannotCompileError, ShapesError
from dienstgraaf.shacl.model import Result, Shape
from dienstgraaf.shacl.paths import Path
from dienstgraaf.shacl.reading import Pattern, Shapes, patterns
from dienstgraaf.shacl.scopes import Check
from dienstgraaf.shacl.terms import RDF, RDFS, SH, XSD, Graph, Term

__all__ = ["Engine", "again", "check", "subclasses"]

_FEW = 100
"""With more results than this, those of a check are not kept but asked for again when it is their turn."""
_DERIVED = f'SELECT (DATATYPE("1"^^<{XSD}byte>) AS ?type) WHERE {{ }}'
_SUBCLASSES = f"SELECT ?sub ?super WHERE {{ ?sub <{RDFS}subClassOf> ?super }}"


class Answer(Protocol):
    """What a SELECT gives: the variables, and the rows with a term or None for each."""

    @property
    def variables(self) -> Sequence[str]: ...

    @property
    def rows(self) -> Iterable[Sequence[object]]: ...


class Engine(Protocol):
    """What answers SPARQL: the data, with the ontology that its classes come from, in the default graph."""

    def select(self, query: str) -> Answer:
        """Return the solutions of a SELECT."""
        ...


def subclasses(engine: Engine) -> Callable[[Term], list[str]]:
    """Return a function that gives a class with all its subclasses in the data, as SPARQL writes them."""
    below: dict[Term, list[Term]] = {}
    for row in engine.select(_SUBCLASSES).rows:
        sub, above = row
        if isinstance(sub, NamedNode) and isinstance(above, NamedNode | BlankNode):
            below.setdefault(above, []).append(sub)

    def closure(top: Term) -> list[str]:
        found: dict[Term, None] = {top: None}
        for each in (todo := [top]):
            new = [sub for sub in below.get(each, ()) if sub not in found]
            found.update(dict.fromkeys(new))
            todo += new
        return [str(each) for each in found if isinstance(each, NamedNode)]

    return closure


def check(
    engine: Engine,
    shapes: Graph,
    *,
    restriction: str = "",
    shapes_graph: str | None = None,
    refused: Callable[[Shape, CannotCompileError], None] | None = None,
    workers: int = 1,
) -> Iterator[Result]:
    """Yield the results of validating what `engine` holds against `shapes`, shape by shape.

    Args:
        engine: holds the data.
        shapes: the shapes graph.
        restriction: a pattern on `?this` that narrows what shapes apply to.
        shapes_graph: the graph of the store that holds the shapes, for queries of theirs that ask it.
        refused: is told of a shape with targets that cannot be compiled; without it, that is an error.
        workers: how many queries may run at a time; above 1 the engine is asked by as many threads.

    Raises:
        ShapesError: if the shapes are not well-formed, or recursive.
        CannotCompileError: if a shape cannot be compiled, and nobody is there to be told.
    """
    known = Shapes(shapes, _foreign(engine, shapes))
    classes = subclasses(engine)
    sizes = _sizes(engine, known, classes)
    compiler = Compiler(known, classes, sizes, restriction=restriction, shapes_graph=shapes_graph)
    compiler.keeps_types = _keeps_types(engine)
    checks: list[Check] = []
    for shape in known.targeted:
        try:
            checks += list(compiler.checks(shape))
        except CannotCompileError as error:
            if refused is None:
                raise
            refused(shape, error)
    yield from _all_results(engine, checks, workers)


def _all_results(engine: Engine, checks: Sequence[Check], workers: int) -> Iterator[Result]:
    """Yield the results of `checks` in their order; `workers` run ahead, and stop where a check has many results."""
    if workers == 1:
        for each in checks:
            yield from _results(engine, each)
        return
    with ThreadPoolExecutor(workers) as pool:
        try:
            first = pool.map(lambda each: list(islice(_results(engine, each), _FEW + 1)), checks)
            for each, results in zip(checks, first, strict=True):
                yield from results if len(results) <= _FEW else _results(engine, each)
        finally:
            pool.shutdown(cancel_futures=True)


def _sizes(engine: Engine, shapes: Shapes, classes: Callable[[Term], list[str]]) -> dict[str, int]:
    """Return how often each property and class that the shapes speak of occurs, as SPARQL writes them."""
    properties, members = shapes.vocabulary
    found: dict[str, int] = {}
    listed = {name: None for each in members for name in classes(each)}
    for names, pattern in ((map(str, properties), "?s ?name ?o"), (listed, f"?s <{RDF}type> ?name")):
        wanted = list(dict.fromkeys(names))
        found.update(dict.fromkeys(wanted, 0))
        if wanted:
            named = f"VALUES ?name {{ {' '.join(wanted)} }} {pattern}"
            query = f"SELECT ?name (COUNT(*) AS ?n) WHERE {{ {named} }} GROUP BY ?name"
            for name, number in engine.select(query).rows:
                found[str(name)] = int(number.value) if isinstance(number, Literal) else 0
    return found


def _foreign(engine: Engine, shapes: Graph) -> set[Pattern]:
    """Return the regular expressions of `shapes` that the store does not understand: nothing would ever match them."""
    used = sorted({each for node in shapes.nodes() for each in patterns(shapes, node)})
    if not used:
        return set()
    tests = (f"REGEX('', {Literal(pattern)}{f', {Literal(flags)}' if flags else ''})" for pattern, flags in used)
    answers = " ".join(f"(COALESCE({test}, '') AS ?p{number})" for number, test in enumerate(tests))
    row = next(iter(engine.select(f"SELECT {answers} WHERE {{ }}").rows))
    unknown = Literal("")
    return {each for each, answer in zip(used, row, strict=True) if answer == unknown}


def _keeps_types(engine: Engine) -> bool:
    """Return whether the store keeps the types that XML Schema derives from integers, and not just their values."""
    for row in engine.select(_DERIVED).rows:
        return isinstance(row[0], NamedNode) and row[0].value == f"{XSD}byte"
    return False


def again(engine: Engine, check: Check, around: str) -> Iterator[tuple[Result, Mapping[str, Term]]]:
    """Yield the results of `check` for which `around`, a pattern on `?focus`, has solutions, with what that binds.

    A server forgets blank nodes between two queries: what is to be known of them must be asked along.
    """
    pattern = around.replace("?focus", f"?{check.focus}")
    yield from _found(engine, check, f"SELECT DISTINCT * WHERE {{ {{ {check.query} }} {pattern} }}")


def _results(engine: Engine, check: Check) -> Iterator[Result]:
    return (result for result, _ in _found(engine, check, check.query))


def _found(engine: Engine, check: Check, query: str) -> Iterator[tuple[Result, Mapping[str, Term]]]:
    _check_syntax(check)
    answer = engine.select(query)
    places = {name: number for number, name in enumerate(answer.variables)}
    for row in answer.rows:
        found = _bound(row, places)
        if check.focus not in found:
            continue
        focus, path, value = found[check.focus], found.get("path"), found.get("value")
        own = check.focus != "focus"  # a query of the shape's own: what it does not select, SHACL fills in
        if own and value is None and check.shape.path is None:
            value = focus
        result = Result(
            focus=focus,
            path=Path(path, str(path)) if isinstance(path, NamedNode) else check.path,
            value=value,
            component=check.component,
            shape=check.shape.node,
            severity=check.shape.severity,
            messages=tuple(_messages(check, {**check.parameters, **found, "this": focus})),
            constraint=check.constraint,
            check=check,
        )
        yield result, found


def _check_syntax(check: Check) -> None:
    """Refuse a query that came with a shape and is broken.

    Raises:
        ShapesError: if it is.
    """
    if check.constraint is None and check.component.value.startswith(SH):
        return
    try:
        Store().query(check.query)
    except SyntaxError as error:
        raise ShapesError(f"has a query that is no SPARQL: {error.msg}", check.constraint or check.shape.node) from None


def _messages(check: Check, found: Mapping[str, Term]) -> Iterator[Literal]:
    """Yield the messages of a result: those that a query selects, else its own or the shape's, filled in."""
    selected = found.get("message")
    if isinstance(selected, Literal):
        yield selected
        return
    for message in check.messages or check.shape.messages:
        words = re.sub(r"\{[?$](\w+)\}", lambda match: _shown(found.get(match[1]), match[0]), message.value)
        yield Literal(words, language=message.language) if message.language else Literal(words)


def _shown(term: Term | None, otherwise: str) -> str:
    return otherwise if term is None else str(term) if isinstance(term, BlankNode) else term.value


def _bound(row: Sequence[object], places: Mapping[str, int]) -> dict[str, Term]:
    return {
        name: term for name, place in places.items() if isinstance(term := row[place], NamedNode | BlankNode | Literal)
    }
