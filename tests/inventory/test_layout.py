"""Finding the folders of knowledge."""

from __future__ import annotations

import pytest

from dienstgraaf.inventory import DataFolderError, Layout, at, shipped


def test_the_shipped_knowledge_is_found(repo_root):
    layout = shipped()
    assert (layout.ontology / "dienstgraaf.ttl").is_file()
    assert layout.queries.is_dir()
    assert layout.name == ""


def test_a_folder_that_is_missing_is_told_by_name(tmp_path):
    with pytest.raises(DataFolderError, match="nowhere does not exist") as caught:
        at(tmp_path / "nowhere")
    assert caught.value.path == tmp_path / "nowhere"
    assert "bestaat niet" in caught.value.text("nl")


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "a.ttl").write_text("")
    with pytest.raises(DataFolderError, match=r"a\.ttl is not a folder; name the folder"):
        at(tmp_path / "a.ttl")


def test_a_folder_without_turtle_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(DataFolderError, match=r"holds no \.ttl files"):
        at(tmp_path)


def test_a_bare_folder_holds_instances_only(tmp_path):
    (tmp_path / "a.ttl").write_text("")
    layout = at(tmp_path)
    assert layout == Layout(tmp_path.resolve(), tmp_path.name)
    assert layout.is_bare
    assert layout.instances == tmp_path.resolve()


def test_a_folder_with_the_usual_parts_has_them_in_their_places(tmp_path):
    (tmp_path / "instances" / "a").mkdir(parents=True)
    (tmp_path / "instances" / "a" / "b.ttl").write_text("")
    layout = at(tmp_path)
    assert not layout.is_bare
    assert layout.instances == tmp_path.resolve() / "instances"
