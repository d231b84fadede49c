"""The order of words: Unicode's root order, tailored by language; what is in ASCII needs no table."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyuca.collator import Collator_10_0_0  # type: ignore[import-untyped]

from hornbook.language import SIGNS, collation
from hornbook.language.tailoring import TAILORING

ROOT = Collator_10_0_0()

ORDERS = {
    "cs": "c cz č čz d h hz ch chz i r ř s š z ž",
    "da": "a u y ü z æ ä ø ö å Aalborg",
    "de": "Apfel Äpfel Ärger Azur masse Maße oz Öz zebra",
    "en": "1 alpha Alpha alphabet Beta naive naïve",
    "es": "nz ñandú o",
    "et": "s š z ž t w õ ä ö ü x",
    "ar": "9 ا ب ت ي a",
    "be": "е ё ж у ў ф e",
    "el": "άλφα βήτα ω alpha",
    "fa": "و ه ی a",
    "he": "1 אלף אם בית כלב לב ש alef",
    "hu": "c cz cs d dz dzs e o ö ő p",
    "is": "a á b d ð e é þ æ ö",
    "ja": "か が き 漢",
    "pl": "l ł m z ź ż",
    "ru": "е ё и й к я a α",
    "sv": "a u y ü z å ä æ ö",
    "tr": "c ç g ğ h ı I ılık i istanbul İzmir j ş u ü",
    "vi": "a á ă ắ â ấ ậ b d đ e ê ệ o ô ơ u ư",
}


@pytest.mark.parametrize("language", ORDERS)
def test_words_stand_in_the_order_of_their_language(language: str) -> None:
    words = ORDERS[language].split()
    keys = [collation(language).key(word) for word in words]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("language", "words", "letters"),
    [
        ("de", "Ärger Azur Öl ß", "A O S"),
        ("sv", "Ärger adam Öl ångström", "Ä A Ö Å"),
        ("cs", "cena chata čas hora", "C Ch Č H"),
        ("tr", "iz ılık Ispanya İzmir", "İ I"),
        ("da", "Aalborg ål abe", "Å A"),
        ("he", "אלף “א” 12 #x בית", f"א {SIGNS} ב"),
        ("ru", "ёж ель йод икс", "Е Й И"),
        ("zh", "漢字 漢 中", "漢 中"),
        ("ka", "ანბანი", "ა"),
        ("en", "", SIGNS),
    ],
)
def test_words_stand_under_the_letters_of_their_language(language: str, words: str, letters: str) -> None:
    found = collation(language).by_letter(words.split() or [""], str)
    assert [letter for letter, _ in found] == letters.split()
    assert sorted(word for _, some in found for word in some) == sorted(words.split() or [""])


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_what_is_in_ascii_has_the_keys_of_the_table(text: str) -> None:
    assert collation("en").key(text) == ROOT.sort_key(text)[:-1]


@given(st.text())
def test_every_text_has_the_key_of_the_root_order(text: str) -> None:
    assert collation("de-AT").key(text) == ROOT.sort_key(text)[:-1]


@given(st.sampled_from(sorted(TAILORING)), st.lists(st.text(), max_size=5))
def test_every_text_has_a_place_and_a_letter_in_every_language(language: str, texts: list[str]) -> None:
    order = collation(language)
    found = order.by_letter(sorted(texts, key=order.key), str)
    assert sorted(text for _, some in found for text in some) == sorted(texts)


@pytest.mark.parametrize("language", sorted(TAILORING))
def test_the_letters_of_a_language_follow_each_other(language: str) -> None:
    for rule in TAILORING[language]:
        letters = [part.split(",")[0].strip() for part in rule.split("<")]
        keys = [collation(language).key(letter) for letter in letters]
        assert keys == sorted(set(keys))


def test_words_in_ascii_do_not_wait_for_the_table() -> None:
    asked = "import sys; from hornbook.language import collation; collation('en').key('Able'); "
    asked += "sys.exit('pyuca' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
