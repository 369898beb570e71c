-- Is this a conference of this case that I know of, and does everybody who sees what is written about it see it too?
CREATE OR REPLACE FUNCTION access.confers_on(conference uuid, one_case uuid, about uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.conferences_caseconference c
                   WHERE c.id = conference AND c.case_id = one_case AND c.id = ANY (access.conferences_i_see())
                     AND (c.about <@ confers_on.about OR one_case = ANY (confers_on.about)))
$$;

-- Of which conferences in my cases do I know?
CREATE OR REPLACE FUNCTION access.conferences_i_see() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT id FROM public.conferences_caseconference
                 WHERE case_id = ANY ((SELECT access.my_cases())::uuid[]) AND about <@ (SELECT access.my_sight()))
$$;

-- Was what is about these, and stood from one moment until another, shown at this table while somebody sat there? For
-- functions alone, like `queries.shown_at`: what is for some only is not shown at a table.
CREATE OR REPLACE FUNCTION access.shown_at(conference uuid, about uuid[], since timestamptz, until timestamptz,
                                           sat_from timestamptz, sat_until timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.conferences_caseconference c
                   WHERE c.id = conference AND c.started_at IS NOT NULL
                     AND (c.about = ARRAY[c.case_id] OR shown_at.about <@ c.about)
                     AND greatest(c.started_at, sat_from) <= until
                     AND coalesce(least(c.ended_at, sat_until), 'infinity') >= since)
$$;

GRANT EXECUTE ON FUNCTION access.confers_on(uuid, uuid, uuid[]), access.conferences_i_see() TO schakel_app;
