-- Whose colleague am I?
CREATE OR REPLACE FUNCTION access.my_organisation() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT organisation_id FROM public.network_professional WHERE id = (SELECT access.me())
$$;

-- In which houses do I hold this role at this moment?
CREATE OR REPLACE FUNCTION access.my_houses(wanted text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(house_id), '{}') FROM public.network_appointment
    WHERE professional_id = (SELECT access.me()) AND role = wanted AND house_id IS NOT NULL
      AND since <= access.today() AND (until IS NULL OR until >= access.today())
$$;

-- For which organisations do I, as their contact, say who sits where?
CREATE OR REPLACE FUNCTION access.i_am_contact_of() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(organisation_id), '{}') FROM public.network_appointment
    WHERE professional_id = (SELECT access.me()) AND role = 'contact' AND organisation_id IS NOT NULL
      AND since <= access.today() AND (until IS NULL OR until >= access.today())
$$;

-- In what capacities does my organisation take part?
CREATE OR REPLACE FUNCTION access.capacities_of_my_organisation() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.network_capacity
    WHERE organisation_id = (SELECT access.my_organisation())
$$;

-- Which kinds of approach do I, as functional administrator of their house, set up?
CREATE OR REPLACE FUNCTION access.regimes_i_set_up() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.network_regime
    WHERE house_id = ANY (access.my_houses('administrator'))
$$;

-- May this approach of my house be hidden, or be visible? As it is, or as one likes while nothing runs under it.
CREATE OR REPLACE FUNCTION access.may_be_hidden(regime uuid, wanted boolean) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT regime = ANY (access.regimes_i_set_up())
       AND (wanted = (SELECT hidden FROM public.network_regime WHERE id = regime)
            OR NOT EXISTS (SELECT FROM public.cases_case WHERE regime_id = regime)
               AND NOT EXISTS (SELECT FROM public.referrals_referral WHERE regime_id = regime AND sent_at IS NOT NULL))
$$;

-- What am I there? The log names it beside the organisation.
CREATE OR REPLACE FUNCTION access.my_function() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT function FROM public.network_professional WHERE id = (SELECT access.me())
$$;

-- Does this professional work for the same organisation as I do?
CREATE OR REPLACE FUNCTION access.is_my_colleague(professional uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.network_professional
                   WHERE id = professional AND organisation_id = (SELECT access.my_organisation()))
$$;

GRANT EXECUTE ON FUNCTION access.regimes_i_set_up(), access.may_be_hidden(uuid, boolean), access.my_function(), access.is_my_colleague(uuid), access.capacities_of_my_organisation(), access.my_organisation(), access.my_houses(text), access.i_am_contact_of() TO schakel_app;
