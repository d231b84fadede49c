"""What double brackets become on somebody's page: elements whose words are text, with links to the glossary alone."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from hornbook.diagnostics import Place
from hornbook.language import say
from hornbook.lint import IN_SHORT, Against, did_you_mean, flaw_of, read_claim, told
from hornbook.logic import Verdict
from hornbook.model.notation import NotationProblem, ParsedClaim
from hornbook.reasoning.scopes import Setting
from hornbook.reasoning.sentences import capital, plain, question_in_words
from hornbook.reasoning.verdicts import VERDICT_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How much readers get."""

    framework: str | None = None
    images: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the page, and what is wrong with it."""

    element: Element
    problem: str | None = None


def shown(against: Against, options: Options, target: str, words: str | None, *, is_embed: bool) -> Shown:
    """What stands for the brackets that hold a target and perhaps words of their own."""
    if is_embed:
        return _picture(against, options, target, words)
    if "=>" in target:
        return _claim(against, options, target, words)
    return _term(against, options, target, words)


def wrong(words: str, in_short: str, message: str) -> Element:
    """What cannot be shown, with what is wrong with it, so that readers see it too."""
    mark = Element("mark", {"class": "hornbook-wrong", "title": message})
    mark.text = AtomicString(f"{words} ")
    SubElement(mark, "small").text = AtomicString(f"[{in_short}]")
    return mark


def _wrong(words: str, in_short: str, message: str) -> Shown:
    return Shown(wrong(words, in_short, message), message)


def _term(against: Against, options: Options, target: str, words: str | None) -> Shown:
    found = against.terms_called(target, options.framework)
    if not found:
        called = [*against.knowledge.terms, *(term.label for term in against.knowledge.terms.values())]
        message = f"nothing is called `{target}`; {did_you_mean(target, called)}"
        return _wrong(words or target, "not in the glossary", message)
    if len(found) > 1:
        listed = " or ".join(f"`{one}`" for one in found)
        return _wrong(words or target, "several terms", f"`{target}` may mean {listed}: write the one that is meant")
    term = against.knowledge.terms[found[0]]
    link = _link(against.published.pages["term"].get(term.id), "hornbook-term")
    whose = against.published.whose.get(term.id)
    link.set("title", f"{term.label}: {term.short}{f' ({whose})' if whose else ''}")
    link.set("data-hornbook", term.id)
    link.text = AtomicString(words or (target if target != term.id else term.name))
    return Shown(link)


def _picture(against: Against, options: Options, target: str, words: str | None) -> Shown:
    titles = against.published.titles
    if target not in titles:
        message = f"there is no diagram `{target}`; {did_you_mean(target, titles)}"
        return _wrong(words or target, "no such diagram", message)
    called, drawing = words or titles[target], against.published.drawings.get(target)
    link = _link(against.published.pages["view"].get(target), "hornbook-diagram")
    if options.images and drawing is not None:
        SubElement(link, "img", {"src": drawing, "alt": called, "loading": "lazy", "referrerpolicy": "no-referrer"})
    else:
        link.text = AtomicString(called)
    return Shown(link)


def _claim(against: Against, options: Options, target: str, words: str | None) -> Shown:
    read = read_claim(against, target, options.framework)
    if isinstance(read, NotationProblem):
        return _wrong(words or target, "no claim", f"{read.message}; {read.hint}")
    setting, claim = read
    said = words or plain(capital(question_in_words(setting.names, claim.premises, claim.assuming, claim.goal)))
    flaw = flaw_of(against.reasoning, setting, claim)
    if flaw is not None:
        finding = told(flaw, Place(""), is_sentence=False)
        return _wrong(said, IN_SHORT[flaw.fault], f"{finding.message}; {finding.hint} [{finding.code}]")
    return Shown(_checked(against, setting, claim, said))


def _checked(against: Against, setting: Setting, claim: ParsedClaim, said: str) -> Element:
    """A claim that comes out as it says, with the sign of its verdict as a link to whose implications say so."""
    verdict = VERDICT_WORDS[Verdict(claim.verdict)]
    span = Element("span", {"class": f"hornbook-claim hornbook-{claim.verdict.value}"})
    span.text = AtomicString(f"{said}\N{NO-BREAK SPACE}")
    pages = against.published.pages
    scope = pages["view"].get(setting.scope.view or "") or pages["framework"].get(setting.framework.id)
    sign = _link(scope, "hornbook-verdict")
    sign.set("title", f"{say(verdict.word)} ({setting.framework.label})")
    sign.text = AtomicString(verdict.sign)
    span.append(sign)
    return span


def _link(address: str | None, kind: str) -> Element:
    """A link to a page of the glossary; words alone where it has none there."""
    return Element("a", {"class": kind, "href": address}) if address else Element("span", {"class": kind})
