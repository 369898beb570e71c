"""What leaves on paper: one look for every letter and overview, as PDF/A-2a and PDF/UA-1 in one file."""

from .typesetting import typeset

__all__ = ["typeset"]
