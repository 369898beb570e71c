-- From which cases am I locked out? Only other functions ask: who is locked out need not learn of the case.
CREATE OR REPLACE FUNCTION access.cases_locked_to_me() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT case_id FROM public.cases_lock WHERE professional_id = (SELECT access.me()) AND lifted_at IS NULL)
$$;

-- Of which locks do I know? Who directs the case, of all in it; the contact, of those of colleagues in cases with a seat
-- that is theirs to fill: whom not to name. The one who is locked out learns nothing.
CREATE OR REPLACE FUNCTION access.locks_i_see() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT id FROM public.cases_lock WHERE case_id = ANY ((SELECT access.cases_i_direct())::uuid[])
                 UNION
                 SELECT l.id FROM public.cases_seat s
                 JOIN public.network_capacity c ON c.id = s.capacity_id
                 JOIN public.network_professional p ON p.organisation_id = c.organisation_id
                 JOIN public.cases_lock l ON l.case_id = s.case_id AND l.professional_id = p.id
                 WHERE s.id = ANY ((SELECT access.seats_i_fill())::uuid[]))
$$;

-- A lock takes effect at once: whoever is locked out sits there no longer, and will not.
CREATE OR REPLACE FUNCTION access.leave_at_once() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.cases_occupant SET ends_at = greatest(starts_at, now())
    WHERE professional_id = NEW.professional_id AND (ends_at IS NULL OR ends_at > now())
      AND seat_id IN (SELECT id FROM public.cases_seat WHERE case_id = NEW.case_id);
    RETURN NEW;
END
$$;

-- Does whoever sits on a new seat sign first? An organisation of the flexible shell, or one that takes no part in the house
-- at all, has no covenant that says it; a house has.
CREATE OR REPLACE FUNCTION access.ask_for_a_statement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.asks_statement := NOT EXISTS (
        SELECT FROM public.cases_case k JOIN public.network_capacity c ON c.id = NEW.capacity_id
        LEFT JOIN public.network_partnership p ON p.house_id = k.house_id AND p.organisation_id = c.organisation_id
            AND p.since <= access.today() AND (p.until IS NULL OR p.until >= access.today())
        WHERE k.id = NEW.case_id
        GROUP BY c.organisation_id
        HAVING access.is_a_house(c.organisation_id) OR bool_and(p.position <> 'flexible'));
    RETURN NEW;
END
$$;

-- An end that was said comes nearer or stays: going on longer is a new seat, with a reason of its own.
CREATE OR REPLACE FUNCTION access.end_no_later() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_user = 'schakel_app' AND OLD.ends_at IS NOT NULL AND (NEW.ends_at IS NULL OR NEW.ends_at > OLD.ends_at) THEN
        RAISE insufficient_privilege USING MESSAGE = 'row-level security: an end is not put off';
    END IF;
    RETURN NEW;
END
$$;

-- On which seats would I sit, had I signed? Number of the case, capacity and house, to know what is signed for.
CREATE OR REPLACE FUNCTION access.statements_asked_of_me()
RETURNS TABLE (seat uuid, number text, capacity text, house uuid)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT DISTINCT s.id, k.number::text, o.short_name || CASE WHEN c.name = '' THEN '' ELSE ' – ' || c.name END, k.house_id
    FROM public.cases_occupant x JOIN public.cases_seat s ON s.id = x.seat_id JOIN public.cases_case k ON k.id = s.case_id
    JOIN public.network_capacity c ON c.id = s.capacity_id JOIN public.network_organisation o ON o.id = c.organisation_id
    WHERE x.professional_id = (SELECT access.me()) AND s.asks_statement
      AND x.starts_at <= now() AND (x.ends_at IS NULL OR x.ends_at > now())
      AND s.starts_at <= now() AND (s.ends_at IS NULL OR s.ends_at > now())
      AND k.id <> ALL ((SELECT access.cases_locked_to_me())::uuid[])
      AND NOT EXISTS (SELECT FROM public.cases_confidentialitystatement t
                      WHERE t.seat_id = s.id AND t.professional_id = x.professional_id)
$$;
CREATE OR REPLACE FUNCTION access.seats_to_sign_for() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT seat FROM access.statements_asked_of_me())
$$;

-- May I say who replaces this colleague while they are away? As contact of their organisation; or it is me, and the
-- contact appointed that one as my fixed replacement.
CREATE OR REPLACE FUNCTION access.i_arrange_for(professional uuid, replacement uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.network_professional a JOIN public.network_professional b USING (organisation_id)
                   WHERE a.id = professional AND b.id = replacement AND a.id <> b.id
                     AND (a.organisation_id = ANY (access.i_am_contact_of())
                          OR a.id = access.me() AND EXISTS (
                              SELECT FROM public.cases_standin f
                              WHERE f.professional_id = a.id AND f.stand_in_id = b.id AND f.ended_at IS NULL)))
$$;

-- Are both mine to name, as contact of their organisation?
CREATE OR REPLACE FUNCTION access.i_am_contact_for(professional uuid, colleague uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.network_professional a JOIN public.network_professional b USING (organisation_id)
                   WHERE a.id = professional AND b.id = colleague AND a.id <> b.id
                     AND a.organisation_id = ANY (access.i_am_contact_of()))
$$;

-- Who works for the organisations whose contact I am?
CREATE OR REPLACE FUNCTION access.whom_i_am_contact_for() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT id FROM public.network_professional WHERE organisation_id = ANY ((SELECT access.i_am_contact_of())::uuid[]))
$$;

-- Is this somebody who sits on the same seat, and whom another can replace there?
CREATE OR REPLACE FUNCTION access.is_replaced_on(seat uuid, professional uuid, replaced uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_occupant o
                   WHERE o.id = replaced AND o.seat_id = seat AND o.professional_id <> professional
                     AND o.replaces_id IS NULL AND (o.ends_at IS NULL OR o.ends_at > now())
                     AND seat = ANY (access.seats_i_fill()))
$$;

-- Is this where I sit, and that one my fixed replacement, not locked out? Not in a hidden regime: who would learn of a
-- case there is for whoever directs it.
CREATE OR REPLACE FUNCTION access.is_my_stand_in_on(seat uuid, professional uuid, replaced uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_occupant o JOIN public.cases_seat s ON s.id = o.seat_id
                   JOIN public.cases_case k ON k.id = s.case_id JOIN public.network_regime r ON r.id = k.regime_id
                   WHERE o.id = replaced AND o.seat_id = seat AND o.professional_id = access.me() AND o.replaces_id IS NULL
                     AND s.id = ANY (access.my_seats()) AND NOT r.hidden AND k.closed_at IS NULL
                     AND access.i_arrange_for(o.professional_id, professional)
                     AND access.has_mandate(professional, k.regime_id)
                     AND NOT EXISTS (SELECT FROM public.cases_lock l WHERE l.professional_id = professional
                                     AND l.case_id = k.id AND l.lifted_at IS NULL))
$$;

-- Who replaces me, and where?
CREATE OR REPLACE FUNCTION access.replacements_of_me() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT r.id FROM public.cases_occupant o JOIN public.cases_occupant r ON r.replaces_id = o.id
                 WHERE o.professional_id = (SELECT access.me()))
$$;

-- Did this colleague sit on the seat that this new one, which I give now, continues? They go on sitting there.
CREATE OR REPLACE FUNCTION access.went_on_sitting(seat uuid, professional uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_seat s
                   JOIN public.cases_seat f ON f.id = s.follows_id AND f.case_id = s.case_id AND f.capacity_id = s.capacity_id
                       AND (f.ends_at IS NULL OR f.ends_at > now())
                   JOIN public.cases_occupant o ON o.seat_id = f.id
                   WHERE s.id = seat AND s.id = ANY (access.seats_i_found()) AND o.professional_id = professional
                     AND o.replaces_id IS NULL AND (o.ends_at IS NULL OR o.ends_at > now()))
$$;

-- May an organisation take part in this capacity, as this kind of approach has it: its covenant, its kind in this phase, and
-- whether the flexible shell comes in at all? The house itself always may. Asked of a case that I direct.
CREATE OR REPLACE FUNCTION access.may_be_seated(one_case uuid, capacity uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.cases_case k JOIN public.network_house h ON h.id = k.house_id
        JOIN public.network_regime r ON r.id = k.regime_id
        JOIN public.network_capacity c ON c.id = capacity JOIN public.network_organisation o ON o.id = c.organisation_id
        WHERE k.id = one_case AND k.id = ANY (access.cases_i_direct())
          AND (c.id = h.capacity_id
               OR (NOT r.asks_covenants OR access.under_covenant(c.id, r.id)) AND NOT access.left_covenant(c.id, r.id)
                  AND (r.flexible_shell OR NOT EXISTS (
                       SELECT FROM public.network_partnership p
                       WHERE p.house_id = h.id AND p.organisation_id = o.id AND p.position = 'flexible'
                         AND p.since <= access.today() AND (p.until IS NULL OR p.until >= access.today())))
                  AND CASE WHEN jsonb_array_length(coalesce(r.phases -> k.phase::text, '[]')) > 0
                           THEN (r.phases -> k.phase::text) ? o.kind
                           ELSE cardinality(r.kinds) = 0 OR o.kind = ANY (r.kinds) END))
$$;

-- Is this a seat of this case that I know of?
CREATE OR REPLACE FUNCTION access.is_seat_of(seat uuid, one_case uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.cases_seat WHERE id = seat AND case_id = one_case AND id = ANY (access.seats_i_see()))
$$;

-- Requests for a seat that are mine, and are not answered yet.
CREATE OR REPLACE FUNCTION access.seat_requests_i_make() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT id FROM public.cases_seatrequest
                 WHERE asker_id = (SELECT access.me()) AND outcome = '' AND withdrawn_at IS NULL)
$$;

-- Requests for a seat that wait for me, as who directs the case with that number. They are stored alike whether or not
-- there is such a case: only here it shows, and only to who directs it.
CREATE OR REPLACE FUNCTION access.seat_requests_i_answer() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT q.id FROM public.cases_case k JOIN public.cases_seatrequest q ON q.number = k.number
                 WHERE k.id = ANY ((SELECT access.cases_i_direct())::uuid[]) AND q.outcome = '' AND q.withdrawn_at IS NULL)
$$;

-- Those of them that may be refused: in a hidden regime a refusal would say that the case is there.
CREATE OR REPLACE FUNCTION access.seat_requests_i_may_refuse() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT q.id FROM public.cases_seatrequest q JOIN public.cases_case k ON k.number = q.number
                 JOIN public.network_regime r ON r.id = k.regime_id
                 WHERE q.id = ANY ((SELECT access.seat_requests_i_answer())::uuid[]) AND NOT r.hidden)
$$;

-- Requests for a seat that I know of: my own, and those in cases I direct, answered or not.
CREATE OR REPLACE FUNCTION access.seat_requests_i_see() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY(SELECT id FROM public.cases_seatrequest WHERE asker_id = (SELECT access.me())
                 UNION
                 SELECT q.id FROM public.cases_case k JOIN public.cases_seatrequest q ON q.number = k.number
                 WHERE k.id = ANY ((SELECT access.cases_i_direct())::uuid[]) AND q.withdrawn_at IS NULL)
$$;

-- In which cases that I direct does a proposal of a seat wait for an answer? Number and how many; what is proposed, and
-- by whom, is read in the opened file.
CREATE OR REPLACE FUNCTION access.proposals_to_answer(at_most integer)
RETURNS TABLE (number text, how_many bigint)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.number::text, count(*)
    FROM public.cases_seatproposal p JOIN public.cases_case k ON k.id = p.case_id
    WHERE k.id = ANY ((SELECT access.cases_i_direct())::uuid[]) AND k.closed_at IS NULL AND p.outcome = ''
      AND p.about <@ (SELECT access.my_sight())
    GROUP BY k.number ORDER BY min(p.proposed_at) LIMIT least(at_most, 50)
$$;

-- Give a seat of my organisation back. The reason is one of a short list: a contact writes nothing in a file.
CREATE OR REPLACE FUNCTION access.give_seat_back(seat uuid, because text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.cases_seat s SET ends_at = greatest(starts_at, now()), returned_because = because
    FROM public.network_capacity c
    WHERE s.id = seat AND s.id = ANY (access.seats_i_fill()) AND c.id = s.capacity_id
      AND c.organisation_id = ANY (access.i_am_contact_of()) AND s.role NOT IN ('process_director', 'process_support')
      AND because IN ('not_involved', 'no_task', 'no_room', 'elsewhere')
      AND (s.ends_at IS NULL OR s.ends_at > now());
    RETURN FOUND;
END
$$;

-- An organisation that takes no part in the house any more leaves all its seats there at once. Whoever administers the
-- house does this without learning in which cases; each case keeps in the log that it was done, and by whom.
CREATE OR REPLACE FUNCTION access.end_seats_of(one_house uuid, one_organisation uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF one_house <> ALL (access.my_houses('administrator')) OR access.takes_part(one_organisation, one_house) THEN
        RAISE insufficient_privilege USING MESSAGE = 'row-level security: this organisation takes part in the house';
    END IF;
    WITH ended AS (
        UPDATE public.cases_seat s SET ends_at = greatest(s.starts_at, now()), returned_because = 'left'
        FROM public.cases_case k, public.network_capacity c
        WHERE k.id = s.case_id AND k.house_id = one_house AND c.id = s.capacity_id AND c.organisation_id = one_organisation
          AND (s.ends_at IS NULL OR s.ends_at > now())
        RETURNING s.id, s.case_id)
    INSERT INTO public.audit_entry (id, kind, event, actor_id, organisation_id, function, file_id, subject_id, purpose)
    SELECT gen_random_uuid(), 'act', 'seat.left', access.me(), access.my_organisation(), access.my_function(), case_id, id, ''
    FROM ended;
END
$$;

-- What lapsed is written down two weeks later (a renewed covenant may come in late; nobody sits there meanwhile): each seat
-- gets the end that it had, and its case an entry in the log.
CREATE OR REPLACE FUNCTION access.end_lapsed_seats(at_most integer) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH over AS (
        SELECT s.id, min(l.ended_on) AS ended_on FROM access.lapsed() l JOIN public.cases_seat s ON s.capacity_id = l.capacity_id
        JOIN public.cases_case k ON k.id = s.case_id AND k.regime_id = l.regime_id
        WHERE s.given_at < l.given_before AND l.ended_on < access.today() - 14 AND (s.ends_at IS NULL OR s.ends_at > now())
        GROUP BY s.id ORDER BY s.id LIMIT at_most),
    ended AS (
        UPDATE public.cases_seat s SET returned_because = 'covenant',
            ends_at = greatest(s.starts_at, (over.ended_on + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam')
        FROM over WHERE over.id = s.id
        RETURNING s.id, s.case_id),
    written AS (
        INSERT INTO public.audit_entry (id, kind, event, actor_id, file_id, subject_id, purpose)
        SELECT gen_random_uuid(), 'act', 'seat.lapsed', '00000000-0000-0000-0000-000000000000', case_id, id, '' FROM ended)
    SELECT count(*)::integer FROM ended
$$;
GRANT EXECUTE ON FUNCTION access.end_lapsed_seats(integer) TO schakel_worker;

GRANT EXECUTE ON FUNCTION
    access.locks_i_see(), access.statements_asked_of_me(), access.seats_to_sign_for(),
    access.i_arrange_for(uuid, uuid), access.i_am_contact_for(uuid, uuid), access.whom_i_am_contact_for(),
    access.is_replaced_on(uuid, uuid, uuid), access.is_my_stand_in_on(uuid, uuid, uuid), access.replacements_of_me(),
    access.went_on_sitting(uuid, uuid), access.is_seat_of(uuid, uuid), access.may_be_seated(uuid, uuid),
    access.seat_requests_i_make(), access.proposals_to_answer(integer),
    access.seat_requests_i_answer(), access.seat_requests_i_may_refuse(), access.seat_requests_i_see(),
    access.give_seat_back(uuid, text), access.end_seats_of(uuid, uuid)
TO schakel_app;
