"""The parts of a name, as reference managers ask for them."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.collect.authors.name_forms import name_form


@dataclass(frozen=True, slots=True)
class Name:
    """An author in a reference."""

    family: str
    """With its particles; of a desk, an agency, or in a script without capitals, the whole name."""
    given: str = ""
    suffix: str = ""

    @property
    def inverted(self) -> str:
        """As bibliographies sort it: ``Beethoven, Ludwig van`` with the particle at the family name, suffix last."""
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)


def parted(name: str) -> Name:
    """
    Take a name apart, in its own letters.

    Left whole: desks and agencies, names in scripts without capitals, and names of one word.

    >>> parted("Ludwig van Beethoven")
    Name(family='van Beethoven', given='Ludwig', suffix='')
    >>> parted("Archive desk"), parted("Wollstonecraft, Mary")
    (Name(family='Archive desk', given='', suffix=''), Name(family='Wollstonecraft', given='Mary', suffix=''))
    """
    form = name_form(name)
    if not form.given:
        return Name(name)
    bare, suffix = name, ""
    if form.suffix:
        head, _, last = name.rpartition(" ")
        bare, suffix = head.rstrip(","), last
    first, comma, second = (part.strip() for part in bare.partition(","))
    if comma:
        return Name(first, second, suffix)
    words, family = bare.split(), len(form.family.split())
    return Name(" ".join(words[-family:]), " ".join(words[:-family]), suffix)
