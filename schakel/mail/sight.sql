-- The daily mail. The worker may call four functions and read no table: it learns an address and three numbers for each
-- mail that is to be sent, and nothing else.
CREATE SCHEMA IF NOT EXISTS mail;
GRANT USAGE ON SCHEMA mail TO schakel_worker;

-- How much is new for one colleague since a moment: questions, conferences, news. Only inside this function, until it
-- returns, the questions of the row policies are answered for that colleague, so that nothing is counted that they
-- could not see. Nothing of a hidden approach counts, whoever sits there: a mail must not tell that there is one.
-- For the function below alone.
CREATE OR REPLACE FUNCTION mail.counted_for(colleague uuid, last_told timestamptz, OUT questions integer, OUT conferences integer, OUT news integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    before text := coalesce(current_setting('schakel.identity', true), '');
    claim text := concat_ws('.', 'me', colleague, pg_backend_pid(), (extract(epoch FROM now()) * 1000000)::bigint);
    seats uuid[];
    sight uuid[];
    cases uuid[];
BEGIN
    PERFORM set_config('schakel.identity', claim || '.' || encode(sha256(outer_pad || sha256(inner_pad || convert_to(claim, 'UTF8'))), 'hex'), true)
    FROM access.seal LIMIT 1;
    seats := access.my_seats();
    sight := access.my_sight();
    cases := ARRAY(SELECT k.id FROM public.cases_case k JOIN public.network_regime r ON r.id = k.regime_id
                   WHERE k.id = ANY ((SELECT access.my_open_cases())::uuid[]) AND NOT r.hidden);
    SELECT count(*) INTO questions FROM (
        SELECT a.id FROM public.plans_agreement a
        WHERE a.seat_id = ANY (seats) AND a.case_id = ANY (cases) AND a.about <@ sight AND a.withdrawn_at IS NULL AND a.made_at > last_told
          AND NOT EXISTS (SELECT FROM public.plans_answer w WHERE w.agreement_id = a.id)
        UNION ALL
        SELECT o.id FROM public.cases_leadoffer o
        WHERE o.seat_id = ANY (seats) AND o.case_id = ANY (cases) AND o.ended_at IS NULL AND o.offered_at > last_told
          AND NOT EXISTS (SELECT FROM public.cases_leadanswer w WHERE w.offer_id = o.id)
        UNION ALL
        SELECT q.id FROM public.cases_seatrequest q JOIN public.cases_case k ON k.number = q.number
        WHERE q.id = ANY ((SELECT access.seat_requests_i_answer())::uuid[]) AND k.id = ANY (cases) AND q.asked_at > last_told
        UNION ALL
        SELECT p.id FROM public.cases_seatproposal p
        WHERE p.case_id = ANY (cases) AND p.case_id = ANY ((SELECT access.cases_i_direct())::uuid[]) AND p.outcome = '' AND p.about <@ sight AND p.proposed_at > last_told
        UNION ALL
        SELECT n.id FROM public.cases_nolongerused n JOIN public.cases_case k ON k.id = n.file_id JOIN public.network_regime r ON r.id = k.regime_id
        JOIN public.network_house h ON h.id = k.house_id
        WHERE n.professional_id = colleague AND n.confirmed_at IS NULL AND access.asked_last(n.asked_at, h.recall_again_days) > last_told AND NOT r.hidden
        UNION ALL
        SELECT c.id FROM public.cases_contribution c JOIN access.where_i_sit() w ON w.case_id = c.case_id
        WHERE c.case_id = ANY (cases) AND c.on_behalf AND c.about <@ sight AND c.brought_in_at > last_told
          AND c.capacity_id = ANY (w.capacities)
          AND NOT EXISTS (SELECT FROM public.cases_confirmation f WHERE f.contribution_id = c.id)
          AND NOT EXISTS (SELECT FROM public.cases_recall x WHERE x.contribution_id = c.id)
        UNION ALL
        SELECT q.id FROM access.open_requests(cases) q JOIN public.requests_informationrequest i ON i.id = q.id
        JOIN access.where_i_sit() w ON w.case_id = q.case_id
        WHERE i.asked_at > last_told AND q.capacity_id = ANY (w.capacities)
        UNION ALL
        SELECT i.id FROM public.triage_inquiry i JOIN public.referrals_referral f ON f.id = i.referral_id JOIN public.network_regime r ON r.id = f.regime_id
        WHERE i.id = ANY ((SELECT access.inquiries_i_answer())::uuid[]) AND i.asked_at > last_told AND NOT r.hidden
        UNION ALL
        SELECT q.id FROM public.triage_question q JOIN public.referrals_referral f ON f.id = q.referral_id JOIN public.network_regime r ON r.id = f.regime_id
        WHERE f.id = ANY ((SELECT access.referrals_i_write())::uuid[]) AND q.asked_at > last_told AND NOT r.hidden
          AND NOT EXISTS (SELECT FROM public.triage_reply w WHERE w.question_id = q.id)
        UNION ALL
        SELECT f.id FROM public.referrals_referral f JOIN public.network_regime r ON r.id = f.regime_id
        WHERE f.id = ANY ((SELECT access.referrals_i_assess())::uuid[]) AND f.sent_at > last_told AND NOT r.hidden
        UNION ALL
        SELECT s.id FROM public.cases_seat s JOIN public.network_capacity c ON c.id = s.capacity_id
        JOIN public.cases_case k ON k.id = s.case_id JOIN public.network_regime r ON r.id = k.regime_id
        WHERE c.organisation_id = ANY ((SELECT access.i_am_contact_of())::uuid[]) AND s.given_at > last_told AND NOT r.hidden AND k.closed_at IS NULL
          AND k.id <> ALL ((SELECT access.cases_locked_to_me())::uuid[]) AND (s.ends_at IS NULL OR s.ends_at > now())
          AND NOT EXISTS (SELECT FROM public.cases_occupant p WHERE p.seat_id = s.id AND (p.ends_at IS NULL OR p.ends_at > now()))
    ) AS asked;
    SELECT count(*) INTO conferences FROM public.conferences_caseconference c
    WHERE c.case_id = ANY (cases) AND c.about <@ sight AND c.ended_at IS NULL AND c.starts_at > now() AND c.convened_at > last_told;
    SELECT count(*) INTO news FROM work.news(last_told, 50) n JOIN public.cases_case k ON k.number = n.number WHERE k.id = ANY (cases);
    PERFORM set_config('schakel.identity', before, true);
END
$$;

-- Which houses send mail now? Those whose hour came; the worker holds the rest against the calendar of each.
CREATE OR REPLACE FUNCTION mail.houses_at(hour integer)
RETURNS TABLE (house uuid, good_friday boolean, liberation_day text, closed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT h.id, h.good_friday, h.liberation_day::text,
           EXISTS (SELECT FROM public.houses_closedday d WHERE d.house_id = h.id AND d.day = access.today() AND d.retired_at IS NULL)
    FROM public.network_house h WHERE h.mail_hour <= hour
$$;

-- Count what is new for colleagues of one house who want mail today and have not been looked at yet; each once a day.
-- Whoever keeps the entry of an organisation sends its people their mail. Says how many were looked at.
CREATE OR REPLACE FUNCTION mail.bundle(one_house uuid, at_most integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one uuid;
    new record;
    looked integer := 0;
BEGIN
    FOR one IN
        SELECT p.id FROM public.network_professional p JOIN public.network_organisation o ON o.id = p.organisation_id
        LEFT JOIN public.mail_mailchoice m ON m.professional_id = p.id
        WHERE p.email <> '' AND (p.left_on IS NULL OR p.left_on >= access.today())
          AND one_house = coalesce((SELECT h.id FROM public.network_house h JOIN public.network_capacity c ON c.id = h.capacity_id
                                    WHERE c.organisation_id = o.id LIMIT 1), o.keeper_id)
          AND (m.id IS NULL OR extract(isodow FROM access.today())::integer - 1 = ANY (m.days))
          AND NOT EXISTS (SELECT FROM public.mail_notice n WHERE n.professional_id = p.id AND n.day = access.today())
        LIMIT at_most FOR UPDATE OF p SKIP LOCKED
    LOOP
        SELECT * INTO new FROM mail.counted_for(one, greatest(now() - interval '14 days',
            (SELECT max(made_at) FROM public.mail_notice WHERE professional_id = one AND state IN ('sent', 'nothing'))));
        INSERT INTO public.mail_notice (id, professional_id, day, questions, conferences, news, state, attempts, made_at)
        VALUES (gen_random_uuid(), one, access.today(), new.questions, new.conferences, new.news,
                CASE WHEN new.questions + new.conferences + new.news = 0 THEN 'nothing' ELSE 'waiting' END, 0, now())
        ON CONFLICT DO NOTHING;
        looked := looked + 1;
    END LOOP;
    RETURN looked;
END
$$;

-- The next mail to send, and to whom: from now on it is being sent. Another worker skips it; nobody takes it again.
CREATE OR REPLACE FUNCTION mail.take() RETURNS TABLE (notice uuid, address text, day date, questions integer, conferences integer, news integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.mail_notice n SET state = 'sending', sending_at = now(), attempts = n.attempts + 1
    FROM public.network_professional p
    WHERE p.id = n.professional_id AND n.id = (
        SELECT id FROM public.mail_notice
        WHERE state = 'waiting' AND made_at > now() - interval '1 day' AND (sending_at IS NULL OR sending_at < now() - interval '10 minutes')
        ORDER BY made_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING n.id, p.email::text, n.day, n.questions, n.conferences, n.news
$$;

-- What became of it: the mail server took it, or refused it; then it waits for another try, three times at most.
CREATE OR REPLACE FUNCTION mail.ended(one uuid, was_sent boolean) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.mail_notice SET sent_at = CASE WHEN was_sent THEN now() END,
        state = CASE WHEN was_sent THEN 'sent' WHEN attempts < 3 THEN 'waiting' ELSE 'failed' END
    WHERE id = one AND state = 'sending'
$$;

-- The next invitation whose link goes by mail, and to whom: from now on it is being sent, and tried again after a while.
CREATE OR REPLACE FUNCTION mail.take_invitation() RETURNS TABLE (invitation uuid, address text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.signin_invitation i SET mailing_at = now()
    FROM public.network_professional p
    WHERE p.id = i.professional_id AND i.id = (
        SELECT w.id FROM public.signin_invitation w JOIN public.network_professional q ON q.id = w.professional_id
        WHERE w.mailed_at IS NULL AND w.used_at IS NULL AND w.expires_at > now() AND q.email <> '' AND w.invited_by IS NOT NULL
          AND (w.mailing_at IS NULL OR w.mailing_at < now() - interval '10 minutes')
        ORDER BY w.made_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
    RETURNING i.id, p.email::text
$$;
CREATE OR REPLACE FUNCTION mail.invitation_mailed(one uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.signin_invitation SET mailed_at = now() WHERE id = one
$$;
GRANT EXECUTE ON FUNCTION mail.take_invitation(), mail.invitation_mailed(uuid) TO schakel_worker;

GRANT EXECUTE ON FUNCTION mail.houses_at(integer), mail.bundle(uuid, integer), mail.take(), mail.ended(uuid, boolean) TO schakel_worker;
