"""The CSS of drawings: it paints those within pages; in files it only overrides what the attributes say."""

from collections.abc import Callable, Container, Mapping

from hornbook.diagrams.paint import BADGES, BOXES, DARK, FORCED, LIGHT, LINES, PILLS
from hornbook.diagrams.shapes import PILL_SIZE, SPACINGS
from hornbook.diagrams.text import BOLD, FONTS, MEDIUM
from hornbook.diagrams.values import Role, Variant

_UNMARKED = "body:not([data-md-color-scheme])"
_MARKED = "[data-md-color-scheme=slate],.kb-theme-dark"
_FORCED_DETAILS = (
    ".kb-dg{forced-color-adjust:none}.kb-dg a{--kb-ink:LinkText;--kb-goalink:LinkText}"
    ".kb-dg .kb-goal>.kb-shape{stroke-width:3}"
)
_EVERY_CLASS = {*BOXES, *PILLS, *LINES, "kb-outline", "kb-tab"}
_EVERYWHERE = f":root,body,{_MARKED},{_UNMARKED}"


_WIDTHS = range(240, 945, 64)
"""Widths of boxes from which a drawing that fits them is shown in full; below them the narrow one stands."""


def fits_from(width: int) -> str:
    """The class of a figure whose normal drawing is so wide."""
    step = next((step for step in _WIDTHS if width <= step), None)
    return "kb-from-none" if step is None else f"kb-from-{step}"


def css() -> str:
    """The rules that inline drawings need, for the site's style sheet.

    Light variables stand on `:root`; the dark ones on Material's slate scheme, on `.kb-theme-dark`, and by
    `prefers-color-scheme` where the body names no Material scheme. Paper is light.
    """
    light, dark, forced = _variables(LIGHT), _variables(DARK), _variables(FORCED)
    rules = [
        f":root{{{light}}}",
        f"{_MARKED}{{{dark}}}",
        f"@media (prefers-color-scheme:dark){{{_UNMARKED}{{{dark}}}}}",
        f"@media print{{{_EVERYWHERE}{{{light}}}}}",
        f"@media (forced-colors:active){{{_EVERYWHERE}{{{forced}}}{_FORCED_DETAILS}}}",
        ".kb-figure{container-type:inline-size}",
        *(_narrow_below(f"@container (width<{width}px)", f".kb-from-{width}") for width in _WIDTHS),
        _narrow_below("@container (width>0)", ".kb-from-none"),
        *_plain(".kb-dg"),
        *_painted(_EVERY_CLASS, lambda name: f"var(--kb-{name})", ".kb-dg "),
        *_states(".kb-dg "),
        *_badges(),
        # A ring around each box and pill would be a tenth of every drawing; here the outline itself shows the focus.
        *_interaction(
            ".kb-dg ", ".kb-dg a:is(.kb-box,.kb-pill):focus-visible>.kb-shape{stroke:var(--kb-focus);stroke-width:4.5}"
        ),
    ]
    return "\n".join(rules) + "\n"


FILE_CLASS = "kb-file"
"""Marks the drawings that bring their style along: its rules hold within them, and nowhere on a page around them."""


def file_style(classes: Container[str]) -> str:
    """What stands in the style element of a file that is light or dark as its reader's system is.

    `classes` are those that the file uses: only they get rules.
    """
    within = f".{FILE_CLASS} "
    return "".join(
        [
            *_interaction(within, f"{within}a:focus-visible>.kb-ring{{stroke:{LIGHT['focus']}}}"),
            f"{within}.kb-credit:hover>.kb-caption,{within}.kb-credit:focus>.kb-caption{{text-decoration:underline}}",
            "@media (prefers-color-scheme:dark){",
            *_card(classes, DARK, within),
            f"}}@media (forced-colors:active){{.{FILE_CLASS}{{forced-color-adjust:none}}",
            f"{within}.kb-goal>.kb-shape{{stroke-width:3}}",
            *_card(classes, FORCED, within),
            *(f"{within}a.kb-box.{name}>.kb-label{{fill:LinkText}}" for name in BOXES if name in classes),
            *([f"{within}a.kb-pill.kb-gap>.kb-label{{fill:LinkText}}"] if "kb-gap" in classes else []),
            "}",
        ]
    )


def _narrow_below(query: str, figure: str) -> str:
    return f"{query}{{{figure}>.kb-normal{{display:none}}{figure}>.kb-narrow{{display:block}}}}"


def _card(classes: Container[str], palette: Mapping[str, str], within: str) -> list[str]:
    badges = [
        f"{within}.kb-badge{{color:{palette['folline']};fill:{palette['bg']}}}",
        f"{within}.kb-denied>.kb-badge,{within}.kb-fails>.kb-badge{{color:{palette['noline']}}}",
    ]
    return [
        f"{within}.kb-bg{{fill:{palette['bg']};stroke:{palette['frame']}}}",
        f"{within}.kb-caption{{fill:{palette['muted']}}}",
        *_painted(classes, palette.__getitem__, within),
        *(badges if "kb-badge" in classes else []),
        f"{within}a:focus-visible>.kb-ring{{stroke:{palette['focus']}}}",
    ]


def _variables(palette: Mapping[str, str]) -> str:
    return "".join(f"--kb-{name}:{colour};" for name, colour in palette.items())


def _painted(classes: Container[str], colour: Callable[[str], str], within: str) -> list[str]:
    """The colours of kinds of boxes, pills and lines; `colour` writes one of the palette, given its name."""
    rules = []
    for group, paints in (("kb-box", BOXES), ("kb-pill", PILLS)):
        for name, paint in paints.items():
            if name in classes:
                one, stroke = f"{within}.{group}.{name}", colour(paint.stroke)
                rules.append(f"{one}>.kb-shape{{fill:{colour(paint.fill)};stroke:{stroke}}}")
                rules.append(f"{one}>.kb-label{{fill:{colour(paint.ink)}}}")
                if "kb-outline" in classes:
                    rules.append(f"{one}>.kb-outline{{stroke:{stroke}}}")
    if "kb-tab" in classes:
        rules.append(f"{within}.kb-flap{{fill:{colour('rule')}}}{within}.kb-word{{fill:{colour('ruleink')}}}")
    for name, paint in LINES.items():
        if name in classes:
            one, stroke = f"{within}.kb-edge.{name}", colour(paint.stroke)
            rules.append(f"{one}>.kb-line{{stroke:{stroke}}}")
            rules.append(f"{one}>.kb-head{{fill:{stroke}}}")
    return rules


def _plain(drawing: str) -> list[str]:
    """What is so of all pieces of a drawing in a page, which say nothing of it themselves."""
    bold = ",".join(f"{drawing} .kb-box.kb-{role}>.kb-label" for role in (Role.GOAL, Role.HERE))
    return [
        f"{drawing}{{font-family:{FONTS}}}",
        f"{drawing} text{{font-size:{PILL_SIZE}px;font-weight:{BOLD};stroke:none;text-anchor:middle}}",
        f"{drawing} .kb-box>.kb-label{{font-weight:{MEDIUM}}}{bold}{{font-weight:{BOLD}}}",
        *(f"{drawing}.kb-{one} .kb-box>.kb-label{{font-size:{SPACINGS[one].label_size}px}}" for one in Variant),
        f"{drawing} .kb-outline{{fill:none}}",
        f"{drawing} .kb-head,{drawing} .kb-flap{{stroke:none}}",
    ]


def _states(within: str) -> list[str]:
    """The widths and dashes of what a script lights up, and of what it puts out; without one they are attributes."""
    rules = []
    for group, shape, paints in (("kb-box", "shape", BOXES), ("kb-pill", "shape", PILLS), ("kb-edge", "line", LINES)):
        for name, paint in paints.items():
            # the line of a condition keeps its dashes where it is lit
            keeps = (group, name) == ("kb-edge", "kb-fired")
            dash = "" if keeps else f";stroke-dasharray:{paint.dash or 'none'}"
            rules.append(f"{within}.{group}.{name}>.kb-{shape}{{stroke-width:{paint.width:g}{dash}}}")
    return rules


def _badges() -> list[str]:
    shown = (f".kb-dg .{state}>.kb-badge,.kb-dg .{state}>.kb-badge>.{mark}" for state, mark in BADGES.items())
    return [
        f".kb-dg .kb-badge,{','.join(f'.kb-dg .kb-badge>.{mark}' for mark in BADGES.values())}{{display:none}}",
        f"{','.join(shown)}{{display:inline}}",
        ".kb-dg .kb-badge{color:var(--kb-folline);fill:var(--kb-bg);stroke:currentColor;stroke-linecap:round}",
        ".kb-dg .kb-badge>path{fill:none}",
        ".kb-dg .kb-denied>.kb-badge,.kb-dg .kb-fails>.kb-badge{color:var(--kb-noline)}",
    ]


def _interaction(within: str, focused: str) -> list[str]:
    """What pointing at a piece and focusing it does; `focused` is the rule of the latter."""
    return [
        f"{within}a.kb-box:focus,{within}a.kb-pill:focus{{outline:none}}",
        focused,
        f"{within}a:hover>.kb-label,{within}a:focus-visible>.kb-label{{text-decoration:underline}}",
        f"{within}a.kb-box:hover>.kb-shape{{stroke-width:2.75}}",
    ]
