"""Names of places: the cities that reports are sent from, countries, and states as datelines shorten them."""

from __future__ import annotations

from functools import cache, lru_cache
from zoneinfo import available_timezones

from broadsheet.recognise.lexicon.months import fold, script_of
from broadsheet.recognise.lexicon.table import table

_CONTINENTS = frozenset("Africa America Asia Atlantic Australia Europe Indian Pacific".split())
_SHORTEST = 3
_WORDS = frozenset(
    "nome troll center casey davis wake easter knox chatham midway reunion palmer mahe yap truk wallis gambier"
    " lindeman marigot eucla currie midland vincennes marengo mawson rothera syowa vostok oral soul wina cita"
    " adak".split()
)
"""Zones whose names are words or names of persons too, or where no newspaper has an office."""
_CITIES = """
    Aachen|Aleppo|Alexandria|Ankara|Antwerp|Atlanta|Austin|Baltimore|Barcelona|Basel|Bengaluru|Bangalore|Beijing|Bern
    |Bhopal|Bilbao|Birmingham|Bologna|Bombay|Bonn|Bordeaux|Boston|Bremen|Brighton|Bristol|Brooklyn|Calcutta|Calgary
    |Canberra|Canton|Cardiff|Charlotte|Chennai|Chongqing|Cincinnati|Cleveland|Cologne|Columbus|Dallas|Damascus|Delhi
    |Den Haag|Donetsk|Dortmund|Dresden|Duisburg|Düsseldorf|Edinburgh|Essen|Florence|Frankfurt|Frankfurt am Main
    |Frankfurt/Main|Fukuoka|Genève|Genf|Geneva|Genoa|Genova|Gdańsk|Glasgow|Graz|Guangzhou|Hamburg|Hannover|Hanoi|Hanover
    |The Hague|La Haye|La Haya|Hiroshima|Houston|Hyderabad|Indianapolis|Innsbruck|Islamabad|Izmir|Jeddah|Jena|Kampala
    |Kansas City|Karlsruhe|Kharkiv|Kiel|Köln|Kraków|Kyiv|Kyoto|Lahore|Las Vegas|Lausanne|Leeds|Leipzig|Lille|Linz
    |Liverpool|Lucknow|Luzern|Lviv|Lyon|Lyons|Mainz|Manchester|Mannheim|Marseille|Marseilles|Mecca|Memphis|Miami|Milan
    |Milano|Milwaukee|Minneapolis|Montreal|Montréal|Mosul|Mumbai|Munich|München|Münster|Nagasaki|Nagoya|Nanjing|Nantes
    |Naples|Napoli|Nashville|New Delhi|Neu-Delhi|New Orleans|New York City|Newcastle|Nice|Nottingham|Nuremberg|Nürnberg
    |Odesa|Odessa|Oklahoma City|Osaka|Oxford|Palermo|Peking|Peshawar|Petrograd|Philadelphia|Pittsburgh|Potsdam|Prag
    |Pretoria|Putrajaya|Pyongyang|Quebec|Québec|Rawalpindi|Rio de Janeiro|Roma|Rostock|Rotterdam|Saarbrücken|Sacramento
    |Saigon|Salt Lake City|Salzburg|San Antonio|San Diego|San Francisco|Schwerin|Seattle|Sevilla|Seville|Sheffield
    |Shenzhen|Sitten|Southampton|Srebrenica|St. Louis|St. Gallen|St. Petersburg|Strasbourg|Straßburg|Stuttgart|Taipei
    |Tel Aviv|Tel Aviv-Yafo|Torino|Toulouse|Trieste|Turin|United Nations|Utrecht|Valencia|Vatican City|Venezia|Venice
    |Warsaw|Washington|Wien|Wiesbaden|Winterthur|Wuhan|York|Zaragoza|Zürich
    |Санкт-Петербург|Новосибирск|Екатеринбург|Казань|Харьков|Одесса|Львов|Нижний Новгород
    |Вашингтон|Ουάσινγκτον|واشنطن|华盛顿|華盛頓|वाशिंगटन|القدس|مكة|حلب|رام الله
    |أبوظبي|النجف|نیویورک|نئی دہلی|לונדון|תל אביב|חיפה
    |नई दिल्ली|मुंबई|लखनऊ|भोपाल|पटना|जयपुर|चंडीगढ़|広州|北京|南京|天津|重庆|广州|深圳|武汉|成都|西安|廣州|南京|台中|高雄
    |吉隆坡|檳城|東京|大阪|名古屋|京都|横浜|ワシントン|ニューヨーク|サンフランシスコ|ジュネーブ|ミュンヘン|워싱턴|부산|대구|인천|광주|대전
"""
"""Cities that datelines name and no time zone does."""
_STATES = """
    Ala. Alaska Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Hawaii Idaho Ill. Ind. Iowa Kan. Kans. Ky. La. Maine Md.
    Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nebr. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Ohio Okla. Ore. Oreg. Pa. Penn.
    R.I. S.C. S.D. Tenn. Tex. Texas Utah Vt. Va. Wash. W.Va. Wis. Wisc. Wyo. D.C. P.R. Ont. Que. Alta. Sask. Man. B.C.
    N.B. N.S. Nfld. P.E.I. N.S.W. Vic. Qld.
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
    RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC AB SK MB BC NB NS NL NSW QLD
    Alabama Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Illinois Indiana Kansas Kentucky
    Louisiana Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Oklahoma Oregon
    Pennsylvania Tennessee Vermont Virginia Washington Wisconsin Wyoming Ontario Alberta Saskatchewan Manitoba Quebec
    England Scotland Wales Bavaria Bayern Hessen Sachsen Uttar-Pradesh Madhya-Pradesh Kerala Punjab
"""
_MORE_STATES = (
    "New York|New Jersey|New Mexico|New Hampshire|North Carolina|South Carolina|North Dakota|South Dakota"
    "|Rhode Island|West Virginia|British Columbia|Nova Scotia|New Brunswick|New South Wales|Northern Ireland"
)


@lru_cache(maxsize=4096)
def is_place(name: str) -> bool:
    """
    Whether a text is the name of a large city or a country, in one of many languages.

    >>> is_place("Paris"), is_place("NEW YORK"), is_place("Reuters")
    (True, True, False)
    """
    return fold(name) in _countries() or city(name) is not None


def city(name: str) -> str | None:
    """
    The usual form of a city's name, or ``None`` where the city is not known.

    >>> city("RIO DE JANEIRO"), city("ΑΘΗΝΑ"), city("МОСКВА"), city("Reading")
    ('Rio de Janeiro', 'Αθήνα', 'Москва', None)
    """
    forms = _cities(script_of(name)).get(fold(name), ())
    upper = name.upper()
    return next((form for form in forms if form.upper() == upper), forms[0] if forms else None)


@cache
def is_region(name: str) -> bool:
    """
    Whether a text is a country, or a state or province as a dateline adds it.

    >>> is_region("Wis."), is_region("N.Y."), is_region("France"), is_region("Monday")
    (True, True, True, False)
    """
    return fold(name) in _regions()


@cache
def _regions() -> frozenset[str]:
    return _countries() | frozenset(fold(name) for name in (*_STATES.split(), *_MORE_STATES.split("|")))


@cache
def _countries() -> frozenset[str]:
    """The countries and continents of the CLDR in seven languages; not the world."""
    return frozenset(table()["countries"])


@cache
def _cities(script: str) -> dict[str, tuple[str, ...]]:
    """The forms of each city of a script: as time zones and the languages name them, and those that are added."""
    names = [name.strip() for name in _CITIES.split("|")]
    names = [name for name in names if script_of(name) == script]
    names += table()["cities"].get(script, [])
    if script == "LATIN":
        names += [zone.rpartition("/")[2].replace("_", " ") for zone in sorted(available_timezones()) if _is_city(zone)]
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        key = fold(name)
        known = found.get(key, ())
        if key not in _WORDS and name not in known and (len(key) > _SHORTEST or not key.isascii() or name == "Rom"):
            found[key] = (*known, name)
    return found


def _is_city(zone: str) -> bool:
    """Whether a time zone is named for a city, as those of the continents and oceans are."""
    return zone.partition("/")[0] in _CONTINENTS and not zone.rpartition("/")[2].isupper()
