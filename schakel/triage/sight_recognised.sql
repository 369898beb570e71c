-- A name as it sounds when spelling does not count: small letters, no accents, no prefix, letters only.
CREATE OR REPLACE FUNCTION access.folded(name text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT regexp_replace(regexp_replace(
        translate(regexp_replace(normalize(lower(name), NFKD), '[\u0300-\u036f]', '', 'g'), 'ıøłđ', 'iold'),
        '^((van|von|de|den|der|het|te|ten|ter|el|al|la|le|du|di|da|dos|in|op|aan|bij|''t|''s|t|s)[ -]+)+', ''), '[^[:alpha:]]', '', 'g')
$$;

-- How much two folded names share, from 0 to 1: their groups of three signs.
CREATE OR REPLACE FUNCTION access.likeness(one text, other text) RETURNS real
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH a AS (SELECT DISTINCT substr('  ' || one || ' ', i, 3) AS sign FROM generate_series(1, length(one) + 1) i WHERE one <> ''),
         b AS (SELECT DISTINCT substr('  ' || other || ' ', i, 3) AS sign FROM generate_series(1, length(other) + 1) i WHERE other <> '')
    SELECT coalesce((SELECT count(*) FROM a JOIN b USING (sign))::real
                    / nullif((SELECT count(*) FROM (SELECT sign FROM a UNION SELECT sign FROM b) every), 0), 0)
$$;

-- In how many digits two dates differ, where both are known; 8 when one of them is not known at all.
CREATE OR REPLACE FUNCTION access.dates_differ(one text, other text) RETURNS integer
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN one !~ '^[0-9]{8}$' OR other !~ '^[0-9]{8}$' OR left(one, 4) = '0000' OR left(other, 4) = '0000' THEN 8
    ELSE (SELECT count(*)::integer FROM generate_series(1, 8) i
          WHERE substr(one, i, 1) <> substr(other, i, 1)
            AND NOT (i IN (5, 6) AND '00' IN (substr(one, 5, 2), substr(other, 5, 2)))
            AND NOT (i IN (7, 8) AND '00' IN (substr(one, 7, 2), substr(other, 7, 2)))) END
$$;

-- Who in the opened referral looks like somebody the house knows already? Asked by its triage, as long as it waits: of
-- other referrals that this triage sees, the number; of running cases of the same house and the same approach, the
-- number and whom to call. Not of a referral of one's own: that would be a way to look anybody up. Nothing of a case
-- from which one is locked out. Nothing else of them, nothing of hidden approaches, nothing of other houses; nobody is ever
-- taken for somebody else by this. What is told stands in the log of both files, in the same transaction.
CREATE OR REPLACE FUNCTION access.recognised(referral uuid)
RETURNS TABLE (person uuid, kind text, number text, how text, call text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    mine public.referrals_referral;
    told uuid;
BEGIN
    IF NOT (referral = ANY (access.referrals_i_assess()) AND referral = (access.opened())[1]) THEN
        RETURN;
    END IF;
    SELECT * INTO mine FROM public.referrals_referral WHERE id = referral;
    IF access.me() IN (mine.referrer_id, mine.contact_id) THEN
        RETURN;
    END IF;
    FOR person, kind, number, how, call, told IN
        WITH elsewhere AS (
            SELECT k.id AS file, 'case' AS kind, k.number::text AS number,
                   (SELECT string_agg(w.name || ', ' || w.function, '; ' ORDER BY w.name)
                    FROM public.cases_seat s JOIN public.cases_occupant o ON o.seat_id = s.id
                    JOIN public.network_professional w ON w.id = o.professional_id
                    WHERE s.case_id = k.id AND s.role = 'process_director' AND o.starts_at <= now()
                      AND (o.ends_at IS NULL OR o.ends_at > now()) AND (s.ends_at IS NULL OR s.ends_at > now())) AS call
            FROM public.cases_case k JOIN public.network_regime g ON g.id = k.regime_id
            WHERE k.house_id = mine.house_id AND k.regime_id = mine.regime_id AND NOT g.hidden AND k.closed_at IS NULL
              AND k.id <> ALL (access.cases_locked_to_me())
            UNION ALL
            SELECT r.id, 'referral', r.number::text, NULL FROM public.referrals_referral r
            WHERE r.house_id = mine.house_id AND r.id <> referral AND r.id = ANY (access.my_referrals())
              AND r.sent_at IS NOT NULL AND r.withdrawn_at IS NULL
        ), pairs AS (
            SELECT p.id AS person, e.file, e.kind, e.number, e.call,
                   access.dates_differ(p.birth_date, q.birth_date) AS digits,
                   greatest(access.likeness(access.folded(p.surname), access.folded(q.surname)),
                            access.likeness(access.folded(p.partner_surname), access.folded(q.surname)),
                            access.likeness(access.folded(p.surname), access.folded(q.partner_surname))) AS family,
                   access.likeness(access.folded(split_part(p.given_names, ' ', 1)), access.folded(split_part(q.given_names, ' ', 1))) AS given,
                   EXISTS (SELECT FROM public.people_citizennumber a JOIN public.people_citizennumber b ON b.blind = a.blind
                           WHERE a.person_id = p.id AND b.person_id = q.id) AS same_number,
                   EXISTS (SELECT FROM public.people_citizennumber WHERE person_id = p.id)
                   AND EXISTS (SELECT FROM public.people_citizennumber WHERE person_id = q.id) AS both_numbered
            FROM public.people_person p, elsewhere e JOIN public.people_person q ON q.file_id = e.file
            WHERE p.file_id = referral
        )
        SELECT f.person, f.kind, f.number,
               CASE WHEN f.same_number THEN 'number'
                    WHEN f.digits = 0 AND f.family = 1 AND f.given = 1 AND NOT f.both_numbered THEN 'name'
                    ELSE 'like' END,
               f.call, f.file
        FROM pairs f
        WHERE f.same_number
           OR f.digits = 0 AND f.family >= 0.4
           OR f.digits BETWEEN 1 AND 2 AND f.family >= 0.6 AND f.given >= 0.6
           OR f.digits = 8 AND f.family >= 0.6 AND f.given >= 0.6
        ORDER BY 3, 1 LIMIT 50
    LOOP
        INSERT INTO public.audit_entry (id, kind, event, actor_id, organisation_id, function, file_ids, purpose)
        VALUES (gen_random_uuid(), 'listed', 'file.listed', access.me(), access.my_organisation(), access.my_function(),
                ARRAY[referral, told], 'looked whether this is the same person');
        RETURN NEXT;
    END LOOP;
END
$$;

GRANT EXECUTE ON FUNCTION access.recognised(uuid) TO schakel_app;
