"""The CSS, and the contrast of every pair of colours that meet."""

import re
from collections.abc import Mapping

import pytest

from hornbook.diagrams import css
from hornbook.diagrams.paint import BADGES, BOXES, DARK, FORCED, LIGHT, LINES, PILLS
from hornbook.diagrams.styles import file_style

THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
PAGE = {"light": "#ffffff", "dark": "#1e2129"}


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(colour), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _page(palette: Mapping[str, str]) -> str:
    return PAGE["light"] if palette is LIGHT else PAGE["dark"]


def test_contrast_is_wcags() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_text_in_boxes_and_pills_can_be_read(palette: Mapping[str, str]) -> None:
    for paint in [*BOXES.values(), *PILLS.values()]:
        assert contrast(palette[paint.ink], palette[paint.fill]) >= 4.5
    assert contrast(palette["muted"], palette["bg"]) >= 4.5
    assert contrast(palette["muted"], _page(palette)) >= 4.5


@THEMES
def test_outlines_and_lines_stand_out_from_card_and_page(palette: Mapping[str, str]) -> None:
    for paint in [*BOXES.values(), *PILLS.values(), *LINES.values()]:
        for ground in (palette["bg"], _page(palette)):
            assert contrast(palette[paint.stroke], ground) >= 3


@THEMES
def test_focus_ring_is_seen_on_every_ground(palette: Mapping[str, str]) -> None:
    for ground in (palette["bg"], _page(palette), palette["leaf"], palette["derived"], palette["fol"], palette["no"]):
        assert contrast(palette["focus"], ground) >= 3


@THEMES
def test_badges_are_seen(palette: Mapping[str, str]) -> None:
    assert contrast(palette["folline"], palette["bg"]) >= 3
    assert contrast(palette["noline"], palette["bg"]) >= 3


def test_the_palettes_name_the_same_colours_and_only_those() -> None:
    assert LIGHT.keys() == DARK.keys() == FORCED.keys()
    used = {name for paint in [*BOXES.values(), *PILLS.values(), *LINES.values()] for name in (paint.fill, paint.ink)}
    assert used - {"none"} <= LIGHT.keys()


def test_css_has_every_variable_for_light_dark_and_forced_colours() -> None:
    style = css()
    for palette in (LIGHT, DARK, FORCED):
        assert all(f"--kb-{name}:{colour};" in style for name, colour in palette.items())
    for place in (":root{", "[data-md-color-scheme=slate]", ".kb-theme-dark", "body:not([data-md-color-scheme])"):
        assert place in style
    for query in ("prefers-color-scheme:dark", "print", "forced-colors:active"):
        assert f"@media {query}{{" in style or f"@media ({query}){{" in style


def test_css_uses_no_variable_that_it_does_not_set() -> None:
    style = css()
    used, made = set(re.findall(r"var\((--kb-\w+)\)", style)), set(re.findall(r"(--kb-\w+):", style))
    assert used <= made


def test_braces_balance() -> None:
    for style in (css(), file_style({"kb-leaf", "kb-goal", "kb-plain"})):
        assert style.count("{") == style.count("}")


def test_css_shows_the_badge_of_each_state() -> None:
    style = css()
    for state, mark in BADGES.items():
        assert f".kb-dg .{state}>.kb-badge>.{mark}" in style


def test_css_draws_a_focus_ring() -> None:
    assert "a:is(.kb-box,.kb-pill):focus-visible>.kb-shape{stroke:var(--kb-focus);stroke-width:4.5}" in css()


def test_file_style_has_rules_only_for_what_the_file_shows() -> None:
    style = file_style({"kb-leaf", "kb-plain"})
    assert ".kb-leaf" in style
    assert ".kb-goal>.kb-label" not in style
    assert ".kb-cond" not in style
