"""Schakel: casework for the Dutch Care and Safety Houses (nl: Zorg- en Veiligheidshuizen)."""

__version__ = "0.2.0"
