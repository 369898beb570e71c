"""What finding adds to the promises over all tables and pages."""

QUESTIONS = [
    "access.persons_called(ARRAY['Testvogel', 'Verborgen'], ARRAY[]::text[], 250)",
    "access.persons_called(ARRAY['Verborgen'], ARRAY[]::text[], 250)",
    "access.persons_called(ARRAY[]::text[], ARRAY['%%'], 250)",
]
