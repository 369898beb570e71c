-- Is this the id of nothing yet? Whoever makes a row chooses its id. A file, a person or a lock with the id of something
-- else would be taken for that: it would open a case, show a person, hear what is meant for a capacity or a colleague.
CREATE OR REPLACE FUNCTION access.is_new(chosen uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT NOT EXISTS (SELECT FROM public.cases_case WHERE id = chosen)
       AND NOT EXISTS (SELECT FROM public.referrals_referral WHERE id = chosen)
       AND NOT EXISTS (SELECT FROM public.cases_seatrequest WHERE id = chosen)
       AND NOT EXISTS (SELECT FROM public.triage_inquiry WHERE id = chosen)
       AND NOT EXISTS (SELECT FROM public.consultations_consultation WHERE id = chosen)
       AND NOT EXISTS (SELECT FROM public.people_person WHERE id = chosen)
       AND NOT EXISTS (SELECT FROM public.cases_lock WHERE id = chosen)
       AND NOT EXISTS (SELECT FROM public.network_capacity WHERE id = chosen)
       AND NOT EXISTS (SELECT FROM public.network_professional WHERE id = chosen)
$$;

-- Are there no words under this id yet? What is brought in or typed under the id of others' words would take these along
-- when it is recalled or forgotten.
CREATE OR REPLACE FUNCTION access.is_unworded(chosen uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT NOT EXISTS (SELECT FROM public.vault_text WHERE of_row = chosen)
$$;

GRANT EXECUTE ON FUNCTION access.is_new(uuid), access.is_unworded(uuid) TO schakel_app;
