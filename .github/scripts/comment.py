"""Say on a pull request what it means, in one comment that is renewed: run after the check, by `comment.yml`.

Trusted: this file, which is the main branch's, and what GitHub's own API says. Not trusted: the artifact. It is small
or refused, is never unpacked, tells nothing about where the comment goes, and is written anew word by word.
"""

import io
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from meaning import RefusedError, comment, read_meaning

ARTIFACT, FILE = "meaning", "meaning.md"
MARKER = "<!-- hornbook: what this change means -->"
AUTHOR = "github-actions[bot]"
LARGEST = 256 * 1024
"""In bytes; a report has at most 60,000 characters."""
_LONGEST_ANSWER = 64 * 1024 * 1024
"""In bytes; a hundred comments, each as long as can be, are shorter."""
_MOST_PAGES = 30
_TIMEOUT = 30


@dataclass(frozen=True, slots=True)
class Api:
    """GitHub's API for one repository."""

    url: str
    repository: str
    token: str

    def get(self, path: str) -> Any:  # noqa: ANN401 -- whatever JSON is there
        """Read something."""
        return json.loads(self._send("GET", path, None, _LONGEST_ANSWER))

    def send(self, method: str, path: str, body: str) -> None:
        """Write a text."""
        self._send(method, path, json.dumps({"body": body}).encode(), _LONGEST_ANSWER)

    def bytes_of(self, path: str) -> bytes:
        """Read a file; more than is allowed is refused."""
        return self._send("GET", path, None, LARGEST)

    def pages(self, path: str) -> Iterator[dict[str, Any]]:
        """Each item of a list that comes in pages."""
        for number in range(1, _MOST_PAGES + 1):
            page = self.get(f"{path}?per_page=100&page={number}")
            yield from page
            if len(page) < 100:
                return

    def _send(self, method: str, path: str, data: bytes | None, longest: int) -> bytes:
        request = urllib.request.Request(f"{self.url}/repos/{self.repository}/{path}", data, method=method)
        request.add_header("Accept", "application/vnd.github+json")
        # Files come from elsewhere by a redirect, where the token has no business.
        request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
            content: bytes = answer.read(longest + 1)
        if len(content) > longest:
            raise RefusedError(f"the answer for {path} is too long")
        return content


def main(environment: Mapping[str, str]) -> int:
    """Say on the pull request of the run that just ended what it means."""
    api = Api(environment["GITHUB_API_URL"], environment["GITHUB_REPOSITORY"], environment["GITHUB_TOKEN"])
    run = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))["workflow_run"]
    number = pull_request(api, run)
    if number is None:
        print("No open pull request has this commit as its newest; nothing is said.")
        return 0
    try:
        report = fetched(api, int(run["id"]))
        if report is None:
            print("The run left no report; nothing is said.")
            return 0
        say(api, number, report, _last_line(environment, run))
    except RefusedError as refused:
        print(f"::error title=meaning::Refused: {refused}.")
        return 1
    return 0


def pull_request(api: Api, run: Mapping[str, Any]) -> int | None:
    """The one open pull request whose newest commit the run was about; None where there is not just one."""
    if run["head_repository"] is None:  # it was deleted
        return None
    head = f"{run['head_repository']['owner']['login']}:{run['head_branch']}"
    query = urllib.parse.urlencode({"state": "open", "head": head, "per_page": 100})
    found = [
        int(one["number"])
        for one in api.get(f"pulls?{query}")
        if one["head"]["sha"] == run["head_sha"] and one["base"]["repo"]["full_name"] == api.repository
    ]
    return found[0] if len(found) == 1 else None


def fetched(api: Api, run: int) -> str | None:
    """The report that a run left: one small file of text in an archive that is only looked into."""
    listed = api.get(f"actions/runs/{run}/artifacts?name={ARTIFACT}")["artifacts"]
    if not listed:
        return None
    artifact = max(listed, key=lambda one: int(one["id"]))
    if artifact["size_in_bytes"] > LARGEST:
        raise RefusedError("the artifact is too large")
    try:
        with zipfile.ZipFile(io.BytesIO(api.bytes_of(f"actions/artifacts/{int(artifact['id'])}/zip"))) as archive:
            if archive.namelist() != [FILE]:
                raise RefusedError(f"the artifact holds something else than {FILE}")
            with archive.open(FILE) as file:
                content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise RefusedError("the report is too long")
        return content.decode("utf-8")
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError, RuntimeError) as error:
        raise RefusedError("the artifact is no archive of text") from error


def say(api: Api, number: int, report: str, last: str) -> None:
    """Write the comment, or renew the one that is there; where nothing changes none is begun."""
    meaning = read_meaning(report)
    earlier = next((one for one in api.pages(f"issues/{number}/comments") if _is_ours(one)), None)
    if earlier is None and not meaning.says_something:
        print("Nothing changes in meaning; nothing is said.")
        return
    body = comment(meaning, MARKER, last)
    if earlier is None:
        api.send("POST", f"issues/{number}/comments", body)
    elif earlier["body"] != body:
        api.send("PATCH", f"issues/comments/{int(earlier['id'])}", body)
    print(f"Said on pull request {number}.")


def _is_ours(one: Mapping[str, Any]) -> bool:
    """Anybody can write the marker, but only the workflows of this repository can write in this name."""
    user = one["user"] or {}
    return user.get("login") == AUTHOR and user.get("type") == "Bot" and one["body"].startswith(MARKER)


def _last_line(environment: Mapping[str, str], run: Mapping[str, Any]) -> str:
    address = f"{environment['GITHUB_SERVER_URL']}/{environment['GITHUB_REPOSITORY']}/actions/runs/{int(run['id'])}"
    return (
        f"\n<sub>Made by [the pull request’s own run]({address}) with the program as it is there; the site as it would "
        "be is among the run’s artifacts.</sub>\n"
    )


if __name__ == "__main__":
    try:
        sys.exit(main(os.environ))
    except urllib.error.HTTPError as error:
        sys.exit(f"GitHub answered {error.code} for {urllib.parse.urlsplit(error.url).path}")
