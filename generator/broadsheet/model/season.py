"""The names of seasons, by language: to read them, and to write them."""

from __future__ import annotations

SEASONS: dict[str, tuple[str, str, str, str]] = {
    "en": ("spring", "summer", "autumn", "winter"),
    "de": ("Frühling", "Sommer", "Herbst", "Winter"),
    "fr": ("printemps", "été", "automne", "hiver"),
    "es": ("primavera", "verano", "otoño", "invierno"),
    "pt": ("primavera", "verão", "outono", "inverno"),
    "it": ("primavera", "estate", "autunno", "inverno"),
    "nl": ("lente", "zomer", "herfst", "winter"),
    "sv": ("våren", "sommaren", "hösten", "vintern"),
    "da": ("forår", "sommer", "efterår", "vinter"),
    "nb": ("vår", "sommer", "høst", "vinter"),
    "fi": ("kevät", "kesä", "syksy", "talvi"),
    "pl": ("wiosna", "lato", "jesień", "zima"),
    "cs": ("jaro", "léto", "podzim", "zima"),
    "hu": ("tavasz", "nyár", "ősz", "tél"),
    "ro": ("primăvara", "vara", "toamna", "iarna"),
    "ru": ("весна", "лето", "осень", "зима"),
    "uk": ("весна", "літо", "осінь", "зима"),
    "el": ("άνοιξη", "καλοκαίρι", "φθινόπωρο", "χειμώνας"),
    "tr": ("ilkbahar", "yaz", "sonbahar", "kış"),
    "ar": ("ربيع", "صيف", "خريف", "شتاء"),
    "fa": ("بهار", "تابستان", "پاییز", "زمستان"),
    "he": ("אביב", "קיץ", "סתיו", "חורף"),
    "ja": ("春", "夏", "秋", "冬"),
    "zh": ("春", "夏", "秋", "冬"),
    "ko": ("봄", "여름", "가을", "겨울"),
}
"""Spring, summer, autumn, winter, as they stand with a year: before it, in Hungarian and the last three after it."""
