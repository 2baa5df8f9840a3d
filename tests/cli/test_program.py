"""The program as a whole: help, version, streams, files and exit codes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dienstgraaf.cli import COMMANDS
from dienstgraaf.messages import LANGUAGES, keys, text

HEAVY = {"rdflib", "pyoxigraph", "pyshacl", "owlrl", "yaml", "rich", "SPARQLWrapper", "xlsxwriter", "reasonable"}


@pytest.fixture
def shell(environment, tmp_path: Path):
    """Runs the program as its own process."""

    def start(*args: str | Path, code: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *(["-c", code] if code else ["-m", "dienstgraaf"]), *map(str, args)]
        merged = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **environment, **env}
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=merged, check=False)
        assert "Traceback" not in done.stderr
        return done

    return start


def test_without_arguments_the_program_shows_its_help(run) -> None:
    result = run()
    assert result.exit_code == 0
    assert "How Dutch government organisations" in result.stdout
    assert "Exit codes: 0 fine, 1 something is wrong" in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_two_languages(run, command: str) -> None:
    dutch, english = run("--lang", "nl", command, "--help"), run(command, "--help")
    assert dutch.exit_code == english.exit_code == 0
    assert text(f"help-{command}", "nl").split()[0] in dutch.stdout
    assert text(f"help-{command}", "en").split()[0] in english.stdout
    for option in ("--format", "--output", "--lang", "--data", "--only-data", "--endpoint"):
        assert option in english.stdout


def test_the_help_of_the_program_lists_every_command(run) -> None:
    listed = run("--help").stdout
    for command in COMMANDS:
        assert re.search(rf"^  {command} ", listed, re.MULTILINE)


def test_help_imports_nothing_heavy(shell) -> None:
    code = (
        "import sys\nfrom dienstgraaf.cli import program\n"
        "try:\n    program.main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', sorted({HEAVY!r} & set(sys.modules)))"
    )
    assert shell(code=code).stdout.endswith("LOADED []\n")


def test_asking_a_question_imports_neither_rdflib_nor_rich(shell, small: Path) -> None:
    code = (
        "import sys\nfrom dienstgraaf.cli import program\n"
        f"try:\n    program.main(['ask', 'has-a-desk', '--data', {str(small)!r}, '--only-data'])\n"
        "except SystemExit:\n    pass\n"
        "print('LOADED', sorted({'rdflib', 'rich', 'pyshacl', 'reasonable', 'owlrl', 'SPARQLWrapper'}"
        " & set(sys.modules)))"
    )
    shell("ask", "has-a-desk", "--data", small, "--only-data")  # fills the cache
    assert shell(code=code).stdout == "yes\nLOADED []\n"


def test_the_version_is_told(run) -> None:
    assert re.fullmatch(r"dienstgraaf \d+\.\d+\.\d+\S*\n", run("--version").stdout)


def test_an_unknown_command_suggests_the_nearest(run) -> None:
    result = run("aks")
    assert (result.exit_code, result.stderr) == (2, "error: there is no command 'aks'. Did you mean: ask?\n")
    assert run("--lang", "nl", "zzz").stderr == (
        "fout: er is geen opdracht 'zzz'. `dienstgraaf --help` toont ze alle.\n"
    )


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_the_completion_script_is_printed(run, shell_name: str) -> None:
    result = run("completion", shell_name)
    assert result.exit_code == 0
    assert "_DIENSTGRAAF_COMPLETE" in result.stdout
    assert run("completion", "tcsh").exit_code == 2


def test_completion_knows_commands_and_questions(shell) -> None:
    done = shell(
        code="from dienstgraaf.cli import main; main()",
        _DIENSTGRAAF_COMPLETE="bash_complete",
        COMP_WORDS="dienstgraaf ask entry-points-for-non",
        COMP_CWORD="2",
    )
    assert "entry-points-for-non-digital-citizens" in done.stdout


def test_a_reader_that_leaves_early_is_no_error(environment, small: Path, tmp_path: Path) -> None:
    query = "SELECT * WHERE { ?s ?p ?o . ?t rdfs:label ?q } LIMIT 200000"
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **environment}
    command = f"{sys.executable} -m dienstgraaf sparql '{query}' --data {small} --only-data --format csv | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=env, check=False)
    assert done.stdout == "o,p,q,s,t\n"
    assert done.stderr == ""


def test_an_interruption_ends_the_program_quietly(shell) -> None:
    code = (
        "import os, signal, sys, time\nfrom dienstgraaf.cli import main\n"
        "class Keyboard:\n"
        "    @property\n    def buffer(self):\n        return self\n"
        "    def read(self):\n        os.kill(os.getpid(), signal.SIGINT)\n        time.sleep(20)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.stdin = Keyboard()\nsys.argv = ['dienstgraaf', 'sparql', '-']\nmain()"
    )
    done = shell(code=code)
    assert (done.returncode, done.stderr.strip()) == (130, "interrupted")


def test_an_output_file_appears_whole_and_keeps_its_mode(run, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    args = ("--data", small, "--only-data")
    assert run("ask", "desks-by-provider", "-o", path, *args).exit_code == 0
    assert path.read_text("utf-8").startswith("desk,")
    assert path.stat().st_mode & 0o777 == 0o640
    before = path.read_text("utf-8")
    assert run("ask", "desks-by-provider", "-o", path, "--param", "provider=zzz", *args).exit_code == 2
    assert path.read_text("utf-8") == before


def test_a_pipe_or_device_is_written_to_as_it_is(shell, small: Path) -> None:
    done = shell("ask", "has-a-desk", "--data", small, "--only-data", "--format", "table", "-o", "/dev/stdout")
    assert (done.returncode, done.stdout) == (0, "yes\n")


def test_xlsx_on_a_terminal_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from dienstgraaf.cli._output import choose
    from dienstgraaf.cli._settings import Settings
    from dienstgraaf.tables import TABLE_FORMATS, FormatError

    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    with pytest.raises(FormatError, match="xlsx is not for the screen"):
        choose(Settings(format="xlsx"), TABLE_FORMATS, "x")


def test_every_message_has_a_key_of_its_own() -> None:
    from dienstgraaf import messages

    every = [key for part in messages._PARTS for key in part.MESSAGES]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("key", keys())
def test_every_message_takes_the_same_values_in_both_languages(key: str) -> None:
    from dienstgraaf import messages

    found = []
    for position, lang in enumerate(LANGUAGES):
        template = messages._CATALOGUE[key][position]
        names = set(re.findall(r"{(\w+)(?:!r|:[^}]*)?}", template))
        assert text(key, lang, **dict.fromkeys(names, 7))
        found.append(names)
    assert found[0] == found[1]
