"""What the stories stand on: a house of their own, a browser, and an eye that looks at every page."""
