"""
The words of prompts, by language: phrases that stand alone, or before a colon and what they lead to.

A phrase is looked up whole, without the difference of capitals and signs at its ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

ADS = {
    "en": "advertisement | advertisements | advertisement - continue reading below | continue reading below"
    " | advertisement continues below | article continues below | article continues below advertisement"
    " | article continues after advertisement | story continues below | story continues below advertisement"
    " | story continues after advertisement | scroll to continue | scroll to continue with content"
    " | continue reading the main story | sponsored content | paid content",
    "de": "anzeige | werbung | advertorial | nach der anzeige geht es weiter | hier weiterlesen",
    "fr": "publicité | la suite après la publicité | annonce",
    "es": "publicidad | anuncio | la nota continúa después de la publicidad | sigue leyendo",
    "pt": "publicidade | anúncio | continua após a publicidade | continua depois da publicidade",
    "it": "pubblicità | annuncio pubblicitario | continua a leggere dopo la pubblicità",
    "nl": "advertentie | reclame | lees verder na de advertentie | tekst gaat verder onder de advertentie"
    " | lees verder onder de advertentie",
    "sv": "annons | annonser | artikeln fortsätter efter annonsen | artikeln fortsätter under annonsen",
    "da": "annoncer | artiklen fortsætter efter annoncen | reklame",
    "no": "annonse | saken fortsetter under annonsen | artikkelen fortsetter under annonsen",
    "fi": "mainos",
    "pl": "reklama | dalsza część artykułu pod materiałem wideo | koniec bloku reklamowego",
    "cs": "inzerce | článek pokračuje pod reklamou",
    "hu": "hirdetés",
    "ro": "publicitate",
    "tr": "reklam | haberin devamı reklamdan sonra",
    "id": "iklan | scroll untuk lanjut membaca",
    "vi": "quảng cáo",
    "ru": "реклама | на правах рекламы",
    "uk": "реклама",
    "el": "διαφήμιση",
    "he": "פרסומת",
    "ar": "إعلان | اعلان | إعلانات",
    "fa": "آگهی | تبلیغات",
    "hi": "विज्ञापन",
    "bn": "বিজ্ঞাপন",
    "th": "โฆษณา",
    "zh": "广告 | 廣告",
    "ja": "広告 | スポンサーリンク",
    "ko": "광고",
}
"""What parts a text where an advertisement stood."""

RELEASE = {
    "en": "for immediate release | press release | news release | media release | release",
    "de": "pressemitteilung | presseinformation | medienmitteilung | zur sofortigen veröffentlichung",
    "fr": "communiqué de presse | communiqué | pour diffusion immédiate | à diffuser immédiatement",
    "es": "comunicado de prensa | nota de prensa | para publicación inmediata | para difusión inmediata",
    "pt": "comunicado de imprensa | nota à imprensa | para divulgação imediata",
    "it": "comunicato stampa | per la pubblicazione immediata",
    "nl": "persbericht",
    "sv": "pressmeddelande",
    "da": "pressemeddelelse",
    "no": "pressemelding",
    "fi": "lehdistötiedote",
    "pl": "informacja prasowa | komunikat prasowy",
    "cs": "tisková zpráva",
    "tr": "basın bülteni",
    "ru": "пресс-релиз",
    "uk": "пресреліз",
    "ja": "プレスリリース",
    "ko": "보도자료",
    "zh": "新闻稿 | 新聞稿",
}
"""What stands above the headline of a press release."""

MORE = {
    "en": "read more | read also | also read | read next | read the full story | also on our site | don't miss"
    " | must read | related article | related articles | related story | related stories | related news"
    " | related posts | related content | related coverage | related reading | recommended stories"
    " | recommended videos | recommended reading | recommended for you | you may also like | you might also like"
    " | more on this story | more stories",
    "de": "lesen sie auch | lesen sie dazu auch | lesen sie hier | lesen sie mehr | lesen sie mehr zum thema"
    " | mehr zum thema | lies auch | auch interessant | das könnte sie auch interessieren"
    " | das könnte dich auch interessieren | weiterlesen | mehr dazu | mehr lesen | weitere artikel",
    "fr": "lire aussi | à lire aussi | a lire aussi | à lire également | lire également | à lire | voir aussi"
    " | lire la suite | sur le même sujet | sur le même thème",
    "es": "lee también | lea también | leer también | lee además | leer más | lee más | te puede interesar"
    " | también te puede interesar | le puede interesar | ver también | mira también | notas relacionadas"
    " | noticias relacionadas | artículos relacionados",
    "pt": "leia também | leia mais | leia ainda | veja também | veja mais | saiba mais | confira também"
    " | notícias relacionadas | artigos relacionados",
    "it": "leggi anche | leggi tutto | leggi di più | vedi anche | guarda anche | potrebbe interessarti"
    " | ti potrebbe interessare | ti potrebbe interessare anche | articoli correlati",
    "nl": "lees ook | lees meer | lees verder | bekijk ook | gerelateerde artikelen",
    "sv": "läs också | läs även | läs mer | se också | relaterade artiklar",
    "da": "læs også | læs mere | se også",
    "no": "les også | les mer | se også",
    "fi": "lue myös | lue lisää | katso myös",
    "pl": "czytaj także | czytaj też | czytaj również | czytaj więcej | zobacz też | zobacz także"
    " | zobacz również | przeczytaj też | przeczytaj także | powiązane artykuły",
    "cs": "čtěte také | čtěte též | přečtěte si také | přečtěte si | související články",
    "hu": "olvassa el ezt is | kapcsolódó cikkek",
    "ro": "citește și | citeşte şi | citeste si | vezi și",
    "tr": "ayrıca okuyun | bunu da okuyun | ilgili haberler | ilgili haber",
    "id": "baca juga | baca selengkapnya | lihat juga | simak juga | berita terkait | artikel terkait",
    "vi": "xem thêm | đọc thêm | tin liên quan | bài liên quan",
    "ru": "читайте также | читайте ещё | читать далее | смотрите также | материалы по теме | по теме",
    "uk": "читайте також | дивіться також | читати далі",
    "el": "διαβάστε επίσης | διαβάστε ακόμη | δείτε επίσης",
    "he": "קראו גם | קרא גם | קראו עוד | כתבות נוספות",
    "ar": "اقرأ أيضا | اقرأ أيضاً | اقرأ ايضا | إقرأ أيضا | إقرأ أيضاً | اقرأ المزيد | اقرأ أيضًا | شاهد أيضا"
    " | شاهد أيضاً | مواضيع ذات صلة | أخبار ذات صلة",
    "fa": "بیشتر بخوانید | همچنین بخوانید | بخوانید | مطالب مرتبط",
    "ur": "یہ بھی پڑھیں | مزید پڑھیں",
    "hi": "यह भी पढ़ें | ये भी पढ़ें | और पढ़ें | इसे भी पढ़ें",
    "bn": "আরও পড়ুন | আরো পড়ুন",
    "th": "อ่านเพิ่มเติม | ข่าวที่เกี่ยวข้อง",
    "zh": "相关阅读 | 延伸阅读 | 推荐阅读 | 相关新闻 | 相关报道 | 相關閱讀 | 相關新聞 | 延伸閱讀 | 更多阅读",
    "ja": "関連記事 | 関連リンク | あわせて読みたい | 合わせて読みたい | おすすめ記事 | 続きを読む | 関連ニュース",
    "ko": "관련기사 | 관련 기사 | 함께 보면 좋은 기사",
}
"""What leads to other articles; alone, or before a colon or the like and their titles."""

LISTS = {
    "en": "most read | most popular | most viewed | most shared | most commented | trending now | popular now"
    " | popular stories | popular posts | latest stories | editors' picks | editor's picks | top stories"
    " | latest news | related | related topics | trending | popular | recommended | more from this section",
    "de": "meistgelesen | meistgelesene artikel | am meisten gelesen | beliebt | neueste artikel",
    "fr": "les plus lus | les plus lues | articles les plus lus | à la une",
    "es": "lo más leído | lo más visto | las más leídas | lo último",
    "pt": "mais lidas | as mais lidas | mais lidos | últimas notícias",
    "it": "i più letti | più letti | le più lette | articoli più letti",
    "nl": "meest gelezen | meest bekeken",
    "sv": "mest lästa | mest läst",
    "da": "mest læste | mest læst",
    "no": "mest lest | siste nytt",
    "fi": "luetuimmat | suosituimmat",
    "pl": "najczęściej czytane | najpopularniejsze",
    "cs": "nejčtenější",
    "tr": "en çok okunanlar | çok okunanlar",
    "id": "terpopuler | paling banyak dibaca | berita terpopuler",
    "ru": "самое читаемое | популярное | самое популярное | главное",
    "uk": "найпопулярніше | популярне",
    "ar": "الأكثر قراءة | الأكثر مشاهدة",
    "hi": "सबसे ज़्यादा पढ़ी गई | ट्रेंडिंग",
    "zh": "热门文章 | 热门新闻 | 最多阅读 | 熱門新聞 | 猜你喜欢",
    "ja": "人気記事 | アクセスランキング | 人気の記事",
    "ko": "많이 본 뉴스 | 인기 기사 | 많이 본 기사",
}
"""Headings of lists of other articles; set aside only with their list, up to the end."""

SHARE = {
    "en": "share this | share this article | share this story | share this post | share this page | share article"
    " | share via email | share this with | tweet this | print this page | print this article"
    " | email this article | print article | save this article | listen to this article | skip to content"
    " | skip to main content | back to top | copy link | link copied | copy link copied | view comments | show comments"
    " | leave a comment | post a comment | join the conversation | leave a reply"
    " | view this email in your browser | view this email online | view this message in your browser"
    " | view in browser | view in your browser | view online | read online | open in browser",
    "de": "artikel teilen | diesen artikel teilen | beitrag teilen | jetzt teilen | artikel drucken"
    " | zum inhalt springen | nach oben | kommentar schreiben | kommentare anzeigen | zur startseite"
    " | im browser ansehen | im browser anzeigen | newsletter im browser ansehen | online ansehen",
    "fr": "partager cet article | partager l'article | partagez cet article | imprimer cet article"
    " | aller au contenu | retour en haut | voir les commentaires | laisser un commentaire"
    " | voir dans le navigateur | voir la version en ligne | afficher dans le navigateur",
    "es": "compartir este artículo | compartir esta noticia | comparte este artículo | compartir nota"
    " | saltar al contenido | ir al contenido | volver arriba | ver comentarios | dejar un comentario"
    " | ver en el navegador | ver este correo en el navegador",
    "pt": "compartilhe esta notícia | compartilhar esta notícia | compartilhe este artigo | partilhar artigo"
    " | pular para o conteúdo | voltar ao topo | ver comentários | deixe um comentário",
    "it": "condividi questo articolo | condividi l'articolo | condividi articolo | vai al contenuto | torna su"
    " | lascia un commento",
    "nl": "deel dit artikel | artikel delen | naar de inhoud | reageer op dit artikel",
    "sv": "dela artikeln | dela den här artikeln | hoppa till innehåll | skriv en kommentar",
    "da": "del artiklen | del denne artikel | gå til indhold",
    "no": "del artikkelen | del saken | gå til innhold",
    "fi": "jaa artikkeli | siirry sisältöön",
    "pl": "udostępnij artykuł | przejdź do treści | zostaw komentarz",
    "cs": "sdílet článek | přejít na obsah",
    "tr": "haberi paylaş | bu haberi paylaş",
    "id": "bagikan artikel ini | bagikan berita ini | tinggalkan komentar",
    "vi": "chia sẻ bài viết",
    "ru": "поделиться статьёй | поделиться новостью | поделиться в соцсетях | оставить комментарий",
    "uk": "поділитися новиною | залишити коментар",
    "ar": "شارك المقال | شارك هذا المقال | شارك الخبر | أضف تعليقا | اترك تعليقا",
    "fa": "اشتراک گذاری | نظر دهید",
    "hi": "शेयर करें | खबर शेयर करें",
    "zh": "分享到 | 分享本文 | 分享这篇文章 | 返回顶部",
    "ja": "この記事をシェア | シェアする | コメントを書く | この記事をシェアする",
    "ko": "기사 공유하기 | 공유하기 | 댓글 쓰기",
}
"""The labels of buttons and links about an article; whole paragraphs only."""

NETWORKS = (
    "facebook | twitter | whatsapp | telegram | linkedin | pinterest | reddit | tumblr | messenger | flipboard"
    " | viber | instagram | wechat | weibo | threads | bluesky | xing | youtube | google+ | tiktok | mastodon"
    " | pocket | vk | вконтакте | одноклассники | فيسبوك | تويتر | واتساب | はてなブックマーク | 微博 | 微信"
    " | 카카오톡 | 페이스북"
)
"""Social networks; two of them stand in every social bar."""

BUTTONS = (
    "x | email | e-mail | mail | print | share | tweet | pin | pin it | copy link | link | sms | line | save"
    " | bookmark | comment | comments | rss | teilen | drucken | senden | merken | partager | imprimer"
    " | compartir | imprimir | enviar | compartilhar | partilhar | condividi | stampa | deel | delen | dela"
    " | skriv ut | udostępnij | drukuj | поделиться | твитнуть | مشاركة | طباعة | シェア | ツイート | 印刷 | 分享"
    " | 打印 | 공유 | 인쇄 | bagikan | chia sẻ | शेयर"
)
"""The other buttons of a social bar."""


ANY = " "
"""Among the letters that may follow a first word: any may, or none."""


def begun(known: Iterable[str]) -> dict[str, str]:
    """
    How some phrases begin: their first words, each with the letters that the second ones begin with.

    >>> begun(["in pictures", "in print", "in full", "video"])
    {'in': 'ppf', 'video': ' '}
    """
    found: dict[str, str] = {}
    for phrase in known:
        first, _, rest = phrase.partition(" ")
        found[first] = found.get(first, "") + (rest[:1] or ANY)
    return found


def phrases(table: Mapping[str, str]) -> frozenset[str]:
    """All phrases of a table."""
    return frozenset(phrase for row in table.values() for phrase in split(row))


def split(row: str) -> list[str]:
    """
    The phrases of one row.

    >>> split("read more | read also")
    ['read more', 'read also']
    """
    return [" ".join(phrase.split()) for phrase in row.split(" | ")]
