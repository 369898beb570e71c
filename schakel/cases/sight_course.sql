-- Of which offers of casusregie do I know? Of those to a seat that I see.
CREATE OR REPLACE FUNCTION access.lead_offers_i_see() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.cases_leadoffer WHERE seat_id = ANY ((SELECT access.seats_i_see())::uuid[])
$$;

-- Can this seat be asked to lead? It takes part in this case, for the whole of it, now; and nobody leads or was asked.
CREATE OR REPLACE FUNCTION access.can_lead(seat uuid, one_case uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_seat s
                   WHERE s.id = seat AND s.case_id = one_case AND s.role = 'participant' AND s.whole_case
                     AND s.case_id = ANY (access.cases_i_direct())
                     AND s.starts_at <= now() AND (s.ends_at IS NULL OR s.ends_at > now()))
       AND NOT EXISTS (SELECT FROM public.cases_leadoffer o LEFT JOIN public.cases_leadanswer a ON a.offer_id = o.id
                       WHERE o.case_id = one_case AND o.ended_at IS NULL AND a.accepted IS NOT FALSE)
$$;

-- Is it mine to answer this offer, as who sits on the seat or as its contact? Who leads is somebody who sits there.
CREATE OR REPLACE FUNCTION access.may_answer_the_lead(offer uuid, who uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_leadoffer o JOIN public.cases_seat s ON s.id = o.seat_id
                   JOIN public.cases_case k ON k.id = o.case_id
                   WHERE o.id = offer AND o.ended_at IS NULL AND k.closed_at IS NULL
                     AND s.id = ANY (access.my_seats() || access.seats_i_fill())
                     AND (s.ends_at IS NULL OR s.ends_at > now())
                     AND (who IS NULL OR EXISTS (SELECT FROM public.cases_occupant p
                                                 WHERE p.seat_id = s.id AND p.professional_id = who
                                                   AND (p.ends_at IS NULL OR p.ends_at > now()))))
$$;

-- One organisation at a time is asked to lead, also when two offers are made at this moment.
CREATE OR REPLACE FUNCTION access.one_leads() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM public.cases_case WHERE id = NEW.case_id FOR NO KEY UPDATE;
    IF (SELECT count(*) FROM public.cases_leadoffer o LEFT JOIN public.cases_leadanswer a ON a.offer_id = o.id
        WHERE o.case_id = NEW.case_id AND o.ended_at IS NULL AND a.accepted IS NOT FALSE) > 1 THEN
        RAISE insufficient_privilege USING MESSAGE = 'row-level security: the lead was offered or given already';
    END IF;
    RETURN NULL;
END
$$;

-- What follows from an accepted offer, and from the end of it: the role of the seat. Nobody sets it in another way.
CREATE OR REPLACE FUNCTION access.lead_begins() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- Whoever ends the offer at this moment waits, or came first.
    PERFORM FROM public.cases_leadoffer WHERE id = NEW.offer_id AND ended_at IS NULL FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE insufficient_privilege USING MESSAGE = 'row-level security: this offer has ended';
    END IF;
    IF NEW.accepted THEN
        UPDATE public.cases_seat SET role = 'lead'
        WHERE id = (SELECT seat_id FROM public.cases_leadoffer WHERE id = NEW.offer_id) AND role = 'participant';
    END IF;
    RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION access.lead_ends() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL THEN
        UPDATE public.cases_seat SET role = 'participant' WHERE id = NEW.seat_id AND role = 'lead';
    END IF;
    RETURN NULL;
END
$$;

-- Hand over cases of a colleague of the house: the occupancies of the house's own seats move, each case gets its entry,
-- and the answer is how many. Who gives does it themselves, for all of their cases or for some; when they are gone, the
-- manager or the functional administrator of the house does, for all of them at once, to somebody else, and learns
-- nothing but the number. Cases of a hidden regime, and those from which who takes is locked out or lacks the mandate,
-- are left out.
CREATE OR REPLACE FUNCTION access.hand_over(handover uuid, one_house uuid, giver uuid, taker uuid, why text, only_these uuid[]) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := access.me();
    own uuid := (SELECT capacity_id FROM public.network_house WHERE id = one_house);
    moved uuid[] := '{}';
    sat record;
BEGIN
    IF me IS NULL OR own IS NULL OR taker = giver
       OR NOT (giver = me OR taker <> me AND only_these IS NULL
               AND one_house = ANY (access.my_houses('manager') || access.my_houses('administrator')))
       OR NOT EXISTS (SELECT FROM public.network_professional p JOIN public.network_capacity c ON c.organisation_id = p.organisation_id
                      WHERE c.id = own AND p.id = taker) THEN
        RAISE insufficient_privilege USING MESSAGE = 'row-level security: these cases are not yours to hand over';
    END IF;
    FOR sat IN
        SELECT o.id, o.seat_id, s.case_id, o.starts_at, o.ends_at, o.replaces_id
        FROM public.cases_occupant o JOIN public.cases_seat s ON s.id = o.seat_id
        JOIN public.cases_case k ON k.id = s.case_id JOIN public.network_regime r ON r.id = k.regime_id
        WHERE o.professional_id = giver AND (o.ends_at IS NULL OR o.ends_at > clock_timestamp())  -- two at once: who waited finds none
          AND (s.ends_at IS NULL OR s.ends_at > now())
          AND s.capacity_id = own AND k.house_id = one_house AND NOT r.hidden
          AND (only_these IS NULL OR k.id = ANY (only_these))
          AND NOT EXISTS (SELECT FROM public.cases_lock l WHERE l.case_id = k.id AND l.professional_id = taker AND l.lifted_at IS NULL)
          AND access.has_mandate(taker, k.regime_id)
          AND EXISTS (SELECT FROM public.network_appointment a
                      WHERE a.professional_id = taker AND a.house_id = one_house
                        AND (a.role = 'process_director' AND s.role = 'process_director'
                             OR a.role = 'support' AND s.role = 'process_support')
                        AND a.since <= access.today() AND (a.until IS NULL OR a.until >= access.today()))
        ORDER BY o.id FOR UPDATE OF o
    LOOP
        UPDATE public.cases_occupant SET ends_at = greatest(now(), starts_at) WHERE id = sat.id;
        IF NOT EXISTS (SELECT FROM public.cases_occupant WHERE seat_id = sat.seat_id AND professional_id = taker
                       AND starts_at <= now() AND ends_at IS NULL) THEN
            INSERT INTO public.cases_occupant (id, seat_id, professional_id, starts_at, ends_at, named_by_id, named_at, replaces_id)
            VALUES (gen_random_uuid(), sat.seat_id, taker, greatest(now(), sat.starts_at), sat.ends_at, me, now(), sat.replaces_id);
        END IF;
        IF sat.case_id <> ALL (moved) THEN
            moved := moved || sat.case_id;
            INSERT INTO public.audit_entry (id, kind, event, actor_id, organisation_id, function, file_id, subject_id, purpose)
            VALUES (gen_random_uuid(), 'act', 'caseload.handed_over', me, access.my_organisation(), access.my_function(), sat.case_id, handover, why);
        END IF;
    END LOOP;
    IF moved <> '{}' THEN
        INSERT INTO public.cases_handover (id, house_id, author_id, giver_id, taker_id, reason, number_of_cases, handed_at)
        VALUES (handover, one_house, me, giver, taker, why, cardinality(moved), clock_timestamp());
    END IF;
    RETURN cardinality(moved);
END
$$;

-- Can this case go to another house? It is of this house, hidden from nobody who works there, and not offered already.
CREATE OR REPLACE FUNCTION access.may_leave(one_case uuid, one_house uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_case k JOIN public.network_regime r ON r.id = k.regime_id
                   WHERE k.id = one_case AND k.id = ANY (access.cases_i_direct()) AND k.house_id = one_house AND NOT r.hidden)
       AND NOT EXISTS (SELECT FROM public.cases_houseoffer o LEFT JOIN public.cases_houseanswer a ON a.request_id = o.id
                       WHERE o.case_id = one_case AND o.withdrawn_at IS NULL AND a.id IS NULL)
$$;

-- Does this request say what I offer in this very transaction?
CREATE OR REPLACE FUNCTION access.is_my_offer(request uuid, one_house uuid, other_house uuid, regime uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_houseoffer o JOIN public.cases_case k ON k.id = o.case_id
                   WHERE o.id = request AND o.offered_at = now() AND o.author_id = (SELECT access.me())
                     AND o.from_house_id = one_house AND o.to_house_id = other_house AND k.regime_id = regime)
$$;

-- In which houses do I receive cases of other houses?
CREATE OR REPLACE FUNCTION access.houses_i_receive_for() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.my_houses('triage') || access.my_houses('process_director')
$$;

-- Which requests between houses exist for me? Those to my house until they are taken back, and of my cases.
CREATE OR REPLACE FUNCTION access.house_requests_i_see() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    houses uuid[] := access.houses_i_receive_for();
    sight uuid[] := access.my_sight();
BEGIN
    RETURN ARRAY(SELECT r.id FROM public.cases_houserequest r JOIN public.cases_houseoffer o ON o.id = r.id
                 WHERE r.to_house_id = ANY (houses) AND o.withdrawn_at IS NULL OR o.case_id = ANY (sight));
END
$$;

-- Which offers of the cases I direct were answered? Those are no longer taken back.
CREATE OR REPLACE FUNCTION access.answered_by_a_house() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(a.request_id), '{}') FROM public.cases_houseanswer a JOIN public.cases_houseoffer o ON o.id = a.request_id
    WHERE o.case_id = ANY ((SELECT access.cases_i_direct())::uuid[])
$$;

-- May I answer this request in this way? It waits for my house; who will direct does that there and has the mandate that the
-- kind of approach asks for; the kind of approach is the one of the same code there. That somebody is locked out of the
-- case is nothing that the other house can ask: it makes no difference here.
CREATE OR REPLACE FUNCTION access.may_answer_house(request uuid, director uuid, regime uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_houserequest r JOIN public.cases_houseoffer o ON o.id = r.id
                   JOIN public.cases_case k ON k.id = o.case_id JOIN public.network_regime was ON was.id = k.regime_id
                   WHERE r.id = request AND o.withdrawn_at IS NULL AND k.closed_at IS NULL
                     AND r.to_house_id = ANY (access.houses_i_receive_for())
                     AND (director IS NULL OR EXISTS (
                         SELECT FROM public.network_appointment a
                         WHERE a.professional_id = director AND a.house_id = r.to_house_id AND a.role = 'process_director'
                           AND a.since <= access.today() AND (a.until IS NULL OR a.until >= access.today()))
                          AND access.has_mandate(director, regime))
                     AND (regime IS NULL OR EXISTS (
                         SELECT FROM public.network_regime g
                         WHERE g.id = regime AND g.house_id = r.to_house_id AND g.code = was.code AND NOT g.hidden)))
$$;

-- Take over the case of a request to which I say yes in this very transaction: it belongs to my house from now on, whom
-- I named directs it, and who sat for the old house takes part until the handover is over. The number stays. The case
-- shows to nobody who has no seat in it, so not to me either, unless it is I whom I named. Whoever is locked out of the case
-- is not put on the seat: it is empty, and the contact of my house says who sits there.
CREATE OR REPLACE FUNCTION access.take_over(request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := access.me();
    new record;
    seat uuid := gen_random_uuid();
BEGIN
    SELECT o.case_id, a.id AS answer, a.director_id, a.regime_id, r.to_house_id, h.capacity_id AS ours, was.capacity_id AS theirs,
           now() + make_interval(days => r.handover_days) AS until
    INTO new
    FROM public.cases_houseanswer a JOIN public.cases_houserequest r ON r.id = a.request_id
    JOIN public.cases_houseoffer o ON o.id = r.id JOIN public.network_house h ON h.id = r.to_house_id
    JOIN public.cases_case k ON k.id = o.case_id JOIN public.network_house was ON was.id = k.house_id
    WHERE a.request_id = request AND a.author_id = me AND a.accepted AND a.answered_at = now() AND k.house_id = r.from_house_id
      AND access.has_mandate(a.director_id, a.regime_id)
      AND o.withdrawn_at IS NULL
    FOR UPDATE OF k, o;
    IF NOT FOUND THEN
        RAISE insufficient_privilege USING MESSAGE = 'row-level security: this case is not yours to take over';
    END IF;
    UPDATE public.cases_case SET house_id = new.to_house_id, regime_id = new.regime_id WHERE id = new.case_id;
    UPDATE public.cases_seat SET role = 'participant', ends_at = greatest(starts_at, least(ends_at, new.until))
    WHERE case_id = new.case_id AND capacity_id = new.theirs AND (ends_at IS NULL OR ends_at > now());
    INSERT INTO public.cases_seat (id, edition, case_id, capacity_id, role, whole_case, starts_at, given_at, author_id, asks_statement, returned_because)
    VALUES (seat, 1, new.case_id, new.ours, 'process_director', true, now(), now(), me, false, '');
    INSERT INTO public.cases_occupant (id, seat_id, professional_id, starts_at, named_by_id, named_at)
    SELECT gen_random_uuid(), seat, new.director_id, now(), me, now()
    WHERE NOT EXISTS (SELECT FROM public.cases_lock l
                      WHERE l.case_id = new.case_id AND l.professional_id = new.director_id AND l.lifted_at IS NULL);
    INSERT INTO public.audit_entry (id, kind, event, actor_id, organisation_id, function, file_id, subject_id, purpose)
    VALUES (gen_random_uuid(), 'act', 'case.taken_over', me, access.my_organisation(), access.my_function(), new.case_id, new.answer, '');
END
$$;

-- What was answered is not taken back, also when both happen at this moment.
CREATE OR REPLACE FUNCTION access.stays_offered() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.withdrawn_at IS NOT NULL AND EXISTS (SELECT FROM public.cases_houseanswer WHERE request_id = NEW.id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'row-level security: this offer was answered';
    END IF;
    RETURN NEW;
END
$$;

-- Which new tests, begun from an earlier case, exist for me? Those of which I see both: the earlier case, and the
-- referral or the case that came of it.
CREATE OR REPLACE FUNCTION access.continuations_i_see() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sight uuid[] := access.my_sight();
BEGIN
    RETURN ARRAY(SELECT c.id FROM public.cases_continuation c
                 WHERE c.case_id = ANY (sight)
                   AND (c.referral_id = ANY (sight)
                        OR EXISTS (SELECT FROM public.cases_case k WHERE k.referral_id = c.referral_id AND k.id = ANY (sight))));
END
$$;

-- Can this case be followed by a new test? Closed it can, in its own house; under another kind of approach when what the
-- first case discloses to it was recorded.
CREATE OR REPLACE FUNCTION access.may_continue(one_case uuid, kind text, regime uuid, disclosure uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_case k JOIN public.network_regime g ON g.id = regime
                   WHERE k.id = one_case AND k.id = ANY (access.cases_i_direct()) AND g.house_id = k.house_id AND NOT g.hidden
                     AND (kind = 'again' AND k.closed_at IS NOT NULL AND g.id = k.regime_id AND disclosure IS NULL
                          OR kind = 'regime' AND g.id <> k.regime_id AND EXISTS (
                              SELECT FROM public.cases_disclosure d
                              WHERE d.id = disclosure AND d.case_id = k.id AND d.to_regime_id = g.id AND d.outcome = 'given')))
$$;

-- Whom did I promise to call back, in the cases that I run? Number of the case and the day.
CREATE OR REPLACE FUNCTION access.calls_to_make(at_most integer) RETURNS TABLE (number text, call_back_on date)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.number::text, n.call_back_on
    FROM public.cases_processnote n JOIN public.cases_case k ON k.id = n.case_id
    JOIN access.where_i_sit() w ON w.case_id = n.case_id
    WHERE n.case_id = ANY ((SELECT access.cases_i_run())::uuid[]) AND n.about <@ (SELECT access.my_sight())
      AND n.audience <@ w.capacities AND n.call_back_on IS NOT NULL AND n.done_at IS NULL AND k.closed_at IS NULL
    ORDER BY n.call_back_on, k.number LIMIT least(at_most, 50)
$$;

GRANT EXECUTE ON FUNCTION
    access.lead_offers_i_see(), access.can_lead(uuid, uuid), access.may_answer_the_lead(uuid, uuid),
    access.hand_over(uuid, uuid, uuid, uuid, text, uuid[]), access.may_leave(uuid, uuid),
    access.is_my_offer(uuid, uuid, uuid, uuid), access.houses_i_receive_for(), access.house_requests_i_see(),
    access.answered_by_a_house(), access.may_answer_house(uuid, uuid, uuid), access.take_over(uuid),
    access.continuations_i_see(), access.may_continue(uuid, text, uuid, uuid), access.calls_to_make(integer)
TO schakel_app;
