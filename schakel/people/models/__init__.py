from .alert import Alert
from .frame import LegalFrame
from .informing import Informing
from .person import Address, CitizenNumber, Person
from .relation import Authority, Relation

__all__ = ["Address", "Alert", "Authority", "CitizenNumber", "Informing", "LegalFrame", "Person", "Relation"]
