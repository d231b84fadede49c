"""No claim and no piece of prose is left out, wherever a record may hold one."""

import re
from pathlib import Path

from hornbook.model import Claim, Embed, Reference, StatedClaim
from hornbook.reasoning.everything import every_claim, every_prose
from tests.load.test_positions import FILES, plain
from tests.reasoning.projects import shapes, with_files

BRACKETS = re.compile(r"(?<!`)\[\[")
FIELDS = re.compile(r"(?:then:|=>) ")


def test_every_claim_that_is_written_is_found(tmp_path: Path) -> None:
    files = {path: plain(text) for path, text in FILES.items()}
    written = {
        (path, number)
        for path, text in files.items()
        if "/frameworks/" not in path and "/questions/" not in path
        for number, line in enumerate(text.splitlines(), 1)
        if FIELDS.search(line)
    }
    claims = [claim for claim in every_claim(with_files(tmp_path, files).knowledge) if isinstance(claim, Claim)]
    assert len({claim.place for claim in claims}) == len(claims)
    lines = {(claim.place.path, line) for claim in claims for line in range(claim.place.line, claim.place.end_line + 1)}
    assert written <= lines
    assert {path for path, _ in written} == {claim.place.path for claim in claims}


def test_every_link_and_claim_in_a_text_is_found(tmp_path: Path) -> None:
    files = {path: plain(text) for path, text in FILES.items() if not path.startswith("docs/")}
    pieces = list(every_prose(with_files(tmp_path, files).knowledge))
    assert len({prose.place for prose in pieces}) == len(pieces)
    for path, text in files.items():
        lines = [line for line in text.splitlines() if "missing: [[" not in line]
        nodes = [node for prose in pieces if prose.place.path == path for node in prose.walk()]
        found = [node for node in nodes if isinstance(node, Reference | StatedClaim | Embed)]
        assert len(found) == sum(len(BRACKETS.findall(line)) for line in lines), path


def test_the_samples_claims_come_from_every_kind_of_record() -> None:
    knowledge = shapes().knowledge
    folders = {claim.place.path.split("/")[-2] for claim in every_claim(knowledge)}
    assert folders >= {"faq", "examples", "disagreements", "questions", "frameworks", "terms", "docs"}
