-- Whose colleague am I?
CREATE OR REPLACE FUNCTION access.my_organisation() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT organisation_id FROM public.network_professional WHERE id = (SELECT access.me())
$$;

-- In which houses do I hold one of these roles at this moment? Whoever left holds none.
CREATE OR REPLACE FUNCTION access.my_houses_as(roles text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(a.house_id), '{}') FROM public.network_appointment a
    JOIN public.network_professional p ON p.id = a.professional_id
    WHERE a.professional_id = (SELECT access.me()) AND a.role = ANY (roles) AND a.house_id IS NOT NULL
      AND a.since <= access.today() AND (a.until IS NULL OR a.until >= access.today())
      AND (p.left_on IS NULL OR p.left_on >= access.today())
$$;
CREATE OR REPLACE FUNCTION access.my_houses(wanted text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.my_houses_as(ARRAY[wanted])
$$;

-- For which houses do I bring organisations in? Whoever prepares, directs or supports cases there, or sets it up.
CREATE OR REPLACE FUNCTION access.houses_i_work_for() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.my_houses_as(ARRAY['administrator', 'process_director', 'support', 'triage'])
$$;

-- For which organisations do I, as their contact, say who sits where? Whoever left does no longer.
CREATE OR REPLACE FUNCTION access.i_am_contact_of() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(a.organisation_id), '{}') FROM public.network_appointment a
    JOIN public.network_professional p ON p.id = a.professional_id
    WHERE a.professional_id = (SELECT access.me()) AND a.role = 'contact' AND a.organisation_id IS NOT NULL
      AND a.since <= access.today() AND (a.until IS NULL OR a.until >= access.today())
      AND (p.left_on IS NULL OR p.left_on >= access.today())
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

-- May this approach of my house be hidden, or be visible? As it is; a visible one may be hidden while nothing runs under
-- it. What is hidden stays hidden, whether or not anything runs there: the answer would say so.
CREATE OR REPLACE FUNCTION access.may_be_hidden(regime uuid, wanted boolean) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT regime = ANY (access.regimes_i_set_up())
       AND (wanted = (SELECT hidden FROM public.network_regime WHERE id = regime)
            OR wanted
               AND NOT EXISTS (SELECT FROM public.cases_case WHERE regime_id = regime)
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

-- Of which organisations do I, as administrator of the house that keeps them, keep the entry?
CREATE OR REPLACE FUNCTION access.organisations_i_keep() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.network_organisation
    WHERE keeper_id = ANY ((SELECT access.my_houses('administrator'))::uuid[])
$$;

-- Which organisations am I registering in this very transaction? At the commit this ends: they speak for themselves.
CREATE OR REPLACE FUNCTION access.organisations_i_found() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.network_organisation
    WHERE registered_at = now() AND author_id = (SELECT access.me())
$$;

-- Is this organisation a house?
CREATE OR REPLACE FUNCTION access.is_a_house(organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.network_house h JOIN public.network_capacity c ON c.id = h.capacity_id
                   WHERE c.organisation_id = organisation)
$$;

-- Does this organisation take part in this house today? The house's own does.
CREATE OR REPLACE FUNCTION access.takes_part(organisation uuid, house uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.network_partnership
                   WHERE organisation_id = organisation AND house_id = house
                     AND since <= access.today() AND (until IS NULL OR until >= access.today()))
        OR EXISTS (SELECT FROM public.network_house h JOIN public.network_capacity c ON c.id = h.capacity_id
                   WHERE h.id = house AND c.organisation_id = organisation)
$$;

-- Did this professional leave their organisation?
CREATE OR REPLACE FUNCTION access.has_left(professional uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.network_professional WHERE id = professional AND left_on < access.today())
$$;

-- Does this professional work for this organisation today?
CREATE OR REPLACE FUNCTION access.works_at(professional uuid, organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.network_professional WHERE id = professional AND organisation_id = organisation
                   AND (left_on IS NULL OR left_on >= access.today()))
$$;

-- Does this professional work for an organisation that takes part in this house?
CREATE OR REPLACE FUNCTION access.works_with(professional uuid, house uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.network_professional p WHERE p.id = professional
                   AND (p.left_on IS NULL OR p.left_on >= access.today())
                   AND access.takes_part(p.organisation_id, house))
$$;

-- May I give this colleague a mandate for this kind of approach? As contact, or as administrator who keeps the entry.
CREATE OR REPLACE FUNCTION access.i_mandate(professional uuid, regime uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.network_professional p, public.network_regime r
                   WHERE p.id = professional AND r.id = regime
                     AND p.organisation_id = ANY ((SELECT access.i_am_contact_of() || access.organisations_i_keep())::uuid[])
                     AND access.works_with(p.id, r.house_id))
$$;

-- May this professional sit in cases under this regime? Everybody, where it asks for no mandates; else who has one.
CREATE OR REPLACE FUNCTION access.has_mandate(professional uuid, regime uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT NOT access.has_left(professional) AND (
        EXISTS (SELECT FROM public.network_regime WHERE id = regime AND NOT asks_mandates)
        OR EXISTS (SELECT FROM public.network_mandate WHERE professional_id = professional AND regime_id = regime
                   AND since <= access.today() AND (until IS NULL OR until >= access.today())))
$$;

-- Is this capacity under a covenant for this regime today?
CREATE OR REPLACE FUNCTION access.under_covenant(capacity uuid, regime uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.network_covenant WHERE capacity_id = capacity AND regime_id = regime
                   AND since <= access.today() AND (until IS NULL OR until >= access.today()))
$$;

-- Did it sign one that ended, without a next? Then it gets no seats any more; what it owes about the past stays.
CREATE OR REPLACE FUNCTION access.left_covenant(capacity uuid, regime uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT NOT access.under_covenant(capacity, regime)
       AND EXISTS (SELECT FROM public.network_covenant WHERE capacity_id = capacity AND regime_id = regime
                   AND until < access.today())
$$;

-- In which capacities does an organisation take part no longer, and under which kind of approach: its covenant ended without a
-- next one, or it left the house. Its seats count no more from that day, those given before it; the house's own always
-- count. For other functions only, and written so that they take it up in their own question.
CREATE OR REPLACE FUNCTION access.lapsed() RETURNS TABLE (capacity_id uuid, regime_id uuid, ended_on date, given_before timestamptz)
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$
    SELECT v.capacity_id, v.regime_id, v.until, 'infinity'::timestamptz FROM public.network_covenant v
    WHERE v.until < access.today()
      AND NOT EXISTS (SELECT FROM public.network_covenant n WHERE n.capacity_id = v.capacity_id AND n.regime_id = v.regime_id
                      AND n.since <= access.today() AND (n.until IS NULL OR n.until >= access.today()))
      AND NOT EXISTS (SELECT FROM public.network_house h JOIN public.network_regime r ON r.house_id = h.id
                      WHERE h.capacity_id = v.capacity_id AND r.id = v.regime_id)
    UNION ALL
    SELECT c.id, r.id, p.until, (p.until + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam' FROM public.network_partnership p
    JOIN public.network_capacity c ON c.organisation_id = p.organisation_id
    JOIN public.network_regime r ON r.house_id = p.house_id
    WHERE p.until < access.today()
      AND NOT EXISTS (SELECT FROM public.network_partnership n WHERE n.organisation_id = p.organisation_id AND n.house_id = p.house_id
                      AND n.since <= access.today() AND (n.until IS NULL OR n.until >= access.today()))
      AND NOT EXISTS (SELECT FROM public.network_house h WHERE h.capacity_id = c.id AND h.id = p.house_id)
$$;

GRANT EXECUTE ON FUNCTION access.may_be_hidden(uuid, boolean), access.my_function(), access.is_my_colleague(uuid), access.capacities_of_my_organisation(), access.my_organisation(), access.my_houses(text), access.my_houses_as(text[]), access.houses_i_work_for(), access.organisations_i_keep(), access.organisations_i_found(), access.regimes_i_set_up(), access.is_a_house(uuid), access.takes_part(uuid, uuid), access.has_left(uuid), access.works_at(uuid, uuid), access.works_with(uuid, uuid), access.i_mandate(uuid, uuid), access.has_mandate(uuid, uuid), access.under_covenant(uuid, uuid), access.left_covenant(uuid, uuid), access.i_am_contact_of() TO schakel_app;
