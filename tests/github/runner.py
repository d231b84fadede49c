"""A runner of workflows as small as the ones here need: it runs the `run:` blocks as GitHub does, in a checkout.

Steps that use actions of others do here what matters of them: files are kept and handed on. An expression or an
action that is not known here is an error, so that a workflow cannot come to hold something that no test runs.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.where import REPOSITORY

WORKFLOWS = REPOSITORY / ".github" / "workflows"
_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")
_SHELLS = {None: ["bash", "-e"], "bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"]}


def workflow(name: str) -> dict[str, Any]:
    """A workflow as data; YAML 1.1 takes its `on` for a truth."""
    read: dict[Any, Any] = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    return {str(key).replace("True", "on"): value for key, value in read.items()}


def action() -> dict[str, Any]:
    """The composite action of this repository."""
    read: dict[str, Any] = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
    return read


@dataclass
class Runner:
    """What one run has: the checkout, a folder beside it, what steps say, and what is kept of it."""

    checkout: Path
    beside: Path
    install: bool = False
    """Whether what installs is run; else what is installed already is used."""
    action: Path | None = None
    """Where the action is, if not in the checkout."""
    known: dict[str, str] = field(default_factory=dict)
    """What expressions are, beyond what the run itself says."""
    instead: dict[str, str] = field(default_factory=dict)
    """Variables of steps that have another value here."""
    printed: str = ""
    failed: list[str] = field(default_factory=list)
    """The names of the steps that failed."""
    ran: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in ("temp", "artifacts"):
            (self.beside / name).mkdir(parents=True, exist_ok=True)
        if not self.install:
            programs = (self.action or self.checkout) / ".venv" / "bin"
            programs.mkdir(parents=True, exist_ok=True)
            for name in ("python", "hornbook"):
                one = programs / name
                one.write_text(f'#!/bin/sh\nexec "{Path(sys.executable).parent / name}" "$@"\n', encoding="utf-8")
                one.chmod(0o755)

    @property
    def summary(self) -> str:
        """What the job says of itself."""
        path = self.beside / "summary"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def artifact(self, name: str) -> Path:
        """Where something that was kept is."""
        return self.beside / "artifacts" / name

    def job(self, name: str, job: str) -> bool:
        """Run a job of a workflow of this repository; whether every step passed."""
        return self.steps(workflow(name)["jobs"][job]["steps"])

    def steps(self, steps: list[dict[str, Any]]) -> bool:
        """Run steps; whether each passed."""
        before = len(self.failed)
        self._steps(steps, {})
        return len(self.failed) == before

    def _steps(self, steps: list[dict[str, Any]], inputs: dict[str, str]) -> dict[str, str]:
        """Run steps one after the other; the outputs of those that have an id, by expression."""
        known = {f"inputs.{name}": value for name, value in inputs.items()}
        known |= {"runner.temp": str(self.beside / "temp")} | self.known
        before = len(self.failed)
        for step in steps:
            passed = len(self.failed) == before
            if not self._wanted(step.get("if"), known, passed=passed):
                continue
            made = self._uses(step, known) if "uses" in step else self._runs(step, known)
            if "id" in step:
                outcome = "success" if len(self.failed) == before else "failure"
                known[f"steps.{step['id']}.outcome"] = outcome
                known |= {f"steps.{step['id']}.outputs.{key}": value for key, value in made.items()}
        return known

    def _wanted(self, condition: str | None, known: dict[str, str], *, passed: bool) -> bool:
        """Whether a step is run; conditions are compared and joined with `&&`, nothing else."""
        if condition is None:
            return passed
        inner = condition.removeprefix("${{ ").removesuffix(" }}")
        parts = inner.split(" && ")
        always = "!cancelled()" in parts
        return (passed or always) and all(_holds(part, known) for part in parts if part != "!cancelled()")

    def _runs(self, step: dict[str, Any], known: dict[str, str]) -> dict[str, str]:
        self.ran.append(step["name"])
        if "requirements/install.py" in step["run"] and not self.install:
            assert len(step["run"].splitlines()) == 1, "what installs is a step of its own"
            return {}
        output = self.beside / "output"
        output.write_text("", encoding="utf-8")
        script = self.beside / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        own = {name: filled(value, known) for name, value in step.get("env", {}).items()}
        own |= {name: value for name, value in self.instead.items() if name in own}
        command = [*_SHELLS[step.get("shell")], str(script)]
        done = subprocess.run(
            command, cwd=self.checkout, env=self._environment() | own, capture_output=True, text=True, check=False
        )
        self.printed += done.stdout + done.stderr
        if done.returncode:
            self.failed.append(step["name"])
        return dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.beside),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.action or self.checkout),
            "GITHUB_OUTPUT": str(self.beside / "output"),
            "GITHUB_STEP_SUMMARY": str(self.beside / "summary"),
            "GITHUB_REF_NAME": "main",
            "GITHUB_WORKSPACE": str(self.checkout),
            "RUNNER_TEMP": str(self.beside / "temp"),
        }

    def _uses(self, step: dict[str, Any], known: dict[str, str]) -> dict[str, str]:
        given = {key: filled(str(value), known) for key, value in step.get("with", {}).items()}
        match step["uses"].split("@")[0]:
            case "./" | "OWNER/hornbook":
                return self._composite(given)
            case "actions/setup-python":
                return {"python-path": sys.executable}
            case "actions/upload-artifact" | "actions/upload-pages-artifact":
                self._keep(given)
            case "actions/download-artifact":
                shutil.copytree(self.artifact(given["name"]), given["path"], dirs_exist_ok=True)
            case "actions/checkout":
                pass
            case other:
                raise AssertionError(f"what does {other} do?")
        return {}

    def _composite(self, given: dict[str, str]) -> dict[str, str]:
        whole = action()
        assert set(given) <= set(whole["inputs"])
        inputs = {name: given.get(name, one["default"]) for name, one in whole["inputs"].items()}
        known = self._steps(whole["runs"]["steps"], inputs)
        return {name: filled(one["value"], known) for name, one in whole["outputs"].items()}

    def _keep(self, given: dict[str, str]) -> None:
        path = self.checkout / given["path"]
        target = self.artifact(given.get("name", "github-pages"))
        if path.is_dir():
            shutil.copytree(path, target)
        elif path.exists():
            target.mkdir()
            shutil.copy(path, target)
        else:
            assert given["if-no-files-found"] == "ignore"


def filled(text: str, known: dict[str, str]) -> str:
    """A text with its expressions as they are."""
    return _EXPRESSION.sub(lambda found: known[found[1]], text)


def _holds(part: str, known: dict[str, str]) -> bool:
    compared = re.fullmatch(r"([\w.-]+) (==|!=) '([^']*)'", part)
    assert compared is not None, f"what does {part} mean?"
    return (known.get(compared[1], "") == compared[3]) is (compared[2] == "==")
