-- What is new for me since a moment, without a word of it: that an organisation brought something in, or took it
-- back, in which case and when. Only what I could read in the opened file; what my own organisation did is no news.
CREATE SCHEMA IF NOT EXISTS work;
GRANT USAGE ON SCHEMA work TO schakel_app;
CREATE OR REPLACE FUNCTION work.news(since timestamptz, at_most integer)
RETURNS TABLE (kind text, at timestamptz, number text, organisation text)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sight uuid[] := access.my_sight();
    mine uuid[] := access.my_cases();
    seats uuid[] := access.my_seats();
    own uuid := access.my_organisation();
BEGIN
    RETURN QUERY
    SELECT n.kind, n.at, k.number::text, o.short_name::text
    FROM (SELECT 'brought_in' AS kind, c.brought_in_at AS at, c.case_id, c.capacity_id, c.about, c.audience
          FROM public.cases_contribution c
          WHERE c.case_id = ANY (mine) AND NOT EXISTS (SELECT FROM public.cases_recall r WHERE r.contribution_id = c.id)
          UNION ALL
          SELECT 'recalled', r.recalled_at, r.case_id, r.capacity_id, r.about, r.audience
          FROM public.cases_recall r WHERE r.case_id = ANY (mine)) n
    JOIN public.cases_case k ON k.id = n.case_id
    JOIN public.network_capacity p ON p.id = n.capacity_id
    JOIN public.network_organisation o ON o.id = p.organisation_id
    WHERE n.at > since AND n.about <@ sight AND o.id <> own
      AND (n.case_id = ANY (n.audience)
           OR EXISTS (SELECT FROM public.cases_seat s
                      WHERE s.id = ANY (seats) AND s.case_id = n.case_id AND s.capacity_id = ANY (n.audience)))
    ORDER BY n.at DESC LIMIT least(at_most, 50);
END
$$;
GRANT EXECUTE ON FUNCTION work.news(timestamptz, integer) TO schakel_app;

-- In which of the cases I direct did nothing happen for as many weeks as their house says, while no conference is coming?
-- Number, since when, how many agreements are over their date. What happens is counted for the whole case, so only of cases I see whole.
CREATE OR REPLACE FUNCTION work.stalls(at_most integer)
RETURNS TABLE (number text, since timestamptz, late bigint)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    WITH mine AS (
        SELECT k.id, k.number::text AS number, h.stall_weeks, greatest(
            k.opened_at,
            (SELECT max(brought_in_at) FROM public.cases_contribution WHERE case_id = k.id),
            (SELECT max(ended_at) FROM public.conferences_caseconference WHERE case_id = k.id),
            (SELECT max(made_at) FROM public.plans_agreement WHERE case_id = k.id),
            (SELECT max(answered_at) FROM public.plans_answer WHERE case_id = k.id),
            (SELECT max(reported_at) FROM public.plans_progress WHERE case_id = k.id)) AS since
        FROM public.cases_case k JOIN public.network_house h ON h.id = k.house_id
        WHERE k.id = ANY ((SELECT access.cases_i_direct())::uuid[]) AND k.id = ANY ((SELECT access.my_sight())::uuid[])
          AND k.closed_at IS NULL)
    SELECT m.number, m.since,
           (SELECT count(*) FROM public.plans_agreement a
            WHERE a.case_id = m.id AND a.withdrawn_at IS NULL AND a.due_on < access.today()
              AND NOT EXISTS (SELECT FROM public.plans_progress p WHERE p.agreement_id = a.id AND p.done))
    FROM mine m
    WHERE m.since < now() - make_interval(weeks => m.stall_weeks)
      AND NOT EXISTS (SELECT FROM public.conferences_caseconference c
                      WHERE c.case_id = m.id AND c.ended_at IS NULL AND c.starts_at > now() - interval '12 hours')
    ORDER BY m.since LIMIT least(at_most, 1000)
$$;
GRANT EXECUTE ON FUNCTION work.stalls(integer) TO schakel_app;
