-- Which questions of the triage are put to me, as the named contact of my organisation, as long as the referral waits?
CREATE OR REPLACE FUNCTION access.inquiries_put_to_me() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(i.id), '{}')
    FROM public.triage_inquiry i JOIN public.referrals_referral r ON r.id = i.referral_id
    WHERE i.asked_of_id = (SELECT access.me()) AND i.withdrawn_at IS NULL AND r.withdrawn_at IS NULL
      AND i.organisation_id = ANY ((SELECT access.i_am_contact_of())::uuid[])
      AND NOT EXISTS (SELECT FROM public.referrals_decision d WHERE d.referral_id = r.id)
$$;

-- Those that I have not answered yet.
CREATE OR REPLACE FUNCTION access.inquiries_i_answer() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.triage_inquiry
    WHERE id = ANY ((SELECT access.inquiries_put_to_me())::uuid[])
      AND NOT EXISTS (SELECT FROM public.triage_inquiryanswer a WHERE a.inquiry_id = triage_inquiry.id)
$$;

-- And which questions belong to referrals that wait for me, as their triage?
CREATE OR REPLACE FUNCTION access.inquiries_of_my_triage() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.triage_inquiry
    WHERE referral_id = ANY ((SELECT access.referrals_i_assess())::uuid[])
$$;

-- Each is a small file of its own, so that whoever answers it never needs anything of the referral.
CREATE OR REPLACE FUNCTION access.my_inquiries() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.inquiries_put_to_me() || access.inquiries_of_my_triage()
$$;

-- Which files lie open together with this one? With a referral, for its triage, the questions that were asked about it.
CREATE OR REPLACE FUNCTION access.opened_with(file uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.triage_inquiry
    WHERE referral_id = file AND id = ANY ((SELECT access.inquiries_of_my_triage())::uuid[])
$$;

-- What reaches the triage only: words in a referral that are meant for the house that assesses it.
CREATE OR REPLACE FUNCTION access.ears_of_triage(file uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT h.capacity_id FROM public.referrals_referral r JOIN public.network_house h ON h.id = r.house_id
                 WHERE r.id = file AND r.house_id = ANY (access.my_houses('triage')))
$$;

-- About which referrals may I ask something like this now? A question without a name of any that waits for me. Whether
-- somebody is known: of one organisation at a time, and of no more of them than the house has set.
CREATE OR REPLACE FUNCTION access.referrals_i_ask_about(kind text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(
        SELECT r.id FROM public.referrals_referral r JOIN public.network_house h ON h.id = r.house_id
        LEFT JOIN public.triage_inquiry i ON i.referral_id = r.id AND i.kind = 'known'
        LEFT JOIN public.triage_inquiryanswer a ON a.inquiry_id = i.id
        WHERE r.id = ANY ((SELECT access.referrals_i_assess())::uuid[])
        GROUP BY r.id, h.inquiries_at_once, h.inquiries_at_most
        HAVING referrals_i_ask_about.kind = 'anonymous'
            OR count(i.id) < h.inquiries_at_most
               AND count(i.id) FILTER (WHERE i.withdrawn_at IS NULL AND a.id IS NULL) < h.inquiries_at_once)
$$;

-- Is this the named contact of a partner of the house that assesses this referral, and not of who made it?
CREATE OR REPLACE FUNCTION access.may_be_asked(professional uuid, organisation uuid, referral uuid, house uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.referrals_referral r
        JOIN public.network_capacity c ON c.id = r.capacity_id
        JOIN public.network_partnership p ON p.house_id = r.house_id AND p.organisation_id = organisation
        JOIN public.network_appointment a ON a.organisation_id = organisation AND a.professional_id = professional
        JOIN public.network_professional w ON w.id = professional AND w.organisation_id = organisation
        WHERE r.id = referral AND r.house_id = house AND c.organisation_id <> organisation AND a.role = 'contact'
          AND a.since <= access.today() AND (a.until IS NULL OR a.until >= access.today())
          AND p.since <= access.today() AND (p.until IS NULL OR p.until >= access.today()))
$$;

-- What waits for my answer: kind, number and day, for "my work". Nothing about whom.
CREATE OR REPLACE FUNCTION access.inquiries_waiting(at_most integer)
RETURNS TABLE (id uuid, kind text, number text, asked_at timestamptz, care boolean)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT i.id, i.kind::text, i.number::text, i.asked_at, o.chain = 'care'
    FROM public.triage_inquiry i JOIN public.network_organisation o ON o.id = i.organisation_id
    WHERE i.id = ANY ((SELECT access.inquiries_i_answer())::uuid[])
    ORDER BY i.asked_at LIMIT least(at_most, 50)
$$;

-- The question with this number that is put to me, answered or not.
CREATE OR REPLACE FUNCTION access.inquiry_numbered(wanted text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT id FROM public.triage_inquiry
    WHERE number = wanted AND id = ANY ((SELECT access.inquiries_put_to_me())::uuid[])
$$;

-- With the decision, or when the referral is withdrawn, the questions are gone: what was asked, of whom, every answer,
-- the words and the keys under which they were sealed. In the same transaction, whoever decides and however.
CREATE OR REPLACE FUNCTION access.forget_inquiries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    referral uuid := CASE TG_TABLE_NAME WHEN 'referrals_decision' THEN to_jsonb(NEW) ->> 'referral_id' ELSE to_jsonb(NEW) ->> 'id' END;
    questions uuid[];
BEGIN
    -- Whoever decides, withdraws or asks at this moment waits here, and finds what the other did.
    PERFORM FROM public.referrals_referral WHERE id = referral FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM public.referrals_referral r JOIN public.referrals_decision d ON d.referral_id = r.id
               WHERE r.id = referral AND r.withdrawn_at IS NOT NULL) THEN
        RAISE insufficient_privilege USING MESSAGE = 'row-level security: this referral was decided on or withdrawn';
    END IF;
    questions := ARRAY(SELECT id FROM public.triage_inquiry WHERE referral_id = referral);
    DELETE FROM public.vault_text WHERE file_id = ANY (questions);
    DELETE FROM public.vault_contentkey WHERE file_id = ANY (questions);
    DELETE FROM public.triage_inquiryanswer WHERE inquiry_id = ANY (questions);
    DELETE FROM public.triage_inquiry WHERE id = ANY (questions);
    RETURN NULL;
END
$$;
-- A question is asked of a referral that waits, and of no more organisations at a time than the house has set: also when
-- two ask, or one asks and another decides, at the same moment. Who comes second finds what the first did.
CREATE OR REPLACE FUNCTION access.asked_in_turn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM public.referrals_referral WHERE id = NEW.referral_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM public.referrals_referral WHERE id = NEW.referral_id AND withdrawn_at IS NOT NULL)
       OR EXISTS (SELECT FROM public.referrals_decision WHERE referral_id = NEW.referral_id)
       OR NEW.kind = 'known' AND EXISTS (
           SELECT FROM public.triage_inquiry i JOIN public.network_house h ON h.id = i.house_id
           LEFT JOIN public.triage_inquiryanswer a ON a.inquiry_id = i.id
           WHERE i.referral_id = NEW.referral_id AND i.kind = 'known'
           GROUP BY h.id
           HAVING count(*) > h.inquiries_at_most
               OR count(*) FILTER (WHERE i.withdrawn_at IS NULL AND a.id IS NULL) > h.inquiries_at_once) THEN
        RAISE insufficient_privilege USING MESSAGE = 'row-level security: nothing more is asked about this referral now';
    END IF;
    RETURN NULL;
END
$$;

-- Does the triage ask this about this referral, and is it not answered yet?
CREATE OR REPLACE FUNCTION access.is_open_question(question uuid, referral uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.triage_question q WHERE q.id = question AND q.referral_id = referral)
$$;

-- The decisions that I make in this very transaction: of those a minimal record may be kept.
CREATE OR REPLACE FUNCTION access.decisions_i_make() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.referrals_decision
    WHERE author_id = (SELECT access.me()) AND decided_at >= now() AND outcome <> 'case'
$$;

-- Which meetings of the triage are mine, as long as they last?
CREATE OR REPLACE FUNCTION access.triage_meetings_i_hold() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.triage_triagemeeting
    WHERE house_id = ANY ((SELECT access.my_houses('triage'))::uuid[]) AND ended_at IS NULL
$$;

-- Does this colleague work for the house of this meeting, or for one of its partners?
CREATE OR REPLACE FUNCTION access.may_attend(professional uuid, meeting uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.triage_triagemeeting m
                   JOIN public.network_partnership p ON p.house_id = m.house_id
                   JOIN public.network_professional w ON w.organisation_id = p.organisation_id
                   WHERE m.id = meeting AND w.id = professional
                     AND p.since <= access.today() AND (p.until IS NULL OR p.until >= access.today()))
$$;

-- Was this referral on the list of this meeting of mine, and did this colleague attend it?
CREATE OR REPLACE FUNCTION access.saw_in_triage(professional uuid, meeting uuid, referral uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.triage_meetingitem i
                   JOIN public.triage_attendant a ON a.meeting_id = i.meeting_id
                   WHERE i.meeting_id = meeting AND i.referral_id = referral AND a.professional_id = professional
                     AND meeting = ANY (access.triage_meetings_i_hold()))
$$;

-- A refused referral goes after the short term of its house: every row that says it is of this file or this referral,
-- keys included. What remains is the minimal record, which names nobody, and this certificate in the log.
-- A referral that became a case stays with the case; drafts and what was withdrawn have terms of their own.
CREATE OR REPLACE FUNCTION access.destroy_refused(at_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    refused uuid;
    place record;
    gone integer := 0;
BEGIN
    FOR refused IN
        SELECT d.referral_id FROM public.referrals_decision d
        JOIN public.referrals_referral r ON r.id = d.referral_id JOIN public.network_house h ON h.id = r.house_id
        WHERE d.outcome <> 'case' AND d.decided_at <= now() - make_interval(days => h.answered_days)
        ORDER BY d.decided_at LIMIT at_most FOR UPDATE OF d SKIP LOCKED
    LOOP
        FOR place IN SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relispartition
                       AND c.relname <> 'cases_case' AND a.attname IN ('file_id', 'referral_id') LOOP
            EXECUTE format('DELETE FROM public.%I WHERE %I = $1', place.relname, place.attname) USING refused;
        END LOOP;
        DELETE FROM public.referrals_referral WHERE id = refused;
        INSERT INTO public.audit_entry (id, kind, event, actor_id, file_id, purpose)
        VALUES (gen_random_uuid(), 'act', 'referral.destroyed', '00000000-0000-0000-0000-000000000000', refused,
                'destroyed after the term of the house');
        gone := gone + 1;
    END LOOP;
    RETURN gone;
END
$$;
GRANT EXECUTE ON FUNCTION access.destroy_refused(integer) TO schakel_worker;

GRANT EXECUTE ON FUNCTION
    access.inquiries_put_to_me(), access.inquiries_i_answer(), access.inquiries_of_my_triage(), access.my_inquiries(),
    access.referrals_i_ask_about(text), access.may_be_asked(uuid, uuid, uuid, uuid), access.inquiries_waiting(integer),
    access.inquiry_numbered(text), access.is_open_question(uuid, uuid), access.decisions_i_make(),
    access.triage_meetings_i_hold(), access.may_attend(uuid, uuid), access.saw_in_triage(uuid, uuid, uuid)
TO schakel_app;
