"""Covenants and partnerships that end soon without a next one: told in advance to the house and to the organisation."""

# Kind, organisation, whose, what, until, and whether it is for the house to register what comes next. It is given the
# houses, the organisations and how many at most; each house chose within how many days.
SOON = """
SELECT 'covenant', o.id, o.short_name || CASE WHEN c.name = '' THEN '' ELSE ' – ' || c.name END, r.name, v.until,
       h.id = ANY (%(houses)s::uuid[])
FROM network_covenant v JOIN network_regime r ON r.id = v.regime_id JOIN network_house h ON h.id = r.house_id
JOIN network_capacity c ON c.id = v.capacity_id JOIN network_organisation o ON o.id = c.organisation_id
WHERE (h.id = ANY (%(houses)s::uuid[]) OR o.id = ANY (%(organisations)s::uuid[]))
  AND v.until BETWEEN access.today() AND access.today() + h.covenant_days
  AND NOT EXISTS (SELECT FROM network_covenant n WHERE n.capacity_id = v.capacity_id AND n.regime_id = v.regime_id
                  AND n.since <= v.until + 1 AND (n.until IS NULL OR n.until > v.until))
UNION ALL
SELECT 'partnership', o.id, o.short_name, h.name, p.until, h.id = ANY (%(houses)s::uuid[])
FROM network_partnership p JOIN network_house h ON h.id = p.house_id
JOIN network_organisation o ON o.id = p.organisation_id
WHERE (h.id = ANY (%(houses)s::uuid[]) OR o.id = ANY (%(organisations)s::uuid[]))
  AND p.until BETWEEN access.today() AND access.today() + h.covenant_days
  AND NOT EXISTS (SELECT FROM network_partnership n WHERE n.organisation_id = p.organisation_id
                  AND n.house_id = p.house_id AND n.since <= p.until + 1 AND (n.until IS NULL OR n.until > p.until))
ORDER BY 5, 3 LIMIT %(most)s
"""
