"""Of which kind a party is: as stated, or through whom it is a kind of."""

from __future__ import annotations

import re
from pathlib import Path

from dienstgraaf.mapping.clustering import CLUSTERS, party_of
from drafted import Drafted


def cluster(draft: Drafted, name: str) -> str:
    return party_of(draft.structure(), draft.iri(name), "en").cluster


def test_a_kind_of_organisation_is_what_all_its_organisations_are(draft: Drafted) -> None:
    draft.party("agency")
    draft.party("SVB", "Organisation", organisationKind="executive-agency", conformsTo="agency")
    draft.party("UWV", "Organisation", organisationKind="executive-agency", conformsTo="agency")
    draft.party("larger agency", specialises="agency")
    draft.party("six agencies", "Group", memberKind="larger agency")
    assert {cluster(draft, name) for name in ("agency", "SVB", "larger agency", "six agencies")} == {"agencies"}


def test_a_kind_of_which_the_organisations_differ_is_none_of_theirs(draft: Drafted) -> None:
    draft.party("body")
    draft.party("SVB", "Organisation", organisationKind="executive-agency", conformsTo="body")
    draft.party("police", "Organisation", organisationKind="public-law-body", conformsTo="body")
    assert cluster(draft, "body") == "partners"
    assert cluster(draft, "police") == "government"


def test_a_circle_of_kinds_ends(draft: Drafted) -> None:
    draft.party("hen", specialises="egg")
    draft.party("egg", specialises="hen")
    assert cluster(draft, "hen") == "partners"


def test_a_kind_of_ones_own_is_a_cluster_of_its_own(draft: Drafted) -> None:
    item = draft.party("guild hall", "Organisation", organisationKind="guild")
    kind = draft.values[item]["organisationKind"][0]
    draft.labels[kind] = "guild"
    found = party_of(draft.structure(), item, "en")
    assert (found.cluster, found.cluster_label) == (kind, "guild")


def test_every_kind_of_organisation_of_the_ontology_has_a_cluster(repo_root: Path) -> None:
    scheme = (repo_root / "ontology/concepts/organisation-kind.ttl").read_text(encoding="utf-8")
    kinds = set(re.findall(r"^c-organisation-kind:([\w-]+) a ", scheme, re.M))
    assert kinds
    assert kinds == CLUSTERS.keys() - {""}
