"""The network drawing: persons as circles at the left, organisations as boxes all around, the subject in the middle."""

from math import cos, pi, sin

PERSON, BOX_HEIGHT, SUBJECT = 37, 40, 41
LETTER, LONGEST, LONGEST_IN_A_BOX = 7.0, 13, 16
NEAREST = (176, 122)  # from the middle, to the side and up: a small network is not drawn as a large one
ROOM = (140, 86)  # between neighbours, side by side and one above the other
LEAST = 200  # to each side, so that one or two are not drawn as giants
TIES = ("plain", "strong", "loose", "tense")


def network(subject, nodes, sub="", list_open=True):
    """Who stands around somebody. Nodes have name, sub, kind ("person" or "organisation") and tie.

    A tie is plain, strong (who has the lead), loose (little contact) or tense; the list says it in words.
    """
    nodes = [_node(item) for item in nodes]
    people = [node for node in nodes if node["kind"] == "person"]
    organisations = [node for node in nodes if node["kind"] != "person"]
    step = 2 * pi / max(len(nodes), 1)
    _place(people, step, middle=pi)
    _place(organisations, -step, middle=0)
    return {
        "subject": {"lines": _lines(subject), "sub": sub, "name": subject},
        "people": people,
        "organisations": organisations,
        "box": _box(nodes),
        "list_open": list_open,
    }


def _node(item):
    get = item.get if isinstance(item, dict) else lambda name, other="": getattr(item, name, other)
    node = {name: get(name, "") for name in ("name", "full", "sub", "kind", "tie", "url", "says")}
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


def _place(nodes, step, middle):
    """Along an oval around the subject, from top to bottom, as many degrees apart as all together leave."""
    for index, node in enumerate(nodes):
        angle = middle - step * (index - (len(nodes) - 1) / 2)
        across, down = (max(near, room / abs(step)) for near, room in zip(NEAREST, ROOM, strict=True))
        node["x"], node["y"] = round(across * cos(angle), 1), round(down * sin(angle), 1)
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
