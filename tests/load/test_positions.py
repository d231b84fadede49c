"""Every reference, replaced by a wrong one, is reported exactly where it stands, and nothing else is.

In the files below each reference stands between « and », which are taken out before the files are written.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hornbook.diagnostics import Place
from tests.load.project import loaded_with

WRONG = "zzz-wrong"
MARK = re.compile("«(.*?)»")
FILES = {
    "glossary/glossary.yaml": """\
title: Weather words
description: A tiny glossary for tests.
site_url: https://example.org/weather/
repository: https://example.org/weather/edit/main/
licence: CC0
framework: «weather»
""",
    "glossary/changes.yaml": """\
- date: 2020-11-09
  ids: [«rain», '«weather»', "«wetness»", «does-rain-wet»]
  text: "New: \\u00e9 [[«rain»]]."
""",
    "glossary/terms/rain.yaml": """\
label: Rain
aliases: [showers, {text: drizzle, framework: «weather»}]
kind: condition
short: Water falls from the sky.
holds: it rains
fails: it does not rain
senses:
  - framework: «weather»
    called: «wet-ground»
    text: |
      Rain, which leaves a [[«wet-ground»|wet
      ground]] and is no `[[snow]]`.

        * [[«wetness»]], or [[not «rain» + «rain» => «wet-ground» assuming «windy» in «wetness» : open]]

      | a | b [[«rain»\\|c]] |
      |---|---|
      | [[«rain»]] | [[«wet-ground»|`]] [[«rain»]] |
    note: >-
      A folded text, with
      [[«wet-ground»]] in its second line

      and [[«rain»]] in its last.
    source: {ref: «almanac», at: page 1}
  - id: other
    text: 'It''s quoted, over
      two lines: [[«rain»]]'
    source: «almanac»
related: [«wet-ground»]
mentions: [«almanac», {ref: «almanac», at: page 9}]
match: {close: [«wet-ground»], broad: ["«wet-ground»"]}
failure_of: [«wet-ground»]
addresses:
  - «wet-ground»
note: A plain text that goes on
  in a second line with [[«wet-ground»]].
""".replace("|`]]", "|w]]"),
    "glossary/frameworks/weather.yaml": """\
label: Weather
source: «almanac»
text: |2

    Indented, [[«rain»]].
atoms:
  windy: {holds: the wind blows, fails: the air is still}
choices:
  - {id: sky, one_of: [«windy», «rain»]}
implications:
  - id: rain-wets
    if: [«rain», «wet-ground»]
    assuming: ['not  «windy»']
    then: not «wet-ground»
    because: See [[«wetness»]].
    source: {ref: «almanac»}
  - id: never
    if: [«windy»]
    then: impossible
lists:
  - id: signs
    title: Signs of rain
    items: ["[[«rain»]]", A., A.]
    note: "[[«storm»]]"
    source: «almanac»
tables:
  - id: days
    title: Days
    columns: [Day, Weather]
    rows:
      - [one, "[[«rain»]]"]
      - ["[[«storm»]]", "[[«storm»]]"]
    note: "[[«rain»]]"
    source: {ref: «almanac»}
note: "[[«rain»]]"
""",
    "glossary/faq/does-rain-wet.yaml": """\
question: Does rain wet the ground?
framework: «weather»
view: «wetness»
short: Yes, it does.
answer: |-
  Yes, see

  ![[«wetness»]]

  > and [[«rain» => «wet-ground»|this]].
claims:
  - if: [«rain»]
    assuming: [«windy»]
    then: not «wet-ground»
    verdict: open
    missing: [[not «windy»], [«rain», «windy»]]
    among: [«windy»]
  - {then: «rain», view: «wetness», framework: «weather», verdict: open, note: "[[«rain»]]"}
  - {equivalent: [«wetness», «dryness»]}
  - {sense: «rain/other», called: «rain»}
  - "«rain» => «wet-ground» assuming «windy» in «wetness» : open"
source: «almanac»
""",
    "diagrams/wetness.yaml": """\
title: Wetness
framework: weather
goal: «wet-ground»
show: [«rain-wets»]
equivalent_to: «dryness»
text: "[[«rain»]]"
source: «almanac»
""",
    "diagrams/dryness.yaml": """\
title: Dryness
framework: weather
goal: «windy»
show:
  - «never»
""",
    "diagrams/down.yaml": """\
kind: chain
title: Down
framework: «weather»
links:
  - {term: «rain»}
  - {term: «wet-ground», label: a puddle, matches: [«rain», "«wet-ground»"]}
gaps: [{term: «rain»}]
text: "[[«wetness»]], [[«down»]], [[«storm»]] and [[«which»]]"
source: {ref: «almanac», at: page 2}
""",
    "diagrams/up.yaml": """\
kind: chain
title: Up
framework: «weather»
links: [{label: a puddle}, {label: a cloud, matches: [«wet-ground»]}]
gaps: [{}]
text: A.
note: "[[«rain»]]"
source: «almanac»
""",
    "glossary/examples/storm.yaml": """\
label: The storm
text: See [[«rain»]].
facts:
  «rain»: true
  "«windy»": false
refines: «calm»
verdicts:
  - framework: «weather»
    assuming: [not «windy»]
    then: «wet-ground»
    verdict: open
    note: "[[«rain» => «wet-ground» : open]]"
    source: «almanac»
answers:
  - {question: «sort», answer: «wet», kind: poll, by: everybody, source: {ref: «almanac»}}
note: "[[«calm»]]"
source: «almanac»
""",
    "glossary/examples/calm.yaml": """\
label: The calm
text: Nothing stirs.
source: «almanac»
""",
    "glossary/questions/sort.yaml": """\
question: Wet or dry?
text: "[[«storm»]]"
options:
  - {id: wet, label: Wet, then: «wet-ground»}
  - {id: dry, label: Dry, then: not «wet-ground»}
examples: [«calm», «storm»]
answer: "[[«storm»]]"
source: «almanac»
""",
    "glossary/disagreements/which.yaml": """\
question: Which?
short: One says so.
text: "[[«storm»]]"
claims:
  - {if: [«rain»], then: «wet-ground», verdict: open, framework: «weather»}
  - "«rain» => «wet-ground» : open"
positions:
  - framework: «weather»
    says: "[[«storm»]]"
    claims:
      - {if: [«rain»], then: «wet-ground», verdict: open}
      - {equivalent: [«wetness», «dryness»]}
      - "«rain» => «wet-ground» : open"
    source: {ref: «almanac», at: page 3}
""",
    "glossary/statements/almanac.yaml": """\
- id: a-1
  says: It rains.
  at: [terms/rain]
""",
    "docs/index.md": """\
# Weather words

See [[«rain»]], `[[none]]` and [[«rain» => «wet-ground» : open]].

![[«wetness»]]
""",
}


def plain(text: str) -> str:
    return MARK.sub(r"\1", text)


def references() -> Iterator[tuple[str, int]]:
    for path, text in FILES.items():
        yield from ((path, number) for number, _ in enumerate(MARK.finditer(text)))


def damaged(text: str, number: int) -> tuple[str, int]:
    """The file with one reference replaced, and the offset at which the wrong one begins."""
    mark = list(MARK.finditer(text))[number]
    before = plain(text[: mark.start()])
    return before + WRONG + plain(text[mark.end() :]), len(before)


def test_the_project_itself_is_in_order(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, {path: plain(text) for path, text in FILES.items()})
    assert loaded.diagnostics == ()
    assert loaded.knowledge is not None


@pytest.mark.parametrize(("path", "number"), list(references()))
def test_a_wrong_reference_is_reported_where_it_stands_and_nothing_else_is(
    path: str, number: int, tmp_path: Path
) -> None:
    text, start = damaged(FILES[path], number)
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    loaded = loaded_with(tmp_path, {other: plain(marked) for other, marked in FILES.items()} | {path: text})
    assert [(one.code, one.place) for one in loaded.diagnostics] == [
        ("reference-unknown", Place(path, line, column, line, column + len(WRONG)))
    ]
    assert loaded.knowledge is None
