"""Ends that no sentence has: articles, prepositions, conjunctions, commas, opening brackets."""

from __future__ import annotations

import re

from broadsheet.layout.sentence import begins_lower, ends_sentence

_QUOTES = "\"'“„«‘"
_WORDS, _NAME = 3, 4
"""The beginning of a sentence has so many words at least, a name that stands alone so many at most."""
_OPENING = "([{„“‘«‹\"'"
_OPEN_WORDS = frozenset(
    """
    a an the of to in on at by for from with and or but as than that which who whose when while because if into about
    its his her their our your my this these those every each several other between among under over through during
    inside near until till after before since unlike despite against toward towards behind beyond without within
    is are was were has have had be been said says told called including
    der die das des dem den ein eine einer eines einem einen und oder sowie von vom im in mit für auf bei aus nach über
    unter zwischen durch gegen ohne um zum zur als wie dass ob wenn weil seit während laut sein seine seiner seinem ihr
    ihre ihrer unser unsere unserer dieser diese dieses diesen diesem jeder jede jedes jeden alle aller viele vieler
    mehrere weitere weiteren neue neuen neuer ehemalige ehemaligen sogenannte zwei drei vier fünf sechs sieben acht ist
    sind war hat wird sagte sagt
    le la les l un une des du de d à au aux et ou en dans par pour sur avec sans entre selon vers chez que qui dont est
    sont a ont son sa ses leur leurs notre cette cet ces
    el los las una del al y o e en con por para sin entre desde hasta según sobre que su sus este esta estos es son fue
    ha se lo
    il lo gli i uno di da dal dalla della dei delle nel nella con per tra fra che è sono ha questo questa
    o os as um uma do da dos das no na nos nas em com por para que seu sua este esta é foi
    het een van voor met op te bij uit door naar tussen dat die is zijn haar en of aan deze dit
    en ett och att som av till med på för från det den är var har om i mellan denna
    et af til fra på at og der er den det mellem
    w z na do od i o że się po za dla przez
    v ve na s z a že do pro o u k
    в на и с по о от для к из что не за при как у об
    per via upon across amid among behind beneath onto toward whose where whether although though except
    gegenüber trotz wegen angesichts innerhalb außerhalb deren dessen denen sowohl weder sondern aber denn damit obwohl
    falls bevor nachdem bis pro je kein keine keinen keiner einige etwa rund knapp im am beim ins ans
    contre pendant depuis sous mais car comme lorsque puisque où durant chaque plusieurs
    contra durante mediante tras ante bajo aunque pero porque como cuando donde cada
    contro secondo verso ma perché quando sul sulla sui sulle alla alle al allo agli ogni nei negli dai dalle
    segundo sob mas porque quando ao aos à pelo pela pelos pelas cada
    volgens tegen over onder tussen tijdens zonder vanaf binnen buiten omdat maar deze dit elke
    enligt mot hos genom efter innan utan vid inom kring bland samt såsom eftersom varje
    ifølge mod gennem gjennom etter uten uden ved innen inden blant blandt fordi hver
    przez przy przed pod nad bez oraz lub ale który która które
    против через перед между около без или но чтобы который которая которые
    """.split()
)
"""Articles, prepositions, conjunctions and the like of common languages: no paragraph and hardly a heading ends so."""
_PARTICLES = frozenset("auf durch ein an ab nach vor um mit bei über unter av på op uit says said sagt".split())
"""Words of those that a heading may end in: parts of verbs („Der Kurs gibt nach“), and who said it („police said“)."""
_ASKING = frozenset(("Who", "When", "Where"))
"""Alone, they are headings, as those of an invitation."""
_SAYING = ("said", "says", "added", "wrote", "sagte", "sagt")
_SAID = re.compile(rf"[”\"»’]\s(?:{'|'.join(_SAYING)})$")
"""Behind a quotation such a word has its subject after it."""
_PARTS = re.compile(r"\w+(?:[-.]\w+)*")
_ARTICLES = frozenset("the a an der die das le la les l el los las il lo gli de het".split())
"""With these a paragraph begins rather than a name to which a sentence was linked."""
_ELIDED = re.compile(
    r"(?:^|\s)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|all|dall|dell|nell|sull|quell)['’]$", re.IGNORECASE
)
"""What French and Italian words lose their last vowel for follows."""
_RAISED = re.compile(r"(?:^|\s)(?:M (?:me|lle|gr)|[IVX]+ e)$")
"""A French title, or the number of a century, after raised letters were cut off and set on a line of their own."""
_AFTER_RAISED = (" me", " lle", " gr", " e")
_JAPANESE_ENDS = "をの＝「『（《〈【"
"""So no Japanese sentence ends, and hardly a heading."""
_NOUN_IN_NO = re.compile(r"(?<![へとでら])(?:^|(?<=[ぁ-ゖ]))の$")
"""Behind kana の may be the end of a noun, as in もの."""
_PARTICLES_AFTER_WORD = frozenset("のをがはにへとでもや")
"""Before anything but kana, no Japanese word begins with these: they belong to the word before them."""
_KANA = re.compile("[ぁ-ゖ、]")
_ITEM_ENDS = tuple(f"{sign} {word}" for sign in ";," for word in "and or und oder et ou y o e en of".split())
"""So the last item but one of a list ends."""


def is_open(text: str) -> bool:
    """
    Whether a text surely goes on: it ends in an article or a preposition, a comma, or an opening bracket.

    >>> is_open("was sold in New York by"), is_open("Der Kurs gibt nach"), is_open("avant qu’")
    (True, False, True)
    """
    if text[-1] in ",–" or (text[-1] in _OPENING and text[-2:-1] in " "):
        return True
    if text[-1] in "'’":
        return _ELIDED.search(text) is not None
    if text.endswith(_AFTER_RAISED) and _RAISED.search(text):
        return True
    if ends_item(text):
        return False
    if text.endswith(_SAYING) and _SAID.search(text):
        return True
    if text[-1] in _JAPANESE_ENDS:
        return not _NOUN_IN_NO.search(text)
    word = text.rsplit(maxsplit=1)[-1].lstrip(_OPENING)
    if word in _PARTICLES and word != text:
        return False
    return word.lower() in _OPEN_WORDS and (word.islower() or (word == text and word not in _ASKING))


def begins_within(text: str) -> bool:
    """
    Whether a text begins as only the rest of a sentence does: as `begins_lower` tells, or with a Japanese particle.

    >>> begins_within("of Boston"), begins_within("の新聞"), begins_within("のんびり")
    (True, True, False)
    """
    if text[0] in _PARTICLES_AFTER_WORD:
        return len(text) > 1 and not _KANA.match(text, 1)
    return begins_lower(text)


def ends_item(text: str) -> bool:
    """
    Whether a text ends as the last item but one of a list does.

    >>> ends_item("the type, and"), ends_item("type and")
    (True, False)
    """
    return text.endswith(_ITEM_ENDS)


def may_go_on(text: str) -> bool:
    """
    Whether a text without an end mark may be the beginning of a sentence: of some words, not all with capitals.

    >>> may_go_on("Stats are tracked by"), may_go_on("Getty Images"), may_go_on("(Archive of the Times)")
    (True, False, False)
    """
    words = _PARTS.findall(text)
    if not (text[0].isalnum() or text[0] in _QUOTES) or not any(map(str.islower, words)):
        return False
    return len(words) >= _WORDS or words[0].lower() in _ARTICLES


def may_be_link(text: str) -> bool:
    """
    Whether a text may be a name inside a sentence: a few words, the first of them no article, and no end mark.

    >>> may_be_link("Johann Carolus"), may_be_link("The office"), may_be_link("It rained.")
    (True, False, False)
    """
    words = text.split()
    return len(words) <= _NAME and len(text) > 1 and words[0].lower() not in _ARTICLES and not ends_sentence(text)
