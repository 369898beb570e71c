"""Work that happens later or by itself, outside any request."""
