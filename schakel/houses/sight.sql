-- Does this approach belong to this house? (Set-up: whoever is signed in sees both.)
CREATE OR REPLACE FUNCTION access.is_regime_of(regime uuid, house uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT (SELECT access.me()) IS NOT NULL
       AND EXISTS (SELECT FROM public.network_regime WHERE id = regime AND house_id = house)
$$;

GRANT EXECUTE ON FUNCTION access.is_regime_of(uuid, uuid) TO schakel_app;
