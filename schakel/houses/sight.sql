-- Does this approach belong to this house? (Set-up: whoever is signed in sees both.)
CREATE OR REPLACE FUNCTION access.is_regime_of(regime uuid, house uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT (SELECT access.me()) IS NOT NULL
       AND EXISTS (SELECT FROM public.network_regime WHERE id = regime AND house_id = house)
$$;

GRANT EXECUTE ON FUNCTION access.is_regime_of(uuid, uuid) TO schakel_app;

-- What everybody may know of the houses that have a public page: the only facts that whoever is not signed in sees.
-- Texts of the public page, purposes of approaches that are neither hidden nor for training; no people, no terms.
CREATE OR REPLACE FUNCTION access.public_houses() RETURNS TABLE (slug text, facts jsonb)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT house.slug, jsonb_build_object(
        'slug', house.slug, 'name', house.name, 'region', house.region, 'motto', house.motto,
        'contact_point', house.contact_point, 'urgent', house.urgent,
        'municipalities', (SELECT coalesce(jsonb_agg(name ORDER BY name), '[]')
                           FROM public.network_municipality WHERE house_id = house.id AND (ended_on IS NULL OR ended_on > access.today())),
        'approaches', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'purpose', purpose) ORDER BY name), '[]')
                       FROM public.network_regime WHERE house_id = house.id AND NOT hidden AND NOT training),
        'texts', (SELECT coalesce(jsonb_object_agg(key, text), '{}') FROM public.houses_housetext
                  WHERE house_id = house.id AND retired_at IS NULL
                    AND key IN ('public_what', 'public_how', 'public_rights')))
    FROM public.network_house AS house WHERE house.slug <> '' ORDER BY house.region
$$;

GRANT EXECUTE ON FUNCTION access.public_houses() TO schakel_app;
