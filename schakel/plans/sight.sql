-- Which agreements are my organisation's, because I sit on the seat that owns them?
CREATE OR REPLACE FUNCTION access.agreements_i_own() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT id FROM public.plans_agreement WHERE seat_id = ANY ((SELECT access.my_seats())::uuid[]))
$$;

-- Is this a seat I know of in this case, held at this moment, from which one sees whom this is about? Only an organisation with
-- such a seat can own an agreement.
CREATE OR REPLACE FUNCTION access.seats_it_now(seat uuid, one_case uuid, about uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_seat s WHERE s.id = seat AND s.case_id = one_case
                   AND s.id = ANY (access.seats_i_see()) AND s.starts_at <= now() AND (s.ends_at IS NULL OR s.ends_at > now())
                   AND (s.whole_case OR about <@ ARRAY(
                        SELECT p.person_id FROM public.cases_seatperson p WHERE p.seat_id = s.id)))
$$;

-- Is this an agreement in a case of mine, about exactly these whom I see, that was not withdrawn?
CREATE OR REPLACE FUNCTION access.agrees_on(agreement uuid, one_case uuid, about uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.plans_agreement a
                   WHERE a.id = agreement AND a.case_id = one_case AND a.about = agrees_on.about
                     AND a.case_id = ANY (access.my_cases()) AND a.about <@ access.my_sight()
                     AND a.withdrawn_at IS NULL)
$$;

GRANT EXECUTE ON FUNCTION
    access.agreements_i_own(), access.seats_it_now(uuid, uuid, uuid[]), access.agrees_on(uuid, uuid, uuid[])
TO schakel_app;
