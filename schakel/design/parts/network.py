"""The network drawing: persons as circles at the left, organisations as boxes at the right, the subject in the middle.

It is drawn twice: wide, along an oval, and upright for a phone, in two columns; the page shows the one that fits.
"""

from math import cos, pi, sin

PERSON, BOX_HEIGHT, SUBJECT = 37, 40, 41
LETTER, SMALL_LETTER, LONGEST, LONGEST_IN_A_BOX = 7.0, 5.8, 13, 16
NEAREST = (176, 122)  # from the middle, to the side and up: a small network is not drawn as a large one
ROOM = (140, 86)  # between neighbours, side by side and one above the other
LEAST = 200  # to each side, so that one or two are not drawn as giants
BESIDE = 74  # from the middle to the near edge of a column of the upright drawing
BELOW = {"person": 84, "organisation": 68}  # between neighbours in such a column
BEND = 12  # how far the ends of a column lean towards the middle
LEAST_UPRIGHT = 165
TIES = ("plain", "strong", "loose", "tense")


def network(subject, nodes, sub="", list_open=True):
    """Who stands around somebody. Nodes have name, sub, kind ("person" or "organisation") and tie.

    A tie is plain, strong (who has the lead), loose (little contact) or tense; the list says it in words.
    """
    nodes = [_given(item) for item in nodes]
    wide, upright = _wide(nodes), _upright(nodes)
    return {
        "subject": {"lines": _lines(subject), "sub": sub, "name": subject},
        "people": wide["people"],
        "organisations": wide["organisations"],
        "drawings": [wide, upright],
        "list_open": list_open,
    }


def _given(item):
    get = item.get if isinstance(item, dict) else lambda name, other="": getattr(item, name, other)
    node = {name: get(name, "") for name in ("name", "full", "sub", "kind", "tie", "url", "says")}
    node["kind"] = "person" if node["kind"] in ("", "person") else "organisation"
    node["tie"] = node["tie"] if node["tie"] in TIES else "plain"
    return node


def _wide(nodes):
    """Along an oval around the subject, from top to bottom, as many degrees apart as all together leave."""
    people, organisations = _parted(nodes, LONGEST_IN_A_BOX)
    step = 2 * pi / max(len(nodes), 1)
    for side, turn, middle in ((people, step, pi), (organisations, -step, 0)):
        across, down = (max(near, room / abs(turn)) for near, room in zip(NEAREST, ROOM, strict=True))
        for index, node in enumerate(side):
            angle = middle - turn * (index - (len(side) - 1) / 2)
            _put(node, across * cos(angle), down * sin(angle))
    return _drawing("wide", people, organisations, LEAST)


def _upright(nodes):
    """Two columns beside the subject that lean a little around it; who stands alone at a side fills both."""
    people, organisations = _parted(nodes, LONGEST)
    for kind, side in (("person", people), ("organisation", organisations)):
        halves = [side[0::2], side[1::2]] if len(nodes) == len(side) else [side, []]
        direction = -1 if kind == "person" else 1
        for column, to in zip(halves, (direction, -direction), strict=True):
            _stack(column, to, BELOW[kind])
    return _drawing("upright", people, organisations, LEAST_UPRIGHT)


def _stack(column, to, room):
    """One above the other, evenly, around the height of the subject."""
    middle = (len(column) - 1) / 2
    width = max((_half(node) for node in column), default=0)
    for index, node in enumerate(column):
        node["width"] = 2 * width
        off = (index - middle) / middle if middle else 0
        _put(node, to * (BESIDE + width - BEND * off * off), (index - middle) * room)


def _parted(nodes, longest_in_a_box):
    made = [_node(node, longest_in_a_box) for node in nodes]
    return [one for one in made if one["kind"] == "person"], [one for one in made if one["kind"] != "person"]


def _node(given, longest_in_a_box):
    node, person = dict(given), given["kind"] == "person"
    node["lines"] = _lines(node["name"], LONGEST if person else longest_in_a_box)
    node["below"] = node["sub"] if len(node["sub"]) <= (LONGEST if person else longest_in_a_box + 4) else ""
    written = max(len(line) for line in node["lines"]) * LETTER
    node["width"] = max(92, round(max(written, len(node["below"]) * SMALL_LETTER)) + 22)
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


def _put(node, x, y):
    """Where it stands, and where its lines of text stand in it."""
    count = len(node["lines"])
    node["x"], node["y"] = round(x, 1), round(y, 1)
    top = node["y"] + 4 - 7 * (count - 1) - (6 if node["below"] else 0)
    node["texts"] = [(line, round(top + 14 * index, 1)) for index, line in enumerate(node["lines"])]
    node["sub_y"] = round(top + 14 * count, 1)
    node["height"] = BOX_HEIGHT + 14 * (count - 1)
    node["left"] = round(node["x"] - node["width"] / 2, 1)
    node["top"] = round(node["y"] - node["height"] / 2, 1)


def _drawing(shape, people, organisations, least):
    nodes = people + organisations
    left = min([-least, *(node["x"] - _half(node) for node in nodes)]) - 4
    right = max([least, *(node["x"] + _half(node) for node in nodes)]) + 4
    top = min([-SUBJECT, *(node["y"] - PERSON for node in nodes)]) - 4
    bottom = max([SUBJECT, *(node["y"] + PERSON for node in nodes)]) + 4
    box = f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"
    return {"shape": shape, "box": box, "people": people, "organisations": organisations}


def _half(node):
    return PERSON if node["kind"] == "person" else node["width"] / 2
