"""Articles that show every form a page can have, for tests of the theme and for pictures of it."""

from __future__ import annotations

FORMS = """\
---
place: Leipzig
publication: The Compositors’ Weekly
topics: [Type cases, Printing]
---

# Every Sort of Type in One Forme

What a compositor’s case held, and what became of it on the page.

By Typography desk and Printing desk
7 March 1896

A fount came by weight and not by letter: so many pounds of lower case, so many of capitals, with spaces to match.[1]

## What lay where

The upper case held the capitals, the lower one the small letters, and both words stayed when the cases had gone.

- quoins and sidesticks
- a composing stick, with a setting rule
- leads, in three thicknesses

1. Read the copy.
2. Set the line.
3. Justify it.

> Follow the copy, even if it blows out of the window.

    em quad   1     36 to the pound
    en quad   1/2   72
    thin      1/5   180

Twinkle, twinkle, little bat!
How I wonder what you’re at!
Up above the world you fly,
Like a tea-tray in the sky.

* * *

The rest was distributed, letter by letter, into the case that it had come from.

Photo: Archive desk

To send corrections to the desk write to:

**[example.org/corrections](https://www.example.org/corrections)**

[1] A bill of fount says how many of each.
"""

_PART = """\
---
title: The Iron Hand Press ({number}/3)
authors: [Printing desk]
date: 1896-0{number}-07
topics: [Type cases, Printing]
place: Leipzig
publication: The Compositors’ Weekly
---

The Iron Hand Press ({number}/3)

Part {number} of the account follows the press from the foundry to the shop, and there to the bed on which it stood.
"""

CHINESE = """\
---
title: 活字印刷与木版印刷
authors: [印刷史编辑部]
date: 1896-03-07
language: zh
---

活字印刷与木版印刷

沈括在《梦溪笔谈》中记载，庆历年间，毕昇用胶泥刻字，每字一印，火烧令坚。先设一铁板，其上以松脂、蜡和纸灰之类冒之。

欲印，则以一铁范置铁板上，乃密布字印，满铁范为一板，持就火炀之，药稍熔，则以一平板按其面，则字平如砥。
"""

ABOUT = """\
# About these pages

They show what a page of the owner's own may hold.

| Sheet | Columns | Price |
| --- | :-: | --: |
| Weekly | 3 | 1d |
| Daily | 7 | ½d |

```
set the line
justify it
```
"""

ARTICLES = {
    "forms.txt": FORMS,
    "zh.txt": CHINESE,
    "about.md": ABOUT,
    **{f"press-{number}.txt": _PART.format(number=number) for number in (1, 2, 3)},
}
"""By path in the content folder."""
