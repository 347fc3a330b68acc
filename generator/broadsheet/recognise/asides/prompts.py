"""Prompts: advertisements, links to other articles, buttons, invitations to subscribe; by their form, anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from broadsheet.layout.sentence import begins_lower, ends_sentence
from broadsheet.recognise.asides.words import ADS, BUTTONS, MORE, NETWORKS, SHARE, begun, phrases, split

_ADS, _MORE, _SHARE = phrases(ADS), phrases(MORE), phrases(SHARE)
_NETWORKS = frozenset(split(NETWORKS))
_BUTTONS = _NETWORKS | frozenset(split(BUTTONS))
_CAPITALS = frozenset(("see also", "watch", "listen", "video", "more", "podcast", "in pictures"))
"""They lead to other articles only in capitals; else they begin a hatnote, a sentence, a caption."""
_LABELLED = re.compile(r"(?P<label>[^:：|»>→]{2,40}?)(?:\s*[:：|»>→]+|\s[-–—])\s*(?P<rest>\S.*)")
SIGNS = " \t:：.…!-–—>»›→▶►|+()[]【】"
_LONGEST = 160
_DOTTED = "i\u0307"
"""What a Turkish capital İ becomes in lower case."""
_BETWEEN = re.compile(r"[\s|•·/,]+")
_LEAST, _LEAST_NETWORKS = 3, 2
"""So many labels, and so many networks among them, are a social bar."""

_ON = "facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|e-?mail|flipboard|messenger|threads|bluesky|xing"
_LETTERS = (
    r"newsletters?|nieuwsbrief|infolettre|boletín|boletines|boletim|news alerts|email alerts|mailing list|inbox|podcast"
    r"|channel|kanal|kanał|chaîne|canal|canale"
)
_INVITATIONS = (
    ("sign up | subscribe | register", rf"\b.{{0,90}}\b(?:{_LETTERS})\b.*"),
    ("abonnieren sie | jetzt abonnieren | melden sie sich", rf"\b.{{0,90}}\b\w*(?:{_LETTERS})\b.*"),
    ("inscrivez-vous | abonnez-vous | recevez", rf"\b.{{0,90}}\b(?:{_LETTERS})\b.*"),
    ("suscríbete | suscríbase | suscribite | regístrate | apúntate", rf"\b.{{0,90}}\b(?:{_LETTERS})\b.*"),
    ("assine | inscreva-se | cadastre-se | receba", rf"\b.{{0,90}}\b(?:{_LETTERS})\b.*"),
    ("iscriviti | abbonati | registrati", rf"\b.{{0,90}}\b(?:{_LETTERS})\b.*"),
    ("schrijf je | meld je | abonneer je", rf"\b.{{0,90}}\b(?:{_LETTERS})\b.*"),
    ("zapisz się | subskrybuj", r"\b.{0,90}\b(?:newslettera?|kanał)\b.*"),
    ("subscribe | sign up", r" (?:now|today) (?:to|for)\b.*"),
    ("get | have", r" .{0,60}\b(?:delivered|sent) (?:straight |directly |right )?to your inbox\b.*"),
    ("follow | please follow", r" (?:us|our \w+) on\b.*"),
    ("like us on | find us on | join us on", rf" (?:{_ON}|instagram|youtube)\b.*"),
    ("click here", r" (?:to|for (?:more|our|the latest))\b.*"),
    ("download", r" (?:our|the|your) (?:\w+ ){0,3}app\b(?! and).*"),
    ("share", rf" (?:this )?(?:article |story |post )?(?:on|via|with) (?:{_ON})\b.{{0,40}}"),
    ("auf | bei | per", rf" (?:{_ON}) teilen"),
    ("partager sur | compartir en | compartilhar no | partilhar no | condividi su", rf" (?:{_ON})"),
    ("deel op | dela på | del på", rf" (?:{_ON})"),
    ("folgen sie uns | suivez-nous | retrouvez-nous | rejoignez-nous", r" (?:auf|bei|sur)\b.*"),
    ("síguenos | síganos | seguinos | siga-nos | seguici | seguiteci", r" (?:en|no|na|em|su)\b.*"),
    ("volg ons | følg oss | følg os | följ oss", r" (?:op|på|via)\b.*"),
    ("newsletter | unseren newsletter | den newsletter", r" (?:hier )?(?:abonnieren|bestellen).*"),
    ("подпишитесь | подписывайтесь | підпишіться | підписуйтесь", r" на\b.*"),
    ("следите за нами | читайте нас", r" в\b.*"),
    ("bültenimize | haber bültenimize", r"\b.*\b(?:abone|kaydol).*"),
    ("تابعنا | تابعونا | اشترك | اشتركوا", r" (?:على|في)\b.*"),
    ("ikuti kami | berlangganan newsletter | dapatkan update berita", r"\b.*"),
    ("关注我们 | 订阅我们 | 扫码关注 | 扫一扫", r".{0,40}"),
    ("メールマガジン | ニュースレター", r".{0,20}(?:登録|購読).{0,20}"),
    ("comments | all comments | view all comments | kommentare | alle kommentare | commentaires", r" ?\(\d+"),
    ("comentarios | comentários | commenti | reacties | комментарии | komentarze | yorumlar", r" ?\(\d+"),
)
"""How a sentence or a label begins, and how it goes on."""
_LOADING = frozenset(
    split(
        "loading | laden | wird geladen | chargement | cargando | carregando | caricamento | загрузка | جاري التحميل"
        " | 加载中 | 読み込み中"
    )
)
_COUNTED = r"\d+ (?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|комментари\w+)"
_ANY_INVITATION = re.compile(
    "|".join(f"(?:{'|'.join(map(re.escape, split(form)))})(?:{rest})" for form, rest in _INVITATIONS) + f"|{_COUNTED}"
)
_OPENINGS = frozenset(
    (*_ADS, *_MORE, *_SHARE, *_BUTTONS, *_CAPITALS, *_LOADING, *(p for row in _INVITATIONS for p in split(row[0])))
)
FIRST = begun(_OPENINGS)
UNSPACED = tuple(phrase for phrase in _OPENINGS if phrase > "\u2e80")
"""How each begins; in scripts without spaces, the whole."""
BEFORE = " \t\u00a0*_#>|•·▪●○□■◦‣»›→►▶=~+[]()-–—!0123456789."


def is_ad(text: str) -> bool:
    """ "Advertisement" and its like in other languages. Left alone: the word with any other beside it."""
    return len(text) <= _LONGEST and folded(text) in _ADS


def is_link(text: str) -> bool:
    """
    "Read more" and its like, alone or before a colon or a dash and a title.

    Left alone: what goes on in lower case, or with more than a sentence; "Watch: …" if not in capitals.
    """
    if folded(text) in _MORE:
        return not text.rstrip().endswith((":", "："))
    match = _LABELLED.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return False
    label, rest = match["label"], match["rest"]
    known = folded(label) in _MORE or (label.isupper() and folded(label) in _CAPITALS)
    titled = not begins_lower(rest) or rest.startswith(("http://", "https://"))
    return known and titled and not re.search(r"[.!?]\s+\S.*[.!?]$", rest)


def is_button(text: str) -> bool:
    """The label of a button or a link about the page. Left alone: "Share", "Comments" and the like alone."""
    return len(text) <= _LONGEST and folded(text) in _SHARE


def is_bar(text: str) -> bool:
    """Three or more labels of a social bar, two networks among them, and nothing else."""
    return len(text) <= _LONGEST and are_bar(_BETWEEN.split(folded(text)))


def are_bar(labels: Sequence[str]) -> bool:
    """Whether labels, without capitals, make a social bar."""
    return (
        len(labels) >= _LEAST and _BUTTONS.issuperset(labels) and len(_NETWORKS.intersection(labels)) >= _LEAST_NETWORKS
    )


def is_single_button(text: str) -> bool:
    """One label of a social bar."""
    return len(text) <= _LONGEST and folded(text) in _BUTTONS


def is_invitation(text: str) -> bool:
    """
    Subscribe, follow, click, download, comment: a sentence of a known form.

    Left alone: more than two sentences, more than 160 characters, what only begins so, "Loading" without dots.
    """
    if len(text) > _LONGEST or text.count(". ") > 1:
        return False
    small = folded(text)
    return _ANY_INVITATION.fullmatch(small) is not None or (small in _LOADING and text.rstrip()[-1:] in ".…")


def leads_on(text: str) -> bool:
    """Whether a text is "Read more:" and its like, with a colon, so that what follows it belongs to it."""
    return text.rstrip().endswith((":", "：")) and folded(text) in _MORE


def is_title(text: str) -> bool:
    """Whether a text may be the title of another article: one line, no sentence that a full stop ends."""
    return 2 <= len(text) <= _LONGEST and not (ends_sentence(text) and text.rstrip("\"'”’»)")[-1:] in ".。।۔…")


def lowered(text: str) -> str:
    """A text in lower case, line by line as long as it was."""
    return text.lower().replace(_DOTTED, "i")


@lru_cache(maxsize=1024)  # each rule asks for that of the same text
def folded(text: str) -> str:
    """A text without capitals and without signs at its ends."""
    return " ".join(text.casefold().replace("’", "'").replace(_DOTTED, "i").split()).strip(SIGNS)


RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("advertisement", is_ad),
    ("other-article", is_link),
    ("button", is_button),
    ("social-bar", is_bar),
    ("invitation", is_invitation),
)
"""Each says of the text of a whole paragraph, or of a line that stands for itself, whether it is a prompt."""
