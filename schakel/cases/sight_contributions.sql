-- Was this written down, in this case, on behalf of this capacity, about exactly these and for exactly them?
CREATE OR REPLACE FUNCTION access.said_on_our_behalf(contribution uuid, one_case uuid, capacity uuid, about uuid[], audience uuid[])
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_contribution c
                   WHERE c.id = contribution AND c.case_id = one_case AND c.capacity_id = capacity AND c.on_behalf
                     AND c.about = said_on_our_behalf.about AND c.audience = said_on_our_behalf.audience
                     AND c.about <@ access.my_sight_in(one_case)
                     AND NOT EXISTS (SELECT FROM public.cases_recall r WHERE r.contribution_id = c.id))
$$;

-- What was written down on behalf of others and waits for their word: not confirmed, corrected or recalled. For the
-- functions below alone.
CREATE OR REPLACE FUNCTION access.unconfirmed(cases uuid[])
RETURNS TABLE (case_id uuid, capacity_id uuid, about uuid[])
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.case_id, c.capacity_id, c.about FROM public.cases_contribution c
    WHERE c.case_id = ANY (cases) AND c.on_behalf
      AND NOT EXISTS (SELECT FROM public.cases_confirmation f WHERE f.contribution_id = c.id)
      AND NOT EXISTS (SELECT FROM public.cases_recall r WHERE r.contribution_id = c.id)
      AND NOT EXISTS (SELECT FROM public.cases_contribution n WHERE n.replaces_id = c.id)
$$;

-- In which open cases of mine does something wait for the word of an organisation in whose capacity I sit? Number of
-- the case and how many that I can read; nothing of it.
CREATE OR REPLACE FUNCTION access.waits_for_our_word(at_most integer)
RETURNS TABLE (number text, how_many bigint)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.number::text, count(*)
    FROM access.unconfirmed(access.my_open_cases()) u JOIN public.cases_case k ON k.id = u.case_id
    JOIN access.where_i_sit() w ON w.case_id = u.case_id
    WHERE u.about <@ (SELECT access.my_sight()) AND u.capacity_id = ANY (w.capacities)
    GROUP BY k.number ORDER BY k.number LIMIT least(at_most, 50)
$$;

-- Where does something wait for the word of an organisation whose contact I am, while nobody sits there for it? Number,
-- capacity and the empty seat; nothing of what it is about.
CREATE OR REPLACE FUNCTION access.waits_for_a_colleague(at_most integer)
RETURNS TABLE (number text, capacity text, seat uuid)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.number::text, o.short_name || CASE WHEN c.name = '' THEN '' ELSE ' – ' || c.name END, s.id
    FROM public.network_capacity c
    JOIN public.network_organisation o ON o.id = c.organisation_id
    JOIN public.cases_seat s ON s.capacity_id = c.id
    JOIN public.cases_case k ON k.id = s.case_id JOIN public.network_regime r ON r.id = k.regime_id
    WHERE c.organisation_id = ANY ((SELECT access.i_am_contact_of())::uuid[]) AND NOT r.hidden AND k.closed_at IS NULL
      AND k.id <> ALL ((SELECT access.cases_locked_to_me())::uuid[])
      AND s.starts_at <= now() AND (s.ends_at IS NULL OR s.ends_at > now())
      AND NOT EXISTS (SELECT FROM public.cases_occupant p JOIN public.cases_seat same ON same.id = p.seat_id
                      WHERE same.case_id = k.id AND same.capacity_id = c.id AND (p.ends_at IS NULL OR p.ends_at > now())
                        AND (same.ends_at IS NULL OR same.ends_at > now()))
      AND EXISTS (SELECT FROM access.unconfirmed(ARRAY[k.id]) u
                  WHERE u.capacity_id = c.id
                    AND (s.whole_case OR u.about <@ ARRAY(SELECT person_id FROM public.cases_seatperson WHERE seat_id = s.id)))
    ORDER BY s.starts_at LIMIT least(at_most, 50)
$$;

-- Could this professional, sitting where they sat at that moment, read what is about these and meant for them? For the
-- function below alone.
CREATE OR REPLACE FUNCTION access.could_read(professional uuid, at timestamptz, one_case uuid, about uuid[], audience uuid[])
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    WITH held AS (
        SELECT s.id, s.capacity_id, s.whole_case
        FROM public.cases_occupant o JOIN public.cases_seat s ON s.id = o.seat_id
        WHERE o.professional_id = professional AND s.case_id = one_case
          AND o.starts_at <= at AND (o.ends_at IS NULL OR o.ends_at > at)
          AND s.starts_at <= at AND (s.ends_at IS NULL OR s.ends_at > at)
    )
    SELECT EXISTS (SELECT FROM held)
       AND (one_case = ANY (audience) OR audience && ARRAY(SELECT capacity_id FROM held))
       AND (EXISTS (SELECT FROM held WHERE whole_case)
            OR about <@ ARRAY(SELECT person_id FROM public.cases_seatperson WHERE seat_id IN (SELECT id FROM held)))
$$;

-- Ask everybody who learnt what was recalled in this case not to use it any more, each once: whoever opened the file
-- while it stood and could read it, whoever sat at a table where it was shown; not whoever took it back. The log
-- knows, and can be asked again: the rest follows when attendance is written down afterwards.
CREATE OR REPLACE FUNCTION access.ask_who_learnt(one_case uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken record;
    learnt record;
BEGIN
    IF one_case IS NULL OR one_case <> ALL (access.my_cases()) THEN
        RETURN;
    END IF;
    FOR taken IN
        SELECT r.id, r.author_id, r.recalled_at, c.brought_in_at, c.about, c.audience, k.number
        FROM public.cases_recall r JOIN public.cases_contribution c ON c.id = r.contribution_id
        JOIN public.cases_case k ON k.id = r.case_id
        WHERE r.case_id = one_case
    LOOP
        FOR learnt IN
            SELECT l.professional_id,
                   array_agg(l.at ORDER BY l.at) FILTER (WHERE l.conference_id IS NULL) AS opened,
                   bool_or(one_case = ANY (taken.audience) AND access.shown_at(
                       l.conference_id, taken.about, taken.brought_in_at, taken.recalled_at, l.from_at, l.until_at)) AS present
            FROM audit.who_learnt(one_case, taken.brought_in_at, taken.recalled_at) l
            WHERE l.professional_id <> taken.author_id
              AND NOT EXISTS (SELECT FROM public.cases_nolongerused n
                              WHERE n.recall_id = taken.id AND n.professional_id = l.professional_id)
            GROUP BY l.professional_id
        LOOP
            IF learnt.present OR EXISTS (
                SELECT FROM unnest(learnt.opened) AS moment
                WHERE access.could_read(learnt.professional_id, moment, one_case, taken.about, taken.audience))
            THEN
                INSERT INTO public.cases_nolongerused (id, recall_id, file_id, number, professional_id, recalled_at, asked_at)
                VALUES (gen_random_uuid(), taken.id, one_case, taken.number, learnt.professional_id, taken.recalled_at, clock_timestamp())
                ON CONFLICT DO NOTHING;
            END IF;
        END LOOP;
    END LOOP;
END
$$;

-- How many of which organisation were asked and confirmed, for each recall of the opened file: told to the organisation
-- that took it back and to who runs the case. Who did not confirm yet by name to their own organisation alone.
CREATE OR REPLACE FUNCTION access.who_stopped_using()
RETURNS TABLE (contribution_id uuid, organisation text, own boolean, asked bigint, confirmed bigint, waiting text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    files uuid[] := access.opened();  -- first of all, whatever there is to find
    sight uuid[] := access.my_sight();
    home uuid := access.my_organisation();
BEGIN
    RETURN QUERY
    SELECT r.contribution_id, o.short_name::text, o.id = home, count(*), count(n.confirmed_at),
           array_agg(p.name::text ORDER BY p.name) FILTER (WHERE o.id = home AND n.confirmed_at IS NULL)
    FROM public.cases_recall r JOIN public.cases_nolongerused n ON n.recall_id = r.id
    JOIN public.network_professional p ON p.id = n.professional_id
    JOIN public.network_organisation o ON o.id = p.organisation_id
    LEFT JOIN access.where_i_sit() w ON w.case_id = r.case_id
    WHERE r.case_id = ANY (files) AND r.about <@ sight AND r.audience && (SELECT access.my_ears())
      AND (r.case_id = ANY ((SELECT access.cases_i_run())::uuid[]) OR r.capacity_id = ANY (w.capacities))
      AND (files <@ sight OR o.id = ANY ((SELECT access.organisations_i_see())::uuid[]))
    GROUP BY r.contribution_id, o.id, o.short_name
    ORDER BY o.short_name;
END
$$;

-- When was somebody asked last, if it is asked again each so many days? No days: never again.
CREATE OR REPLACE FUNCTION access.asked_last(first timestamptz, days integer) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN days > 0
        THEN first + make_interval(days => days * floor(greatest(extract(epoch FROM now() - first), 0) / (86400.0 * days))::integer)
        ELSE first END
$$;

-- Everybody who was asked after one recall in a file that lies open: organisation, function, since when, whether they
-- confirmed; by name to their own organisation alone. Told to the organisation that took it back and to who runs the case,
-- and who sees some persons only learns of no organisation that sits for others. For the functions that know the recall.
CREATE OR REPLACE FUNCTION access.told_of_recall(taken uuid, one_case uuid, capacity uuid, about uuid[], audience uuid[])
RETURNS TABLE (organisation text, own boolean, who text, function text, asked_at timestamptz, again_at timestamptz, confirmed_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sight uuid[] := access.my_sight();
    home uuid := access.my_organisation();
BEGIN
    RETURN QUERY
    SELECT o.short_name::text, o.id = home, CASE WHEN o.id = home THEN p.name::text ELSE '' END, p.function::text, n.asked_at,
           CASE WHEN n.confirmed_at IS NULL THEN nullif(access.asked_last(n.asked_at, h.recall_again_days), n.asked_at) END,
           n.confirmed_at
    FROM public.cases_nolongerused n JOIN public.cases_case k ON k.id = n.file_id JOIN public.network_house h ON h.id = k.house_id
    JOIN public.network_professional p ON p.id = n.professional_id
    JOIN public.network_organisation o ON o.id = p.organisation_id
    WHERE n.recall_id = taken AND told_of_recall.about <@ sight AND told_of_recall.audience && (SELECT access.my_ears())
      AND (one_case = ANY (access.cases_i_run()) OR capacity = ANY (access.my_capacities_in(one_case)))
      AND (one_case = ANY (sight) OR o.id = ANY (access.organisations_i_see()))
    ORDER BY n.confirmed_at IS NOT NULL, o.short_name, n.asked_at, n.id;
END
$$;

CREATE OR REPLACE FUNCTION access.who_was_asked(contribution uuid)
RETURNS TABLE (organisation text, own boolean, who text, function text, asked_at timestamptz, again_at timestamptz, confirmed_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    files uuid[] := access.opened();  -- first of all, whatever there is to find
    taken public.cases_recall;
BEGIN
    SELECT * INTO taken FROM public.cases_recall r WHERE r.contribution_id = contribution AND r.case_id = ANY (files);
    RETURN QUERY SELECT * FROM access.told_of_recall(taken.id, taken.case_id, taken.capacity_id, taken.about, taken.audience);
END
$$;

-- What I typed for a contribution and typed over, brought in or threw away is destroyed: nothing stays but the last words.
CREATE OR REPLACE FUNCTION access.forget_draft(draft uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM public.vault_text t USING public.cases_contributiondraft d
    WHERE d.id = draft AND d.author_id = (SELECT access.me()) AND t.of_row = d.id
      AND t.file_id = d.case_id AND t.author_id = d.author_id AND t.field = 'typed'
      AND (t.edition < d.edition OR d.ended_at IS NOT NULL)
$$;

GRANT EXECUTE ON FUNCTION
    access.said_on_our_behalf(uuid, uuid, uuid, uuid[], uuid[]), access.waits_for_our_word(integer),
    access.waits_for_a_colleague(integer), access.ask_who_learnt(uuid), access.who_stopped_using(), access.forget_draft(uuid),
    access.who_was_asked(uuid), access.asked_last(timestamptz, integer)
TO schakel_app;
