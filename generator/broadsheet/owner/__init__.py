"""What the owner says of articles outside of them: sidecars, folder defaults, the review sheet."""

from broadsheet.owner.word import Word, read_word

__all__ = ["Word", "read_word"]
