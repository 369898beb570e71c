-- Which questions for advice do I answer? Those put to a house where I direct, support or do the triage; not my own.
CREATE OR REPLACE FUNCTION access.consultations_i_answer() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.consultations_consultation
    WHERE house_id = ANY (access.my_houses_as(ARRAY['process_director', 'support', 'triage']))
      AND author_id <> (SELECT access.me())
$$;

-- And which did I ask?
CREATE OR REPLACE FUNCTION access.consultations_i_asked() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.consultations_consultation WHERE author_id = (SELECT access.me())
$$;

-- Each is a small file of its own: for who asked, and for who may answer.
CREATE OR REPLACE FUNCTION access.my_consultations() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.consultations_i_asked() || access.consultations_i_answer()
$$;

-- Whoever is put in touch is somebody of an organisation that takes part in the house which was asked.
CREATE OR REPLACE FUNCTION access.may_be_met(organisation uuid, colleague uuid, consultation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.consultations_consultation c
                   WHERE c.id = consultation AND c.id = ANY (access.consultations_i_answer())
                     AND access.takes_part(organisation, c.house_id)
                     AND (colleague IS NULL OR access.works_at(colleague, organisation)))
$$;

-- Of which houses do I see how many questions for advice there were? Where I answer them, or manage.
CREATE OR REPLACE FUNCTION access.houses_i_count_advice_of() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.my_houses_as(ARRAY['process_director', 'support', 'triage', 'manager'])
$$;

-- What was asked and answered in a quarter, by kind: what is still there, and what was counted when it was destroyed.
CREATE OR REPLACE FUNCTION access.advice_in_numbers(first date, after date)
RETURNS TABLE (kind text, asked bigint, advice bigint, in_touch bigint, refer bigint, minutes bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    houses uuid[] := access.houses_i_count_advice_of();
BEGIN
    RETURN QUERY
    SELECT n.kind::text, sum(n.asked)::bigint, sum(n.advice)::bigint, sum(n.in_touch)::bigint, sum(n.refer)::bigint, sum(n.minutes)::bigint
    FROM (SELECT * FROM access.advice_by_quarter(NULL)
          UNION ALL
          SELECT t.house_id, t.quarter, t.kind::text, t.asked, t.advice, t.in_touch, t.refer, t.minutes FROM public.consultations_tally t) n
    WHERE n.house_id = ANY (houses) AND n.quarter >= first AND n.quarter < after GROUP BY n.kind;
END
$$;

-- Each question in the quarter in which it was asked, each answer in that in which it was given. For the others here only.
CREATE OR REPLACE FUNCTION access.advice_by_quarter(only_of uuid[])
RETURNS TABLE (house_id uuid, quarter date, kind text, asked integer, advice integer, in_touch integer, refer integer, minutes integer)
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$
    SELECT c.house_id, date_trunc('quarter', c.asked_at AT TIME ZONE 'Europe/Amsterdam')::date, c.kind::text, 1, 0, 0, 0, 0
    FROM public.consultations_consultation c WHERE only_of IS NULL OR c.id = ANY (only_of)
    UNION ALL
    SELECT c.house_id, date_trunc('quarter', r.responded_at AT TIME ZONE 'Europe/Amsterdam')::date, c.kind::text, 0,
           (r.kind = 'advice')::integer, (r.kind = 'in_touch')::integer, (r.kind = 'refer')::integer, r.minutes::integer
    FROM public.consultations_response r JOIN public.consultations_consultation c ON c.id = r.consultation_id
    WHERE r.kind <> 'asked_on' AND (only_of IS NULL OR c.id = ANY (only_of))
$$;

-- A question for advice goes after the term of its house, counted from the last that was said: keys, words, answers, who
-- asked. What remains are numbers, and this certificate in the log.
CREATE OR REPLACE FUNCTION access.destroy_consultations(at_most integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone uuid[];
BEGIN
    gone := ARRAY(
        SELECT c.id FROM public.consultations_consultation c JOIN public.network_house h ON h.id = c.house_id
        WHERE greatest(c.asked_at, (SELECT max(r.responded_at) FROM public.consultations_response r WHERE r.consultation_id = c.id))
              <= now() - make_interval(months => h.advice_months)
        ORDER BY c.asked_at LIMIT at_most FOR UPDATE OF c SKIP LOCKED);
    INSERT INTO public.consultations_tally AS t (id, house_id, quarter, kind, asked, advice, in_touch, refer, minutes)
    SELECT gen_random_uuid(), n.house_id, n.quarter, n.kind, sum(n.asked), sum(n.advice), sum(n.in_touch), sum(n.refer), sum(n.minutes)
    FROM access.advice_by_quarter(gone) n GROUP BY n.house_id, n.quarter, n.kind
    ON CONFLICT (house_id, quarter, kind) DO UPDATE SET asked = t.asked + excluded.asked, advice = t.advice + excluded.advice,
        in_touch = t.in_touch + excluded.in_touch, refer = t.refer + excluded.refer, minutes = t.minutes + excluded.minutes;
    DELETE FROM public.vault_contentkey WHERE file_id = ANY (gone);
    DELETE FROM public.vault_text WHERE file_id = ANY (gone);
    DELETE FROM public.consultations_response WHERE consultation_id = ANY (gone);
    DELETE FROM public.consultations_consultation WHERE id = ANY (gone);
    INSERT INTO public.audit_entry (id, kind, event, actor_id, file_id, purpose)
    SELECT gen_random_uuid(), 'act', 'consultation.destroyed', '00000000-0000-0000-0000-000000000000', one,
           'destroyed after the term of the house' FROM unnest(gone) one;
    RETURN cardinality(gone);
END
$$;
GRANT EXECUTE ON FUNCTION access.destroy_consultations(integer) TO schakel_worker;

GRANT EXECUTE ON FUNCTION
    access.houses_i_count_advice_of(), access.advice_in_numbers(date, date), access.consultations_i_answer(), access.consultations_i_asked(), access.my_consultations(),
    access.may_be_met(uuid, uuid, uuid)
TO schakel_app;
