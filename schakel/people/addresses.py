"""Where somebody lives or can be written to, as the registry records it (category 08, nl: verblijfplaats)."""

from dataclasses import dataclass

BESIDE = {"to": "t/o", "by": "bij"}  # 08.11.50: a mooring or caravan opposite (tegenover) or near (bij) a number


@dataclass(frozen=True, slots=True)
class RegistryAddress:
    """One address; what the registry left open is an empty text."""

    street: str = ""
    number: str = ""
    letter: str = ""
    addition: str = ""
    beside: str = ""
    postcode: str = ""
    place: str = ""
    location: str = ""  # 08.12.10, words where there is no number: "Woonboot in de Grote Sloot"
    municipality_code: str = ""  # 08.09.10, table 33; 1999 is the registry of non-residents
    country_code: str = ""  # 08.13.10, table 34, only abroad
    foreign_lines: tuple[str, ...] = ()
    is_postal_only: bool = False  # 08.10.10 B (briefadres): a letter box, nobody lives there
    under_investigation: bool = False  # 08.83.10: the registry doubts it

    @property
    def is_abroad(self) -> bool:
        return bool(self.country_code)

    @property
    def is_known(self) -> bool:
        return bool(self.lines())

    def lines(self) -> tuple[str, ...]:
        """The lines of an envelope, without the name and without the country."""
        if self.is_abroad:
            return self.foreign_lines
        last = " ".join(part for part in (self.spaced_postcode(), self.place) if part)
        return (*self.street_lines(), *([last] if last else []))

    def street_lines(self) -> tuple[str, ...]:
        """The lines above postcode and place; of an address abroad all there are."""
        if self.is_abroad:
            return self.foreign_lines
        return tuple(line for line in (self._street_and_number(), self.location) if line)

    def _street_and_number(self) -> str:
        if not self.street:
            return ""
        number = self.number + self.letter + (f"-{self.addition}" if self.addition else "")
        return " ".join(part for part in (self.street, BESIDE.get(self.beside, self.beside), number) if part)

    def spaced_postcode(self) -> str:
        return f"{self.postcode[:4]} {self.postcode[4:]}" if len(self.postcode) == 6 else self.postcode
