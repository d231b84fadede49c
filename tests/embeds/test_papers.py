"""What the pages on use elsewhere tell people to write for LaTeX and Jupyter, compiled and run."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from hornbook.pages.snippets import of_drawing
from hornbook.publish import Engine
from tests.browser.sites import Sites
from tests.browser.test_use_elsewhere import POST, VIEW, shown_in, snippet
from tests.pages.test_snippets import FORMS, HOSTILE, code, drawn

Open = Callable[..., Page]
PAPER = """\\documentclass{article}
\\usepackage{graphicx,hyperref}
\\begin{document}
%s
\\end{document}
"""


def compiled(folder: Path, written: str) -> PdfReader:
    """What LaTeX makes of a paper with this text in it."""
    latex = shutil.which("pdflatex")
    if latex is None and "HORNBOOK_TEX_REQUIRED" not in os.environ:
        pytest.skip("no LaTeX was found: install Debian's `texlive-latex-base`")
    assert latex is not None
    (folder / "paper.tex").write_text(PAPER % written, encoding="utf-8")
    command = [latex, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "paper.tex"]
    own = {"TEXMFVAR": str(folder / "texmf")}
    done = subprocess.run(command, cwd=folder, env=os.environ | own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    return PdfReader(folder / "paper.pdf")


def links(paper: PdfReader) -> set[str]:
    found = (one.get_object() for page in paper.pages for one in page.get("/Annots", []))
    return {one["/A"]["/URI"] for one in found if "/URI" in one.get("/A", {})}


def test_the_figure_is_in_a_real_paper(tmp_path: Path, sample: Sites, home: str, opened: Open) -> None:
    shutil.copy(sample.folder(Engine.MKDOCS) / "diagrams/by-definition.pdf", tmp_path)
    paper = compiled(tmp_path, snippet(opened(home + VIEW), "latex"))
    assert len(paper.pages) == 1
    text = paper.pages[0].extract_text()
    assert "Figure 1: By definition" in text
    assert "CC BY 4.0" in text
    assert "parallelogram" in text  # the words of the drawing are text in the paper too
    assert f"{sample.published}diagrams/by-definition/" in links(paper)


def test_words_make_no_commands_in_a_real_paper(tmp_path: Path, sample: Sites) -> None:
    shutil.copy(sample.folder(Engine.MKDOCS) / "diagrams/by-definition.pdf", tmp_path / "a.pdf")
    paper = compiled(tmp_path, code(of_drawing(drawn(*FORMS, title=HOSTILE, description=HOSTILE)), "latex"))
    text = "".join(paper.pages[0].extract_text().split())
    for words in ("<b>x</b>", "raw::html", "input{/etc/passwd}", "$(id)", "$1$@who|</sub>"):
        assert words in text


def test_the_cell_shows_the_picture_in_a_real_notebook(
    tmp_path: Path, sample: Sites, home: str, hosted: Callable[[str], str], opened: Open
) -> None:
    written = snippet(opened(home + VIEW), "jupyter").replace(sample.published, home)
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": "a",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": written,
    }
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "a.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    command = [str(Path(sys.executable).parent / "jupyter-execute"), "--kernel_name=python3", "--inplace", "a.ipynb"]
    own = {"IPYTHONDIR": str(tmp_path / "ipython"), "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime")}
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (output,) = json.loads((tmp_path / "a.ipynb").read_text(encoding="utf-8"))["cells"][0]["outputs"]
    page = opened(hosted(POST.format(snippet="".join(output["data"]["text/html"]))))
    page.wait_for_load_state("networkidle")
    image = page.get_by_role("img")
    expect(image).to_have_attribute("alt", re.compile("^By definition. "))
    assert shown_in(image)[0] == "by-definition.svg"
    assert "CC BY" in page.inner_text("body")
