"""The network drawing: persons as circles at the left, organisations as boxes at the right, the subject between."""

from math import sqrt

PERSON, BOX_HEIGHT, SUBJECT = 37, 40, 41
LETTER, LONGEST, LONGEST_IN_A_BOX = 7.0, 13, 16
SMALLEST_RING, WIDER, REACH, WIDEST_GAP = 138, 1.15, 0.9, 108
ROOM = {True: 84, False: 56}  # a person's circle, an organisation's box
LEAST = 200  # to each side, so that one or two are not drawn as giants
TIES = ("plain", "strong", "loose", "tense")


def network(subject, nodes, sub="", list_open=True):
    """Who stands around somebody. Nodes have name, sub, kind ("person" or "organisation") and tie.

    A tie is plain, strong (who has the lead), loose (little contact) or tense; the list says it in words.
    """
    nodes = [_node(item) for item in nodes]
    people = [node for node in nodes if node["kind"] == "person"]
    organisations = [node for node in nodes if node["kind"] != "person"]
    left, right = (people, organisations) if people and organisations else _halves(nodes)
    ring = max(SMALLEST_RING, _ring(left), _ring(right))
    _place(left, ring, side=-1)
    _place(right, ring, side=1)
    return {
        "subject": {"lines": _lines(subject), "sub": sub, "name": subject},
        "people": people,
        "organisations": organisations,
        "box": _box(nodes),
        "list_open": list_open,
    }


def _node(item):
    get = item.get if isinstance(item, dict) else lambda name, other="": getattr(item, name, other)
    node = {name: get(name, "") for name in ("name", "sub", "kind", "tie", "url", "says")}
    node["kind"] = node["kind"] or "person"
    node["tie"] = node["tie"] if node["tie"] in TIES else "plain"
    node["lines"] = _lines(node["name"], LONGEST if node["kind"] == "person" else LONGEST_IN_A_BOX)
    fits = node["kind"] != "person" or len(node["sub"]) <= LONGEST
    node["below"] = node["sub"] if fits else ""
    node["width"] = max(92, round(max(len(line) for line in node["lines"]) * LETTER) + 22)
    return node


def _lines(name, longest=LONGEST):
    """At most two lines of what fits in a circle or a box; the list has the whole name."""
    words, lines = str(name).split(), [""]
    for word in words or [""]:
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= longest or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = lines[:2] if len(lines) <= 2 else [lines[0], f"{lines[1]} …"]
    return [line if len(line) <= longest + 1 else f"{line[: longest - 1]}…" for line in kept]


def _halves(nodes):
    middle = (len(nodes) + 1) // 2
    return nodes[:middle], nodes[middle:]


def _ring(nodes):
    """How wide the ring must be so that neighbours on one side do not touch."""
    room = max((ROOM[node["kind"] == "person"] for node in nodes), default=0)
    return (len(nodes) - 1) * room / 2 / REACH


def _place(nodes, ring, side):
    """Down one side of the ring, at even heights."""
    gap = min(2 * REACH * ring / (len(nodes) - 1), WIDEST_GAP) if len(nodes) > 1 else 0
    for index, node in enumerate(nodes):
        height = gap * (index - (len(nodes) - 1) / 2)
        node["x"] = round(side * WIDER * sqrt(ring**2 - height**2), 1)
        node["y"] = round(height, 1)
        _text(node)


def _text(node):
    count = len(node["lines"])
    top = node["y"] + 4 - 7 * (count - 1) - (6 if node["below"] else 0)
    node["texts"] = [(line, round(top + 14 * index, 1)) for index, line in enumerate(node["lines"])]
    node["sub_y"] = round(top + 14 * count, 1)
    node["height"] = BOX_HEIGHT + 14 * (count - 1)
    node["left"] = round(node["x"] - node["width"] / 2, 1)
    node["top"] = round(node["y"] - node["height"] / 2, 1)


def _box(nodes):
    left = min([-LEAST, *(node["x"] - _half(node) for node in nodes)]) - 4
    right = max([LEAST, *(node["x"] + _half(node) for node in nodes)]) + 4
    top = min([-SUBJECT, *(node["y"] - PERSON for node in nodes)]) - 4
    bottom = max([SUBJECT, *(node["y"] + PERSON for node in nodes)]) + 4
    return f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"


def _half(node):
    return PERSON if node["kind"] == "person" else node["width"] / 2
