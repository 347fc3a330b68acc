"""What was changed of an article's text, as HTML below it."""

from __future__ import annotations

from html import escape

from broadsheet.words import Words
from broadsheet.write.changes import Change, Changes


def changes_html(changes: Changes, words: Words) -> str:
    """All changes as a list."""
    if not changes.shown:
        return f"<p>{words('unchanged')}</p>"
    items = "\n".join(f"<li>{_change_html(change, words)}</li>" for change in changes.shown)
    more = f"\n<p>{words('more_changes', n=changes.left)}</p>" if changes.left else ""
    return f"<p>{words('changed_by')}</p>\n<ul>\n{items}\n</ul>{more}"


def _change_html(change: Change, words: Words) -> str:
    where = words("lines" if change.several else "line", lines=change.lines)
    if not (change.before or change.after):
        return f"<code>{change.rule}</code> {where}"
    gone = f"<del>{escape(change.before)}</del>" if change.before else ""
    come = f"<ins>{escape(change.after)}</ins>" if change.after else ""
    text = f"{escape(change.opening)}{gone}{come}{escape(change.closing)}"
    return f'<code>{change.rule}</code> {where} <q dir="auto">{text}</q>'
