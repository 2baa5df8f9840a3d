"""What the answers on the real inventory must hold, and what they must never hold."""

from __future__ import annotations

import functools

import pytest

from dienstgraaf import Inventory

ID = "https://w3id.org/dienstgraaf/id/"
CONCEPT = "https://w3id.org/dienstgraaf/concept/"


@functools.cache
def inventory() -> Inventory:
    """Return the shipped inventory."""
    return Inventory.load(lang="en")


def rows(question: str, **parameters: object) -> list[dict[str, object]]:
    """Return the rows of an answer."""
    return inventory().ask(question, **parameters).to_rows()


NON_DIGITAL = "entry-points-for-non-digital-citizens"


@pytest.mark.parametrize(
    ("entry_point", "channel"),
    [
        ("informatie-rijksoverheid", "1400"),
        ("ido", "ido-in-library"),
        ("belastingdienst-counters", "belastingdienst-counter"),
        ("duo-svb-joint-desk", "duo-svb-joint-desk"),
        ("municipality", "municipality-post"),
        ("municipality-kitchen-table-talk", "kitchen-table-talk"),
        ("municipality-neighbourhood-walk-in", "municipality-neighbourhood-walk-in"),
    ],
)
def test_people_without_digital_skill_are_told_of(entry_point: str, channel: str) -> None:
    """Each with everything that makes it checkable."""
    found = [
        row
        for row in rows(NON_DIGITAL)
        if row["entryPoint"] == f"{ID}entry-point/{entry_point}" and row["channel"] == f"{ID}channel/{channel}"
    ]
    assert found, f"{entry_point} is not in the answer"
    for row in found:
        assert row["status"] == f"{CONCEPT}status/operational"
        assert row["basis"] == f"{CONCEPT}basis/stated"
        assert row["segments"]
        assert row["entryPointLabel"]


def test_the_joint_desk_is_listed_with_each_of_its_two_providers() -> None:
    """It is of both."""
    desk = f"{ID}entry-point/duo-svb-joint-desk"
    assert {row["provider"] for row in rows(NON_DIGITAL) if row["entryPoint"] == desk} == {
        f"{ID}organisation/duo",
        f"{ID}organisation/svb",
    }


def test_nothing_digital_planned_or_considered_is_in_the_answer() -> None:
    """Neither a website behind DigiD nor the desks that are only considered or planned."""
    answer = rows(NON_DIGITAL)
    assert not [row for row in answer if "website" in str(row["channel"]) or "portal" in str(row["channel"])]
    entries = {str(row["entryPoint"]) for row in answer}
    assert f"{ID}entry-point/ind-desks" not in entries
    assert f"{ID}entry-point/belastingdienst-support-points" not in entries


def test_nothing_that_is_said_of_municipalities_in_general_is_stated_of_one_by_name() -> None:
    """It is presumed, and only when asked for."""
    amsterdam = f"{ID}organisation/amsterdam"
    assert not [row for row in rows(NON_DIGITAL) if row["provider"] == amsterdam]
    assert rows(NON_DIGITAL, provider="Amsterdam", basis="stated") == []
    presumed = rows(NON_DIGITAL, provider="Amsterdam", basis="presumed")
    assert {row["basis"] for row in presumed} == {f"{CONCEPT}basis/presumed"}
    assert f"{ID}channel/municipality-post" in {row["channel"] for row in presumed}


def test_the_only_themed_desk_that_follows_for_a_named_municipality_is_the_one_that_each_has() -> None:
    """The environment desk; the others are presumptions."""
    query = """
        SELECT DISTINCT ?desk WHERE {
            ?desk a dg:EntryPoint ; dg:entryPointKind/skos:broader* c-entry-point-kind:desk .
            ?desk dg:statedFor|dg:followsFor i-organisation:amsterdam .
        }"""
    assert [row["desk"] for row in inventory().select(query)] == [f"{ID}entry-point/municipality-environment-desk"]


def test_the_handwritten_card_has_its_figure_channel_and_trigger() -> None:
    """About 60 percent."""
    (card,) = [row for row in rows("outreach") if str(row["route"]).endswith("svb-handwritten-card")]
    assert "60%" in str(card["figures"])
    assert card["channels"] == [f"{ID}channel/svb-handwritten-card"]
    assert card["triggers"]


def test_two_offices_serve_border_workers_and_their_employers() -> None:
    """Both of the SVB."""
    entries = {
        str(row["thing"]): row
        for row in rows("entry-points-for-border-workers")
        if str(row["kind"]).endswith("#EntryPoint")
    }
    offices = [row for row in entries.values() if row["providers"] == [f"{ID}organisation/svb"]]
    assert len(offices) == 2
    for row in offices:
        assert row["audiences"] == [
            f"{CONCEPT}audience/border-workers",
            f"{CONCEPT}audience/employers-of-border-workers",
        ]


def test_informatie_rijksoverheid_does_no_outreach() -> None:
    """A stated negative."""
    absences = rows("explicit-absences", provider="informatie-rijksoverheid")
    assert [row["missings"] for row in absences] == [[f"{CONCEPT}route-kind/outreach"]]


def test_all_twenty_four_consulted_organisations_are_known_with_how_deeply() -> None:
    """Ten interviewed, two spoken to in general, the others only on the list."""
    depths = [str(row["depth"]).rsplit("/", 1)[1] for row in rows("consulted-organisations")]
    assert {depth: depths.count(depth) for depth in depths} == {
        "interviewed": 10,
        "general-conversation": 2,
        "listed-in-annex": 12,
    }


def ends(slug: str, provider: str, column: str) -> set[str]:
    """The short names of whom a question about hops gives."""
    return {str(row[column]).rsplit("/", 1)[1] for row in rows(slug, provider=provider)}


def test_who_sends_people_to_the_rdw_and_whom_it_sends_on_are_not_the_same() -> None:
    """Four send people there; it guides to two others."""
    assert ends("who-sends-people-to", "rdw", "from") >= {"car-company", "trade-association", "insurer"}
    assert ends("whom-does-it-send-on", "rdw", "to") == {"cbr", "cjib"}


def test_each_receiver_has_its_own_senders() -> None:
    """The director of students' travel rights and schools for DUO; the RDW and debt relief for the CJIB."""
    assert ends("who-sends-people-to", "duo", "from") >= {"regisseur-studenten-reisrecht", "school"}
    assert ends("who-sends-people-to", "cjib", "from") >= {"rdw", "debt-help-institution"}
    assert ends("whom-does-it-send-on", "cjib", "to") >= {"politie", "openbaar-ministerie"}
    assert ends("whom-does-it-send-on", "ind", "to") >= {"ministry-of-foreign-affairs"}


def test_logius_settles_nearly_all_questions_at_once() -> None:
    """98 percent, and 2 percent goes on."""
    found = {str(row["value"]) for row in rows("figures") if "/logius-" in str(row["about"])}
    assert found == {"2", "98"}


def test_what_covid_19_brought_has_loss_and_gain() -> None:
    """Some were reached more easily, others went out of sight; part stays, part goes."""
    changes = rows("what-covid-19-brought")
    effects = {str(effect).rsplit("/", 1)[1] for row in changes for effect in row["effects"]}
    assert {"lower-threshold", "loneliness", "out-of-sight", "faster-digitalisation"} <= effects
    lasting = {str(each).rsplit("/", 1)[1] for row in changes for each in row["lasting"]}
    assert lasting == {"suited-to-keep", "to-be-released"}


def test_the_stated_circles_are_told_from_the_possible_ones() -> None:
    """The environment desk and the municipality are named in one breath."""
    circles = {
        (str(row["one"]).rsplit("/", 1)[1], str(row["other"]).rsplit("/", 1)[1]): row["stated"]
        for row in rows("circular-referrals")
    }
    assert circles["municipality", "environment-desk"] is True
    assert False in circles.values()


def test_no_hop_counts_for_a_provider_as_one_here_and_as_one_onwards() -> None:
    """Over all providers: a hop inside one is neither, or guides here only."""

    def hops(slug: str) -> set[tuple[str, ...]]:
        return {tuple(str(row[name]) for name in ("provider", "kind", "from", "to")) for row in rows(slug)}

    assert hops("who-sends-people-to") & hops("whom-does-it-send-on") == set()


def short(value: object) -> str:
    """Return the short name of an IRI."""
    return str(value).rsplit("/", 1)[1]


def test_a_dead_end_is_told_from_a_next_stop_that_depends_on_the_question() -> None:
    """The information counter forwards to nobody named; an information point to whoever is concerned."""
    reasons: dict[str, set[str]] = {}
    for row in rows("referrals-that-lead-nowhere"):
        reasons.setdefault(str(row["reason"]), set()).add(short(row["route"]))
    assert "municipality-information-counter-forwards" in reasons["the next stop is not named"]
    assert "ido-to-organisation-concerned" in reasons["the next stop depends on the question"]
    assert reasons["the hop itself is not in operation"] == {"nederland-wereldwijd-to-personal-help"}


def test_the_counts_of_referrals_agree_with_the_lists_of_them() -> None:
    """For the RDW: four guide there, it guides to two others."""
    (to,) = [row for row in rows("most-referred-to") if short(row["party"]) == "rdw"]
    (sends,) = [row for row in rows("most-referring") if short(row["party"]) == "rdw"]
    assert (to["working"], sends["working"]) == (4, 2)
    assert set(map(short, to["others"])) == {"postnl", "car-company", "trade-association", "insurer"}
    assert set(map(short, sends["others"])) == ends("whom-does-it-send-on", "rdw", "to")


def test_reachable_only_digitally_is_no_more_than_stated_for_who_may_be_called_as_its_kind_may() -> None:
    """Of the CJIB only social media are named, but it is an agency; of UWV the phone is named."""
    answers = {
        short(row["provider"]): row
        for row in rows("providers-reachable-only-digitally", answer=["yes", "not-stated", "no"])
    }
    assert short(answers["cjib"]["answer"]) == "not-stated"
    assert answers["cjib"]["presumed"]
    assert short(answers["uwv"]["answer"]) == "no"
    assert "amsterdam" not in answers


def test_nobody_is_said_to_be_reachable_only_with_a_login_or_only_by_appointment() -> None:
    """The source says so of nobody: it is silent on part of the channels."""
    for slug in ("providers-reachable-only-with-digid", "providers-reachable-only-by-appointment"):
        assert {short(row["answer"]) for row in rows(slug)} == {"not-stated"}


def test_gaps_are_shown_with_what_lies_beside_them() -> None:
    """Planned entry points count for no audience; a line that is reached from the first line is no gap."""
    audiences = {short(row["audience"]): row for row in rows("audiences-without-a-stated-entry")}
    assert set(map(short, audiences["specific-customer-groups"]["upcoming"])) == {"ind-desks"}
    assert audiences.keys().isdisjoint({"resident", "self-employed", "border-workers", "people-abroad"})
    lines = {short(row["line"]) for row in rows("second-lines-without-a-way-in")}
    assert "executive-agency-second-line" in lines
    assert lines.isdisjoint({"municipality-second-line", "municipality-area-team", "logius-second-line"})
    entries = {short(row["entryPoint"]) for row in rows("entry-points-without-a-next-line")}
    assert "belastingtelefoon" in entries
    assert entries.isdisjoint({"municipality", "informatie-rijksoverheid", "ido"})


def test_what_is_alike_is_not_given_as_another_name() -> None:
    """UWV's levels resemble click-call-face; spelling variants of the social counsellors are names."""
    names = {short(row["thing"]): row for row in rows("same-thing-different-names")}
    assert len(names["social-counsellors"]["localNames"]) == 2
    (face,) = [row for row in names.values() if set(map(short, row["alike"])) == {"executive-agency-face"}]
    assert not face["localNames"]
    assert not face["otherNames"]
