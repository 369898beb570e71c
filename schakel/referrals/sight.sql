-- Which referrals exist for me? Mine as referrer or named contact; for the triage of a house, those that were sent
-- to it, until some time after they were answered.
CREATE OR REPLACE FUNCTION access.my_referrals() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := access.me();
BEGIN
    RETURN ARRAY(
        SELECT id FROM public.referrals_referral WHERE referrer_id = me OR contact_id = me
        UNION
        SELECT r.id FROM public.referrals_referral r JOIN public.network_house h ON h.id = r.house_id
        JOIN public.network_regime g ON g.id = r.regime_id AND NOT g.hidden
        LEFT JOIN public.referrals_decision d ON d.referral_id = r.id
        WHERE r.house_id = ANY (access.my_houses('triage')) AND r.sent_at IS NOT NULL AND r.withdrawn_at IS NULL
          AND (d.decided_at IS NULL OR d.decided_at > now() - make_interval(days => h.answered_days)));
END
$$;

-- Which referrals are mine to write in, as referrer or named contact, and not answered yet?
CREATE OR REPLACE FUNCTION access.referrals_i_write() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.referrals_referral
    WHERE (referrer_id = (SELECT access.me()) OR contact_id = (SELECT access.me())) AND withdrawn_at IS NULL
      AND NOT EXISTS (SELECT FROM public.referrals_decision d WHERE d.referral_id = referrals_referral.id)
$$;

-- Which referrals wait for me, as triage of their house?
CREATE OR REPLACE FUNCTION access.referrals_i_assess() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.referrals_referral
    WHERE house_id = ANY (access.my_houses('triage')) AND sent_at IS NOT NULL
      AND withdrawn_at IS NULL
      AND NOT EXISTS (SELECT FROM public.referrals_decision d WHERE d.referral_id = referrals_referral.id)
$$;

-- Is this a question of the house of this referral, at this approach or at all of them?
CREATE OR REPLACE FUNCTION access.is_asked_of(question uuid, referral uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.referrals_referral r JOIN public.houses_intakequestion q ON q.house_id = r.house_id
                   WHERE r.id = referral AND q.id = question AND (q.regime_id IS NULL OR q.regime_id = r.regime_id)
                     AND r.id = ANY ((SELECT access.referrals_i_write())::uuid[]))
$$;

-- What I typed and typed over, or saved meanwhile, is destroyed: of one window nothing stays but its last words.
CREATE OR REPLACE FUNCTION access.forget_unsaved(one uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM public.vault_text t USING public.referrals_unsaved u
    WHERE u.id = one AND u.author_id = (SELECT access.me()) AND t.of_row = u.id
      AND t.file_id = u.referral_id AND t.author_id = u.author_id AND t.field = 'typed'
      AND (t.edition < u.edition OR u.ended_at IS NOT NULL)
$$;

-- Which referrals did colleagues leave behind? Of organisations whose contact I am: drafts, and what was sent and waits, whose
-- referrer is no longer there. Number, house, approach and moments; what they say is for whoever goes on with them.
CREATE OR REPLACE FUNCTION access.left_behind()
RETURNS TABLE (id uuid, number text, referrer uuid, house text, approach text, made_at timestamptz, sent_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT r.id, r.number::text, p.id, h.name::text, g.name::text, r.made_at, r.sent_at
    FROM public.network_professional p JOIN public.referrals_referral r ON r.referrer_id = p.id
    JOIN public.network_house h ON h.id = r.house_id JOIN public.network_regime g ON g.id = r.regime_id
    WHERE p.organisation_id = ANY ((SELECT access.i_am_contact_of())::uuid[]) AND p.left_on < access.today()
      AND r.withdrawn_at IS NULL AND NOT g.hidden
      AND NOT EXISTS (SELECT FROM public.referrals_decision d WHERE d.referral_id = r.id)
    ORDER BY r.made_at
$$;

-- Let a colleague go on with what somebody left behind. What the one who left typed and did not save goes: only they could
-- read it. Says whether there was such a referral, and such a colleague. The log of the referral is written here: whoever
-- hands it on does not see the file, and could not.
CREATE OR REPLACE FUNCTION access.hand_on_referral(referral uuid, taker uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone uuid := (SELECT referrer FROM access.left_behind() WHERE id = referral);
BEGIN
    UPDATE public.referrals_referral r SET referrer_id = taker, contact_id = nullif(r.contact_id, taker)
    FROM public.network_professional p
    WHERE r.id = referral AND p.id = gone AND access.works_at(taker, p.organisation_id);
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM public.vault_text WHERE file_id = referral AND author_id = gone AND field = 'typed';
    DELETE FROM public.referrals_unsaved WHERE referral_id = referral AND author_id = gone;
    INSERT INTO public.audit_entry (id, kind, event, actor_id, organisation_id, function, file_id, subject_id, purpose)
    VALUES (gen_random_uuid(), 'act', 'referral.handed_on', access.me(), access.my_organisation(), access.my_function(), referral, taker, '');
    RETURN true;
END
$$;

-- Throwing away a draft: the one way in which the application destroys. Only what I began myself and never sent, or as
-- contact what a colleague who left never sent; keys and words go first, then who it names, then the draft. Says whether there was such a draft.
CREATE OR REPLACE FUNCTION access.throw_away_draft(draft uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM public.referrals_referral
    WHERE id = draft AND sent_at IS NULL
      AND (referrer_id = (SELECT access.me()) OR id IN (SELECT l.id FROM access.left_behind() l)) FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF EXISTS (SELECT FROM access.left_behind() l WHERE l.id = draft) THEN
        INSERT INTO public.audit_entry (id, kind, event, actor_id, organisation_id, function, file_id, subject_id, purpose)
        VALUES (gen_random_uuid(), 'act', 'referral.left_thrown_away', access.me(), access.my_organisation(), access.my_function(), draft, draft, '');
    END IF;
    DELETE FROM public.vault_contentkey WHERE file_id = draft;
    DELETE FROM public.vault_text WHERE file_id = draft;
    DELETE FROM public.people_citizennumber WHERE file_id = draft;
    DELETE FROM public.people_address WHERE file_id = draft;
    DELETE FROM public.people_relation WHERE file_id = draft;
    DELETE FROM public.people_authority WHERE file_id = draft;
    DELETE FROM public.people_legalframe WHERE file_id = draft;
    DELETE FROM public.people_informing WHERE file_id = draft;
    DELETE FROM public.people_alert WHERE file_id = draft;
    DELETE FROM public.people_person WHERE file_id = draft;
    DELETE FROM public.referrals_unsaved WHERE referral_id = draft;
    DELETE FROM public.referrals_claim WHERE referral_id = draft;
    DELETE FROM public.referrals_intakeanswer WHERE referral_id = draft;
    DELETE FROM public.referrals_addition WHERE referral_id = draft;
    DELETE FROM public.cases_continuation WHERE referral_id = draft;
    DELETE FROM public.referrals_referral WHERE id = draft;
    RETURN true;
END
$$;

GRANT EXECUTE ON FUNCTION access.left_behind(), access.hand_on_referral(uuid, uuid), access.my_referrals(), access.referrals_i_write(), access.referrals_i_assess(),
    access.is_asked_of(uuid, uuid), access.forget_unsaved(uuid), access.throw_away_draft(uuid) TO schakel_app;
