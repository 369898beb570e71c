-- The number of a person in its sealed form, for one moment and one purpose: whoever opens a case from the referral
-- of this person, in this very transaction, seals it again for the copy in the case. Nobody else reads a number back.
CREATE OR REPLACE FUNCTION access.number_for_copy(person uuid) RETURNS TABLE (sealed bytea, blind bytea)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT n.sealed, n.blind
    FROM public.people_citizennumber n JOIN public.cases_case c ON c.referral_id = n.file_id
    WHERE n.person_id = person
      AND c.id = ANY ((SELECT access.cases_i_found())::uuid[])
      AND n.file_id = ANY ((SELECT access.my_referrals())::uuid[])
    ORDER BY n.made_at DESC LIMIT 1
$$;
-- Whose address is secret in the file that lies open? Then also what was known of it before stays hidden.
CREATE OR REPLACE FUNCTION access.people_in_hiding() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    files uuid[] := access.opened();  -- first of all, whatever there is to find
BEGIN
    RETURN ARRAY(SELECT id FROM public.people_person
                     WHERE file_id = ANY (files) AND secret_address);
END
$$;

-- Which addresses of the file that lies open were followed by a secret one? Of who is in hiding only the latest shows,
-- to whom it names: who could read an earlier one and is not named any more, reads none.
CREATE OR REPLACE FUNCTION access.addresses_left_behind() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    files uuid[] := access.opened();  -- first of all, whatever there is to find
BEGIN
    RETURN ARRAY(
        SELECT a.id FROM public.people_address a
        WHERE a.file_id = ANY (files)
          AND EXISTS (SELECT FROM public.people_address b
                      WHERE b.person_id = a.person_id AND b.made_at > a.made_at AND b.secret));
END
$$;

-- Does this number stand in this file already, with another person whom I see? For who keeps the file: a number
-- twice is one person twice. Only the latest number of each person counts.
CREATE OR REPLACE FUNCTION access.number_in_file(one_file uuid, number bytea, of_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM (SELECT DISTINCT ON (n.person_id) n.person_id, n.blind FROM public.people_citizennumber n
                     WHERE n.file_id = one_file ORDER BY n.person_id, n.made_at DESC) latest
        WHERE latest.blind = number AND latest.person_id IS DISTINCT FROM of_person
          AND latest.person_id = ANY (access.my_sight_in(one_file))
          AND one_file = ANY (access.files_i_keep()))
$$;

-- What may I do with the persons of this file now? The rules ask it, and say why not.
CREATE OR REPLACE FUNCTION access.standing_in(one_file uuid)
RETURNS TABLE (keeps boolean, keeps_open boolean, takes_people boolean, sits boolean, capacities uuid[])
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT one_file = ANY (access.files_i_keep()),
           one_file = ANY (access.referrals_i_write())
               OR (one_file = ANY (access.cases_i_run()) AND one_file = ANY (access.my_open_cases())),
           one_file = ANY (access.files_that_take_people()),
           one_file = ANY (access.my_open_cases()),
           access.my_capacities_in(one_file)
$$;

-- What is coming, for who can do something about it: in the files I keep and that are not closed, and for what my own
-- organisation brought in. A file, its number and a day; no name, no word, no kind of measure.
CREATE OR REPLACE FUNCTION access.files_i_watch() RETURNS TABLE (id uuid, number text)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.id, k.number::text FROM public.cases_case k
    WHERE k.id = ANY ((SELECT access.cases_i_run())::uuid[]) AND k.closed_at IS NULL
    UNION ALL
    SELECT r.id, r.number::text FROM public.referrals_referral r WHERE r.id = ANY ((SELECT access.referrals_i_write())::uuid[])
$$;
CREATE OR REPLACE FUNCTION access.brought_in_by_us() RETURNS TABLE (id uuid, number text, capacity_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT DISTINCT k.id, k.number::text, s.capacity_id
    FROM public.cases_seat s JOIN public.cases_case k ON k.id = s.case_id
    WHERE s.id = ANY ((SELECT access.my_seats())::uuid[]) AND k.closed_at IS NULL
$$;

CREATE OR REPLACE FUNCTION access.frames_ending(first_day date, last_day date)
RETURNS TABLE (file_id uuid, number text, ends_on date)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    WITH watched AS (SELECT id, number, NULL::uuid AS capacity_id FROM access.files_i_watch()
                     UNION ALL SELECT id, number, capacity_id FROM access.brought_in_by_us())
    SELECT w.id, min(w.number), f.until
    FROM watched w JOIN public.people_legalframe f
        ON f.file_id = w.id AND (w.capacity_id IS NULL OR f.capacity_id = w.capacity_id)
    WHERE f.until BETWEEN first_day AND last_day AND f.ended_on IS NULL
      AND f.person_id = ANY ((SELECT access.my_sight())::uuid[])
    GROUP BY f.id, w.id, f.until
    ORDER BY f.until, min(w.number)
$$;

-- The newest about a person and a moment counts: what was told meanwhile does not come back.
CREATE OR REPLACE FUNCTION access.postponements_ending(last_day date)
RETURNS TABLE (file_id uuid, number text, comes_back_on date)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    WITH watched AS (SELECT id, number, NULL::uuid AS capacity_id FROM access.files_i_watch()
                     UNION ALL SELECT id, number, capacity_id FROM access.brought_in_by_us())
    SELECT w.id, min(w.number), i.until
    FROM watched w JOIN public.people_informing i
        ON i.file_id = w.id AND (w.capacity_id IS NULL OR i.capacity_id = w.capacity_id)
    WHERE NOT i.done AND i.until <= last_day
      AND i.person_id = ANY ((SELECT access.my_sight())::uuid[])
      AND NOT EXISTS (SELECT FROM public.people_informing later
                      WHERE later.person_id = i.person_id AND later.moment = i.moment AND later.recorded_at > i.recorded_at)
    GROUP BY i.id, w.id, i.until
    ORDER BY i.until, min(w.number)
$$;

CREATE OR REPLACE FUNCTION access.alerts_ending(first_day date, last_day date)
RETURNS TABLE (file_id uuid, number text, ends_on date)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT w.id, w.number, a.until
    FROM access.files_i_watch() w JOIN public.people_alert a ON a.file_id = w.id
    WHERE a.until BETWEEN first_day AND last_day AND a.ended_on IS NULL AND a.about <@ (SELECT access.my_sight())
    ORDER BY a.until, w.number
$$;

-- Who turns one of these ages, and when at the earliest and at the latest: of a birth date a day, a month or both may
-- be unknown. Who was born on 29 February grows older on 1 March in other years.
CREATE OR REPLACE FUNCTION access.birthdays_coming(first_day date, last_day date, ages integer[])
RETURNS TABLE (file_id uuid, number text, turns integer, earliest date, latest date)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    WITH known AS (
        SELECT w.id, w.number, substr(p.birth_date, 1, 4)::integer AS year, substr(p.birth_date, 5, 2)::integer AS month,
               substr(p.birth_date, 7, 2)::integer AS day
        FROM access.files_i_watch() w JOIN public.people_person p ON p.file_id = w.id
        WHERE p.id = ANY ((SELECT access.my_sight())::uuid[]) AND p.death_date = ''
          AND length(p.birth_date) = 8 AND p.birth_date > '0001'
    ), turning AS (
        SELECT k.id, k.number, age.years,
               make_date(k.year + age.years, greatest(k.month, 1), 1) + greatest(k.day - 1, 0) AS earliest,
               CASE WHEN k.month = 0 THEN make_date(k.year + age.years, 12, 31)
                    WHEN k.day = 0 THEN (make_date(k.year + age.years, k.month, 1) + interval '1 month - 1 day')::date
                    ELSE make_date(k.year + age.years, k.month, 1) + (k.day - 1) END AS latest
        FROM known k CROSS JOIN unnest(ages) AS age (years)
    )
    SELECT id, number, years, earliest, latest FROM turning
    WHERE latest >= first_day AND earliest <= last_day
    ORDER BY earliest, number
$$;

GRANT EXECUTE ON FUNCTION
    access.number_for_copy(uuid), access.people_in_hiding(), access.addresses_left_behind(), access.number_in_file(uuid, bytea, uuid),
    access.standing_in(uuid), access.frames_ending(date, date), access.postponements_ending(date),
    access.alerts_ending(date, date), access.birthdays_coming(date, date, integer[])
TO schakel_app;
