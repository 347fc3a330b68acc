"""Citations: how an article is referred to, for readers and for their reference managers."""

from broadsheet.write.citations.forms import FORMS, Form
from broadsheet.write.citations.harvard import harvard
from broadsheet.write.citations.reference import Imprint, Reference, reference_of

__all__ = ["FORMS", "Form", "Imprint", "Reference", "harvard", "reference_of"]
