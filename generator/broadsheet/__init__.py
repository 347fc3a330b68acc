"""
Broadsheet turns a folder of plain-text articles into front-mattered Markdown pages and a static site.

The data flows one way: ``read`` → ``recognise`` → ``repair`` → ``collect`` → ``write`` → ``publish`` → ``finish``.
"""

__version__ = "0.1.0"
