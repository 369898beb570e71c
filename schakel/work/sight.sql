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

-- What does a colleague of an organisation whose contact I am hold? Kinds and numbers, of what their leaving touches. Nothing
-- of a hidden approach counts, nor of a case from which I am locked out.
CREATE OR REPLACE FUNCTION work.held_by(colleague uuid) RETURNS TABLE (kind text, how_many bigint)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    WITH them AS (SELECT p.id FROM public.network_professional p
                  WHERE p.id = colleague AND p.organisation_id = ANY ((SELECT access.i_am_contact_of())::uuid[])),
    seats AS (
        SELECT o.seat_id, s.case_id FROM them JOIN public.cases_occupant o ON o.professional_id = them.id
        JOIN public.cases_seat s ON s.id = o.seat_id JOIN public.cases_case k ON k.id = s.case_id
        JOIN public.network_regime r ON r.id = k.regime_id
        WHERE (o.ends_at IS NULL OR o.ends_at > now()) AND (s.ends_at IS NULL OR s.ends_at > now())
          AND k.closed_at IS NULL AND NOT r.hidden AND k.id <> ALL ((SELECT access.cases_locked_to_me())::uuid[]))
    SELECT 'seats', count(*) FROM seats HAVING count(*) > 0
    UNION ALL
    SELECT 'agreements', count(*) FROM public.plans_agreement a JOIN seats ON seats.seat_id = a.seat_id
    WHERE a.withdrawn_at IS NULL HAVING count(*) > 0
    UNION ALL
    SELECT CASE WHEN r.sent_at IS NULL THEN 'drafts' ELSE 'referrals' END, count(*)
    FROM them JOIN public.referrals_referral r ON r.referrer_id = them.id JOIN public.network_regime g ON g.id = r.regime_id
    WHERE r.withdrawn_at IS NULL AND NOT g.hidden
      AND NOT EXISTS (SELECT FROM public.referrals_decision d WHERE d.referral_id = r.id)
    GROUP BY 1
    UNION ALL
    SELECT 'typed', count(*) FROM them JOIN public.cases_contributiondraft d ON d.author_id = them.id
    JOIN seats ON seats.case_id = d.case_id WHERE d.ended_at IS NULL HAVING count(*) > 0
    UNION ALL
    SELECT 'mandates', count(*) FROM them JOIN public.network_mandate m ON m.professional_id = them.id
    WHERE m.until IS NULL OR m.until >= access.today() HAVING count(*) > 0
    UNION ALL
    SELECT 'roles', count(*) FROM them JOIN public.network_appointment a ON a.professional_id = them.id
    WHERE a.until IS NULL OR a.until >= access.today() HAVING count(*) > 0
$$;
GRANT EXECUTE ON FUNCTION work.held_by(uuid) TO schakel_app;
