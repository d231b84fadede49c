"""The script of the site for the tests in this folder, without a browser."""

from collections.abc import Iterator

import pytest
from py_mini_racer import MiniRacer

from tests.scripts.logic_script import FUNCTIONS, LOGIC, SCRIPTS, Script


@pytest.fixture(scope="session")
def script() -> Iterator[Script]:
    racer = MiniRacer()
    parts = "".join((SCRIPTS / f"{part}.js").read_text(encoding="utf-8") for part in LOGIC)
    body = f'"use strict";\n{parts}\nconst looks = () => 1e6 - workLeft;\nreturn {{ {FUNCTIONS} }};'
    racer.eval(f"var logic = (() => {{ {body} }})(); 0")
    yield Script(racer)
    racer.close()
