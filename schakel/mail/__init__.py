"""News bundled in one mail a day: that something is ready, never what, about whom or in which case."""
