"""Each command of the workflows, run in a clean checkout, on the vocabulary of the tests."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.github.runner import Runner
from tests.where import INPUTS, OF_FLAGSHIP, REPOSITORY, SAMPLE

Make = Callable[[], Runner]
IDS = "glossary/ids.txt"
VIEW = "diagrams/by-definition.yaml"
DRAWING = "diagrams/by-definition.light.svg"
TERM = """\
label: Pentagon
kind: concept
short: A polygon with five sides.
unused: It has one side too many for anything here.
"""


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "a change")


def clean_checkout(target: Path) -> Path:
    """What is in the repository now, as a checkout of its own."""
    git(REPOSITORY, "clone", "--quiet", "--no-hardlinks", str(REPOSITORY), str(target))
    listed = git(REPOSITORY, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for path in filter(None, listed):
        (target / path).unlink(missing_ok=True)
        if (REPOSITORY / path).exists() or (REPOSITORY / path).is_symlink():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / path, target / path, follow_symlinks=False)
    commit(target)
    return target


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that holds the sample, with a list of ids and a drawing."""
    checkout = clean_checkout(tmp_path_factory.mktemp("github") / "checkout")
    for name in INPUTS:
        if (checkout / name).is_dir():
            shutil.rmtree(checkout / name)
            shutil.copytree(SAMPLE / name, checkout / name)
        else:
            shutil.copy(SAMPLE / name, checkout / name)
    (checkout / DRAWING).write_text("", encoding="utf-8")
    (checkout / IDS).write_text("term kite\n", encoding="utf-8")
    assert Runner(checkout, checkout.parent / "made").job("renew.yml", "make")
    commit(checkout)
    return checkout


@pytest.fixture
def make(template: Path, tmp_path: Path) -> Make:
    """A runner with a checkout of its own."""

    def made() -> Runner:
        checkout = tmp_path / "checkout"
        git(template, "clone", "--quiet", str(template), str(checkout))
        return Runner(checkout, tmp_path / "beside")

    return made


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_pull_request_is_checked_compared_and_built(make: Make) -> None:
    """New ids and drawings that its change alters are no reason to refuse it: they are renewed after the merge."""
    runner = make()
    (runner.checkout / "glossary/terms/pentagon.yaml").write_text(TERM, encoding="utf-8")
    edit(runner.checkout / VIEW, "title: ", "title: The rhombus and ")
    commit(runner.checkout)
    assert runner.job("check.yml", "check"), runner.printed
    assert runner.summary.startswith("## What this change means")
    assert "pentagon" in runner.summary
    assert (runner.artifact("meaning") / "meaning.md").read_text(encoding="utf-8") == runner.summary
    kept = {path.name for path in runner.artifact("drawings").iterdir()}
    assert {"index.html", "by-definition.before.svg", "by-definition.after.svg"} <= kept
    assert (runner.artifact("site") / "terms/pentagon/index.html").exists()


def test_a_mistake_is_said_on_its_line_and_what_the_change_means_all_the_same(make: Make) -> None:
    runner = make()
    edit(runner.checkout / "glossary/terms/kite.yaml", "kind: ", "colour: red\nkind: ")
    commit(runner.checkout)
    assert not runner.job("check.yml", "check")
    assert runner.failed == ["Check"]
    assert "::error file=glossary/terms/kite.yaml,line=" in runner.printed
    assert (runner.artifact("meaning") / "meaning.md").exists()
    assert not runner.artifact("site").exists()


def test_a_published_id_that_is_gone_is_not_renewed_away(make: Make) -> None:
    runner = make()
    edit(runner.checkout / IDS, "term kite\n", "term kite\nterm lozenge\n")
    commit(runner.checkout)
    assert not runner.job("check.yml", "check")
    assert f"::error file={IDS},line=" in runner.printed
    assert "title=id-removed" in runner.printed


def test_annotations_lead_to_the_files_of_a_project_in_a_folder(make: Make) -> None:
    runner = make()
    folder = runner.checkout / "vocabularies" / "shapes, plane"
    shutil.copytree(SAMPLE, folder)
    (folder / "glossary/terms/kite.yaml").write_text("label: 1: 2\n", encoding="utf-8")
    runner.known["inputs.root"] = "vocabularies/shapes, plane"
    commit(runner.checkout)
    assert not runner.job("check.yml", "check")
    assert "::error file=vocabularies/shapes%2C plane/glossary/terms/kite.yaml,line=" in runner.printed


def test_a_repository_that_has_a_vocabulary_alone_is_checked_by_the_action(template: Path, tmp_path: Path) -> None:
    checkout = tmp_path / "other"
    shutil.copytree(SAMPLE, checkout)
    git(tmp_path, "init", "--quiet", str(checkout))
    commit(checkout)
    (checkout / "glossary/terms/pentagon.yaml").write_text(TERM, encoding="utf-8")
    commit(checkout)
    page = (REPOSITORY / "docs" / "contribute" / "pull-requests.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"```yaml\n(on: .*?)```", page, re.DOTALL)
    runner = Runner(checkout, tmp_path / "beside", action=template)
    assert runner.steps(yaml.safe_load(shown)["jobs"]["check"]["steps"]), runner.printed
    assert "pentagon" in runner.summary
    assert (checkout / "site" / "index.html").exists()


def test_after_a_merge_what_changed_is_committed_and_nothing_else(make: Make, tmp_path: Path) -> None:
    runner = make()
    (runner.checkout / "glossary/terms/pentagon.yaml").write_text(TERM, encoding="utf-8")
    edit(runner.checkout / VIEW, "title: ", "title: The rhombus and ")
    commit(runner.checkout)
    remote = tmp_path / "remote.git"
    git(runner.checkout, "clone", "--quiet", "--bare", str(runner.checkout), str(remote))
    assert runner.job("renew.yml", "make"), runner.printed
    after = pushing(runner, remote)
    assert after.job("renew.yml", "commit"), after.printed
    assert git(remote, "diff", "--name-only", "HEAD^", "HEAD").split() == [DRAWING, IDS]
    assert "term pentagon\n" in git(remote, "show", f"HEAD:{IDS}")


def test_where_nothing_is_to_be_renewed_nothing_is_committed(make: Make, tmp_path: Path) -> None:
    runner = make()
    remote = tmp_path / "remote.git"
    git(runner.checkout, "clone", "--quiet", "--bare", str(runner.checkout), str(remote))
    before = git(remote, "rev-parse", "HEAD")
    assert runner.job("renew.yml", "make"), runner.printed
    after = pushing(runner, remote)
    assert after.job("renew.yml", "commit"), after.printed
    assert git(remote, "rev-parse", "HEAD") == before


def test_nothing_is_committed_to_a_branch_that_has_moved_on(make: Make, tmp_path: Path) -> None:
    """The push that moved it has a run of its own."""
    runner = make()
    (runner.checkout / "glossary/terms/pentagon.yaml").write_text(TERM, encoding="utf-8")
    commit(runner.checkout)
    remote = tmp_path / "remote.git"
    git(runner.checkout, "clone", "--quiet", "--bare", str(runner.checkout), str(remote))
    assert runner.job("renew.yml", "make"), runner.printed
    after = pushing(runner, remote)
    commit(runner.checkout)
    git(runner.checkout, "push", "--quiet", str(remote), "HEAD:refs/heads/main")
    before = git(remote, "rev-parse", "refs/heads/main")
    assert after.job("renew.yml", "commit"), after.printed
    assert git(remote, "rev-parse", "refs/heads/main") == before


def test_a_protected_branch_gets_another_beside_it(make: Make, tmp_path: Path) -> None:
    runner = make()
    (runner.checkout / "glossary/terms/pentagon.yaml").write_text(TERM, encoding="utf-8")
    commit(runner.checkout)
    remote = tmp_path / "remote.git"
    git(runner.checkout, "clone", "--quiet", "--bare", str(runner.checkout), str(remote))
    assert runner.job("renew.yml", "make"), runner.printed
    after = pushing(runner, remote)
    hook = remote / "hooks" / "update"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text('#!/bin/sh\ntest "$1" != refs/heads/main\n', encoding="utf-8")
    hook.chmod(0o755)
    assert after.job("renew.yml", "commit"), after.printed
    assert git(remote, "diff", "--name-only", "refs/heads/main", "refs/heads/renewed").split() == [IDS]
    assert "::warning title=renew::main is protected" in after.printed


def test_a_project_without_a_list_of_ids_is_given_none(make: Make) -> None:
    runner = make()
    (runner.checkout / IDS).unlink()
    commit(runner.checkout)
    assert runner.job("renew.yml", "make"), runner.printed
    assert not (runner.checkout / IDS).exists()


def test_what_is_handed_on_to_be_committed_changes_no_other_file(make: Make, tmp_path: Path) -> None:
    runner = make()
    remote = tmp_path / "remote.git"
    git(runner.checkout, "clone", "--quiet", "--bare", str(runner.checkout), str(remote))
    edit(runner.checkout / "Makefile", "site", "sight")
    edit(runner.checkout / IDS, "term kite\n", "term kite\nterm rest\n")
    patch = git(runner.checkout, "diff", "--binary")
    runner.artifact("renewed").mkdir()
    (runner.artifact("renewed") / "renewed.patch").write_text(patch, encoding="utf-8")
    after = pushing(runner, remote)
    assert after.job("renew.yml", "commit"), after.printed
    assert git(remote, "diff", "--name-only", "HEAD^", "HEAD").split() == [IDS]


def pushing(runner: Runner, remote: Path) -> Runner:
    """The runner of the next job: a checkout of its own, and what was handed on."""
    checkout = remote.parent / "next"
    git(remote, "clone", "--quiet", str(remote), str(checkout))
    git(checkout, "checkout", "--quiet", "-B", "main")
    git(remote, "symbolic-ref", "HEAD", "refs/heads/main")
    git(remote, "update-ref", "refs/heads/main", git(checkout, "rev-parse", "HEAD").strip())
    following = Runner(checkout, runner.beside)
    following.known |= {"github.token": "x", "github.repository": "y"}
    following.instead["REMOTE"] = str(remote)
    return following


def test_the_main_branch_is_built_for_publication(make: Make) -> None:
    runner = make()
    assert runner.job("pages.yml", "build"), runner.printed
    assert (runner.artifact("github-pages") / "index.html").exists()
    assert "Say what the change means" not in runner.ran


@pytest.mark.thorough
@OF_FLAGSHIP
def test_a_clean_checkout_installs_and_checks_the_vocabulary_that_is_kept_here(tmp_path: Path) -> None:
    checkout = clean_checkout(tmp_path / "checkout")
    runner = Runner(checkout, tmp_path / "beside", install=True)
    assert runner.job("check.yml", "check"), runner.printed
    assert (runner.artifact("site") / "index.html").exists()
