"""How one works with Schakel: the manual per kind of person, and a tour of the main job."""
