"""Where the alphabet of a language differs from the root order of Unicode, as CLDR's collations say it.

Each rule begins with a letter of the root order: what follows `<` is a letter of its own behind it, what follows `,`
is another form of the letter before it. Letters of several signs, such as the Czech ch, are written as such.
"""

from collections.abc import Mapping

_NORDIC = ("y, ü", "z < å < ä, æ < ö, ø")
_DANISH = ("y, ü", "z < æ, ä < ø, ö < å, aa")
_CROATIAN = ("c < č < ć", "d < dž < đ", "l < lj", "n < nj", "s < š", "z < ž")
_CZECH = ("c < č", "h < ch", "s < š", "z < ž")

TAILORING: Mapping[str, tuple[str, ...]] = {
    "az": ("c < ç", "e < ə", "g < ğ", "h < x < ı", "k < q", "o < ö", "s < ş", "u < ü"),
    "be": ("е < ё", "у < ў"),
    "bs": _CROATIAN,
    "cs": (*_CZECH, "r < ř"),
    "cy": ("c < ch", "d < dd", "f < ff", "g < ng", "l < ll", "p < ph", "r < rh", "t < th"),
    "da": _DANISH,
    "eo": ("c < ĉ", "g < ĝ", "h < ĥ", "j < ĵ", "s < ŝ", "u < ŭ"),
    "es": ("n < ñ",),
    "et": ("s < š < z < ž", "w < õ < ä < ö < ü"),
    "fa": ("و < ه",),
    "fi": _NORDIC,
    "fo": ("a < á", "d < ð", "i < í", "o < ó", "u < ú", "y < ý", "z < æ < ø, ö"),
    "hr": _CROATIAN,
    "hu": (
        *("c < cs", "d < dz < dzs", "g < gy", "l < ly", "n < ny"),
        *("o < ö, ő", "s < sz", "t < ty", "u < ü, ű", "z < zs"),
    ),
    "is": ("a < á", "d < ð", "e < é", "i < í", "o < ó", "u < ú", "y < ý", "z < þ < æ, ä < ö, ø < å"),
    "lt": ("c < č", "i, y", "s < š", "z < ž"),
    "lv": ("c < č", "g < ģ", "i, y", "k < ķ", "l < ļ", "n < ņ", "r < ŗ", "s < š", "z < ž"),
    "nb": _DANISH,
    "nn": _DANISH,
    "no": _DANISH,
    "pl": ("a < ą", "c < ć", "e < ę", "l < ł", "n < ń", "o < ó", "s < ś", "z < ź < ż"),
    "ro": ("a < ă < â", "i < î", "s < ș, ş", "t < ț, ţ"),
    "sk": (*_CZECH, "a < ä", "o < ô"),
    "sl": ("c < č < ć", "d < đ", "s < š", "z < ž"),
    "sq": (
        *("c < ç", "d < dh", "e < ë", "g < gj", "l < ll", "n < nj"),
        *("r < rr", "s < sh", "t < th", "x < xh", "z < zh"),
    ),
    "sv": _NORDIC,
    "tr": ("c < ç", "g < ğ", "h < ı", "o < ö", "s < ş", "u < ü"),
    "vi": ("a < ă < â", "d < đ", "e < ê", "o < ô < ơ", "u < ư"),
}
"""By the language; those that are not here take the root order, in which an accent counts only where all else is
the same."""
_ARABIC, _CYRILLIC, _HEBREW = ("ء", "ܐ"), ("а", "ⰰ"), ("א", "𐤀")
FIRST: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), _ARABIC),
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "uk"), _CYRILLIC),
    **dict.fromkeys(("he", "yi"), _HEBREW),
    "el": ("α", "ⲁ"),
    "hy": ("ա", "א"),
    "ka": ("ა", "ա"),
}
"""Scripts that stand before all others in their languages: the first letter, and that of the next script."""
DOTLESS = frozenset({"az", "tr"})
"""The languages in which I is the capital of ı, and İ that of i."""
