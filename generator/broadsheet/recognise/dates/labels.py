"""Words beside a date that tell whether the article was published or updated then."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from broadsheet.recognise.lexicon.plain_words import may_have

Label = Literal["published", "updated"]

_PUBLISHED = {
    "en": "originally published|first published|first posted|published online|published|publish date|posted|date posted"
          "|issued|issue date|date published|created|released|release date|pub date|publication date|filed"
          "|for immediate release|for release",
    "de": "zuerst veröffentlicht|erstveröffentlichung|erstveröffentlicht|erstmals veröffentlicht|veröffentlicht"
          "|veröffentlichung|publiziert|erschienen|erstellt|online seit",
    "fr": "publié|publiée|publication|paru|mis en ligne|mise en ligne|date de publication|créé",
    "es": "publicado|publicada|fecha de publicación|creado",
    "pt": "publicado|publicada|publicação|data de publicação|criado",
    "it": "pubblicato|pubblicata|data di pubblicazione|creato",
    "nl": "gepubliceerd|geplaatst|verschenen|publicatiedatum",
    "sv": "publicerad|publicerat|publicerades", "da": "publiceret|offentliggjort|udgivet",
    "nb": "publisert|lagt ut", "fi": "julkaistu|luotu", "is": "birt",
    "pl": "opublikowano|opublikowany|data publikacji|dodano|data dodania|utworzono",
    "lt": "paskelbta|publikuota", "lv": "publicēts", "et": "avaldatud",
    "cs": "publikováno|zveřejněno|vydáno", "sk": "publikované|zverejnené|uverejnené",
    "hu": "megjelent|közzétéve|publikálva|megjelenés", "ro": "publicat|publicat la|data publicării",
    "hr": "objavljeno|objavljen", "sl": "objavljeno", "ca": "publicat|publicada",
    "tr": "yayınlanma tarihi|yayınlanma|yayınlandı|yayın tarihi|giriş tarihi|giriş|oluşturulma tarihi|oluşturulma",
    "id": "diterbitkan|dipublikasikan|dipublikasi|dimuat|terbit|tayang",
    "ms": "diterbitkan|disiarkan", "vi": "xuất bản|đăng lúc|đăng ngày|ngày đăng", "sw": "imechapishwa|ilichapishwa",
    "ru": "дата публикации|опубликовано|опубликована|опубликован|публикация|создано",
    "uk": "опубліковано|дата публікації|оприлюднено", "bg": "публикувано|публикуван", "sr": "објављено",
    "el": "δημοσιεύθηκε|δημοσιεύτηκε|δημοσίευση|ημερομηνία δημοσίευσης",
    "ar": "تاريخ النشر|نشر في|نُشر في|نشر|نُشر|تم النشر|صدر في|تاريخ الإضافة", "fa": "تاریخ انتشار|منتشر شده در|انتشار",
    "ur": "تاریخ اشاعت|اشاعت|شائع", "he": "פורסם|תאריך פרסום|פרסום",
    "hi": "प्रकाशित तिथि|प्रकाशित|प्रकाशन तिथि", "mr": "प्रकाशित", "bn": "প্রকাশিত|প্রকাশ",
    "ta": "வெளியிடப்பட்டது|பதிவு செய்த நாள்", "te": "ప్రచురించబడింది|ప్రచురణ", "th": "เผยแพร่เมื่อ|เผยแพร่|วันที่เผยแพร่",
    "ja": "公開日時|公開日|公開|掲載日|掲載|投稿日|投稿|発行日|発行|配信日時|配信|発表日|初出|作成日",
    "zh": "发布时间|发布日期|发布于|發布時間|發佈日期|發布日期|發佈於|發表於|发表于|发布|發佈|發布|發表|刊登",
    "ko": "게시일|게시|등록일|등록|입력|발행일|작성일|송고",
}  # fmt: skip
_UPDATED = {
    "en": "last updated|last modified|last edited|last revised|last changed|updated|modified|revised|edited|amended",
    "de": "zuletzt aktualisiert|zuletzt geändert|zuletzt bearbeitet|aktualisiert|aktualisierung|letzte änderung"
          "|geändert|stand|update vom|update",
    "fr": "mis à jour|mise à jour|modifié|modifiée|actualisé|dernière modification|dernière mise à jour",
    "es": "última actualización|actualizado|actualizada|actualización|modificado",
    "pt": "última atualização|atualizado|atualizada|atualização|modificado",
    "it": "ultimo aggiornamento|aggiornato|aggiornata|aggiornamento|modificato|modifica|ultima modifica",
    "lt": "atnaujinta", "lv": "atjaunots", "et": "uuendatud",
    "nl": "laatst bijgewerkt|laatste update|bijgewerkt|gewijzigd|laatst gewijzigd",
    "sv": "senast uppdaterad|uppdaterad|uppdaterat|ändrad", "da": "sidst opdateret|opdateret|ændret",
    "nb": "sist oppdatert|oppdatert|endret", "fi": "päivitetty|viimeksi päivitetty|muokattu", "is": "uppfært",
    "pl": "ostatnia aktualizacja|zaktualizowano|aktualizacja|zmodyfikowano", "cs": "aktualizováno|upraveno",
    "sk": "aktualizované", "hu": "frissítve|frissült|módosítva", "ro": "actualizat|ultima actualizare|modificat",
    "hr": "ažurirano", "sl": "posodobljeno", "ca": "actualitzat|actualitzada",
    "tr": "son güncelleme tarihi|son güncelleme|güncelleme tarihi|güncelleme|güncellendi|güncellenme",
    "id": "diperbarui|pembaruan|terakhir diperbarui", "ms": "dikemas kini|dikemaskini", "vi": "cập nhật lúc|cập nhật",
    "sw": "imesasishwa|ilisasishwa",
    "ru": "последнее обновление|обновлено|обновлена|обновлен|изменено", "uk": "оновлено|змінено",
    "bg": "обновено|последна промяна", "sr": "ажурирано", "el": "ενημερώθηκε|τελευταία ενημέρωση|ενημέρωση",
    "ar": "آخر تحديث|تاريخ التحديث|تم التحديث|تحديث|محدث", "fa": "به‌روزرسانی|بروزرسانی|آخرین به‌روزرسانی",
    "ur": "تازہ کاری|اپ ڈیٹ", "he": "עודכן|עדכון אחרון|עדכון", "hi": "अंतिम अपडेट|अपडेट|अद्यतन", "mr": "अद्यतनित|अपडेट",
    "bn": "সর্বশেষ আপডেট|হালনাগাদ|আপডেট", "ta": "புதுப்பிக்கப்பட்டது", "te": "నవీకరించబడింది",
    "th": "ปรับปรุงล่าสุด|อัปเดตล่าสุด|อัปเดต|แก้ไข",
    "ja": "最終更新日時|最終更新日|最終更新|更新日時|更新日|更新|改訂",
    "zh": "最后更新|最後更新|更新时间|更新時間|更新于|更新於|修改于",
    "ko": "최종수정|최종 수정|수정일|수정|업데이트",
}  # fmt: skip
_OF_DATES = {
    "en": "dated|date", "de": "datum", "fr": "date", "es": "fecha", "pt": "data", "nl": "datum", "tr": "tarih",
    "id": "tanggal", "ru": "дата", "el": "ημερομηνία", "ar": "التاريخ|تاريخ", "fa": "تاریخ", "he": "תאריך",
    "hi": "दिनांक|तारीख", "mr": "दिनांक", "bn": "তারিখ", "th": "วันที่", "ja": "日付", "zh": "日期", "ko": "날짜|일자",
}  # fmt: skip
"""Words that say no more than that a date follows."""

_ANY_ORDER = frozenset("en ja zh ko hu sv".split())
"""Languages whose labels do not tell that the day stands first: some of their countries write it elsewhere."""
_PREPOSITIONS = (
    "on|at|am|vom|den|der|dem|le|du|el|em|no dia|dia|il|del|op|om|dnia|w dniu|dne|dňa|la|ngày|lúc|pada|tanggal"
    "|mnamo|noong|tarihinde|в|от|на|від|στις|في|يوم|بتاريخ|در|ב-|को|پر|d\\.|a|à|på|die|ika-|ika"
)


class Labelled(NamedTuple):
    """A label and its place in a line."""

    start: int
    end: int
    label: Label | None
    """``None`` for a word that says no more than that a date follows."""
    day_first: bool
    """Whether it is of a language that writes the day before the month."""


def _phrases() -> dict[str, tuple[Label | None, bool]]:
    """Each label with its meaning, and whether all languages that have it write the day first; longer ones first."""
    found: dict[str, tuple[Label | None, bool]] = {}
    for label, table in (("published", _PUBLISHED), ("updated", _UPDATED), (None, _OF_DATES)):
        for language, phrases in table.items():
            for phrase in phrases.split("|"):
                known, first = found.get(phrase, (label, True))
                found[phrase] = (known, first and language not in _ANY_ORDER)  # type: ignore[assignment]
    return {phrase: found[phrase] for phrase in sorted(found, key=len, reverse=True)}


_PHRASES = _phrases()
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_RUN_ON = re.compile("|".join(phrase for phrase in _PHRASES if re.match(f"[{_UNSPACED}]", phrase)))
"""Labels of scripts that do not part words."""
_BY_WORD: dict[str, list[str]] = {}
for _phrase in _PHRASES:
    _BY_WORD.setdefault(_phrase.split()[0], []).append(_phrase)
_WORDS = re.compile(r"[^\W\d_][^\s\d!-&(-,./:-@\[-`{-~]*")
_FIRST = frozenset(re.split("[^a-z]", word, maxsplit=1)[0].encode() for word in _BY_WORD if word.isascii())
"""The letters that those in ASCII begin with."""
_SCRIPT = re.compile(f"[{_UNSPACED}]")
_BEFORE = re.compile(rf"(?:(?<=\s)|(?<=[:,(|])|^)(?:{_PREPOSITIONS})[\s:]*$|(?:ที่|เมื่อ)\s*$", re.IGNORECASE)


def labels_in(text: str) -> list[Labelled]:
    """
    The labels of a line, in their order.

    >>> [(found.label, found.day_first) for found in labels_in("Publié le 1er mai 2020, mis à jour le 3 mai 2020")]
    [('published', True), ('updated', True)]
    """
    if not may_have(text, _FIRST):
        return []
    low, found, end = text.lower(), [], 0
    if _SCRIPT.search(text):
        found = [Labelled(match.start(), match.end(), *_PHRASES[match[0]]) for match in _RUN_ON.finditer(text)]
    for word in _WORDS.finditer(low):
        for phrase in _BY_WORD.get(word[0], ()) if word.start() >= end else ():
            end = word.start() + len(phrase)
            if low.startswith(phrase, word.start()) and not low[end : end + 1].isalpha():
                found.append(Labelled(word.start(), end, *_PHRASES[phrase]))
                break
            end = word.start()
    return sorted(found)


def without_preposition(before: str) -> str:
    """
    Take off the word that leads to a date, such as "on", from the end of what stands before it.

    >>> without_preposition("Ada Lovelace, on "), without_preposition("le ")
    ('Ada Lovelace,', '')
    """
    return _BEFORE.sub("", before).rstrip() if before else ""
