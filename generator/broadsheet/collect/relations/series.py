"""Series: articles that belong together, in order, as they or their owner say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from broadsheet.collect.index.fold import fold
from broadsheet.collect.index.slug import slug
from broadsheet.collect.index.terms import free
from broadsheet.model import Article
from broadsheet.model.copies import Copy
from broadsheet.model.gathered import Gathered, Mark
from broadsheet.model.links import Part, Series

_FAR_APART = 120
"""Days, about, between two parts of a series that no headline names."""

_Numbered = tuple[Article, Mark]


def series_of(
    articles: Sequence[Article], gathered: Sequence[Gathered], copies: Mapping[str, Copy]
) -> tuple[Series, ...]:
    """
    The series of a collection, by name; later copies are parts only where the owner says so.

    Articles whose headlines are the same but for the mark are one series.  Those that tell their number elsewhere are
    one if they have the same authors, the same total, and numbers that go up with their dates.  One that the owner
    names holds all that he puts into it, and those whose headlines have its name.
    """
    named: defaultdict[str, list[_Numbered]] = defaultdict(list)
    apart: defaultdict[tuple[tuple[str, ...], int], list[_Numbered]] = defaultdict(list)
    for article, one in zip(articles, gathered, strict=True):
        if one.mark and (one.mark.stated or article.path not in copies):
            if one.mark.series:
                named[fold(one.mark.series)].append((article, one.mark))
            else:
                apart[article.metadata.authors, one.mark.total].append((article, one.mark))
    found = [group for name in sorted(named) for group in _with_one_name(named[name])]
    found += [group for key in sorted(apart) for group in _runs(apart[key])]
    ordered = [sorted(group, key=_place) for group in found if len(group) > 1 or group[0][1].stated]
    taken: set[str] = set()
    series = []
    for group in sorted(ordered, key=lambda group: (_name(group), group[0][0].path)):
        place = free(slug(_name(group)), taken)
        taken.add(place)
        parts = tuple(Part(mark.number, article.path) for article, mark in group)
        series.append(Series(_name(group), f"series/{place}", parts, max(mark.total for _, mark in group)))
    return tuple(series)


def _name(group: Sequence[_Numbered]) -> str:
    article, mark = min(group, key=lambda pair: not pair[1].stated)
    return mark.series or article.metadata.title


def _with_one_name(group: Sequence[_Numbered]) -> Iterator[list[_Numbered]]:
    """What the owner puts into a series, with those that read as parts of it whose numbers it has not got yet."""
    stated = [pair for pair in group if pair[1].stated]
    taken = {mark.number for _, mark in stated}
    read = _once_each([pair for pair in group if not pair[1].stated and pair[1].number not in taken])
    if stated:
        yield _all_numbered([*stated, *next(read, [])])
    else:
        yield from read


def _all_numbered(group: Sequence[_Numbered]) -> list[_Numbered]:
    """Parts without a number come after the others, the earlier first."""
    ordered = sorted(group, key=lambda pair: (not pair[1].number, _place(pair)))
    last = max(mark.number for _, mark in group)
    without = (pair for pair in ordered if not pair[1].number)
    later = [(article, mark._replace(number=number)) for number, (article, mark) in enumerate(without, last + 1)]
    return [*(pair for pair in ordered if pair[1].number), *later]


def _once_each(group: Sequence[_Numbered]) -> Iterator[list[_Numbered]]:
    """Each number once; where one occurs twice, those of one author go together, and what stays double is no series."""
    if len({mark.number for _, mark in group}) == len(group):
        yield list(group)
        return
    by_author: defaultdict[tuple[str, ...], list[_Numbered]] = defaultdict(list)
    for article, mark in group:
        by_author[article.metadata.authors].append((article, mark))
    for authors in sorted(by_author):
        if len({mark.number for _, mark in by_author[authors]}) == len(by_author[authors]):
            yield by_author[authors]


def _runs(group: Sequence[_Numbered]) -> Iterator[list[_Numbered]]:
    """Parts that follow one another in time, each of a higher number than the one before."""
    dated = [pair for pair in group if pair[0].metadata.date]
    run: list[_Numbered] = []
    for pair in sorted(dated, key=lambda pair: (_day(pair[0]), pair[1].number, pair[0].path)):
        if run and (pair[1].number <= run[-1][1].number or _day(pair[0]) - _day(run[-1][0]) > _FAR_APART):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _place(pair: _Numbered) -> tuple[int, bool, tuple[int, ...], str]:
    """Where a part stands: by its number, of equals the earlier first."""
    article, mark = pair
    date = article.metadata.date
    return mark.number, date is None, date.sort_key if date else (), article.path


def _day(article: Article) -> int:
    """A count of days that is near enough to tell how far two articles are apart."""
    date = article.metadata.date
    return 0 if date is None else date.year * 365 + (date.month or 1) * 30 + (date.day or 1)
