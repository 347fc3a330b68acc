"""Sections of a paper and kinds of article, which stand alone between headline and date as a name does."""

from __future__ import annotations

_BY_LANGUAGE = {
    "en": "analysis | archive | arts | books | breaking news | business | comment"
    " | crime | culture | economy | editorial"
    " | education | entertainment | environment | europe | exclusive | explainer | fact check | feature | features"
    " | finance | food | guest post | health | home | home news | international | interview | latest news"
    " | letter to the editor | letters | letters to the editor | lifestyle"
    " | live updates | local | local news | magazine | media | money | movies | music | national | news | obituary"
    " | obituaries | opinion | podcast | politics | press release | review"
    " | science | society | sport | sports | stocks"
    " | technology | tech | top stories | travel | us news | video | weather | world | world news",
    "de": "aktuell | ausland | deutschland | digital | feuilleton | gastbeitrag | gesellschaft | gesundheit | inland"
    " | interview | kommentar | kultur | leben | leserbrief | leserbriefe | lokales | meinung | nachrichten"
    " | newsticker | panorama | politik"
    " | pressemitteilung | ratgeber | regional | reise | reportage | sport"
    " | technik | unterhaltung | welt | wirtschaft"
    " | wissen | wissenschaft",
    "fr": "actualité | actualités | analyse | courrier des lecteurs | culture | éditorial | économie | environnement"
    " | france | international"
    " | monde | opinion | planète | politique | reportage | santé | sciences | société | sport | sports | tribune",
    "es": "actualidad | cartas al director | ciencia | cultura | deportes | economía | editorial"
    " | entrevista | españa | internacional | mundo"
    " | nacional | noticias | opinión | política | salud | sociedad | sucesos | tecnología",
    "pt": "brasil | ciência | cultura | desporto | economia | educação | esporte"
    " | esportes | mundo | notícias | opinião"
    " | país | política | saúde | sociedade | tecnologia",
    "it": "cronaca | cultura | economia | esteri | mondo | notizie | politica"
    " | salute | scienza | scienze | spettacoli"
    " | sport | tecnologia | ultime notizie",
    "nl": "binnenland | buitenland | cultuur | economie | gezondheid | nieuws | opinie | politiek | sport | wetenschap",
    "sv": "ekonomi | inrikes | kultur | ledare | nyheter | nöje | politik | sport | utrikes",
    "da": "debat | indland | kultur | nyheder | politik | sport | udland | økonomi",
    "nb": "innenriks | innlent | kultur | meninger | nyheter | sport | utenriks | økonomi",
    "is": "innlent | erlent",
    "fi": "kotimaa | kulttuuri | politiikka | talous | ulkomaat | uutiset | urheilu",
    "pl": "gospodarka | kraj | kultura | nauka | opinie | polityka | polska | sport | świat | wiadomości | zdrowie",
    "cs": "domácí | ekonomika | komentáře | kultura | politika | sport | svět | věda | zahraničí | zprávy",
    "hu": "belföld | gazdaság | hírek | kultúra | külföld | sport | tudomány",
    "ro": "actualitate | cultură | economie | opinii | politică | sport | știri",
    "hr": "gospodarstvo | hrvatska | kultura | politika | sport | svijet | vijesti",
    "el": "ελλάδα | επιστήμη | κόσμος | οικονομία | πολιτική | πολιτισμός | αθλητικά | απόψεις",
    "tr": "dünya | ekonomi | gündem | haberler | kültür | sağlık | siyaset | spor | teknoloji | yaşam",
    "id": "berita | ekonomi | hukum | internasional | nasional | olahraga | opini | politik",
    "vi": "giáo dục | kinh doanh | pháp luật | sức khỏe | thế giới | thể thao | thời sự | tin tức | văn hóa",
    "ru": "в мире | наука | культура | мнение | мнения | мир | новости | общество | политика | происшествия | россия"
    " | спорт | экономика",
    "uk": "економіка | культура | новини | політика | світ | спорт | суспільство | україна",
    "ar": "اقتصاد | الأخبار | أخبار | العالم | ثقافة | رأي | رياضة | سياسة | صحة | علوم | محليات | منوعات | مجتمع",
    "fa": "اخبار | اقتصاد | اقتصادی | جهان | سیاست | سیاسی | علمی | فرهنگ | فرهنگی | ورزش | ورزشی",
    "he": "בעולם | דעות | חדשות | כלכלה | ספורט | פוליטיקה | תרבות",
    "hi": "अपराध | खेल | देश | दुनिया | मनोरंजन | राजनीति | राष्ट्रीय | विदेश | व्यापार | समाचार",
    "bn": "অর্থনীতি | আন্তর্জাতিক | খেলা | খেলাধুলা | জাতীয় | বাংলাদেশ | বিনোদন | রাজনীতি | সারাদেশ",
    "th": "กีฬา | ข่าว | ต่างประเทศ | บันเทิง | การเมือง | เศรษฐกิจ",
    "zh": "体育 | 體育 | 财经 | 財經 | 社会 | 社會 | 国际 | 國際 | 政治 | 娱乐 | 娛樂 | 科技 | 文化 | 评论 | 評論"
    " | 新闻 | 新聞"
    " | 中国 | 中國 | 教育 | 健康 | 军事 | 要闻 | 要聞 | 生活",
    "ja": "スポーツ | 経済 | 社会 | 国際 | 政治 | 文化 | 科学 | 芸能 | 地域 | 社説 | 国内 | 暮らし | ニュース | 事件"
    " | 天気",
    "ko": "경제 | 사회 | 정치 | 국제 | 문화 | 스포츠 | 연예 | 과학 | 오피니언 | 사설 | 뉴스 | 생활",
}
SECTIONS = frozenset(phrase.strip() for phrases in _BY_LANGUAGE.values() for phrase in phrases.split("|"))
"""Their names, in lower case."""
