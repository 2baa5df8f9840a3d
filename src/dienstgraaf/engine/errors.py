"""What can go wrong when an engine is asked something."""

from __future__ import annotations

from dienstgraaf.errors import DienstgraafError

__all__ = ["EndpointError", "QueryFormError", "QuerySyntaxError"]


class QuerySyntaxError(DienstgraafError):
    """A query or update that cannot be understood; `line` and `column` count from 1, in characters of `query`.

    >>> str(QuerySyntaxError("unexpected `}`", 2, 5, "…"))
    'line 2, column 5: unexpected `}`'
    """

    def __init__(self, message: str, line: int, column: int, query: str) -> None:
        """Say what is wrong, and where in `query`."""
        super().__init__("query-syntax", message=message, line=line, column=column)
        self.message = message
        self.line = line
        self.column = column
        self.query = query


class QueryFormError(DienstgraafError):
    """A query of another form than asked for, such as ASK where rows are needed."""

    def __init__(self, form: str, expected: str) -> None:
        """Name the `form` of the query and the one `expected`."""
        super().__init__("query-form", form=form, expected=expected)
        self.form = form
        self.expected = expected


class EndpointError(DienstgraafError):
    """A SPARQL endpoint that cannot be reached or does not answer as one; `url` is its address."""

    def __init__(self, url: str, key: str, **values: object) -> None:
        """Name the `url` and the message's `key`."""
        super().__init__(key, url=url, **values)
        self.url = url

    @property
    def message(self) -> str:
        """The message in English."""
        return str(self)
