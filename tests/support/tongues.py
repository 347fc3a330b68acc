"""Short articles in many languages, for the tests of the search; all of them tell what is true."""

from __future__ import annotations

ARTICLES = {
    "type.txt": """\
# Movable Type Crosses the Rhine

Printing desk
3 May 1452

The workshop at Mainz cast its letters in a hand mould. Each letter could be used again for another page, and the
presses of Europe copied the method within fifty years.

The state of the trade was told to the union of printers at every fair.
""",
    "telegraph.txt": """\
# The Telegraph Reaches the Newsroom

Wire desk
24 May 1844

Morse sent the first message from Washington to Baltimore. Newspapers paid for each word, and correspondents learned to
write short sentences.

Don’t expect an O’Brien or a Müller in the first wire; the naïve reader of the façade knew neither.
""",
    "rotary.txt": """\
# Rotary Presses for the Morning Paper

Printing desk
11 March 1847

Richard Hoe put the type on a turning cylinder. A union of stereotype plates and endless paper came later, and with it
a new state of things in the pressroom.
""",
    "setter.txt": """\
# The Machine That Casts a Line

Printing desk
3 July 1886

Ottmar Mergenthaler showed his machine at the New York Tribune. It cast a whole line of type at once.
""",
    "zeitung.txt": """\
# Die älteste Zeitung

Archivredaktion
14. Juni 1605

Johann Carolus druckte in Straßburg ein Wochenblatt. Die Häuser der Kaufleute bezogen seine Nachrichten, und aus einer
Handschrift wurde eine gedruckte Zeitung.
""",
    "gazette.txt": """\
# La Gazette de Renaudot

Rédaction des archives
30 mai 1631

Théophraste Renaudot publia chaque semaine les nouvelles des pays étrangers. Les lecteurs attendaient des journaux
réguliers, et le roi lui-même y écrivait.
""",
    "vedomosti.txt": """\
# Первая русская газета

Отдел архива
2 января 1703

Пётр Первый приказал печатать ведомости. Газета выходила в Москве и Петербурге, и читатели узнавали о войне и торговле.
""",
    "waqai.txt": """\
# صحيفة الوقائع المصرية

قسم الأرشيف
3 ديسمبر 1828

صدرت الصحيفة في القاهرة وطبعت في مطبعة بولاق. وكانت الأخبار تنشر بالتركية والعربية، وقرأها الموظفون في الدواوين.
""",
    "huozi.txt": """\
# 毕昇与活字印刷术

档案部
1041年5月3日

毕昇用胶泥制成活字，烧硬之后排版印刷。沈括在《梦溪笔谈》里记下了这种方法，后来的木活字和铜活字都由此而来。
""",
    "mainichi.txt": """\
# 東京日日新聞の創刊

資料部
1872年2月21日

東京で最初の日刊新聞が創刊された。木版で刷られた紙面はやがて活版印刷に変わり、記者たちは全国へ電報を送った。
""",
}
"""By file name."""
