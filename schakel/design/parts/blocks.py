"""Parts that hold something: card, rows, facts, tables, timeline, notices."""

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from schakel.design.parts.basics import icon

NOTICES = {"info": "info", "ok": "check", "warning": "alert", "error": "alert"}


def _part(part, /, **values):
    return render_to_string(f"design/components/{part}.html", values)


def trimmed(content):
    """The content of a block without the white space around it; it was escaped when it was rendered."""
    return mark_safe(content.strip())  # noqa: S308


def head(context, content):
    """What stands at the right of a card's title: a link, a button, a quiet remark."""
    context.render_context["card_head"] = content
    return ""


def card(context, content, title="", id="", level=2, url="", link="", note="", quiet=False):
    """A piece of paper with one subject. `url` and `link` make the link at the right, `note` a quiet remark."""
    extra = context.render_context.get("card_head", "")
    context.render_context["card_head"] = ""
    return _part(
        "card", content=content, title=title, id=id, level=level, url=url, link=link, note=note, head=extra, quiet=quiet
    )


def body(content):
    """The padded inside of a card, for text and drawings; rows and tables do without."""
    return format_html('<div class="card__body">{}</div>', content)


def rows(content, label="", id=""):
    """A list of things, one line of who and what under each name."""
    return _part("rows", content=content, label=label, id=id)


def row(content, name, meta="", url="", text="", id=""):
    """One thing in a list; the content of the block stands at the right: badges, then at most two acts."""
    return _part("row", content=trimmed(content), name=name, meta=meta, url=url, text=text, id=id)


def facts(content):
    """The few facts that head a page."""
    return format_html('<dl class="facts">{}</dl>', content)


def fact(label, value, url=""):
    shown = format_html('<a class="nl-link" href="{}">{}</a>', url, value) if url else value
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", label, shown)


def terms(content):
    """Terms and their values under each other: what was filled in, read back."""
    return format_html('<dl class="utrecht-data-list terms">{}</dl>', content)


def term(content, label):
    return format_html(
        '<div class="utrecht-data-list__item"><dt class="utrecht-data-list__item-key">{}</dt>'
        '<dd class="utrecht-data-list__item-value">{}</dd></div>',
        label,
        trimmed(content) or "–",
    )


def table(content, caption, caption_shown=False):
    """Things with the same few values. Under 480 px every row becomes a block."""
    return _part("table", content=content, caption=caption, caption_shown=caption_shown)


def columns(*labels):
    """The head of a table; a label that starts with # is a column of numbers, a list stands for several."""
    each = [label for one in labels for label in (one if isinstance(one, list) else [one])]
    cells = [("number" if label.startswith("#") else "", label.removeprefix("#")) for label in each]
    inner = format_html_join(
        "", '<th class="utrecht-table__header-cell {}" scope="col" role="columnheader">{}</th>', cells
    )
    row = format_html('<tr class="utrecht-table__row" role="row">{}</tr>', inner)
    return format_html('<thead class="utrecht-table__header" role="rowgroup">{}</thead>', row)


def lines(content):
    """The body of a table: the lines."""
    return format_html('<tbody class="utrecht-table__body" role="rowgroup">{}</tbody>', content)


def line(content, id=""):
    return format_html(
        '<tr class="utrecht-table__row" role="row"{}>{}</tr>', format_html(' id="{}"', id) if id else "", content
    )


def cell(content, label="", number=False):
    """A cell; the label repeats the column's name for narrow screens."""
    return format_html(
        '<td class="utrecht-table__cell {}" role="cell" data-label="{}">{}</td>',
        "number" if number else "",
        label,
        trimmed(content),
    )


def timeline(content, label=""):
    """What happened, newest first."""
    return format_html('<ol class="time" aria-label="{}">{}</ol>', label or _("Timeline"), content)


def event(content, name="", when="", url="", meaning=""):
    return _part("event", content=trimmed(content), name=name, when=when, url=url, meaning=meaning)


def notice(content, meaning="info", title=""):
    """A remark that must be read: info, ok, warning or error."""
    return _part("notice", content=trimmed(content), meaning=meaning, title=title, icon=icon(NOTICES[meaning]))


def empty(content, title, name="info"):
    """Nothing yet: what will come here and how it starts."""
    return _part("empty", content=content, title=title, icon=icon(name))


def why(content, url="", link=""):
    """Why you see this, and who else does."""
    return _part("why", content=trimmed(content), url=url, link=link)


def acts(content):
    """Acts beside each other, the strong one first."""
    return format_html('<div class="acts">{}</div>', content)


def confirm(context, content, title, label, post, back="", meaning="negative"):
    """The step before an act that cannot be undone: what will happen, the act, the way back."""
    values = {"content": content, "title": title, "label": label, "post": post, "back": back, "meaning": meaning}
    return render_to_string("design/components/confirm.html", values, request=context.get("request"))


def conflict(content, differences, by="", when=""):
    """Two versions beside each other: what you typed and what somebody saved meanwhile. Nothing is lost.

    `differences` is a list of (label, mine, theirs); the block holds the acts that choose.
    """
    pairs = [
        {"label": label, "mine": mine, "theirs": theirs, "differs": mine != theirs}
        for label, mine, theirs in differences
    ]
    return _part("conflict", content=content, pairs=pairs, by=by, when=when)


def tabs(items, label):
    """The pages of one thing. Items have label, url, current and perhaps a count."""
    return {"items": items, "label": label}


def crumbs(*pairs):
    """The way here: label, url, label, url …, a list stands for several; the page itself is not repeated."""
    pairs = [one for given in pairs for one in (given if isinstance(given, list) else [given])]
    return {"links": list(zip(pairs[::2], pairs[1::2], strict=False))}


def pagination(context, page):
    """From page to page; what was searched for stays in the address."""
    query = context["request"].GET.copy() if "request" in context else None
    if query is not None:
        query.pop("page", None)
    return {"page": page, "query": f"{query.urlencode()}&" if query else "", "numbers": _numbers(page)}


def _numbers(page):
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
