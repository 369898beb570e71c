-- Is this a conference of this case, and does everybody who sees what is written about it see the conference too?
CREATE OR REPLACE FUNCTION access.confers_on(conference uuid, one_case uuid, about uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.conferences_caseconference c
                   WHERE c.id = conference AND c.case_id = one_case
                     AND (c.about <@ confers_on.about OR one_case = ANY (confers_on.about)))
$$;

GRANT EXECUTE ON FUNCTION access.confers_on(uuid, uuid, uuid[]) TO schakel_app;
