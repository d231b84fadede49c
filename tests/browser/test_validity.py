"""Every article and every embed against the W3C's checker of HTML; the frame around articles is the theme's."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hornbook.addresses import EMBEDS, embedded_records, pages_of
from hornbook.publish import Engine
from tests.browser.sites import Sites

FOLDER = Path(__file__).resolve().parent.parent / "validity"
JAR = Path(os.environ.get("HORNBOOK_VNU") or FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar")
MISSING = "no HTML checker was found: run `npm ci --prefix tests/validity`, or name a vnu.jar with HORNBOOK_VNU"
HEAD = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>An article</title></head>'
PAGE = HEAD + "<body>\n%s\n</body></html>\n"


OPTIONAL = "HORNBOOK_BROWSER_REQUIRED" not in os.environ


@pytest.mark.skipif(OPTIONAL and not JAR.exists(), reason=MISSING)
@pytest.mark.skipif(OPTIONAL and shutil.which("java") is None, reason="the HTML checker needs Java, and there is none")
def test_every_article_and_every_embed_is_valid_html(flagship: Sites, tmp_path: Path) -> None:
    site = flagship.folder(Engine.MKDOCS)
    articles = embeds = 0
    for path in site.rglob("*.html"):
        found = re.search(r"<article.*?</article>", path.read_text(encoding="utf-8"), re.DOTALL)
        if found is not None:
            articles += 1
            name = path.relative_to(site).as_posix().replace("/", "_")
            # the names of a term are headings for search alone; nobody meets their levels
            article = re.sub(r'<div class="kb-names" hidden(="")?>.*?</div>', "", found[0], flags=re.DOTALL)
            (tmp_path / name).write_text(PAGE % article, encoding="utf-8")
        elif path.is_relative_to(site / EMBEDS):
            embeds += 1
            (tmp_path / f"{embeds}.html").write_bytes(path.read_bytes())
    assert articles >= len(pages_of(flagship.knowledge))
    assert embeds >= len([*embedded_records(flagship.knowledge)])
    command = ["java", "-jar", str(JAR), "--errors-only", "--format", "gnu", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[:20] == []
    assert done.returncode == 0
