"""Sentences as HTML: names and grounds become links."""

from hornbook.addresses import place_in_framework, relative, term_address
from hornbook.language import say
from hornbook.model import KnowledgeBase
from hornbook.pages.html import Html, join, tag
from hornbook.reasoning.sentences import By, Named, Sentence, ToStep


def sentence_html(knowledge: KnowledgeBase, sentence: Sentence, at: str) -> Html:
    """A sentence with its names as links; links to earlier lines are within the same proof."""
    parts: list[Html | str] = []
    for part in sentence:
        match part:
            case Named():
                parts.append(name_html(part.term, part.words, at))
            case By():
                link = relative(at, place_in_framework(knowledge.frameworks[part.framework], part.record))
                parts.append(tag("a", say("this implication"), href=link))
            case ToStep():
                parts.append(say("step {number}", number=part.number))
            case str():
                parts.append(part)
    return join(*parts)


def name_html(term: str, words: str, at: str) -> Html:
    """A term's name as a link to its page; on that page itself, plain words."""
    address = term_address(term)
    if address == at:
        return tag("span", words, class_="kb-self")
    return tag("a", words, href=relative(at, address), class_="kb-link")
