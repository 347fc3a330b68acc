"""The second process of a build after an edit: it knows what an earlier build found of the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from broadsheet.cache import Store
from broadsheet.collect import here, newest_first
from broadsheet.errors import Finding
from broadsheet.model import Article
from broadsheet.pipeline.executor import has_others
from broadsheet.pipeline.reading import Reading
from broadsheet.pipeline.recall import Recalled
from broadsheet.pipeline.twin import Post, Twin

if TYPE_CHECKING:
    from broadsheet.collect.knowledge import Known

Result = TypeVar("Result")


class Read(NamedTuple):
    """What was read of the articles of a folder, since it was not remembered."""

    paths: Sequence[str]
    found: Sequence[Recalled]
    remembers: bool
    """Whether an earlier build found most of what they have to do with one another."""


class Second:
    """
    A copy of this process, made before all is loaded; it loads what is needed to read and to compare articles.

    Meanwhile this process loads what is needed to make pages.  Both recall the articles; the second one reads those
    that changed, works out what all have to do with one another, and then does what else it is asked for.
    """

    def __init__(self, store: Store) -> None:
        self._twin: Twin[None] | None = Twin(_Work(store).do_all)
        self._begun, self._answers = 0, list[Any]()
        self._begin("load")
        self._known: Callable[[], Known | None] = lambda: None

    @property
    def is_there(self) -> bool:
        """Whether it has not been let go."""
        return self._twin is not None

    def begin(self, reading: Reading) -> Callable[[], Read]:
        """Begin with a folder of which most is remembered; what is given waits for what was read."""
        read = self._begin("read", replace(reading, looks=None))
        self._known = self._begin("know")
        return read

    def knowledge(self, paths: Set[str], meanwhile: Callable[[], None] | None) -> Known | None:
        """
        Wait for what all articles have to do with one another, and do something else `meanwhile`.

        If it has others than those at these paths, as where a file was changed just now, there is none, and it goes.
        """
        if meanwhile:
            meanwhile()
        found = self._known()
        if found and found[0].by_article.keys() == paths:
            return found
        self.end()
        return None

    def do(self, work: Callable[..., Result], *given: object) -> Callable[[], Result]:
        """Begin some work on the articles that it has, with the newest first, and the topics of each by its path."""
        return self._begin("do", work, *given)

    def _begin(self, *step: object) -> Callable[[], Any]:
        """Let it do a step when it is done with those before; what is given waits for what comes of that."""
        assert self._twin
        self._twin.send(step)
        self._begun += 1
        return partial(self._answer, self._begun)

    def _answer(self, number: int) -> Any:
        """What came of the step of a number."""
        while len(self._answers) < number:
            assert self._twin
            self._answers.append(self._twin.receive())
        return self._answers[number - 1]

    def let_go(self) -> None:
        """Let it end by itself, now that all is done that it was asked for; its memory is free by the end."""
        if self._twin:
            self._twin.send(None)

    def end(self) -> None:
        """Let it go, whatever it is at."""
        if self._twin:
            self._twin.kill()
        self._twin = None


@contextmanager
def begun(store: Store | None) -> Iterator[Second | None]:
    """Begin with the second process, if there is a store, and it can be; it ends when the block does."""
    second = Second(store) if store and store.is_there and has_others() else None
    try:
        yield second
    finally:
        if second:
            second.end()


def load() -> None:
    """Load all that is needed to read articles, and to compare them."""
    import broadsheet.collect.knowledge
    import broadsheet.pipeline.batch  # noqa: F401


@dataclass
class _Work:
    """What the second process does, and what it keeps of that."""

    store: Store
    reading: Reading | None = None
    articles: Sequence[Article] = ()
    remembers: bool = False
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def do_all(self, post: Post) -> None:
        """Do step after step, and say what came of each, until none is left."""
        while step := post.receive():
            name, *given = step
            post.send(getattr(self, name)(*given))

    def load(self) -> None:
        """Load what will be needed, and what an earlier build knew."""
        from broadsheet.collect.topics.remembered import lay_out

        load()
        lay_out(self.store)

    def read(self, reading: Reading) -> Read:
        """Recall the articles of a folder, and read the others."""
        from broadsheet.collect.topics.remembered import are_known

        self.reading, keys = reading, list(reading.same.values())
        found = zip(keys, self.store.values(keys), strict=True)
        there = {key: article.known_by(key) for key, article in found if article is not None}
        paths = reading.left_by(there)
        fresh = [recalled for batch in reading.read(paths) for recalled in batch]
        results = (*there.values(), *(recalled.result for recalled in fresh))
        self.articles = newest_first([result for result in results if not isinstance(result, Finding)])
        self.remembers = are_known(self.articles, reading.word.topics, reading.options.topics, self.store)
        return Read(paths, fresh, self.remembers)

    def know(self) -> Known | None:
        """Work out what they have to do with one another, if an earlier build is remembered."""
        from broadsheet.collect.knowledge import begin

        if not self.reading or not self.remembers:
            return None
        options, rules = self.reading.options, self.reading.word.topics
        known = begin(self.articles, options, rules, self.store, here, here)[1]()
        self.topics = known[0].by_article
        return known

    def do(self, work: Callable[..., Result], *given: object) -> Result:
        """Something else with all of that."""
        return work(self.articles, self.topics, *given)
