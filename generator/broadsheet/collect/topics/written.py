"""How topics are written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from broadsheet.collect.topics.keys import key_of
from broadsheet.collect.topics.tally import Forms
from broadsheet.model import TopicRules
from broadsheet.recognise.lexicon.places import city


class Written:
    """How topics are written: as the owner says, else as headers have them, else as most articles do."""

    def __init__(self, forms: Forms, rules: TopicRules, stated: Mapping[str, int]) -> None:
        self.pinned = frozenset(map(key_of, rules.pin))
        self._forms = forms
        self._moved = {key_of(old): key_of(new) for old, new in rules.names.items()}
        self._dropped = frozenset(map(key_of, rules.drop))
        headers: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for topic, number in stated.items():
            headers[key_of(topic)][topic] += number
        said = {key_of(name): name for name in (*rules.names.values(), *rules.pin)}
        self._written = {key: _most_usual(counts) for key, counts in headers.items()} | said

    def all_of(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The names that stand for some keys, each once, without those that are dropped."""
        moved = dict.fromkeys([self._moved.get(key, key) for key in keys] if self._moved else keys)
        return tuple([self.written(key) for key in moved if key not in self._dropped])

    def written(self, key: str) -> str:
        """How one is written."""
        found = self._written.get(key)
        if found is None:
            found = self._written[key] = _most_usual(self._forms.get(key) or {key: 1})
        return found


def _most_usual(forms: Mapping[str, int]) -> str:
    """The form of most articles; a word in capitals throughout, as of a dateline, only where there is no other."""
    usual = min(
        forms, key=lambda form: (form.isupper() and len(form) > 4, -forms[form], sum(map(str.isupper, form)), form)
    )
    return (usual.isupper() and len(usual) > 4 and city(usual)) or usual
