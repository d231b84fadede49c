"""Tables become terms: columns by their names, and a clear word where none says what the terms are called."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.diagnostics import Diagnostic
from hornbook.imports.tables import MOST_ROWS, read_table
from hornbook.imports.values import Vocabulary
from tests.imports.reading import knowledge_in, losses, run, unread, written

CLOUD = """\ufeffTerm,Definition,Synonyms,See also,Owner,Parent
Pod,"The smallest *unit*; it holds
containers. Costs $5.",Pods; Gondel,Node; kubelet; nowhere,ops,
Node,A machine that runs pods.,worker,,ops,
Kubelet,"What ""talks"" to the node.",,,,Node
,nameless,,,,
"""


def read(table: str | bytes, **named: str) -> Vocabulary | Diagnostic:
    return read_table("cloud.csv", table if isinstance(table, bytes) else table.encode(), named)


def test_rows_become_terms() -> None:
    done = written(read(CLOUD))
    terms = knowledge_in(done).terms
    assert [*terms] == ["kubelet", "node", "pod"]
    pod = terms["pod"]
    assert [alias.text for alias in pod.aliases] == ["Pods", "Gondel"]
    assert pod.text is not None
    assert pod.text.plain_text(str) == "The smallest *unit*; it holds containers. Costs $5."
    assert pod.related == ("node", "kubelet")
    assert terms["kubelet"].match.broad == ("node",)
    assert [(loss.what, loss.place.line, loss.words) for loss in done.losses] == [
        ("columns whose names say nothing here", 2, "Owner, in 2 rows"),
        ("links to terms that the file does not have", 2, "Pod: nowhere"),
        ("rows without a label", 6, "nameless"),
    ]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_found_in_the_first_row(delimiter: str) -> None:
    rows = [["id", "label", "short", "note"], ["b-52", "Bravo", "A, sign.", "Seen, once"]]
    term = knowledge_in(written(read("\n".join(map(delimiter.join, rows))))).terms["b-52"]
    assert (term.label, term.short) == ("Bravo", "A, sign.")
    assert term.note is not None
    assert term.note.plain_text(str) == "Seen, once"


def test_columns_may_be_named() -> None:
    text = "Fachwort,Deutung\nTee,Ein Getränk.\n"
    found = unread(read(text))
    assert found.message == "no column says what the terms are called"
    assert found.hint is not None
    assert "the columns are `Fachwort`, `Deutung`" in found.hint
    term = knowledge_in(written(read(text, label="Fachwort", text="deutung"))).terms["tee"]
    assert term.short == "Ein Getränk."
    assert unread(read(text, label="Wort")).message == "no column is called `Wort`"


def test_a_spreadsheet_s_own_ways_of_writing_are_read() -> None:
    table = 'Begriff;Definition;Oberbegriff\r\n"Siegel";"Ein Zeichen; aus\r\nWachs.";\r\nPlombe;Aus Blei.;Siegel\r\n'
    for data in (
        "\ufeff" + table,
        "sep=;\r\n" + table,
        table.encode("utf-16"),
    ):
        terms = knowledge_in(written(read(data))).terms
        assert terms["siegel"].short == "Ein Zeichen; aus Wachs."
        assert terms["plombe"].match.broad == ("siegel",)
    assert unread(read(b"\xff\xfea")).message == "the file is not written in UTF-8"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"\n\n", 1),
        (b"term\n\xff", 2),
        (b'term\n"a', 1),
        (b'term\n"a"b', 1),
        (b"term\n" * (MOST_ROWS + 1), 1),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(data: bytes, line: int) -> None:
    assert unread(read(data)).place.line == line


def test_a_cell_that_is_too_long_and_rows_that_are_too_wide_are_said() -> None:
    assert "field larger" in unread(read(f"term\n{'a' * 200_000}")).message
    assert losses(written(read("term\nTea,and,more\n"))) == {"cells beyond the last column": 1}


def test_names_that_clash_are_told_apart_and_long_ones_cut() -> None:
    long = "word " * 40
    done = written(read(f"term,synonyms,short\nTea,Chai,A drink.\ntea,Chai,{long * 3}\n{long},,x\n"))
    terms = knowledge_in(done).terms
    assert [str(one.label) for one in terms.values()][:2] == ["Tea", "tea"]
    assert {alias.text for alias in terms["tea"].aliases} == {"Chai"}
    assert all(len(one.label) <= 80 and len(one.short) <= 500 for one in terms.values())
    assert losses(done) == {
        "ids that two terms would have": 1,
        "labels and texts that are too long": 2,
        "names that several terms have, which no mention links": 2,
    }


@pytest.mark.parametrize(("title", "told"), [("$x^2$", "x²"), ("$$x$$", "x"), ("$<$", "<"), ("$x^$", "$x^$")])
def test_a_source_s_title_keeps_its_formulas_where_they_can_be_set(title: str, told: str) -> None:
    sources = knowledge_in(written(read(f"term,definition,source\nTea,A drink.,{title}\n"))).sources
    assert [source.title for source in sources.values()] == [told]


CELLS = st.text('abc$[]|;"\n,*<é ', max_size=20) | st.text(max_size=10)


@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([("term", "definition", what) for what in ("synonyms", "tags", "category", "source", "url")]),
)
def test_whatever_a_table_holds_what_is_written_is_in_order(
    rows: list[tuple[str, str, str]], end: str, head: tuple[str, str, str]
) -> None:
    table = io.StringIO()
    csv.writer(table, lineterminator=end).writerows([head, *rows])
    knowledge_in(written(read(table.getvalue().encode("utf-8", "replace"))))


def test_the_command_takes_names_of_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tee.csv").write_text("Fachwort,Farbe\nTee,grün\n", encoding="utf-8")
    status, said = run("import", "csv", "tee.csv", "--to", "tee", "--column", "label=Fachwort")
    assert status == 0, said
    assert "columns whose names say nothing here (1): tee.csv:2: Farbe, in 1 rows" in said
    status, said = run("import", "csv", "tee.csv", "--to", "tee", "--column", "begriff=Fachwort")
    assert (status, "`begriff` is nothing that a column holds" in said) == (2, True)


def test_a_file_that_cannot_be_read_after_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "words.csv"
    file.write_text("label,definition\nRain,Water.\n", encoding="utf-8")

    def gone(path: Path) -> bytes:
        raise FileNotFoundError(2, "No such file or directory", str(path))

    monkeypatch.setattr(Path, "read_bytes", gone)
    code, printed = run("import", "csv", str(file), "--to", str(tmp_path / "new"))
    assert code == 2
    assert f"`{file}` cannot be read: No such file or directory" in printed
    assert not (tmp_path / "new").exists()


def test_a_name_counts_as_long_as_it_is_written() -> None:
    done = written(read_table("a.csv", b'term,synonyms\nIce,"' + b"[" * 400 + b'"\n', {}))
    assert "aliases" not in done.changes.written["glossary/terms/ice.yaml"]
    assert losses(done) == {"labels and texts that are too long": 1}
    done = written(read_table("a.csv", b'term\n"' + b"[" * 400 + b'"\n', {}))
    assert losses(done)["labels and texts that are too long"] == 2
