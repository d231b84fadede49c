"""The script of the site for the tests in this folder, without a browser."""

from collections.abc import Iterator

import pytest
from py_mini_racer import MiniRacer

from tests.scripts.logic_script import FUNCTIONS, SCRIPTS, Script


@pytest.fixture(scope="session")
def script() -> Iterator[Script]:
    racer = MiniRacer()
    parts = "".join((SCRIPTS / f"{part}.js").read_text(encoding="utf-8") for part in ("logic", "answers"))
    racer.eval(f'var logic = (() => {{ "use strict";\n{parts}\nreturn {{ {FUNCTIONS} }}; }})(); 0')
    yield Script(racer)
    racer.close()
