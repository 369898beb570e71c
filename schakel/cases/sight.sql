-- Which seats do I occupy at this moment? Everything that anybody may see of a case follows from this. Who is locked
-- out occupies none, whoever named them; from the day on which a covenant ends nobody sits there for that capacity; who replaces somebody sits there as long as that one would; and where a
-- statement of confidentiality is asked, an occupation counts once it is signed.
CREATE OR REPLACE FUNCTION access.my_seats() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(s.id), '{}')
    FROM public.cases_occupant o JOIN public.cases_seat s ON s.id = o.seat_id JOIN public.cases_case k ON k.id = s.case_id
    WHERE o.professional_id = (SELECT access.me())
      AND o.starts_at <= now() AND (o.ends_at IS NULL OR o.ends_at > now())
      AND s.starts_at <= now() AND (s.ends_at IS NULL OR s.ends_at > now())
      AND NOT EXISTS (SELECT FROM access.lapsed() l
                      WHERE l.capacity_id = s.capacity_id AND l.regime_id = k.regime_id AND s.given_at < l.given_before)
      AND NOT EXISTS (SELECT FROM public.cases_lock l
                      WHERE l.professional_id = o.professional_id AND l.case_id = s.case_id AND l.lifted_at IS NULL)
      AND (o.replaces_id IS NULL
           OR EXISTS (SELECT FROM public.cases_occupant away WHERE away.id = o.replaces_id
                      AND away.starts_at <= now() AND (away.ends_at IS NULL OR away.ends_at > now())))
      AND (NOT s.asks_statement
           OR EXISTS (SELECT FROM public.cases_confidentialitystatement t
                      WHERE t.seat_id = s.id AND t.professional_id = o.professional_id))
$$;

-- In which cases do I sit, and in what capacities? Other functions join with it: asked of each row, it would count my
-- seats as often as there are rows.
CREATE OR REPLACE FUNCTION access.where_i_sit() RETURNS TABLE (case_id uuid, capacities uuid[])
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT s.case_id, array_agg(s.capacity_id) FROM public.cases_seat s
    WHERE s.id = ANY ((SELECT access.my_seats())::uuid[]) GROUP BY s.case_id
$$;

-- Which cases am I opening in this very transaction? Whoever decides on a referral fills the first seats; at the
-- commit this ends, and the case is no longer theirs.
CREATE OR REPLACE FUNCTION access.cases_i_found() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.cases_case
    WHERE opened_at = now() AND opened_by_id = (SELECT access.me())
$$;

-- Which cases hold a seat for me?
CREATE OR REPLACE FUNCTION access.my_cases() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT case_id FROM public.cases_seat WHERE id = ANY ((SELECT access.my_seats())::uuid[])
                 UNION SELECT unnest(access.cases_i_found()))
$$;

-- Those of them that are not closed.
CREATE OR REPLACE FUNCTION access.my_open_cases() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.cases_case
    WHERE id = ANY ((SELECT access.my_cases())::uuid[]) AND closed_at IS NULL
$$;

-- Of which cases do I know that they exist? Mine, and those where my organisation was given a seat that I fill.
CREATE OR REPLACE FUNCTION access.cases_i_know() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT unnest(access.my_cases())
                 UNION SELECT case_id FROM public.cases_seat WHERE id = ANY ((SELECT access.seats_i_fill())::uuid[]))
$$;

-- Which cases do I direct? Which do I run, as director or as support?
CREATE OR REPLACE FUNCTION access.cases_where_i_am(roles text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT case_id FROM public.cases_seat
                 WHERE id = ANY ((SELECT access.my_seats())::uuid[]) AND role = ANY (roles)
                 UNION SELECT unnest(access.cases_i_found()))
$$;
CREATE OR REPLACE FUNCTION access.cases_i_direct() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.cases_where_i_am(ARRAY['process_director'])
$$;
CREATE OR REPLACE FUNCTION access.cases_i_run() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.cases_where_i_am(ARRAY['process_director', 'process_support'])
$$;

-- Whom and what do I see? Of a seat for the whole case: its persons, and the case itself (the situation as a
-- whole); of a seat for some persons: those; of a referral: everything it says.
CREATE OR REPLACE FUNCTION access.my_sight() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    seats uuid[] := access.my_seats();
    whole uuid[] := ARRAY(SELECT case_id FROM public.cases_seat WHERE id = ANY (seats) AND whole_case)
                    || access.cases_i_found() || access.my_referrals() || access.seat_requests_i_see()
                    || access.my_inquiries() || access.my_consultations();
BEGIN
    RETURN whole
        || ARRAY(SELECT id FROM public.people_person WHERE file_id = ANY (whole))
        || ARRAY(SELECT person_id FROM public.cases_seatperson WHERE seat_id = ANY (seats));
END
$$;

-- Whom and what of one file do I see? What is written in a file is about nobody of another.
CREATE OR REPLACE FUNCTION access.my_sight_in(one_file uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT unnest(access.my_sight())
                 INTERSECT (SELECT one_file UNION ALL SELECT id FROM public.people_person WHERE file_id = one_file))
$$;

-- What reaches me? What is meant for everybody seated (the case's own id), for a capacity in which I sit, or for me
-- alone; and why somebody is locked out, for who directs. In a policy this stands beside access.opened(): a capacity
-- counts in the case where it is seated.
CREATE OR REPLACE FUNCTION access.my_ears() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    file uuid := (access.opened())[1];
BEGIN
    RETURN ARRAY[file, access.me()] || access.my_capacities_in(file) || access.ears_of_triage(file)
        || ARRAY(SELECT id FROM public.cases_lock WHERE case_id = file AND file = ANY (access.cases_i_direct()));
END
$$;

-- In what capacities do I sit in this case?
CREATE OR REPLACE FUNCTION access.my_capacities_in(one_case uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT capacity_id FROM public.cases_seat
                 WHERE id = ANY ((SELECT access.my_seats())::uuid[]) AND case_id = one_case)
$$;

-- Which seats may I, as contact of an organisation, fill? In a hidden regime not the contact but whoever directs the
-- case does, or the contact would learn that it is there. Asked only of who says to act as contact: of a large
-- organisation these are thousands, and every other page would wait for them. A contact who is locked out of a case
-- decides nothing about it either.
CREATE OR REPLACE FUNCTION access.seats_i_fill() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('schakel.as_contact', true) IS DISTINCT FROM 'yes' THEN
        RETURN '{}';
    END IF;
    RETURN ARRAY(
        SELECT s.id FROM public.network_capacity c
        JOIN public.cases_seat s ON s.capacity_id = c.id
        JOIN public.cases_case k ON k.id = s.case_id JOIN public.network_regime r ON r.id = k.regime_id
        WHERE c.organisation_id = ANY ((SELECT access.i_am_contact_of())::uuid[]) AND NOT r.hidden
          AND (s.ends_at IS NULL OR s.ends_at > now()) AND k.closed_at IS NULL
          AND k.id <> ALL ((SELECT access.cases_locked_to_me())::uuid[])
          AND NOT EXISTS (SELECT FROM access.lapsed() l
                          WHERE l.capacity_id = s.capacity_id AND l.regime_id = k.regime_id AND s.given_at < l.given_before)
        UNION
        SELECT s.id FROM public.cases_seat s
        JOIN public.cases_case k ON k.id = s.case_id JOIN public.network_regime r ON r.id = k.regime_id
        WHERE s.case_id = ANY ((SELECT access.cases_i_direct())::uuid[]) AND r.hidden
          AND (s.ends_at IS NULL OR s.ends_at > now()) AND k.closed_at IS NULL);
END
$$;

-- On which of them does nobody sit? Number of the case and capacity, the longest empty first.
CREATE OR REPLACE FUNCTION access.empty_seats(at_most integer)
RETURNS TABLE (number text, capacity text)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.number::text, o.short_name || CASE WHEN c.name = '' THEN '' ELSE ' – ' || c.name END
    FROM public.network_capacity c
    JOIN public.network_organisation o ON o.id = c.organisation_id
    JOIN public.cases_seat s ON s.capacity_id = c.id
    JOIN public.cases_case k ON k.id = s.case_id JOIN public.network_regime r ON r.id = k.regime_id
    WHERE c.organisation_id = ANY ((SELECT access.i_am_contact_of())::uuid[]) AND NOT r.hidden AND k.closed_at IS NULL
      AND k.id <> ALL ((SELECT access.cases_locked_to_me())::uuid[])
      AND s.starts_at <= now() AND (s.ends_at IS NULL OR s.ends_at > now())
      AND NOT EXISTS (SELECT FROM access.lapsed() l
                      WHERE l.capacity_id = s.capacity_id AND l.regime_id = k.regime_id AND s.given_at < l.given_before)
      AND NOT EXISTS (SELECT FROM public.cases_occupant p WHERE p.seat_id = s.id AND (p.ends_at IS NULL OR p.ends_at > now()))
    ORDER BY s.starts_at LIMIT least(at_most, 50)
$$;

-- Of which seats do I know? Of my own, of those my organisation lets me fill, and in my cases of those that are for
-- the whole case or for a person I see. From a seat for somebody else not even its existence shows.
CREATE OR REPLACE FUNCTION access.seats_i_see() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mine uuid[] := access.my_cases();
    sight uuid[] := access.my_sight();
BEGIN
    RETURN ARRAY(
        SELECT id FROM public.cases_seat WHERE case_id = ANY (mine) AND (whole_case OR case_id = ANY (sight))
        UNION SELECT seat_id FROM public.cases_seatperson WHERE person_id = ANY (sight)
        UNION SELECT unnest(access.seats_i_fill()));
END
$$;

-- The seats that I give in this very transaction.
CREATE OR REPLACE FUNCTION access.seats_i_found() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT id FROM public.cases_seat WHERE given_at = now() AND author_id = (SELECT access.me()))
$$;

CREATE OR REPLACE FUNCTION access.seats_i_found_in(one_case uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT id FROM public.cases_seat WHERE id = ANY ((SELECT access.seats_i_found())::uuid[]) AND case_id = one_case)
$$;

-- Does this professional work for the organisation of this seat, which is mine to fill? Not who is locked out, and
-- where the kind of approach asks mandates, only who has one. On a seat from which a case is run nobody names themselves:
-- another contact of the house does, or who hands its cases over. Whoever gives a new seat runs the case already.
CREATE OR REPLACE FUNCTION access.is_colleague(seat uuid, professional uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_seat s JOIN public.network_capacity c ON c.id = s.capacity_id
                   JOIN public.network_professional p ON p.organisation_id = c.organisation_id
                   WHERE s.id = seat AND p.id = professional AND s.id = ANY (access.seats_i_fill() || access.seats_i_found())
                     AND (p.id <> access.me() OR s.role NOT IN ('process_director', 'process_support')
                          OR s.id = ANY (access.seats_i_found()))
                     AND access.has_mandate(p.id, (SELECT k.regime_id FROM public.cases_case k WHERE k.id = s.case_id))
                     AND NOT EXISTS (SELECT FROM public.cases_lock l WHERE l.professional_id = p.id
                                     AND l.case_id = s.case_id AND l.lifted_at IS NULL))
$$;

-- Which organisations do I know to sit, or to have sat, in the file that lies open?
CREATE OR REPLACE FUNCTION access.organisations_i_see() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    files uuid[] := access.opened();  -- first of all, whatever there is to find
BEGIN
    RETURN ARRAY(SELECT c.organisation_id FROM public.cases_seat s JOIN public.network_capacity c ON c.id = s.capacity_id
                     WHERE s.case_id = ANY (files) AND s.id = ANY ((SELECT access.seats_i_see())::uuid[])
                     UNION SELECT access.my_organisation());
END
$$;

-- Files: referrals, cases, requests for a seat, questions of the triage and questions for advice alike.
CREATE OR REPLACE FUNCTION access.my_files() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.my_cases() || access.my_referrals() || access.seat_requests_i_see() || access.my_inquiries()
        || access.my_consultations()
$$;
CREATE OR REPLACE FUNCTION access.files_i_keep() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.cases_i_run() || access.referrals_i_write() || access.seat_requests_i_make()
        || access.inquiries_of_my_triage() || access.consultations_i_asked()
$$;

-- To which of them may persons be added? Not to a case about an area (it has none), not to a closed one.
CREATE OR REPLACE FUNCTION access.files_that_take_people() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.referrals_i_write() || ARRAY(
        SELECT id FROM public.cases_case
        WHERE id = ANY ((SELECT access.cases_i_run())::uuid[]) AND NOT is_area AND closed_at IS NULL)
$$;

-- Which contributions and documents of the open file were recalled? Nobody reads those any more, except who brought
-- them in.
CREATE OR REPLACE FUNCTION access.recalled() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    files uuid[] := access.opened();  -- first of all, whatever there is to find
BEGIN
    RETURN ARRAY(SELECT r.taken_back FROM (
                     SELECT contribution_id AS taken_back, case_id, capacity_id FROM public.cases_recall
                     WHERE case_id = ANY (files)
                     UNION ALL
                     SELECT document_id, case_id, capacity_id FROM public.documents_documentrecall
                     WHERE case_id = ANY (files)) r
                 LEFT JOIN access.where_i_sit() w ON w.case_id = r.case_id
                 WHERE r.capacity_id <> ALL (coalesce(w.capacities, '{}')));
END
$$;

-- Was this brought in, in this case, about whom I see, in a capacity of mine, or by me on behalf of that one?
CREATE OR REPLACE FUNCTION access.i_may_recall(contribution uuid, one_case uuid, capacity uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_contribution c
                   WHERE c.id = contribution AND c.case_id = one_case AND c.capacity_id = capacity
                     AND c.about <@ access.my_sight_in(one_case)
                     AND (c.capacity_id = ANY (access.my_capacities_in(one_case))
                          OR c.on_behalf AND one_case = ANY (access.cases_i_run())))
$$;

GRANT EXECUTE ON FUNCTION
    access.my_sight_in(uuid), access.seats_i_found_in(uuid), access.seats_i_found(), access.is_colleague(uuid, uuid), access.i_may_recall(uuid, uuid, uuid),
    access.my_seats(), access.cases_i_found(), access.my_cases(), access.my_open_cases(), access.cases_i_know(),
    access.cases_i_direct(), access.cases_i_run(), access.my_sight(), access.my_ears(), access.my_capacities_in(uuid),
    access.seats_i_fill(), access.empty_seats(integer), access.seats_i_see(), access.organisations_i_see(), access.my_files(),
    access.files_i_keep(), access.files_that_take_people(), access.recalled()
TO schakel_app;
