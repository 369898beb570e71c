"""What stands in the `sight….sql` files: the functions that row policies ask, and who may ask them."""

import re
from dataclasses import dataclass, field
from pathlib import Path

SCHAKEL = Path(__file__).resolve().parent.parent
FUNCTION = re.compile(
    r"(?P<comment>(?:^--[^\n]*\n)*)^CREATE OR REPLACE FUNCTION (?P<name>\w+\.\w+)\((?P<arguments>[^)]*)\)"
    r"(?P<options>.*?)AS \$\$",
    re.M | re.S,
)
GRANT = re.compile(r"GRANT EXECUTE ON FUNCTION\s+(?P<functions>.*?)\s+TO (?P<roles>[\w, ]+);", re.S)


@dataclass
class Function:
    """One question to the database."""

    name: str
    arguments: str
    comment: str
    definer: bool
    roles: set = field(default_factory=set)


def functions():
    """All of them, by name; one without a comment of its own stands under that of the function above."""
    found = {}
    text = "\n".join(path.read_text() for path in sorted(SCHAKEL.glob("*/sight*.sql")))
    above = ""
    for match in FUNCTION.finditer(text):
        above = " ".join(line.removeprefix("--").strip() for line in match["comment"].splitlines()) or above
        definer = "SECURITY DEFINER" in match["options"]
        found[match["name"]] = Function(match["name"], " ".join(match["arguments"].split()), above, definer)
    for match in GRANT.finditer(text):
        for name in re.findall(r"(\w+\.\w+)\(", match["functions"]):
            found[name].roles |= set(match["roles"].replace(" ", "").split(","))
    return [found[name] for name in sorted(found)]
