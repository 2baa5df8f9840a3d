"""The prefixes: one meaning each, in every file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienstgraaf.inventory.namespaces import (
    BASE,
    CONCEPT_SCHEMES,
    INSTANCE_KINDS,
    PREFIXES,
    graph_iri,
    prologue,
    shorten,
)


def knowledge(root, *patterns):
    found = [path for pattern in patterns for path in root.glob(pattern)]
    assert found
    return found


def test_every_concept_scheme_of_the_ontology_has_a_prefix(repo_root):
    files = {path.stem for path in knowledge(repo_root, "ontology/concepts/*.ttl")}
    assert sorted(files - set(CONCEPT_SCHEMES)) == []


def test_every_kind_of_instance_has_a_prefix(repo_root):
    text = "\n".join(path.read_text("utf-8") for path in knowledge(repo_root, "instances/**/*.ttl"))
    kinds = set(re.findall(rf"{re.escape(BASE)}id/([a-z-]+)/", text)) | set(re.findall(r"\bi-([a-z-]+):", text))
    assert sorted(kinds - {"segment"} - set(INSTANCE_KINDS)) == []


def test_a_prefix_means_the_same_in_every_file_of_knowledge(repo_root):
    wrong = [
        f"{path.relative_to(repo_root)}: {prefix}: <{iri}>"
        for path in knowledge(repo_root, "ontology/**/*.ttl", "instances/**/*.ttl", "queries/**/*.rq")
        for prefix, iri in re.findall(r"^@?prefix\s+([\w-]*):\s*<([^>]*)>", path.read_text("utf-8"), re.I | re.M)
        if PREFIXES.get(prefix) != iri
    ]
    assert wrong == []


def test_no_namespace_has_two_prefixes():
    assert len(set(PREFIXES.values())) == len(PREFIXES)


@given(st.sampled_from(sorted(PREFIXES.values())), st.text(alphabet="ab1-_.é/#:", max_size=5))
def test_a_short_name_stands_for_the_iri_that_it_was_made_of(namespace, local):
    short = shorten(namespace + local)
    if short.startswith("<"):
        assert short == f"<{namespace}{local}>"
    else:
        prefix, _, name = short.partition(":")
        assert PREFIXES[prefix] + name == namespace + local


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (f"{BASE}id/segment/3.2-09", "seg:3.2-09"),
        (f"{BASE}concept/status/operational", "c-status:operational"),
        (f"{BASE}def#topic", "dg:topic"),
        (f"{BASE}def", f"<{BASE}def>"),
        (f"{BASE}id/organisation/", f"<{BASE}id/organisation/>"),
        (f"{BASE}id/organisation/a/b", f"<{BASE}id/organisation/a/b>"),
        (f"{BASE}id/organisation/a.", f"<{BASE}id/organisation/a.>"),
    ],
)
def test_iris_are_shortened_where_a_prefix_fits(iri, short):
    assert shorten(iri) == short


def test_the_prologue_declares_all_prefixes_or_those_asked_for():
    assert prologue().count("PREFIX ") == len(PREFIXES)
    assert prologue(["xsd", "dg"]).splitlines()[0] == f"PREFIX dg: <{BASE}def#>"
    with pytest.raises(KeyError):
        prologue(["nope"])


def test_odd_file_names_give_proper_iris():
    assert graph_iri("data", "mijn map", "é") == f"{BASE}graph/data/mijn%20map/%C3%A9"
