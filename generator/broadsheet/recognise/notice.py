"""Publishers' notices at the end of an article: whom to write to, where to subscribe, who holds the rights."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from broadsheet.inline import Emphasis, Inline, Link, Text, parse
from broadsheet.layout.sentence import ends_sentence
from broadsheet.recognise.names import AGENCIES

_RIGHTS = re.compile(
    r"(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|\d{4})).{0,150}"
    r"|.{0,120}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|tutti i diritti riservati)\W*",
    re.IGNORECASE,
)
_PROMPT = re.compile(r"(?:subscribe to|sign up for|follow us|write to us|contact us)\b.{0,100}", re.IGNORECASE)
_INVITATION = re.compile(
    r"(?:to (?:contact|subscribe|write to|send|report)|for more information,? (?:visit|contact)|corrections?:)(?=\W)",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"[\W_]*(?:{'|'.join(map(re.escape, sorted(AGENCIES)))}|reuter|more)[\W_]*", re.IGNORECASE)
"""What an agency ends its reports with; "more" where another take follows."""
_LONGEST = 300
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|www\.\S+")
_ADDRESS = re.compile(rf"https?://|{_EMAIL.pattern}")


def notice_lines(lines: Sequence[str]) -> list[tuple[int, int]]:
    """
    The paragraphs at the end of a source that are notices, as first and last line, counted from 1.

    A notice is the sign-off of an agency ("Reuter", "(dpa)"), a line of rights, a prompt ("Subscribe to …"), an
    invitation with an address in it ("To contact …"), or a paragraph that is nothing but an address, with the one that
    leads to it by a colon.  Left alone: all above the first that is none of these, a notice longer than 300 characters,
    and an article that would have no other text.
    """
    signed = _sign_off(lines)
    paragraphs = _last_paragraphs(lines[: signed - 1] if signed else lines)
    taken: list[tuple[int, int]] = []
    led_to = False
    for first, last in paragraphs:
        text = " ".join(line.strip() for line in lines[first - 1 : last])
        address = len(text) <= _LONGEST and is_address(text)
        if len(text) > _LONGEST or not (
            address
            or _RIGHTS.fullmatch(text)
            or _PROMPT.fullmatch(text)
            or (_INVITATION.match(text) and shows_address(text))
            or (led_to and text.endswith((":", "：")))
        ):
            break
        taken.append((first, last))
        led_to = address
    everything = len(taken) == len(paragraphs)
    if everything or (led_to and len(taken) == 1):
        taken = []
    return [*taken[::-1], *([(signed, signed)] if signed and paragraphs else [])]


def _sign_off(lines: Sequence[str]) -> int:
    """The number of the last line, if an agency signs with it; else 0. Left alone: one that goes on a sentence."""
    filled = [*islice((number for number in range(len(lines), 0, -1) if lines[number - 1].strip()), 2)]
    if len(filled) < 2 or not _SIGNED.fullmatch(lines[filled[0] - 1].strip()):
        return 0
    line, before = lines[filled[0] - 1], lines[filled[1] - 1]
    return filled[0] if ends_sentence(before) or line[0].isupper() or line[0].isspace() else 0


def _last_paragraphs(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Up to seven paragraphs from the end, the last first; of one with too many lines for a notice, a part."""
    found: list[tuple[int, int]] = []
    end = len(lines)
    while end and len(found) < 7:
        if not lines[end - 1].strip():
            end -= 1
            continue
        start = end
        while start > 1 and lines[start - 2].strip() and end - start <= _LONGEST:
            start -= 1
        found.append((start, end))
        end = start - 1
    return found


def is_address(text: str) -> bool:
    """Whether a text is nothing but a link, a web address or an e-mail address."""
    nodes = parse(text.strip())
    return bool(_EMAIL.fullmatch(text.strip("*_ ."))) or _only_links(nodes)


def shows_address(text: str) -> bool:
    """Whether a text has a web address or an e-mail address in it."""
    return _ADDRESS.search(text) is not None


def _only_links(nodes: tuple[Inline, ...]) -> bool:
    links = 0
    for node in nodes:
        if isinstance(node, Text):
            if any(c.isalnum() for c in node.text):
                return False
        elif isinstance(node, Link) or (isinstance(node, Emphasis) and _only_links(node.children)):
            links += 1
        else:
            return False
    return links > 0
