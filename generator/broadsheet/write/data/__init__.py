"""The collection as data, in the forms that other programs read."""

from broadsheet.write.data.forms import FORMS, Form
from broadsheet.write.data.package import write_package
from broadsheet.write.data.selection import Selection

__all__ = ["FORMS", "Form", "Selection", "write_package"]
