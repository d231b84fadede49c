"""Write what a site is made with, each part with its version, hashes and licence: a bill of materials in CycloneDX.

A development program; run it as `python tools/parts.py` after requirements/site.txt changed. Versions and hashes are
those of the lock, licences what the installed packages say of themselves, as SPDX names them.
"""

import json
import re
import sys
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import metadata
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.spdx import is_expression
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "site.txt"
PARTS = ROOT / "requirements" / "parts.cdx.json"

_LOCKED = re.compile(r"^([a-z0-9.-]+)==([^ ;\\\n]+)[^\n]*\n((?: +--hash=sha256:[0-9a-f]{64}[ \\]*\n)+)", re.MULTILINE)
_HASH = re.compile(r"[0-9a-f]{64}")
_AS_SPDX = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "BSD-3-Clause and Public-Domain": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What packages call their licences that name none in SPDX's way; read in the files they bring."""
_READ = {"resvg-py": "MIT"}
"""Licences of packages that say nothing that could be looked up: read in the files they bring."""
_FONTS = (
    ("Inter", "3.019"),
    ("Noto Sans", "2.004"),
    ("Noto Sans Hebrew", "3.000"),
    ("Noto Sans Arabic", "2.005"),
    ("Noto Sans Math", "2.001"),
)
"""What is in the package itself and is not ours, under the SIL Open Font License 1.1."""


def parts() -> str:
    """The bill of materials, as JSON; the same for the same lock and packages."""
    whole = Component(name="hornbook", type=ComponentType.APPLICATION, licenses=[_licence("MIT")], bom_ref="hornbook")
    bom = Bom(components=[*_fonts(), *_locked(LOCK.read_text(encoding="utf-8"))])
    bom.metadata.component = whole
    bom.register_dependency(whole, bom.components)
    bom.serial_number = uuid5(NAMESPACE_URL, LOCK.read_text(encoding="utf-8"))
    told = json.loads(JsonV1Dot6(bom).output_as_string())
    del told["metadata"]["timestamp"]  # when it was written is nothing that it is about
    return json.dumps(told, indent=2) + "\n"


def _locked(lock: str) -> Iterator[Component]:
    for name, version, hashes in _LOCKED.findall(lock):
        yield Component(
            name=name,
            version=version,
            type=ComponentType.LIBRARY,
            purl=PackageURL("pypi", None, name, version),
            bom_ref=f"{name}=={version}",
            licenses=[_licence(licence_of(name, _told(name)))],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=found) for found in _HASH.findall(hashes)],
        )


def _told(name: str) -> Message:
    told = metadata(name)
    assert isinstance(told, Message)  # which is not promised, but so in every version
    return told


def licence_of(name: str, told: Message) -> str:
    """The licence of a package as SPDX names it; an error where nothing says it."""
    classified = (line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License"))
    for words in (told.get("License-Expression"), told.get("License"), *classified, _READ.get(name)):
        found = _AS_SPDX.get(words or "", words or "")
        if found and is_expression(found):
            return found
    raise SystemExit(f"{name} does not say its licence: read it in its files, and give it a line in tools/parts.py")


def _fonts() -> Iterator[Component]:
    for name, version in _FONTS:
        licences = [_licence("OFL-1.1")]
        yield Component(name=name, version=version, type=ComponentType.DATA, licenses=licences, bom_ref=name)


def _licence(words: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - one of two classes of the library
    return LicenseFactory().make_from_string(words)


if __name__ == "__main__":
    PARTS.write_text(parts(), encoding="utf-8")
    sys.exit()
