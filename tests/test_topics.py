"""Topics: what is found in the texts, how its forms are merged, and what the owner says of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.collect.gathering import gather, tongue
from broadsheet.collect.gathering.chunks import APART, JOINED, LISTED, OPENS
from broadsheet.collect.gathering.clitics import without_clitics
from broadsheet.collect.gathering.names import names_in
from broadsheet.collect.gathering.phrases import repeated_phrases
from broadsheet.collect.gathering.tallies import tallied
from broadsheet.collect.gathering.unspaced import repeated_runs
from broadsheet.collect.gathering.words import words_of
from broadsheet.collect.topics.roles import place_of
from broadsheet.model import Collection
from broadsheet.model.gathered import SMALL
from broadsheet.options import Options
from broadsheet.pipeline import read_collection
from broadsheet.pipeline.article import read_article
from broadsheet.read import look_into
from support.sites import make_site, run, write_files

SAMPLE = Path(__file__).parent.parent / "content"
LOVELACE = (
    "The Analytical Engine was drawn by Charles Babbage in London. Ada Lovelace wrote notes on the Analytical Engine. "
    "Lovelace saw that it could do more than count. Babbage never built it, though Lovelace hoped that Babbage would."
)
LATER = (
    "In Turin a young engineer described the Analytical Engine. Ada Lovelace put his paper into English, and "
    "Mr Babbage asked why Lovelace had not written one herself. "
    "Her notes on the Analytical Engine are longer than the paper."
)
CABLE = (
    "The first Atlantic cable failed within weeks. Cyrus Field raised the money for the Atlantic cable in New York. "
    "In August the press freedom that the cable promised was already disputed, and Field went home."
)


def read(folder: Path, files: dict[str, str], options: Options | None = None) -> Collection:
    """The collection of some files; a text without a headline gets one."""
    titled = {
        name: text
        if not name.endswith(".txt") or text.startswith(("#", "---"))
        else f"# A note on {name[0]}\n\n{text}\n"
        for name, text in files.items()
    }
    return read_collection(write_files(folder, titled), options or Options())


def topics(collection: Collection) -> dict[str, tuple[str, ...]]:
    """The topics of each article, by its path."""
    return {entry.article.path: entry.topics for entry in collection.entries}


def names(text: str, language: str = "en") -> dict[str, int]:
    """The names in a text, with how often each stands there."""
    return names_in(words_of([text], language))[0][0]


UNCASED = {
    "ko": (
        "# 서울의 인쇄기\n\n인쇄기는 밤에 신문을 찍었다. 서울에서 인쇄기를 본 사람은 신문이 젖어 있다고 말했다. "
        "인쇄기 옆에는 종이가 있었고, 서울 사람들은 신문과 종이를 샀다. 서울은 조용했고, 신문 한 장이 남았다.",
        {"서울", "인쇄기", "신문"},
    ),
    "ar": (
        "# مطبعة بولاق\n\nوصلت مطبعة إلى بولاق في القاهرة. عملت المطبعة ليلا، وكتب الناس عن بولاق. وبالمطبعة "
        "طبعت جريدة في القاهرة، ثم أرسلت إلى القاهرة نسخ منها. كانت مطبعة كبيرة في بولاق، والقاهرة بعيدة.",
        {"مطبعة", "بولاق", "القاهرة"},
    ),
    "he": (
        "# עיתון בירושלים\n\nבשנה ההיא נדפס עיתון בירושלים. העיתון נמכר ברחוב, והעיתון הגיע ליפו. "
        "ירושלים קראה עיתון אחד בלבד, ואנשי ירושלים כתבו אליו.",
        {"עיתון", "ירושלים"},
    ),
    "hi": (
        "# कलकत्ता का छापाखाना\n\nकलकत्ता में एक छापाखाना खुला। छापाखाना रात भर चलता था। कलकत्ता के लोग अख़बार पढ़ते थे। "
        "छापाखाना पुराना था, पर कलकत्ता में दूसरा नहीं था।",
        {"कलकत्ता", "छापाखाना"},
    ),
}


@pytest.mark.parametrize("language", UNCASED)
def test_words_that_recur_in_scripts_without_capitals(tmp_path: Path, language: str) -> None:
    """Whatever particle, article or preposition is written in one with them."""
    text, wanted = UNCASED[language]
    found = topics(read(tmp_path, {"a.txt": text, "_collection.yml": f"language: {language}\n", "b.txt": text + "।"}))
    assert wanted <= set(found["a.txt"])


def test_names_that_are_one_thing(tmp_path: Path) -> None:
    """“US” and “USA”, “Tory” and “Tories”."""
    files = {
        "a.txt": "An envoy of the US met a Tory. The US paid, said the Tory, and then the Tory went home from the US.",
        "b.txt": "In the USA the print was praised by Tories. They wrote to the USA, and the USA replied to Tories.",
    }
    found = topics(read(tmp_path, files))
    assert {"USA", "Tories"} <= set(found["a.txt"]) & set(found["b.txt"])


def test_the_end_of_a_longer_name_is_none(tmp_path: Path) -> None:
    """“Year Award” stands nowhere by itself; “China” is not short for the bank that has it in its name."""
    text = (
        "The Book of the Year Award went to Ada Lovelace, and the Bank of China paid for it. China was proud, and "
        "all of China read. The Book of the Year Award is the oldest; China has another."
    )
    found = topics(read(tmp_path, {"a.txt": text, "b.txt": LATER}))["a.txt"]
    assert "China" in found
    assert not {"Year Award", "Bank of China"} & set(found)


def test_a_surname_means_the_one_who_is_mostly_named(tmp_path: Path) -> None:
    """Of two with one surname, the one of whom the article speaks three times as often; else neither."""
    often = "Then Ada Lovelace wrote. " * 3
    text = f"{often}Later William Lovelace came. The town saw that Lovelace was early, and that Lovelace stayed."
    evenly = "Then Ada Lovelace wrote. Later William Lovelace came. The town saw that Lovelace and Lovelace stayed."
    found = topics(read(tmp_path, {"a.txt": text, "b.txt": evenly}))
    assert found["a.txt"] == ("Ada Lovelace",)
    assert "Ada Lovelace" not in found["b.txt"]


def test_a_clitic_is_taken_off_where_the_bare_word_stands_too() -> None:
    """Only there: “고양이” is a cat, though it ends like a subject."""
    words = without_clitics("고양이는 신문에서 잤다 신문".split(), "ko")
    assert words == ["고양이는", "신문", "잤다", "신문"]
    arabic = without_clitics("وبالمطبعة وللمطبعة والجريدة مطبعة".split(), "ar")
    assert arabic == ["مطبعة", "مطبعة", "والجريدة", "مطبعة"]
    assert without_clitics(["신문에서"], "ko", ["신문"]) == ["신문"]


def test_letters_with_signs_are_one_word() -> None:
    """Vowel signs are a part of it, as is a quotation mark among Hebrew initials; marks of emphasis are not."""
    assert words_of(["प्रधानमंत्री ने कहा।"], "hi").texts == ["प्रधानमंत्री", "ने", "कहा"]
    assert words_of(['נשיא ארה"ב'], "he").texts == ["נשיא", 'ארה"ב']
    assert words_of(["_Edge_ of the World._"], "en").texts == ["Edge", "of", "the", "World"]


def test_a_part_of_a_chinese_word_is_none() -> None:
    """What has always the same letter beside it is a part of what it makes with it."""
    runs = repeated_runs(
        "活字印刷用木活字。王祯用活字印刷农书，活字印刷很快。活字很小，铜活字很重。", "zh", frozenset()
    )
    assert "活字印刷" in runs
    assert not {"活字印", "字印刷"} & runs.keys()


def test_names_are_found_and_their_short_forms_merged(tmp_path: Path) -> None:
    """“Lovelace” and “Mr Babbage” count for the full name; the full name is shown."""
    found = topics(read(tmp_path, {"a.txt": LOVELACE, "b.txt": LATER}))
    assert {"Ada Lovelace", "Analytical Engine"} <= set(found["a.txt"]) & set(found["b.txt"])
    assert "Charles Babbage" in found["a.txt"]
    assert not {"Lovelace", "Babbage", "Mr Babbage"} & {topic for shown in found.values() for topic in shown}


def test_months_the_author_and_openings_of_sentences_are_no_topics(tmp_path: Path) -> None:
    """Nor is a name that the article has in passing."""
    last = "In August Cyrus Field sailed. Nobody spoke. Nobody asked."
    text = f"# The Atlantic cable\n\nBy Cyrus Field\n3 May 1861\n\n{CABLE} {last}\n"
    (shown,) = topics(read(tmp_path, {"a.txt": text})).values()
    assert "Atlantic" in shown
    assert not {"August", "Cyrus Field", "Field", "Nobody", "New York"} & set(shown)


def test_the_index_lists_articles_under_each_topic_from_a_to_z(tmp_path: Path) -> None:
    """With the newest first."""
    files = {
        "a.txt": f"# Old\n\n1 May 1843\n\n{LOVELACE}\n",
        "b.txt": f"# New\n\n1 May 1844\n\n{LATER}\n",
        "c.txt": CABLE,
    }
    collection = read(tmp_path, files)
    index = {topic.name: topic.articles for topic in collection.topics}
    assert index["Ada Lovelace"] == ("b.txt", "a.txt")
    assert list(index) == sorted(index, key=str.casefold)
    assert {(topic, path) for topic, paths in index.items() for path in paths} == {
        (topic, entry.article.path) for entry in collection.entries for topic in entry.topics
    }


def test_topics_of_a_header_stand_first_and_case_is_one(tmp_path: Path) -> None:
    """As given; written as most headers have them."""
    files = {
        f"{n}.txt": f"---\ntitle: Note {n}\ntopics: [{t}, Cables]\n---\n{LOVELACE}\n"
        for n, t in zip("abc", ("Press Freedom", "press freedom", "Press Freedom"), strict=True)
    }
    found = topics(read(tmp_path, files))
    assert {shown[:2] for shown in found.values()} == {("Press Freedom", "Cables")}
    assert "Ada Lovelace" in found["a.txt"]


def test_a_large_collection_needs_two_articles_for_a_topic(tmp_path: Path) -> None:
    """And a name that most articles have tells none from another."""
    files = {
        f"{n:03}.txt": f"Fleet Street woke. All of Fleet Street read of Press{n} Hall, and Press{n} Hall read of it."
        for n in range(500)
    } | {"x.txt": LOVELACE, "y.txt": LATER}
    collection = read(tmp_path, files)
    found = topics(collection)
    assert "Ada Lovelace" in found["x.txt"]
    assert all(len(topic.articles) > 1 for topic in collection.topics)
    assert "Fleet Street" not in {topic for shown in found.values() for topic in shown}


def test_the_option_says_how_many(tmp_path: Path) -> None:
    """None with 0; those of headers are kept."""
    files = {"a.txt": f"---\ntitle: A\ntopics: [Engines]\n---\n{LOVELACE}\n", "b.txt": LATER}
    assert topics(read(tmp_path, files, Options(topics=0))) == {"a.txt": ("Engines",), "b.txt": ()}
    assert len(topics(read(tmp_path, files, Options(topics=1)))["b.txt"]) == 1


def test_topics_do_not_depend_on_how_articles_are_read(tmp_path: Path) -> None:
    """In one process or in several, with the same result each time."""
    people = [f"{first} {last}" for first in ("Ada", "Grace", "Emmy") for last in ("Hopper", "Noether", "Somerville")]
    files = {
        f"{n:03}.txt": f"They wrote to {people[n % 9]} in spring, and {people[n % 9]} answered letter {n} at once."
        for n in range(300)
    }
    first = read(tmp_path, files)
    assert first == read(tmp_path, {})
    assert first.topics


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("He told the Bank of England so.", "en", {"Bank of England": 1}),
        ("Dann sprach der Minister mit Angela Merkel über die Lage im Land.", "de", {"Angela Merkel": 1}),
        ("Elle cite Charles de Gaulle et l'Europe.", "fr", {"Charles de Gaulle": 1, "Europe": 1}),
        ("the U.S. and the U.S.’s ally", "en", {"US": 2}),
        ("a book by Kim Jong-un, on Trump’s tariffs", "en", {"Kim Jong-un": 1, "Trump": 1}),
        ("nothing here", "en", {}),
    ],
)
def test_names_in_a_text(text: str, language: str, wanted: dict[str, int]) -> None:
    """Small words inside a name belong to it, what is attached does not; German nouns are no names."""
    assert names(text, language) == wanted


def test_phrases_stand_together_twice() -> None:
    """Without stop words; a part of a longer one is left out."""
    text = "They wrote of press freedom law. Of press freedom law nobody had heard, nor of the law of the sea."
    assert repeated_phrases(words_of([text], "en")) == [{"press freedom law": 2}]


def test_scripts_without_spaces() -> None:
    """Chinese by what is repeated, Japanese by the script of a run."""
    assert repeated_runs("北京大学校长说,北京大学很大。", "zh", frozenset()) == {"北京大学": 2}
    assert repeated_runs("リーグの試合。リーグは終わり、試合も終わった。", "ja", frozenset()) == {
        "リーグ": 2,
        "試合": 2,
    }


@pytest.mark.parametrize(
    ("adjective", "place"),
    [("iranian", "Iran"), ("british", "Britain"), ("german", "Germany"), ("martian", None), ("roman", None)],
)
def test_adjectives_of_places(adjective: str, place: str | None) -> None:
    """An English adjective of a country counts for the country."""
    assert place_of(adjective) == place


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "de", "fr", "tr", "ru", None]))
def test_words_are_parts_of_the_text(text: str, language: str | None) -> None:
    """Whatever a text is, its words stand in it in their order, none of them empty."""
    at = 0
    plain = text.replace("’", "'").replace(".", "")
    words = words_of([text], language)
    assert len(words.texts) == len(words.numbers) == len(words.before)
    for word in words.texts:
        assert word
        at = plain.index(word.replace(".", ""), at)


STANDS = {OPENS: "opens", JOINED: "joined", APART: "apart", LISTED: "listed"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mr. Hoe came, and left. He", "opens joined joined apart joined opens"),
        ("Mr. (Hoe)", "opens opens"),
        ("the press, – Hoe", "opens joined apart"),
        ("the press.  Hoe", "opens joined opens"),
        ("the “Tribune” stood", "opens opens apart"),
        ("il legge l’Avanti ogni", "opens joined apart joined"),
        ("see https://example.org/press.html Hoe", "opens apart"),
        ("Home\nNews\nSport\nShop\nHelp\nHoe came.", "listed listed listed listed listed opens joined"),
        ("Home\nNews\nSport\nShop.\nHelp", "opens opens opens opens opens"),
    ],
)
def test_what_stands_before_a_word(text: str, wanted: str) -> None:
    """A title's full stop ends no sentence; what has no words lets through what is before it; a menu is a list."""
    words = words_of([text], "it" if "ogni" in text else "en")
    assert " ".join(STANDS[state] for state in words.before.tolist()) == wanted


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text("Aa b.,’'-(“\n", max_size=40), min_size=1, max_size=6))
def test_texts_have_the_same_words_together(texts: list[str]) -> None:
    """What stands before the words of a text does not depend on the text before it."""
    words = words_of(texts, "en")
    for text, (first, end) in zip(texts, words.spans, strict=True):
        alone = words_of([text], "en")
        assert alone.texts == words.between(first, end)
        assert alone.before.tolist() == words.before[first:end].tolist()


def test_of_too_many_words_the_most_frequent_count() -> None:
    """Of equals those with the least checksums; a word is common where it has a small letter once."""
    checks = np.array([*range(1000, 1500), 1499, 1499, 1498, 7], np.uint32)
    owners = np.array([0] * 503 + [1])
    common = np.zeros(504, np.bool_)
    common[501] = True
    [(terms, tallies), other] = tallied(owners, checks, common, 2)
    assert np.frombuffer(terms, np.uint32).tolist() == [*range(1000, 1398), 1498, 1499]
    assert list(tallies) == [1] * 398 + [2, 3 | SMALL]
    assert other == (np.uint32(7).tobytes(), b"\x01")


def test_what_was_met_before_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles give the same together and alone, with a tongue that knows all their words and with one that forgets."""
    articles = [read_article(SAMPLE, path, Options()) for path in look_into(SAMPLE, Options()).articles]
    together = gather(articles)
    monkeypatch.setattr(tongue, "_MOST", 0)
    assert [gather([article])[0] for article in articles] == together


RULES = """\
rename:
  Charles Babbage: Babbage, Charles
merge:
  Countess of Lovelace: [Ada Lovelace]
drop: [analytical engine]
pin:
  - press freedom
"""


def test_the_owners_rules(tmp_path: Path) -> None:
    """Names are changed, merged and dropped; a pinned one is a topic wherever it is mentioned."""
    collection = read(tmp_path, {"a.txt": LOVELACE, "b.txt": LATER, "c.txt": CABLE, "topics.yml": RULES})
    found = topics(collection)
    assert {"Babbage, Charles", "Countess of Lovelace"} <= set(found["a.txt"])
    assert "Analytical Engine" not in found["a.txt"] + found["b.txt"]
    assert found["c.txt"][0] == "press freedom"
    assert not collection.findings


def test_rules_are_no_part_of_the_site_and_topics_are(tmp_path: Path) -> None:
    """The page has the topics in its front matter; `topics.yml` is not copied."""
    folder = make_site(tmp_path, {"a.txt": f"# A\n\n{LOVELACE}\n", "topics.yml": "pin: [London]\n"})
    assert run("broadsheet", "build", cwd=folder).returncode == 0
    assert not (folder / "site" / "topics.yml").exists()
    assert run("broadsheet", "convert", "-o", "out", cwd=folder).returncode == 0
    page = (folder / "out" / "undated" / "a.md").read_text(encoding="utf-8")
    topics_line = next(line for line in page.splitlines() if line.startswith("topics: "))
    assert topics_line.startswith('topics: ["London", ')
    assert '"Ada Lovelace"' in topics_line


@pytest.mark.parametrize(
    ("rules", "place", "kind"),
    [
        ("drop: {a: b}\n", "topics.yml:1:7", "topic-rule"),
        ("pin: [a]\nrename: [a, b]\n", "topics.yml:2:9", "topic-rule"),
        ("rename:\n  Peking: [Beijing]\n", "topics.yml:2:11", "topic-rule"),
        ("hide: [a]\n", "topics.yml:1:1", "unknown-key"),
        ("drop: [a\npin: b\n", "topics.yml:2:4", "broken-yaml"),
        ("just a text\n", "topics.yml:1:1", "broken-yaml"),
    ],
)
def test_wrong_rules_are_findings(tmp_path: Path, rules: str, place: str, kind: str) -> None:
    """With the place; the articles are read all the same."""
    collection = read(tmp_path, {"a.txt": LOVELACE, "topics.yml": rules})
    assert [(f.place, f.id) for f in collection.findings] == [(place, kind)]
    assert topics(collection)["a.txt"]


def test_a_sidecar_of_that_name_stays_a_sidecar(tmp_path: Path) -> None:
    """Beside an article ``topics.txt`` the file speaks of that article."""
    collection = read(tmp_path, {"topics.txt": LOVELACE, "topics.yml": "title: On engines\n"})
    assert [entry.article.metadata.title for entry in collection.entries] == ["On engines"]
    assert not collection.findings


GERMAN = """# Die Notizen zur Maschine

Die Mathematikerin Ada Lovelace schrieb Notizen. Das Leben in London war teuer, und ihr Leben war kurz. Nach Angaben
von ACM kannte Lovelace die Maschine gut, und mit Lovelace sprach Charles Babbage oft. Der Verband ACM ehrt das Leben
von Lovelace bis heute, sagt Angela Merkel. In Summe gilt: ACM und Babbage sind bekannt.
"""


def test_german_nouns_are_told_from_names_by_their_articles(tmp_path: Path) -> None:
    """“Leben” has one, “Lovelace” none; neither a noun before a name nor one behind “nach” is a part of it."""
    found = topics(read(tmp_path, {"a.txt": GERMAN, "b.txt": GERMAN.replace("oft", "gern")}))["a.txt"]
    assert {"Ada Lovelace", "ACM"} <= set(found)
    assert not {"Leben", "Summe", "Verband ACM", "Angaben von ACM", "Mathematikerin Ada Lovelace"} & set(found)


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("die Partei ABC, der Physiker Max Planck", "de", {"ABC": 1, "Max Planck": 1}),
        ("nach Auskunft von ABC und Ursula von der Leyen", "de", {"ABC": 1, "Ursula von der Leyen": 1}),
        ("so sagte es Ada Lovelace for Bell Labs", "en", {"Ada Lovelace": 1, "Bell Labs": 1}),
        ("l'Union européenne et avec l'Union européenne", "fr", {"Union européenne": 2}),
        ("a photo, seen at https://example.org/London/Paris%20Rome/x.jpg by Ada", "en", {"Ada": 1}),
        ("a race in Losail.EFE won", "en", {"Losail": 1, "EFE": 1}),
    ],
)
def test_what_belongs_to_a_name(text: str, language: str, wanted: dict[str, int]) -> None:
    """No common noun with an article, no address; an adjective that always stands behind it."""
    assert names(text, language) == wanted


def test_the_menu_of_a_page_names_nothing() -> None:
    """Of short lines, one after the other, no capitals count; of a short sentence they do."""
    menu = "\n".join(("Home", "Local News", "Opinion", "Vancouver Canucks", "Gear Guide", "Contests"))
    assert names(f"{menu}\nThe mayor met Grace Hopper in Boston and then went home.") == {
        "Grace Hopper": 1,
        "Boston": 1,
    }


def test_an_adjective_with_a_capital_is_no_name() -> None:
    """Where it stands before a noun again and again, it counts as an opening, which says nothing."""
    text = "the Republican senators met, and Republican voters and a Republican judge asked for New York."
    [(found, opening)] = names_in(words_of([text], "en"))
    assert opening["Republican"] == found["Republican"] == 3
    assert "New York" not in opening


PEOPLE = """# On engines

Royal Society Ada Lovelace came first. Then Grace Hopper spoke of Ada Lovelace, and G. Hopper wrote to Lovelace. In
Mexico City she met people from Mexico; Mexico was warm, and Mexico paid. All wrote of Hopper, of Mexico City and of
Lovelace.
"""


def test_one_person_and_one_place_each(tmp_path: Path) -> None:
    """What stands before a given name goes, initials are the name that they begin; “Mexico” is not its capital."""
    found = topics(read(tmp_path, {"a.txt": PEOPLE, "b.txt": LATER}))["a.txt"]
    assert {"Ada Lovelace", "Grace Hopper", "Mexico"} <= set(found)
    assert not {"Royal Society Ada Lovelace", "G Hopper", "Hopper", "Lovelace"} & set(found)


def test_given_names_by_themselves_stand_for_the_person(tmp_path: Path) -> None:
    """However much oftener the article uses them."""
    text = "They knew Grace Hopper. " + "Then Grace said no, and Grace left with Grace. " * 3
    found = topics(read(tmp_path, {"a.txt": text, "b.txt": LATER}))["a.txt"]
    assert found[0] == "Grace Hopper"


def test_declined_countries_have_their_plain_name(tmp_path: Path) -> None:
    """Even where only other forms stand in the article; “Vereinigte Staaten” is what it calls USA."""
    polish = (
        "# O prasie w kraju\n\nPierwsza gazeta w Pakistanie jest stara, a prasa z Pakistanu jest znana. Wydawcy "
        "z Pakistanu i z Waszyngtonu piszą, że Waszyngton czyta ich z uwagą, a o Waszyngtonie się nie pisze.\n"
    )
    german = (
        "# Zeitungen und ihre Leser\n\nIn den Vereinigten Staaten liest man sie, und wer in den USA druckt, "
        "verkauft sie in den Vereinigten Staaten. Die USA sind groß.\n"
    )
    found = topics(read(tmp_path, {"a.txt": polish, "b.txt": german}))
    assert {"Pakistan", "Waszyngton"} <= set(found["a.txt"])
    assert not {"Pakistanu", "Waszyngtonu"} & set(found["a.txt"])
    assert "USA" in found["b.txt"]
    assert not {"Vereinigten Staaten", "Vereinigte Staaten"} & set(found["b.txt"])


def test_who_reports_and_where_from_is_no_topic(tmp_path: Path) -> None:
    """The place of the dateline, an agency, the author in another form."""
    text = (
        "# A cable to Ireland\n\nBy Stephanie Bazzle\n\nBOSTON, March 3 - The cable was laid to Valentia, the Daily "
        "Telegraph said. From Valentia to Boston it took an hour, the Associated Press said, and Steph Bazzle wrote of "
        "Valentia. The Associated Press and the Daily Telegraph and Steph Bazzle had it first.\n"
    )
    found = topics(read(tmp_path, {"a.txt": text, "b.txt": CABLE}))["a.txt"]
    assert "Valentia" in found
    assert not {"Boston", "BOSTON", "Associated Press", "Steph Bazzle"} & set(found)


def test_an_adjective_alone_names_no_country(tmp_path: Path) -> None:
    """“French” counts for France only where the article has France, too."""
    text = "A French actress met a French printer, and the French crowd sang. She went home with Ada Lovelace. "
    files = {"a.txt": text, "b.txt": text + "She liked France, and in France they liked her."}
    found = topics(read(tmp_path, files))
    assert "France" not in found["a.txt"]
    assert "France" in found["b.txt"]


def test_a_long_article_has_few_topics(tmp_path: Path) -> None:
    """A word that it names here and there is not what it is about."""
    facts = " ".join(
        f"The mill of year {n} ground wheat{n}, barley{n}, rye{n} and oats{n} for town{n}." for n in range(60)
    )
    text = f"Then Grace Hopper spoke of mills. {facts} She had been in Turin twice, and liked Turin. Hopper left."
    found = topics(read(tmp_path, {"a.txt": text, "b.txt": LATER}))["a.txt"]
    assert "Turin" not in found
