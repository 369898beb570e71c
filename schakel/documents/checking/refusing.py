"""How a file is refused: always with a reason that a colleague can read."""


class Unacceptable(Exception):
    """This file does not come in; the text says why."""
