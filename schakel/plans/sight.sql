-- Which agreements are my organisation's, because I sit on the seat that owns them?
CREATE OR REPLACE FUNCTION access.agreements_i_own() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT id FROM public.plans_agreement WHERE seat_id = ANY ((SELECT access.my_seats())::uuid[]))
$$;

-- Is this a seat in this case, held at this moment? Only an organisation with a seat can own an agreement.
CREATE OR REPLACE FUNCTION access.seats_it_now(seat uuid, one_case uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_seat s WHERE s.id = seat AND s.case_id = one_case
                   AND (s.ends_at IS NULL OR s.ends_at > now()))
$$;

GRANT EXECUTE ON FUNCTION access.agreements_i_own(), access.seats_it_now(uuid, uuid) TO schakel_app;
